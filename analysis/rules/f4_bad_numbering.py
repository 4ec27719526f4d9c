"""F4 bad-numbering: numbers of parts, matters, duties, services or regimes that do not run on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from analysis.evidence import list_name, owner_name
from analysis.finding import Draft, Evidence
from analysis.lists import columns, part_name, printed
from analysis.numbering import Entry, Fault, faults, head, mixed, value
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import DutyList, SectionKind
from data.spacing import squeeze
from graph.dutygraph import DutyGraph


@jurisdiction_rule("F4")
def bad_numbering(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report where the numbers of a list go wrong, one finding a table with all its places.

    Formula: see `analysis.numbering`. A matter or main duty is numbered once, on its first row; where numbers run on
    within one, the rows themselves are numbered. Severity I where all there is are lost numbers: automatic numbers of
    a text processor are lost when a document is turned to text. Headings numbered in more than one way (1、 beside
    二、) are one finding of severity I for all lists of the jurisdiction: one hand puts them right.

    Source: 兰州《职责清单》填写说明 (编码: plain serial numbers); DOMAIN 6.3 F4.
    """
    for one in graph.lists:
        yield from _list(one)
    styles = [(one, fault) for one in graph.lists for fault in (*mixed(_parts(one)), *mixed(_regimes(one)))]
    if styles:
        owners = tuple(dict.fromkeys(one.owner for one, _ in styles))
        evidence = tuple(_quote(one, None, fault) for one, fault in styles)
        named = tuple(dict.fromkeys(list_name(one) for one, _ in styles))
        values = {"lists": str(len(named)), "list": named[0]}
        yield Draft("", owners, evidence, values, severity="I", variant="style" if len(named) > 1 else "style-one")


def _list(one: DutyList) -> Iterator[Draft]:
    tables: list[tuple[SectionKind, list[list[Entry]]]] = [
        ("duties", [[Entry(row.seq or "", row.main_duty, row.source[0]) for row in one.duties]]),
        ("boundaries", list(_boundaries(one))),
        ("services", [[Entry(row.seq or "", row.name, row.source[0]) for row in one.services]]),
    ]
    for kind, parts in tables:
        if "seq" in columns(one, kind):
            runs = (run for rows in parts for run in _runs(rows))
            yield from _draft(one, kind, [fault for run in runs for fault in faults(run) if fault.entry.words])
    yield from _draft(one, "regimes", [*faults(_regimes(one))])
    yield from _draft(one, None, [*faults(_parts(one))])


def _boundaries(one: DutyList) -> Iterator[list[Entry]]:
    """Yield the matters of the boundary table, and those taken back from a township, which are another table."""
    for _, rows in groupby(one.boundaries, key=lambda row: "taken-back" in row.flags):
        yield [Entry(row.seq or "", row.matter, row.source[0]) for row in rows]


def _regimes(one: DutyList) -> list[Entry]:
    return [Entry(regime.number or head(regime.title), regime.title, regime.source[0]) for regime in one.regimes]


def _parts(one: DutyList) -> list[Entry]:
    headed = [Entry(head(section.title), section.title, section.source[0]) for section in printed(one)]
    return sorted(headed, key=lambda entry: (entry.source.file, entry.source.first))


def _runs(rows: Sequence[Entry]) -> list[list[Entry]]:
    """Return the rows as runs of numbers: one of the matters or main duties, or one within each where rows count."""
    heads = [list(group) for _, group in groupby(rows, key=lambda row: squeeze(row.words))]
    if not any(_counts(group) for group in heads):
        return [[entry for group in heads for entry in _once(group)]]
    runs: list[list[Entry]] = [[]]
    for group in heads:
        if value(group[0].printed) == 1 and runs[-1]:
            runs.append([])
        runs[-1] += [next(same) for _, same in groupby(group, key=lambda row: row.printed)]
    return runs


def _counts(group: Sequence[Entry]) -> bool:
    """Say whether numbers run on within one matter or main duty: then it is its rows that are numbered."""
    values = [number for row in group if (number := value(row.printed)) is not None]
    return any(lower == upper + 1 for upper, lower in pairwise(values))


def _once(group: Sequence[Entry]) -> Iterator[Entry]:
    """The first row of a matter, and those below it that bear another number than the row above."""
    yield group[0]
    for above, row in pairwise(group):
        if row.printed and row.printed != above.printed:
            yield replace(row, follows=True)


def _draft(one: DutyList, kind: SectionKind | None, wrong: Sequence[Fault]) -> Iterator[Draft]:
    if not wrong:
        return
    counted = Counter(fault.kind for fault in wrong)
    named = [say(f"form.numbers.{fault}", count=count) for fault, count in counted.items()]
    yield Draft(
        matter="",
        departments=(one.owner,),
        evidence=tuple(_quote(one, kind, fault) for fault in wrong),
        values={"list": list_name(one), "part": _where(kind), "faults": say("join").join(named)},
        severity="I" if counted.keys() == {"lost"} else None,
        variant="lost" if counted.keys() == {"lost"} else "",
    )


def _where(kind: SectionKind | None) -> str:
    return part_name(kind) if kind else say("form.parts")


def _quote(one: DutyList, kind: SectionKind | None, fault: Fault) -> Evidence:
    entry = fault.entry
    shown = entry.words if head(entry.words).strip() == entry.printed.strip() else f"{entry.printed} {entry.words}"
    note = say(f"form.number.{fault.kind}", number=entry.printed.strip(), before=fault.before.strip())
    label = say("form.label", owner=owner_name(one), part=_where(kind))
    return Evidence(shown.strip(), entry.source, say("form.note", label=label, note=note))
