"""One list in each of the shapes: whatever its rows say, all shapes give the same rows, and every line is used."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import pytest
from duty_documents import BOUNDARY, DUTY, SERVICE, SHAPES, Grid, document, read
from hypothesis import given, settings
from hypothesis import strategies as st

from data.rows import Duty, DutyList

Matter = tuple[str, list[tuple[str, str]], str, str]
Main = tuple[str, list[str]]

_OBJECTS = ("殡葬服务", "养老机构", "校车安全", "河道采砂", "食品摊贩", "户外广告", "危险房屋", "古树名木")
_ACTS = ("依法查处", "负责监督", "牵头管理", "配合检查", "组织宣传", "编制规划并实施", "核发许可证件", "统计上报")
_DEPARTMENTS = ("县民政局", "县公安局", "县教育局", "县自然资源和规划局", "各乡镇人民政府", "县住建局、县城管局")
_ENDS = ("", "。", "；", "工作", "（含直属单位）。")


def texts() -> st.SearchStrategy[str]:
    clause = st.builds("".join, st.tuples(st.sampled_from(_ACTS), st.sampled_from(_OBJECTS), st.sampled_from(_ENDS)))
    several = st.lists(clause, min_size=2, max_size=3).map("\n".join)
    return clause | several


def matters() -> st.SearchStrategy[list[Matter]]:
    part = st.tuples(st.sampled_from(_DEPARTMENTS), texts())
    names = st.lists(st.sampled_from(_OBJECTS), min_size=1, max_size=5, unique=True)
    basis = st.sampled_from(("", "《某某管理条例》第三条", "1.《甲法》；\n2.《乙条例》。"))
    case = st.sampled_from(("", "某村发生一起案件，由甲局牵头处理。"))
    return names.flatmap(
        lambda chosen: st.tuples(
            *(st.tuples(st.just(name), st.lists(part, min_size=1, max_size=4), basis, case) for name in chosen)
        ).map(list)
    )


def mains() -> st.SearchStrategy[list[Main]]:
    names = st.lists(st.sampled_from(_OBJECTS), min_size=1, max_size=5, unique=True)
    items = st.lists(texts(), min_size=1, max_size=4)
    return names.flatmap(
        lambda chosen: st.tuples(*(st.tuples(st.just(f"负责{name}管理"), items) for name in chosen)).map(list)
    )


def boundary_grid(found: list[Matter], repeat: bool) -> Grid:
    rows = []
    for number, (name, parts, basis, case) in enumerate(found, 1):
        for index, (department, duty) in enumerate(parts):
            shown = repeat or not index
            rows.append([str(number) if shown else "", name if shown else "", department, duty])
            rows[-1] += ["" if index else basis, "" if index else case]
    return Grid(BOUNDARY, rows)


def duty_grid(found: list[Main], repeat: bool) -> Grid:
    rows = []
    for number, (name, items) in enumerate(found, 1):
        for index, item in enumerate(items):
            shown = repeat or not index
            rows.append([str(number) if shown else "", name if shown else "", item, ""])
    return Grid(DUTY, rows)


def squeezed(text: str) -> str:
    return "".join(text.split())


def head_of(row: Duty) -> tuple[str | None, str]:
    return row.seq, row.main_duty


def boundaries_of(one: DutyList) -> list[tuple[str | None, ...]]:
    return [
        (row.seq, row.matter, row.department, squeezed(row.duty), squeezed(row.basis), squeezed(row.case))
        for row in one.boundaries
    ]


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=40)
@given(matters(), mains(), st.booleans())
def test_rows_come_back_as_they_were_written(shape: str, found: list[Matter], own: list[Main], repeat: bool) -> None:
    text = document(
        shape, "青岗县民政局责任清单", "一、部门职责", duty_grid(own, repeat),
        "二、与相关部门的职责边界", boundary_grid(found, repeat),
        "四、公共服务事项", Grid(SERVICE, [["1", "婚姻登记", "办理登记。", "登记处", "555"]]),
    )  # fmt: skip
    (one,) = read(text)
    assert boundaries_of(one) == [
        (str(number), name, department, squeezed(duty), "" if index else squeezed(basis), "" if index else case)
        for number, (name, parts, basis, case) in enumerate(found, 1)
        for index, (department, duty) in enumerate(parts)
    ]
    # HTML paragraphs without punctuation at their ends are items of their own: together they say the same.
    said = [("".join(squeezed(row.item) for row in rows), *head) for head, rows in groupby(one.duties, key=head_of)]
    assert said == [("".join(map(squeezed, items)), str(number), name) for number, (name, items) in enumerate(own, 1)]
    assert [row.name for row in one.services] == ["婚姻登记"]


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _spaced(text: str) -> str:
    return text.replace("\n\n", "\n\n\n")


@pytest.mark.parametrize("change", [_crlf, _spaced])
@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=10)
@given(matters())
def test_line_ends_and_more_blank_lines_change_nothing(
    shape: str, change: Callable[[str], str], found: list[Matter]
) -> None:
    text = document(shape, "青岗县民政局责任清单", "二、与相关部门的职责边界", boundary_grid(found, repeat=False))
    (plain,), (changed,) = read(text), read(change(text))
    assert boundaries_of(plain) == boundaries_of(changed)
