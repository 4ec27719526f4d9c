"""The graph as GraphML, for Gephi, yEd and their like: every value a scalar, lists joined by ；."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import networkx as nx

from data.corpus.cells import neutral
from data.files import replacing
from graph.dutygraph import Body, DutyGraph, Link, Matter, Part

Scalar = str | int | float | bool
# What XML 1.0 has no form for.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OF_ROW = ("owner", "seq", "department", "duty", "basis", "case", "remark", "column", "flags")


def write_graphml(graph: DutyGraph, path: Path) -> None:
    """Write the bodies, matters and parts of a graph; characters that XML has no form for become U+FFFD.

    Args:
        graph: the graph of one jurisdiction.
        path: the file, replaced atomically.

    Raises:
        OutputError: the file cannot be written.
    """
    network: nx.MultiGraph[str] = nx.MultiGraph(jurisdiction=_text(graph.jurisdiction))
    nodes: tuple[Body | Matter, ...] = (*graph.bodies(), *graph.matters())
    for node in nodes:
        network.add_node(_text(node.id), **_scalars(_of_node(node)))
    for part in graph.parts():
        network.add_edge(_text(part.body), _text(part.matter), _text(part.id), **_scalars(_of_part(part)))
    with replacing(path) as draft:
        nx.write_graphml(network, draft)


def _of_node(node: Body | Matter) -> dict[str, object]:
    said = {name: value for name, value in asdict(node).items() if name != "id"}
    return {"kind": type(node).__name__.lower(), **said, "links": [_of_link(link) for link in node.links]}


def _of_link(link: Link) -> str:
    return f"{link.mention} ({link.reason} {link.score:.2f})"


def _of_part(part: Part) -> dict[str, object]:
    """What the edge says; where its row stands is called `place`, for `source` is the edge's own end."""
    return {
        **{name: getattr(part.row, name) for name in _OF_ROW},
        "place": [asdict(source) for source in part.row.source],
        "mention": part.mention,
        "names": part.names,
        "families": part.families,
        "shared": part.shared,
        "role": part.role.name,
        "role_confidence": part.role.confidence,
        "role_words": part.role.words,
    }


def _scalars(values: Mapping[str, object]) -> dict[str, Scalar]:
    return {name: _scalar(value) for name, value in values.items() if value is not None}


def _scalar(value: object) -> Scalar:
    if isinstance(value, bool | int | float):
        return value
    return _text(neutral(list(value) if isinstance(value, tuple) else value))


def _text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
