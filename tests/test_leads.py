"""Who may be taken to lead a matter, and on what ground."""

from __future__ import annotations

from typing import Any

import pytest
from corpora import corpus

from graph.build import build_graphs
from graph.leads import leads

HEAD = "seq | matter | department | duty\n"


def told(rows: list[str], **more: Any) -> list[tuple[str, str]]:
    """(body, ground) of the leads of the only matter of one list."""
    table = HEAD + "\n".join(f"1 | {row}" for row in rows)
    graph = build_graphs(corpus([{"owner": "东山市甲县财政局", "boundaries": table, "year": 2018, **more}]))[0]
    return [(graph.body(one.body).name, one.confidence) for one in leads(graph, graph.matters()[0].id)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["农机补贴 | 县财政局 | 拨付资金", "农机补贴 | 县农业局 | 牵头审核农机补贴申请"], [("县农业局", "explicit")]),
        (["精神卫生工作 | 县公安局 | 处置肇事患者", "精神卫生工作 | 县卫生局 | 救治患者"], [("县卫生局", "statutory")]),
        (["农机补贴 | 县农业局 | 审核申请", "农机补贴 | 县财政局 | 拨付资金"], [("县农业局", "order")]),
        (["农机补贴 | 县财政局 | 拨付资金", "农机补贴 | 县农业局 | 审核申请"], []),
        (["农机补贴 | 有关部门 | 审核申请", "农机补贴 | 县农业局 | 审核申请"], []),
        (["农机补贴 | 县农业局 | 审核申请"], []),
    ],
    ids=["words", "law", "order", "the owner stands first", "nobody named first", "one department"],
)
def test_the_ground_of_a_lead(rows: list[str], expected: list[tuple[str, str]]) -> None:
    assert told(rows) == expected


def test_without_a_day_no_law_counts() -> None:
    rows = ["精神卫生工作 | 县财政局 | 拨付资金", "精神卫生工作 | 县卫生局 | 救治患者"]
    assert told(rows, year=None) == []
