"""The figures that every audit brings: the matrix and the network of each jurisdiction, and the matters in question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from data.workers import mapped
from graph.dutygraph import DutyGraph
from graph.projection import project
from reports.diagrams.matrix import draw_matrix
from reports.diagrams.matter import draw_matter
from reports.diagrams.network import draw_network

FORMATS = (".pdf", ".svg")
# A figure takes about as long as starting a process.
_WORTH_A_POOL = 4


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure to draw: what it shows of which graph, and the files it goes to (by their suffixes, the formats)."""

    graph: DutyGraph
    kind: str
    matter: str
    paths: tuple[Path, ...]


def standard_set(
    graphs: Sequence[DutyGraph],
    folder: Path,
    matters: Mapping[str, Sequence[str]] | None = None,
    formats: Sequence[str] = FORMATS,
    jobs: int | None = 1,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Draw the standard set: for each jurisdiction a folder with matrix, network and boundary diagrams.

    Args:
        graphs: one graph a jurisdiction; one without boundaries gets no figures.
        folder: where the folders of the jurisdictions go.
        matters: jurisdiction → ids of the matters to draw (those with grave findings).
        formats: suffixes of the files, each figure in each.
        jobs: how many processes draw at most; None for one a processor.
        progress: told (figures done, figures in all) after each figure.

    Returns:
        The files written, figure by figure.

    Example:
        >>> standard_set((), Path("figures"))
        []
    """
    figures = [
        replace(figure, paths=tuple(figure.paths[0].with_name(figure.paths[0].name + suffix) for suffix in formats))
        for graph in graphs
        for figure in _figures(graph, folder / _safe(graph.jurisdiction), (matters or {}).get(graph.jurisdiction, ()))
    ]
    written: list[Path] = []
    for number, paths in enumerate(mapped(_draw, figures, jobs, worth=_WORTH_A_POOL), 1):
        written += paths
        if progress:
            progress(number, len(figures))
    return written


def drawings(figures: Iterable[Path]) -> dict[str, str]:
    """Return the SVG among the figures for a page that holds them: caption → text, in the order given.

    Two figures of one caption (two matters whose names the source has lost) are told apart by their file names.
    """
    found: dict[str, str] = {}
    for path in (path for path in figures if path.suffix == ".svg"):
        text = path.read_text(encoding="utf-8")
        title = unescape(re.search("<title>(.*?)</title>", text, re.DOTALL)[1])  # type: ignore[index]
        found[f"{title} {path.stem}" if title in found else title] = text
    return found


def _figures(graph: DutyGraph, folder: Path, matters: Sequence[str]) -> Iterator[_Figure]:
    """The figures of one graph, each with the path that its files have without their suffixes."""
    if not graph.parts():
        return
    yield _Figure(graph, "matrix", "", (folder / "matrix",))
    if project(graph).number_of_edges():
        yield _Figure(graph, "network", "", (folder / "network",))
    for number, matter in enumerate(dict.fromkeys(matters), 1):
        yield _Figure(graph, "matter", matter, (folder / f"matter-{number:02}-{_safe(graph.matter(matter).name)}",))


def _draw(figure: _Figure) -> list[Path]:
    if figure.kind == "matter":
        return draw_matter(figure.graph, figure.matter, *figure.paths)
    draw = draw_matrix if figure.kind == "matrix" else draw_network
    return draw(figure.graph, *figure.paths)


def _safe(name: str) -> str:
    """A name that every file system takes: letters and digits of any script, 40 at most."""
    return re.sub(r"\W+", "_", name)[:40].strip("_") or "unnamed"
