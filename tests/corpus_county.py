"""A small county with everything a corpus can hold, and one reading of the graph."""

from __future__ import annotations

from dataclasses import replace

from corpora import duty_list

from data.document import Source
from data.ids import with_ids
from data.rows import Account, Corpus, DocumentRecord, Reading, Role, Skipped

HEALTH = duty_list(
    {
        "owner": "甲县卫生局",
        "aliases": ["甲县卫计局"],
        "year": 2015,
        "boundaries": """
            seq | matter | department | duty | basis | flags
            1 | 饮用水 | 县卫生局 | 牵头监测 | 条例 | shifted
            1 | 饮用水 | 县水利局 | 负责水源 | |
            1 | 饮用水 | 县环保局 | 负责保护区 | |
        """,
        "duties": "seq | main_duty | item\n1 | 管水 | 监测\n1 | 管水 | 处罚",
        "services": "seq | name | content | phone\n1 | 检测 | 水样检测 | 0730-5725156",
        "regimes": ["饮水监管"],
    },
    1,
)
WATER = duty_list({"owner": "甲县水利局", "boundaries": "matter | department | duty\n水源 | 县水利局 | 保护"}, 2)
LOST = Skipped("", "empty-row", Source("list1.txt", "", "line", 9, 9), "东山市甲县", "甲县卫生局", "boundaries", "")
COUNTY = Corpus(
    with_ids([replace(HEALTH, skipped=(LOST,)), WATER]),
    (replace(LOST, text="目录", jurisdiction=None, owner=None, section=None, matter=None),),
    (DocumentRecord("list1.txt", "0" * 64, "text", "utf-8", ("有一行；读不懂",), Account(9, 5, 1, 1, 1, 1)),),
)
ROW = COUNTY.lists[0].boundaries[0]
READING = {ROW.id: Reading(("县卫生局",), ("甲县卫生局",), ("卫生健康",), Role("lead", "explicit", "牵头"))}
