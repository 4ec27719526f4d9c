"""The graph as a file: JSON reads back equal and networkx reads it too; GraphML carries scalars."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from corpora import corpus as small
from corpus_strategies import owned, read_corpora
from hypothesis import HealthCheck, given, settings

from data.errors import UnreadableDocument, UsageError
from data.ids import with_ids
from data.rows import Role
from graph.build import build_graph
from graph.dutygraph import Body, DutyGraph, Link, Matter, Part
from graph.files import read_graph, write_graph

LISTS = small(
    [
        {
            "owner": "甲县卫生局",
            "boundaries": """
                seq | matter | department | duty | flags
                1 | 饮用水 | 县卫生局 | 牵头监测 |
                1 | 饮用水 | 县水利局、县环保局 | 负责水源 | shifted
            """,
            "duties": "item\n监测",
        },
        {"owner": "甲县水利局", "boundaries": "matter | department | duty\n饮用水 | 县卫生局 | 配合监测"},
    ]
).lists
BUILT = build_graph("东山市甲县", LISTS)
LINK = Link("县卫生局", "body:1", 0.875, "same-name")
GRAPH = DutyGraph(
    BUILT.jurisdiction,
    BUILT.lists,
    [replace(body, links=(LINK,), families=("卫生健康", "水利")) for body in BUILT.bodies()],
    BUILT.matters(),
    BUILT.parts(),
)


def same(one: DutyGraph, other: DutyGraph) -> bool:
    def parts(graph: DutyGraph) -> tuple[Any, ...]:
        return (graph.jurisdiction, graph.lists, graph.bodies(), graph.matters(), graph.parts())

    return parts(one) == parts(other)


def test_json_reads_back_equal(tmp_path: Path) -> None:
    write_graph(GRAPH, tmp_path / "a.json")
    assert same(read_graph(tmp_path / "a.json"), GRAPH)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(read_corpora())
def test_any_lists_read_back_equal(tmp_path_factory: pytest.TempPathFactory, case: Any) -> None:
    lists = with_ids(owned(replace(one, jurisdiction="甲县")) for one in case[0].lists)
    rows = [row for one in lists for row in one.boundaries]
    parts = [Part(f"{row.id}#1", "b", "m", row, Role(None, "order", row.duty), row.department, True, row.flags)
             for row in rows]  # fmt: skip
    graph = DutyGraph("甲县", lists, [Body("b", "", "county", "unknown", (), ())], [Matter("m", "", (), ())], parts)
    path = tmp_path_factory.mktemp("graph") / "a.json"
    write_graph(graph, path)
    assert same(read_graph(path), graph)


def test_networkx_reads_the_json(tmp_path: Path) -> None:
    write_graph(GRAPH, tmp_path / "a.json")
    network = nx.node_link_graph(json.loads((tmp_path / "a.json").read_text(encoding="utf-8")), edges="edges")
    assert nx.utils.graphs_equal(nx.MultiGraph(network.edges(keys=True)), nx.MultiGraph(GRAPH.network.edges(keys=True)))
    assert network.graph["jurisdiction"] == "东山市甲县"


def test_graphml_carries_scalars(tmp_path: Path) -> None:
    write_graph(GRAPH, tmp_path / "a.graphml")
    network = nx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    body = next(data for _, data in network.nodes(data=True) if data["kind"] == "body")
    assert body["families"] == "卫生健康；水利"
    assert body["links"] == "县卫生局 (same-name 0.88)"
    edges = {key: data for _, _, key, data in network.edges(keys=True, data=True)}
    part = next(part for part in GRAPH.parts() if part.row.flags)
    assert edges[part.id]["place"] == f"list1.txt｜line {part.row.source[0].first}"
    assert edges[part.id]["shared"] is True
    assert edges[part.id]["flags"] == "shifted"
    assert len(edges) == len(GRAPH.parts())
    assert network.graph["jurisdiction"] == "东山市甲县"


def test_characters_that_xml_has_no_form_for_are_replaced(tmp_path: Path) -> None:
    matter = Matter("m\x00", "饮\x0b用\ud800水\n", (), ())
    write_graph(DutyGraph("甲", (), [], [matter], []), tmp_path / "a.graphml")
    ((node, data),) = nx.read_graphml(tmp_path / "a.graphml").nodes(data=True)
    assert (node, data["name"]) == ("m\ufffd", "饮\ufffd用\ufffd水\n")


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for suffix in ("json", "graphml"):
        for name in "ab":
            write_graph(GRAPH, tmp_path / f"{name}.{suffix}")
        assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()


def test_another_suffix_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="graphml"):
        write_graph(GRAPH, tmp_path / "a.gml")
    assert list(tmp_path.iterdir()) == []


DAMAGED = {
    "foreign": lambda whole: whole.update(format="boundaries-corpus/1"),
    "row gone": lambda whole: whole["lists"][0].update(boundaries=[]),
    "field gone": lambda whole: whole["nodes"][0].pop("name"),
    "kind gone": lambda whole: whole["nodes"][0].pop("kind"),
    "link wrong": lambda whole: whole["nodes"][0].update(links=[{"a": 1}]),
    "links wrong": lambda whole: whole["nodes"][0].update(links=3),
    "edges wrong": lambda whole: whole.update(edges=[3]),
    "id wrong": lambda whole: whole["nodes"][0].update(id=[1, {}]),
    "no jurisdiction": lambda whole: whole.update(graph={}),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_graph_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_graph(GRAPH, path)
    whole = json.loads(path.read_text(encoding="utf-8"))
    DAMAGED[name](whole)
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(UnreadableDocument, match=r"a\.json：[^\n]+$"):
        read_graph(path)
