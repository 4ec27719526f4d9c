"""The network of departments: who shares matters with whom, and how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from data.errors import NothingReadable
from data.messages import say
from graph.dutygraph import DutyGraph
from graph.projection import project
from reports.diagrams.canvas import BODY, INK, NOTE, PAPER_WHITE, SOFT, WIDTH, Box, Label, Mark, Page, Stroke
from reports.diagrams.layout import push_apart, spread
from reports.diagrams.legend import Sign, close
from reports.diagrams.render import write
from reports.diagrams.typeset import block, even, leading, span

# A network drawing is read up to about 40 nodes (DOMAIN, where the studies are named); beyond that see the matrix.
MOST = 40
NAME = 9 * BODY * 25.4 / 72
SEED = 7
# Ties of at least this share of the heaviest are kept clear of boxes.
STRONG = 0.35
THIN, THICK = 0.2, 4.5
PALE, DARK = 0.86, 0.2


@dataclass(frozen=True, slots=True)
class Node:
    """One department: its name in lines, how many matters it has, and the size of its box in mm."""

    lines: tuple[str, ...]
    matters: int
    width: float
    height: float


def draw_network(graph: DutyGraph, *paths: Path) -> list[Path]:
    """Draw the departments of a jurisdiction, tied by the matters they share (see `graph.projection`).

    At most 40 departments are drawn, those with the strongest ties; how many are left out is said below.

    Args:
        graph: the jurisdiction.
        paths: .pdf, .png or .svg, one or several (see `render.write`).

    Returns:
        The files written.

    Raises:
        NothingReadable: no two departments share a matter.
    """
    whole = project(graph)
    drawn = _strongest(whole)
    if not drawn:
        raise NothingReadable("error.figure-empty", what=graph.jurisdiction)
    caption = say("figure.network", place=graph.jurisdiction, bodies=len(drawn))
    frame = (WIDTH, min(50.0 + 3.6 * len(drawn), 186.0))
    page = _page(graph, drawn, frame)
    close(page, frame[1], _signs(drawn), _notes(whole, drawn), caption=caption)
    return write([page], paths, caption)


def _strongest(whole: nx.Graph[str]) -> nx.Graph[str]:
    """Keep the departments whose ties weigh most, in the order they were met, none without a tie to another."""
    weights = {one: round(weight, 9) for one, weight in whole.degree(weight="weight")}
    kept = sorted(whole, key=lambda one: -weights[one])[:MOST]
    inner = whole.subgraph(kept)
    drawn: nx.Graph[str] = nx.Graph()
    drawn.add_nodes_from((one, data) for one, data in whole.nodes(data=True) if one in inner and inner.degree(one))
    drawn.add_edges_from(
        (one, other, data) for one, other, data in whole.edges(data=True) if inner.has_edge(one, other)
    )
    return drawn


def _ties(drawn: nx.Graph[str]) -> list[tuple[str, str, float]]:
    """The ties with their weight as a share of the heaviest, the faintest first."""
    weights = {(one, other): float(data["weight"]) for one, other, data in drawn.edges(data=True)}
    heaviest = max(weights.values())
    return sorted(((*pair, weight / heaviest) for pair, weight in weights.items()), key=lambda tie: tie[2])


def _page(graph: DutyGraph, drawn: nx.Graph[str], frame: tuple[float, float]) -> Page:
    nodes = {one: _node(graph.body(one).name, data["matters"]) for one, data in drawn.nodes(data=True)}
    places = _places(drawn, list(nodes.values()), frame)
    page = Page()
    page.extend([_tie(places[one], places[other], share) for one, other, share in _ties(drawn)])
    for one, node in nodes.items():
        page.extend(list(_box(node, *places[one])))
    return page


def _node(name: str, matters: int) -> Node:
    lines = even(name, NAME, most=3)
    return Node(tuple(lines), matters, max(map(span, lines)) + 3.0, leading() * len(lines) + leading(NOTE) + 1.6)


def _places(drawn: nx.Graph[str], nodes: Sequence[Node], frame: tuple[float, float]) -> dict[str, tuple[float, float]]:
    """ForceAtlas2 (M. Jacomy et al., PLoS ONE 9, 2014) from a fixed seed, spread over the frame, pushed apart."""
    import numpy as np

    forces = nx.forceatlas2_layout(drawn, weight="weight", seed=SEED, max_iter=300)
    number = {one: place for place, one in enumerate(drawn)}
    strong = [(number[one], number[other]) for one, other, share in _ties(drawn) if share >= STRONG]
    sizes = np.array([(node.width, node.height) for node in nodes])
    centres = push_apart(spread(np.array([forces[one] for one in drawn]), frame), sizes, frame, strong)
    return {one: (float(x), float(y)) for one, (x, y) in zip(drawn, centres.round(3), strict=True)}


def _tie(start: tuple[float, float], end: tuple[float, float], share: float) -> Stroke:
    """A heavier tie is both wider and darker."""
    grey = round(255 * (PALE + (DARK - PALE) * share))
    return Stroke((start, end), THIN + (THICK - THIN) * share, f"#{grey:02x}{grey:02x}{grey:02x}")


def _box(node: Node, x: float, y: float) -> Iterator[Mark]:
    left, top = x - node.width / 2, y - node.height / 2
    yield Box(left, top, node.width, node.height, PAPER_WHITE, INK, 0.6)
    yield from block(x, top + 0.8 + leading() * len(node.lines) / 2, list(node.lines), align="center")
    yield Label(x, top + node.height - 0.8 - leading(NOTE) / 2, str(node.matters), NOTE, "center", SOFT)


def _signs(drawn: nx.Graph[str]) -> list[Sign]:
    """Sample lines for the heaviest tie, half and a quarter of it."""
    heaviest = max(float(data["weight"]) for _, _, data in drawn.edges(data=True))

    def sample(share: float) -> Sign:
        def draw(x: float, y: float) -> list[Mark]:
            return [_tie((x, y), (x + 12.0, y), share)]

        return Sign(12.0, draw, f"{heaviest * share:.2g}")

    return [Sign(0.0, lambda x, y: [], say("figure.legend.tie")), *map(sample, (1.0, 0.5, 0.25))]


def _notes(whole: nx.Graph[str], drawn: nx.Graph[str]) -> list[str]:
    notes = [say("figure.legend.node"), say("figure.note.weight")]
    tied = sum(1 for _, ties in whole.degree() if ties)
    if weaker := tied - len(drawn):
        notes.append(say("figure.note.weaker", count=weaker))
    if isolated := len(whole) - tied:
        notes.append(say("figure.note.isolated", count=isolated))
    return notes
