"""Audit duty lists (责任清单): the composition root, and the only public import.

The flow is documents → `load` → Corpus → `build_graphs` → DutyGraph → `analyse` → findings → reports. The functions
here join the layers; the commands below them are thin.

Example:
    >>> from boundaries import analyse, build_graphs, load
    >>> corpus = load([Path("lists")])  # doctest: +SKIP
    >>> findings = analyse(build_graphs(corpus))  # doctest: +SKIP
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from analysis.engine import analyse
from analysis.finding import SEVERITIES, Finding, Severity
from data.errors import OutputError, UsageError
from data.messages import LANGUAGES, say
from data.rows import Corpus
from data.spacing import one_line
from graph.build import build_graphs
from graph.dates import Standpoint
from graph.dutygraph import DutyGraph
from graph.twins import without_twins
from loaders.load import load
from reports.account import account_lines
from reports.diagrams.draw import KINDS, NAMED_KINDS, draw
from reports.terminal import WordedCommand, WordedGroup, WordedOption, progress_bar

__all__ = ["analyse", "audit", "build_graphs", "cli", "draw", "extract", "load"]

Sources = tuple[Path, ...]


def extract(corpus: Corpus, output: Path) -> tuple[Path, ...]:
    """Write a corpus as JSON, XLSX, CSV or Parquet, by the suffix of `output`; return the files written.

    Raises:
        UsageError: the suffix is none of these.
        OutputError: the file cannot be written.
    """
    from data.corpus.files import write_corpus
    from graph.build import readings

    return write_corpus(corpus, output, readings(build_graphs(corpus)))


def audit(
    corpus: Corpus,
    folder: Path,
    as_of: date,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    at_list_date: bool = True,
) -> tuple[Finding, ...]:
    """Do the whole job on a corpus: graphs, findings, reports and diagrams, written into `folder`.

    Args:
        corpus: what was read.
        folder: made where it is missing; files of the same names are replaced.
        as_of: the date of the audit.
        jobs: how many processes draw at most; None for one a processor.
        progress: told (figures done, figures in all) after each figure.
        at_list_date: whether the lists are judged as on their own days too, beside the date of the audit.

    Returns:
        The findings, the gravest first.

    Raises:
        OutputError: the folder cannot be made or written.
    """
    from data.workers import workers
    from graph.files import write_graph
    from reports import findings_json, html, workbook
    from reports.content import make_content
    from reports.diagrams.standard import StandardSet, drawings

    _writable(folder)
    graphs = build_graphs(without_twins(corpus)[0], Standpoint(as_of, at_list_date))
    with workers(jobs) as pool:
        figures = StandardSet(graphs, folder / "diagrams", pool)
        findings = analyse(graphs)
        figures.add(_grave_matters(graphs, findings))
        content = make_content(corpus, graphs, findings, as_of)
        extract(corpus, folder / "corpus.json")
        for number, graph in enumerate(graphs, 1):
            for suffix in (".graphml", ".json"):
                write_graph(graph, folder / "graphs" / f"{number:02}-{graph.jurisdiction}{suffix}")
        findings_json.write(content, folder / "findings.json")
        workbook.write(content, folder / "workbook.xlsx")
        drawn = figures.finish(progress)
    html.write(replace(content, diagrams=drawings(drawn)), folder / "report.html")
    return findings


def _grave_matters(graphs: Sequence[DutyGraph], findings: Sequence[Finding]) -> dict[str, list[str]]:
    """Return the ids of the matters with a finding of the highest severity, by jurisdiction."""
    grave = {(place, one.matter) for one in findings if one.severity == SEVERITIES[0] for place in one.jurisdictions}
    return {
        graph.jurisdiction: [
            matter.id
            for matter in graph.matters()
            if any((graph.jurisdiction, name) in grave for name in (matter.name, *matter.spellings) if name)
        ]
        for graph in graphs
    }


def _writable(folder: Path) -> None:
    """Find out before the work, not after it, that nothing can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("error.output", file=folder, why=error.strerror or error) from error
    if not os.access(folder, os.W_OK):
        raise OutputError("error.output", file=folder, why=say("error.not-writable"))


