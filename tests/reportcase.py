"""A small audit for the tests of reports: two counties, findings of every kind made by hand, one drawing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from corpora import corpus

from analysis.finding import Evidence, Finding, Ground
from data import messages
from data.document import Source
from data.knowledge import national
from data.rows import Account, Assignment, Corpus, DocumentRecord, DutyList, Role, RoleName, Skipped
from graph.dates import list_dates
from graph.dutygraph import Body, DutyGraph, Link, Matter, Part, Setting
from reports.content import Content, make_content

AS_OF = date(2026, 11, 22)
LISTS: list[dict[str, Any]] = [
    {
        "file": "甲县/卫生局.txt",
        "owner": "东山市甲县卫生局",
        "year": 2014,
        "boundaries": """
            seq | matter | department | duty | basis | case
            1 | 出生人口性别比治理 | 县卫生局 | 牵头负责出生人口性别比治理，管理B超 | 《母婴保健法》 | 某诊所案
            1 | 出生人口性别比治理 | 县公安局 | 配合查处案件 | |
            2 | 职业病防治 | 县卫生局、县安监局 | 负责职业病防治 | |
        """,
        "duties": """
            seq | main_duty | item | remark
            1 | 医政管理 | 医疗机构设置审批 | 股室：医政股
        """,
    },
    {
        "file": "甲县/计生局.txt",
        "owner": "东山市甲县人口和计划生育局",
        "boundaries": """
            seq | matter | department | duty
            1 | 出生人口性别比治理 | 县计生局 | 牵头负责出生人口性别比治理
        """,
        "sections": {"services": "none", "regimes": "dots"},
    },
    {
        "file": "乙区/清单.txt",
        "jurisdiction": "东山市乙区",
        "owner": "东山市乙区卫生局",
        "boundaries": """
            seq | matter | department | duty | flags
            1 | 出生人口性别比治理 | 区卫生局 | 参与治理 | shifted
        """,
    },
]
GROUND = Ground("一件事情原则上由一个部门负责。", "某办法第三条")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20">'
    '<defs><path id="letter" d="M 0 0 L 9 9 z" transform="scale(0.5)"/><clipPath id="frame"/></defs>'
    '<g id="axes" clip-path="url(#frame)"><use xlink:href="#letter"/></g></svg>'
)


def case_corpus() -> Corpus:
    """The lists above with an account, a warning and a skipped piece."""
    read = corpus(LISTS)
    account = Account(units=9, rows=4, continuations=2, headings=1, text=1, skipped=1)
    record = DocumentRecord("甲县/卫生局.txt", "0" * 64, "text", "gb18030", ("第 7 行缺少编号",), account)
    piece = Skipped("......", "separator", Source("甲县/计生局.txt", "", "line", 4, 4), section="regimes")
    return replace(read, skipped=(piece,), documents=(record,))


def case_graphs(read: Corpus) -> tuple[DutyGraph, ...]:
    """Graphs linked by equal names alone, so that golden files do not follow what the real linking learns."""
    places = dict.fromkeys(one.jurisdiction for one in read.lists)
    return tuple(_graph(place, [one for one in read.lists if one.jurisdiction == place]) for place in places)


def _graph(jurisdiction: str, lists: list[DutyList]) -> DutyGraph:
    parts = [part for one in lists for row in one.boundaries for part in _parts(row)]
    names = dict.fromkeys(part.mention for part in parts)
    links = {name: (Link(f"{name}（甲）", name, 0.97, "example.same-words"),) for name in names}
    bodies = [
        Body(name, name, "county", "government", ("卫生健康",), (name, f"{name}（甲）"), links[name]) for name in names
    ]
    owners: dict[str, dict[str, None]] = {}
    for part in parts:
        owners.setdefault(part.matter, {})[part.row.owner] = None
    matters = [Matter(key, key[2:], (key[2:],), tuple(who)) for key, who in owners.items()]
    setting = Setting(national(), dates=list_dates(lists))
    return DutyGraph(jurisdiction, lists, bodies, matters, parts, setting=setting)


def _parts(row: Assignment) -> list[Part]:
    name: RoleName = "lead" if "牵头" in row.duty else "support" if "配合" in row.duty else "responsible"
    role = Role(name, "explicit", row.duty[:2])
    bodies = row.department.split("、")
    return [
        Part(
            id=f"{row.id}#{body}",
            body=body,
            matter=f"m:{row.matter}",
            row=row,
            role=role,
            mention=body,
            names=(body,),
            families=("卫生健康",),
            shared=len(bodies) > 1,
        )
        for body in bodies
    ]


def finding(number: int, **changes: Any) -> Finding:
    """One finding; rule ids are none of the catalogue's, so that golden files do not follow its wording."""
    usual: dict[str, Any] = {
        "id": f"X{number}-{number:012x}",
        "rule": f"X{number}",
        "name": f"example-{number}",
        "severity": "M",
        "jurisdictions": ("东山市甲县",),
        "matter": "出生人口性别比治理",
        "departments": ("县卫生局", "县计生局"),
        "message": "两份清单写明的牵头部门不一致。",
        "confidence": "explicit",
        "as_of": "list",
        "evidence": (),
        "ground": GROUND,
        "peers": None,
        "options": ("明确一个牵头部门", "按环节划分职责"),
    }
    return Finding(**usual | changes)


def evidence(line: int, text: str = "牵头负责出生人口性别比治理", label: str = "") -> Evidence:
    """A piece of evidence from one line."""
    return Evidence(text, Source("甲县/卫生局.txt", "", "line", line, line), label)


FINDINGS = (
    finding(
        2,
        severity="H",
        evidence=(evidence(3, label="县卫生局的清单"), evidence(7, label="县计生局的清单")),
        peers=(1, 2),
    ),
    finding(10, matter="", evidence=tuple(evidence(line, "职责文字", f"事项{line}") for line in range(1, 30))),
    finding(3, severity="L", evidence=(evidence(4, ""),), confidence="inferred", waived="已列入本年修订"),
    finding(4, severity="I", jurisdictions=("东山市甲县", "东山市乙区"), departments=(), options=(), as_of="audit"),
)


def case_content(findings: tuple[Finding, ...] = FINDINGS, **changes: Any) -> Content:
    """Everything the reports of the small audit show."""
    read = changes.get("corpus", case_corpus())
    diagrams = changes.get("diagrams", {"甲县：部门与事项矩阵": SVG})
    return make_content(read, case_graphs(read), findings, AS_OF, diagrams)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Word everything in `language` inside the block, in Chinese after it."""
    messages.use(language)
    try:
        yield
    finally:
        messages.use("zh")
