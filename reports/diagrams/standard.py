"""The figures that every audit brings: the matrix and the network of each jurisdiction, and the matters in question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from pathlib import Path

from graph.dutygraph import DutyGraph
from graph.projection import project
from reports.diagrams.matrix import draw_matrix
from reports.diagrams.matter import draw_matter
from reports.diagrams.network import draw_network

FORMATS = (".pdf", ".svg")


def standard_set(
    graphs: Sequence[DutyGraph],
    folder: Path,
    matters: Mapping[str, Sequence[str]] | None = None,
    formats: Sequence[str] = FORMATS,
) -> list[Path]:
    """Draw the standard set: for each jurisdiction a folder with matrix, network and boundary diagrams.

    Args:
        graphs: one graph a jurisdiction; one without boundaries gets no figures.
        folder: where the folders of the jurisdictions go.
        matters: jurisdiction → ids of the matters to draw (those with grave findings); one that names no body is
            passed over.
        formats: suffixes of the files, each figure in each.

    Returns:
        The files written, figure by figure.

    Example:
        >>> standard_set((), Path("figures"))
        []
    """
    return [
        path
        for graph in graphs
        for suffix in formats
        for path in _figures(
            graph, folder / _safe(graph.jurisdiction), suffix, (matters or {}).get(graph.jurisdiction, ())
        )
    ]


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


def _figures(graph: DutyGraph, folder: Path, suffix: str, matters: Sequence[str]) -> list[Path]:
    if not graph.parts():
        return []
    written = draw_matrix(graph, folder / f"matrix{suffix}")
    if project(graph).number_of_edges():
        written += draw_network(graph, folder / f"network{suffix}")
    shown = (matter for matter in dict.fromkeys(matters) if graph.parts(matter))
    for number, matter in enumerate(shown, 1):
        name = f"matter-{number:02}-{_safe(graph.matter(matter).name)}{suffix}"
        written += draw_matter(graph, matter, folder / name)
    return written


def _safe(name: str) -> str:
    """A name that every file system takes: letters and digits of any script, 40 at most."""
    return re.sub(r"\W+", "_", name)[:40].strip("_") or "unnamed"
