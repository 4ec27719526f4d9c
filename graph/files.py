"""The graph as a file: node-link JSON holds everything and reads back equal, GraphML what other programs draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeVar

from data.corpus.entry import Entry
from data.corpus.jsonfile import read_object, write_object
from data.corpus.plain import plain_corpus
from data.corpus.rebuild import rebuild_as_told
from data.errors import UnreadableDocument, UsageError
from data.rows import Assignment, Corpus, Role
from graph.bodies import link_bodies
from graph.dutygraph import Body, DutyGraph, Link, Matter, Part
from graph.graphml import write_graphml

FORMAT = "boundaries-graph/1"
Node = TypeVar("Node", Body, Matter)


def write_graph(graph: DutyGraph, path: Path) -> None:
    """Write a graph as the suffix of `path` says.

    Args:
        graph: the graph of one jurisdiction.
        path: FILE.json (node-link, everything) or FILE.graphml (scalars, lists joined by ；).

    Raises:
        UsageError: the suffix is neither; nothing is written.
        OutputError: the file cannot be written.

    Example:
        >>> write_graph(graph, Path("蒸湘区.graphml"))  # doctest: +SKIP
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise UsageError("corpus.error.graph-suffix", file=path)
    writer(graph, path)


def read_graph(path: Path) -> DutyGraph:
    """Read a graph that `write_graph` wrote as JSON.

    Raises:
        UnreadableDocument: the file is no such graph, or its nodes, edges and rows do not fit together.
    """
    entry = read_object(path, FORMAT)
    lists = rebuild_as_told(entry).lists
    rows = {row.id: row for one in lists for row in one.boundaries}
    jurisdiction = entry.entry("graph").text("jurisdiction")
    try:
        return DutyGraph(
            jurisdiction=jurisdiction,
            lists=lists,
            bodies=_nodes(entry, Body),
            matters=_nodes(entry, Matter),
            parts=[_part(edge, rows) for edge in entry.entries("edges")],
            resolver=link_bodies(jurisdiction, lists).resolve,
        )
    except (KeyError, TypeError) as error:
        raise UnreadableDocument("corpus.error.graph", file=path, why=error) from error


def _write_json(graph: DutyGraph, path: Path) -> None:
    """The form that networkx calls node-link, with the lists beside it."""
    lists = plain_corpus(Corpus(graph.lists, (), ()), {})
    whole = {
        "format": FORMAT,
        "directed": False,
        "multigraph": True,
        "graph": {"jurisdiction": graph.jurisdiction},
        "nodes": [*(_node(body) for body in graph.bodies()), *(_node(matter) for matter in graph.matters())],
        "edges": [_edge(part) for part in graph.parts()],
        "lists": lists["lists"],
        "skipped": lists["skipped"],
    }
    write_object(whole, path)


def _node(node: Body | Matter) -> dict[str, Any]:
    return {"kind": type(node).__name__.lower(), **asdict(node)}


def _edge(part: Part) -> dict[str, Any]:
    """A row is told by its id: what it says stands in its list."""
    return {
        "source": part.body,
        "target": part.matter,
        "key": part.id,
        "row": part.row.id,
        "mention": part.mention,
        "names": list(part.names),
        "families": list(part.families),
        "shared": part.shared,
        "role": part.role.name,
        "role_confidence": part.role.confidence,
        "role_words": part.role.words,
    }


def _nodes(entry: Entry, kind: type[Node]) -> list[Node]:
    wanted = kind.__name__.lower()
    return [_record(node, kind) for node in entry.entries("nodes") if node.fields["kind"] == wanted]


def _record(entry: Entry, kind: type[Node]) -> Node:
    """Fields are taken by name, so that one which a node gets later is carried too."""
    values: dict[str, Any] = {field.name: _settled(entry.fields[field.name]) for field in fields(kind)}
    return kind(**values | {"links": tuple(Link(**link) for link in values["links"])})


def _settled(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _part(entry: Entry, rows: dict[str, Assignment]) -> Part:
    told = entry.fields
    role = Role(told["role"], told["role_confidence"], told["role_words"])
    row = rows[told["row"]]
    names, families = tuple(told["names"]), tuple(told["families"])
    return Part(
        told["key"], told["source"], told["target"], row, role, told["mention"], told["shared"], names, families
    )


_WRITERS: dict[str, Callable[[DutyGraph, Path], None]] = {".json": _write_json, ".graphml": write_graphml}
