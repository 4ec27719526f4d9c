"""Cells that no person wrote: every rule reads them to the end, in a time that grows with their length only."""

from __future__ import annotations

import datetime
import time

import pytest
from corpora import corpus

from boundaries import analyse, build_graphs
from graph.dates import Standpoint

_LENGTH = 60_000
# A time that grows with the square of the length takes minutes here.
_SECONDS = 20


@pytest.mark.parametrize(
    "piece",
    [
        "《",
        "》",
        "《〈",
        "（(",
        "“",
        "）",
        "1",
        "第一条",
        "〔2019〕",
        "《食品安全法》",
        "县政办发〔2014〕1号、",
        "全市",
        "市场",
        "县教育局、",
        "长沙市岳阳市衡阳市石鼓区",
        "联系人：王某、",
        "0734-",
        "a.",
        "2015年3月",
        "负责全县市场监督管理和食品安全工作",
        " ",
    ],
)
def test_a_long_cell_of_one_piece(piece: str) -> None:
    cell = piece * (_LENGTH // len(piece))
    entry = {
        "jurisdiction": "衡阳市衡东县",
        "owner": "衡东县教育局",
        "duties": f"seq | main_duty | item\n1 | 负责学校安全 | {cell}",
        "boundaries": f"seq | matter | department | duty | basis\n1 | 校车 | 县教育局 | 牵头{cell} | 《教育法》{cell}",
    }
    begun = time.monotonic()
    analyse(build_graphs(corpus([entry]), Standpoint(datetime.date(2026, 11, 22))))
    assert time.monotonic() - begun < _SECONDS
