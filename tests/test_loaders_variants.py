"""One list, printed in the ways departments print such lists: what its rows say stays the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from duty_documents import BOUNDARY, DUTY, SERVICE, SHAPES, Grid, document, read

from data.rows import DutyList

TITLE = "青岗县民政局责任清单"
DUTIES = Grid(
    DUTY,
    [
        ["1", "负责社会救助", "拟订救助规范", ""],
        ["", "", "审核救助对象", ""],
        ["2", "负责殡葬管理", "编制殡葬设施规划", ""],
        ["3", "承办其他事项", "", ""],
    ],
)
BOUNDARIES = Grid(
    BOUNDARY,
    [
        ["1", "殡葬管理", "县民政局", "牵头殡葬管理，审批殡葬设施", "《殡葬管理条例》", "某村乱埋乱葬，由民政局牵头。"],
        ["", "", "县林业局", "查处毁林造坟", "", ""],
        ["2", "养老服务", "县民政局", "负责养老机构管理", "", ""],
        ["", "", "县卫生局", "负责医养结合", "", ""],
    ],
)
SERVICES = Grid(
    SERVICE,
    [
        ["1", "婚姻登记", "办理结婚登记", "婚姻登记处", "5551234"],
        ["2", "收养咨询", "解答收养政策", "社会事务股", "5551235"],
    ],
)


def printed(shape: str, **changed: Any) -> str:
    """Return the whole list in a shape, with some of its pieces exchanged."""
    pieces: dict[str, Any] = {
        "title": TITLE,
        "duties": "一、部门职责",
        "own": DUTIES,
        "boundaries": "二、与相关部门的职责边界",
        "shared": BOUNDARIES,
        "services": "四、公共服务事项",
        "offered": SERVICES,
    }
    return document(shape, *(piece for piece in (pieces | changed).values() if piece))


def said(one: DutyList) -> tuple[object, ...]:
    """Return what the rows of a list say."""
    return (
        one.owner,
        [(row.seq, row.matter, row.department, row.duty, row.basis, row.case) for row in one.boundaries],
        [(row.seq, row.main_duty, row.item) for row in one.duties],
        [(row.seq, row.name, row.content, row.agency, row.phone) for row in one.services],
    )


def headed(grid: Grid, *words: str) -> Grid:
    return grid._replace(header=words)


HEADERS: dict[str, dict[str, Any]] = {
    "other words": {
        "own": headed(DUTIES, "编号", "部门主要职责", "工作事项", "说明"),
        "shared": headed(BOUNDARIES, "次序", "事权", "涉及部门", "职责划分", "法律依据", "典型案例"),
        "offered": headed(SERVICES, "序号", "服务项目", "服务内容", "承办单位", "咨询电话"),
    },
    "words explained": {
        "shared": headed(
            BOUNDARIES, "序 号", "管理事项（全称）", "相关部门", "职责分工（含协调机制）", "相关依据", "案例*"
        )
    },
    "lead department": {
        "shared": headed(BOUNDARIES, "序号", "事项名称", "牵头部门", "职责边界划分", "实施依据", "举例")
    },
    "general words for services": {"offered": headed(SERVICES, "序号", "事项", "内容", "责任部门", "电话")},
    "general words for boundaries": {"shared": headed(BOUNDARIES, "序号", "项目", "单位", "主要职责", "依据", "案例")},
    "general words for duties": {"own": headed(DUTIES, "序号", "职责", "事项", "备注")},
    "words known by their ends": {
        "shared": headed(BOUNDARIES, "序号", "管理事项", "各有关职能部门", "各自职责", "法规和文件依据", "工作实际案例")
    },
    "a column of no known kind inside": {
        "own": Grid(
            ["序号", "主要职责", "具体工作事项", "时限要求", "备注"], [[*r[:3], "年内", r[3]] for r in DUTIES.rows]
        )
    },
    "a column of no known kind at the end": {"own": Grid([*DUTY, "完成时限"], [[*row, "年内"] for row in DUTIES.rows])},
    "a column of remarks": {"shared": Grid([*BOUNDARY, "备注"], [[*row, ""] for row in BOUNDARIES.rows])},
    "merged cells repeated": {
        "own": Grid(DUTY, [DUTIES.rows[0], ["1", "负责社会救助", "审核救助对象", ""], *DUTIES.rows[2:]]),
        "shared": Grid(
            BOUNDARY,
            [
                BOUNDARIES.rows[0],
                ["1", "殡葬管理", "县林业局", "查处毁林造坟", "", ""],
                BOUNDARIES.rows[2],
                ["2", "养老服务", "县卫生局", "负责医养结合", "", ""],
            ],
        ),
    },
}

HEADINGS: dict[str, tuple[str, str, str]] = {
    "parts": ("第一部分 部门职责", "第二部分 职责边界", "第四部分：公共服务"),
    "parts of other names": ("第一部分  部门主要职责", "第二部分  与有关部门的职责边界", "第三部分 公共服务事项清单"),
    "no numbers": ("部门职责", "与相关部门的职责边界", "公共服务事项"),
    "numbers in brackets": ("（一）部门职责", "（二）部门职责边界", "（三）公共服务事项登记表"),
    "in brackets": ("【部门职责】", "【职责边界】", "【公共服务事项】"),
    "with counts": ("一、部门职责（共3项）", "二、职责边界（2项）", "三、公共服务事项（2项）"),
    "with the owner": ("一、县民政局主要职责", "二、县民政局与相关部门的职责边界", "三、县民政局公共服务事项"),
    "a space behind the number": ("一 部门职责", "二　职责边界", "三 公共服务事项"),
    "a space behind a digit": ("1 部门职责", "2 职责边界", "3 公共服务事项"),
    "in Markdown": ("## **一、部门职责**", "### 二、职责边界", "# 三、公共服务事项"),
    "full-width digits": ("１、部门职责", "２、职责边界", "３．公共服务事项"),
    "none at all": ("", "", ""),
    "with captions": ("一、部门职责\n\n部门职责登记表", "二、职责边界", "四、公共服务事项\n\n公共服务事项登记表"),
}

TITLES: dict[str, str] = {
    "in brackets": "【青岗县民政局责任清单】",
    "in title marks": "《青岗县民政局责任清单》",
    "with an edition": "青岗县民政局责任清单（2016年版）",
    "as an attachment": "附件3：青岗县民政局责任清单",
    "of two lists": "青岗县民政局权力清单和责任清单",
    "numbered": "（一）青岗县民政局责任清单",
    "over lines": "青岗县民政局\n\n责任清单\n\n二〇一五年十月",
    "one character a line": "青岗县民政局\n\n责\n\n任\n\n清\n\n单",
    "without a word for lists": "青岗县民政局",
    "on a cover and again": "青岗县民政局责任清单\n\n2015年10月\n\n青岗县民政局责任清单",
    "below that of the collection": "青岗县部门责任清单\n\n青岗县民政局责任清单",
}

_ENTRIES = ("一、部门职责", "二、与相关部门的职责边界", "四、公共服务事项")
CONTENTS: dict[str, str] = {
    "bare": "目  录\n" + "\n".join(_ENTRIES),
    "with tabs": "目录\n" + "\n".join(f"{entry}\t{page}" for page, entry in enumerate(_ENTRIES, 1)),
    "with dots": "目　录\n" + "\n".join(f"{entry}……………………{page}" for page, entry in enumerate(_ENTRIES, 1)),
    "with stops": "目录\n" + "\n".join(f"{entry} ........ {page}" for page, entry in enumerate(_ENTRIES, 1)),
    "without its head": "\n".join(f"{entry}.....\t({page})" for page, entry in enumerate(_ENTRIES, 1)),
    "with links": "目录\n" + "\n".join(f"[{entry}](#_Toc{page})" for page, entry in enumerate(_ENTRIES, 1)),
    "one entry without dots": f"目录\n{_ENTRIES[0]}.....1\n{_ENTRIES[1]}\n{_ENTRIES[2]}.....9",
}

TEXTS: dict[str, tuple[Callable[[str], str], tuple[str, ...]]] = {
    "carriage returns": (lambda text: text.replace("\n", "\r\n"), tuple(SHAPES)),
    "old line ends": (lambda text: text.replace("\n", "\r"), tuple(SHAPES)),
    "full-width indents": (lambda text: text.replace("\t", "\t　　"), tuple(SHAPES)),
    "spaces behind lines": (lambda text: text.replace("\n", " \n"), ("tabbed", "marked", "piped")),
    "no line end at the end": (lambda text: text.rstrip("\n"), tuple(SHAPES)),
    "form feeds": (lambda text: text.replace("\n\n二、", "\n\f\n二、"), tuple(SHAPES)),
    "a blank line behind every row": (lambda text: text.replace("\n", "\n\n"), ("tabbed", "marked", "piped")),
    "more blank lines": (lambda text: text.replace("\n\n", "\n\n\n\n"), tuple(SHAPES)),
    "no blank lines": (lambda text: text.replace("\n\n", "\n"), tuple(SHAPES)),
    "entities": (lambda text: text.replace("县林业局", "&nbsp;县林业局"), tuple(SHAPES)),
}


def same(text: str, shape: str) -> None:
    (one,), (plain,) = read(text), read(printed(shape))
    assert said(one) == said(plain)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", HEADERS)
def test_columns_are_called_otherwise(name: str, shape: str) -> None:
    same(printed(shape, **HEADERS[name]), shape)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", HEADINGS)
def test_headings_are_written_otherwise(name: str, shape: str) -> None:
    duties, boundaries, services = HEADINGS[name]
    same(printed(shape, duties=duties, boundaries=boundaries, services=services), shape)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", TITLES)
def test_titles_are_written_otherwise(name: str, shape: str) -> None:
    same(printed(shape, title=TITLES[name]), shape)


@pytest.mark.parametrize("place", ["behind the title", "before the title"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", CONTENTS)
def test_a_table_of_contents_is_no_part(name: str, shape: str, place: str) -> None:
    order = (TITLE, CONTENTS[name]) if place == "behind the title" else (CONTENTS[name], TITLE)
    text = printed(shape, title="\n\n".join(order))
    same(text, shape)
    (one,) = read(text)
    assert len([part for part in one.sections if part.state != "missing"]) == len(_ENTRIES)
    assert {"contents"} == {piece.reason for piece in one.skipped} - {"separator"}


@pytest.mark.parametrize(("name", "shape"), [(name, shape) for name, (_, shapes) in TEXTS.items() for shape in shapes])
def test_lines_are_broken_otherwise(name: str, shape: str) -> None:
    change, _ = TEXTS[name]
    same(change(printed(shape)), shape)


def test_the_year_of_a_title_is_known() -> None:
    years = [read(printed("tabbed", title=TITLES[name]))[0].year for name in ("with an edition", "over lines")]
    assert years == [2016, 2015]