def _today(as_of: datetime | None) -> date:
    """Return the date of the audit: --as-of, else SOURCE_DATE_EPOCH, else the clock."""
    if as_of:
        return as_of.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).astimezone().date()


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that all of them have."""
    options = (
        click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, cls=WordedOption),
        click.option("-q", "--quiet", is_flag=True, cls=WordedOption),
        click.option("-v", "--verbose", is_flag=True, cls=WordedOption),
        click.option("--debug", is_flag=True, cls=WordedOption),
        click.option("--jobs", type=click.IntRange(min=1), metavar="N", cls=WordedOption),
    )
    for option in reversed(options):
        command = option(command)
    return command


_sources = click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
_output = click.option("-o", "--output", required=True, type=click.Path(path_type=Path), cls=WordedOption)


@click.group(cls=WordedGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="duty-boundaries", cls=WordedOption)
@click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, cls=WordedOption)
def cli() -> None:
    """Audit duty lists."""
    # Rows and findings live as long as the run: looking for garbage among them took a tenth of the time.
    gc.set_threshold(100_000, 50, 100)


@cli.command("extract", cls=WordedCommand)
@_sources
@_output
@_common
@click.pass_context
def extract_command(context: click.Context, /, sources: Sources, output: Path, **common: Any) -> None:
    """Documents to tables (see data/messages/terminal.yml)."""
    corpus = _load(sources, common)
    written = extract(corpus, output)
    if not common["quiet"]:
        if not common["verbose"]:
            click.echo("\n".join(account_lines(corpus)))
        click.echo(say("done.written", files=say("join").join(str(path) for path in written)))
    context.exit(_exit_code(corpus))


@cli.command("audit", cls=WordedCommand)
@_sources
@_output
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", cls=WordedOption)
@click.option("--fail-on", type=click.Choice(SEVERITIES), cls=WordedOption)
@_common
@click.pass_context
def audit_command(
    context: click.Context,
    /,
    sources: Sources,
    output: Path,
    as_of: datetime | None,
    fail_on: Severity | None,
    **common: Any,
) -> None:
    """The whole job."""
    corpus = _load(sources, common)
    for twin, other in without_twins(corpus)[1]:
        click.echo(say("note.line", why=one_line(say("note.twin", file=twin, other=other))), err=True)
    with progress_bar(say("progress.drawing"), common["quiet"]) as tell:
        findings = audit(corpus, output, _today(as_of), common["jobs"], tell, at_list_date=as_of is None)
    if not common["quiet"]:
        counts = [(name, sum(one.severity == name for one in findings)) for name in SEVERITIES]
        told = say("join").join(f"{say(f'severity.{name}')} {count}" for name, count in counts)
        click.echo(say("done.audit", lists=len(corpus.lists), count=len(findings), severities=told, folder=output))
    context.exit(max(_exit_code(corpus), _failed(findings, fail_on)))


@cli.command("draw", cls=WordedCommand)
@_sources
@_output
@click.option("--kind", type=click.Choice(KINDS), default="matrix", show_default=True, cls=WordedOption)
@click.option("--matter", default="", cls=WordedOption)
@click.option("--department", default="", cls=WordedOption)
@click.option("--jurisdiction", default="", cls=WordedOption)
@_common
@click.pass_context
def draw_command(context: click.Context, /, sources: Sources, output: Path, kind: str, **told: Any) -> None:
    """One diagram."""
    corpus = _load(sources, told)
    graph = _chosen(build_graphs(corpus), told["jurisdiction"])
    name = told.get(kind, "")
    if kind in NAMED_KINDS and not name:
        raise UsageError("error.name-needed", option=f"--{kind}")
    written = draw(graph, kind, name, output)
    if not told["quiet"]:
        click.echo(say("done.written", files=say("join").join(str(path) for path in written)))
    context.exit(_exit_code(corpus))


@cli.command("example", cls=WordedCommand)
@click.argument("folder", type=click.Path(path_type=Path))
@_common
def example_command(folder: Path, quiet: bool, **_: Any) -> None:
    """Write the example lists."""
    from data.examples import write_examples

    count = write_examples(folder)
    if not quiet:
        click.echo(say("done.example", count=count, folder=folder))


@cli.command("rules", cls=WordedCommand)
@_common
def rules_command(**_: Any) -> None:
    """The catalogue."""
    from reports.catalogue import rule_lines

    click.echo("\n".join(rule_lines()))


@cli.command("rule", cls=WordedCommand)
@click.argument("identity", metavar="ID")
@_common
def rule_command(identity: str, **_: Any) -> None:
    """One rule's page."""
    from reports.catalogue import rule_page

    click.echo(rule_page(identity))


def _load(sources: Sources, common: dict[str, Any]) -> Corpus:
    """Load the SOURCEs under a progress bar; warnings go to the standard error, with -v the account to the output."""
    logging.basicConfig(level=logging.DEBUG if common["debug"] else logging.WARNING)
    with progress_bar(say("progress.reading"), common["quiet"]) as tell:
        corpus = load(sources, common["jobs"], tell)
    for record in corpus.documents:
        failed = record.status != "read"
        for number, warning in enumerate(record.warnings):
            # The first line says what went wrong; what else was noticed is no further error.
            why = warning if record.file in warning else say("note.of", file=one_line(record.file), why=warning)
            click.echo(say("error.line" if failed and not number else "note.line", why=why), err=True)
    if common["verbose"]:
        click.echo("\n".join(account_lines(corpus, verbose=True)))
    return corpus


def _exit_code(corpus: Corpus) -> int:
    """Return 3 where a document could not be read or held no rows, else 0 (DESIGN 6)."""
    return 3 if any(record.status != "read" for record in corpus.documents) else 0


def _failed(findings: Sequence[Finding], fail_on: Severity | None) -> int:
    if fail_on is None:
        return 0
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(any(one.severity in grave for one in findings))


def _chosen(graphs: Sequence[DutyGraph], name: str) -> DutyGraph:
    """Return the graph of the jurisdiction of that name, or the only one there is."""
    fitting = [graph for graph in graphs if name in graph.jurisdiction]
    if len(fitting) == 1:
        return fitting[0]
    raise UsageError("error.which-jurisdiction", known=say("join").join(graph.jurisdiction for graph in graphs))


if __name__ == "__main__":
    cli()
