"""Linking of department names within a jurisdiction: one node for a body, with the reason of every spelling."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from data.mentions import split_cell
from data.messages import texts
from graph.bodies import Bodies, link_bodies

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "bodies.yml").read_text(encoding="utf-8"))
SEPARATORS = set("、，,；;／/。· \n\t（）()：:")


def bodies_of(case: dict[str, Any]) -> Bodies:
    lists = corpus(case["lists"]).lists
    return link_bodies(case["lists"][0]["jurisdiction"], lists)


@pytest.mark.parametrize("case", CASES["linking"], ids=lambda case: case["name"])
def test_spellings_meet_in_their_body(case: dict[str, Any]) -> None:
    found = {body.name: [link.mention for link in body.links if link.mention] for body in bodies_of(case).all}
    assert found == case["bodies"]


@pytest.mark.parametrize("case", CASES["linking"], ids=lambda case: case["name"])
def test_the_order_of_lists_and_rows_does_not_matter(case: dict[str, Any]) -> None:
    lists = list(corpus(case["lists"]).lists)
    mixed = random.Random(7).sample(lists, len(lists))
    one, other = (link_bodies(lists[0].jurisdiction, order) for order in (lists, mixed))
    assert {(body.id, frozenset(body.spellings)) for body in one.all} == {
        (body.id, frozenset(body.spellings)) for body in other.all
    }


@pytest.mark.parametrize("case", CASES["facts"], ids=lambda case: case["name"])
def test_level_nature_and_reason(case: dict[str, Any]) -> None:
    by_name = {body.name: body for body in bodies_of(case).all}
    for name, wanted in case["facts"].items():
        body = by_name[name]
        told = {"level": body.level, "nature": body.nature, "families": list(body.families)}
        told["reasons"] = {link.mention: link.reason.removeprefix("body.link.") for link in body.links}
        assert {key: told[key] for key in wanted} == wanted


@pytest.mark.parametrize("case", CASES["resolving"], ids=lambda case: case["name"])
def test_names_in_running_text(case: dict[str, Any]) -> None:
    bodies = bodies_of(case)
    found = {mention: [body.removeprefix("body:") for body, _ in bodies.resolve(mention)] for mention in case["names"]}
    assert found == case["names"]


def test_a_blank_cell_goes_on_from_the_row_above_in_its_matter_only() -> None:
    table = "seq | matter | department | duty\n1 | 甲 | 区民政局 | 一\n1 | 甲 | | 二\n2 | 乙 | | 三"
    lists = corpus([{"jurisdiction": "衡阳市蒸湘区", "owner": "衡阳市蒸湘区民政局", "boundaries": table}]).lists
    bodies = link_bodies("衡阳市蒸湘区", lists)
    assert [[body for _, body in bodies.of(row)] for row in lists[0].boundaries] == [["body:区民政局"]] * 2 + [[]]
    assert [one.carried for row in lists[0].boundaries for one in bodies.named(row)] == [False, True]
    assert bodies.all[0].links[-1].reason == "body.link.merged"


def test_a_list_owns_its_second_names_too() -> None:
    entry = {"jurisdiction": "衡阳市蒸湘区", "owner": "衡阳市蒸湘区经济贸易局", "aliases": ["蒸湘区旅游局"]}
    bodies = link_bodies("衡阳市蒸湘区", corpus([entry]).lists)
    found = [bodies.resolve(name)[0][0] for name in ("衡阳市蒸湘区经济贸易局", "蒸湘区旅游局")]
    assert found == ["body:区经济贸易局", "body:区旅游局"]


def test_every_reason_has_words() -> None:
    links = [link for case in CASES["linking"] for body in bodies_of(case).all for link in body.links]
    assert {link.reason for link in links} <= set(texts())
    assert all(0 < link.score <= 1 for link in links)


@pytest.mark.parametrize("case", CASES["cells"], ids=lambda case: case["cell"])
def test_cells(case: dict[str, Any]) -> None:
    mentions = split_cell(case["cell"])
    assert [name for one in mentions for name in (one.text, *one.units)] == case["names"]
    assert [one.tag for one in mentions] == case.get("tags", [""] * len(mentions))
    assert [one.name for one in mentions] == case.get("linked", [one.text for one in mentions])


_PIECES = st.sampled_from(
    ["区教育局", "公安", "、", "，", "\n", " ", "（", "）", "协办", "就业局", "和", "等部门", "牵头单位：", "卫"]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_splitting_loses_nothing_but_separators(cell: str) -> None:
    mentions = split_cell(cell)
    kept = "".join(text for one in mentions for text in (one.printed, one.text, one.tag, *one.units))
    lost = [mark for mark in cell if mark not in SEPARATORS and mark not in "和" and mark not in kept]
    assert lost == []
    printed = "".join("".join(one.printed.split()) for one in mentions if one.printed)
    assert sum(printed.count(mark) for mark in "区教育局公安") >= sum(cell.count(mark) for mark in "区教育局公安")


@given(st.text(max_size=40))
def test_any_cell_is_taken(cell: str) -> None:
    assert split_cell(cell) == split_cell(cell)
