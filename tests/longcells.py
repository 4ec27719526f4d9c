"""Cells that no person wrote: one piece, over and over, beside a row with a fault that must be found all the same."""

from __future__ import annotations

from typing import Any

PIECES = (
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
)
# There is no law of this name.
FAULT = "《残疾人保护法》"


def long_list(piece: str, length: int) -> dict[str, Any]:
    """A list for `corpora.corpus` with cells of about `length` characters."""
    cell = piece * (length // len(piece))
    return {
        "jurisdiction": "衡阳市衡东县",
        "owner": "衡东县教育局",
        "year": 2019,
        "duties": f"seq | main_duty | item\n1 | 负责学校安全 | {cell}\n2 | 特殊教育 | 组织实施{FAULT}",
        "boundaries": f"seq | matter | department | duty | basis\n1 | 校车 | 县教育局 | 牵头{cell} | 《教育法》{cell}",
    }
