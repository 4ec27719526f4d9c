"""The figures that every audit brings: the matrix and the network of each jurisdiction, and the matters in question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from html import unescape
from pathlib import Path

from data import segment
from graph.dutygraph import DutyGraph
from graph.projection import project
from reports.diagrams.matrix import draw_matrix
from reports.diagrams.matter import draw_matter
from reports.diagrams.network import draw_network

FORMATS = (".pdf", ".svg")


class StandardSet:
    """The standard set of a run: a folder for each jurisdiction with matrix, network and boundary diagrams.

    What depends on the graphs alone is begun at once, so that it is drawn while the findings are still looked for.

    Args:
        graphs: one graph a jurisdiction; one without boundaries gets no figures.
        folder: where the folders of the jurisdictions go.
        pool: who draws (`data.workers.workers`).
        formats: suffixes of the files, each figure in each.

    Example:
        >>> from data.workers import workers
        >>> with workers(1) as pool:
        ...     StandardSet((), Path("figures"), pool).finish()
        []
    """

    def __init__(
        self, graphs: Sequence[DutyGraph], folder: Path, pool: Executor, formats: Sequence[str] = FORMATS
    ) -> None:
        self._folder, self._pool, self._formats = folder, pool, formats
        # The dictionary takes half a second to load, and processes that are copied from this one have it then.
        segment.frequency("")
        self._begun = [(graph, [self._begin(graph, *one) for one in _of_graph(graph)]) for graph in graphs]

    def add(self, matters: Mapping[str, Sequence[str]]) -> None:
        """Begin the matters: jurisdiction → ids of those to draw (the ones with grave findings)."""
        for graph, begun in self._begun:
            chosen = dict.fromkeys(matters.get(graph.jurisdiction, ()) if begun else ())
            for number, matter in enumerate(chosen, 1):
                name = f"matter-{number:02}-{_safe(graph.matter(matter).name)}"
                begun.append(self._begin(graph, "matter", name, matter))

    def finish(self, progress: Callable[[int, int], None] | None = None) -> list[Path]:
        """Wait for all figures, and return the files written, figure by figure.

        Args:
            progress: told (figures done, figures in all) after each figure.

        Raises:
            OutputError: a file cannot be written.
        """
        waiting = [figure for _, begun in self._begun for figure in begun]
        written: list[Path] = []
        for number, figure in enumerate(waiting, 1):
            written += figure.result()
            if progress:
                progress(number, len(waiting))
        return written

    def _begin(self, graph: DutyGraph, kind: str, name: str, matter: str = "") -> Future[list[Path]]:
        paths = [self._folder / _safe(graph.jurisdiction) / f"{name}{suffix}" for suffix in self._formats]
        return self._pool.submit(_draw, graph, kind, matter, paths)


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


def _of_graph(graph: DutyGraph) -> Iterator[tuple[str, str]]:
    """The kinds of figures of a whole graph, each with the name of its files."""
    if graph.parts():
        yield "matrix", "matrix"
        if project(graph).number_of_edges():
            yield "network", "network"


def _draw(graph: DutyGraph, kind: str, matter: str, paths: Sequence[Path]) -> list[Path]:
    if kind == "matter":
        return draw_matter(graph, matter, *paths)
    draw = draw_matrix if kind == "matrix" else draw_network
    return draw(graph, *paths)


def _safe(name: str) -> str:
    """A name that every file system takes: letters and digits of any script, 40 at most."""
    return re.sub(r"\W+", "_", name)[:40].strip("_") or "unnamed"
