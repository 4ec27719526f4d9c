"""Tables of PDF files without lines, or with horizontal ones only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pdf_files import HEADER, LEADING, SIZE, XS, Pen, pdf, rows_of, tables, texts

from data.document import Document
from data.spacing import squeeze
from loaders.readers.pdf.document import read

Cells = Sequence[Sequence[str]]
TEXTS = [
    ["1", "渡口安全监管", "县交通运输局", "负责组织制定渡口安全管理制度，指导乡镇人民政府落实渡口安全责任"],
    ["", "", "县水利局", "负责渡口所在河段的水情通报"],
    ["2", "校车安全管理", "县教育局", "牵头负责校车安全管理，会同有关部门制定校车服务方案并组织实施检查"],
    ["3", "禁渔期管理", "县农业农村局", "牵头负责禁渔期的执法检查"],
]


def document(*pages: Callable[[Pen], object]) -> Document:
    return read(pdf(*pages), "清单.pdf")


def rows(pen: Pen, y: float, texts: Cells, gap: float = 8.0, middle: bool = False, rule: bool = False) -> float:
    """Write rows of wrapped cells below each other, and return the height behind them."""
    for cells in texts:
        wrapped = [_lines(text, XS[at + 1] - XS[at] - 12) for at, text in enumerate(cells)]
        height = max(map(len, wrapped)) * LEADING
        for at, lines in enumerate(wrapped):
            off = (height - len(lines) * LEADING) / 2 if middle else 0.0
            pen.lines(XS[at], y + off + SIZE, *lines)
        y += height + gap
        if rule:
            pen.rule(XS[0], y - gap / 2, XS[-1], y - gap / 2)
    return y


def _lines(text: str, width: float) -> list[str]:
    each = int(width / SIZE)
    return [text[at : at + each] for at in range(0, max(len(text), 1), each)]


@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize("rule", [False, True])
def test_columns_are_parted_by_white_gaps_and_rows_by_their_distance(middle: bool, rule: bool) -> None:
    def draw(pen: Pen) -> None:
        pen.text(60, 60, "二、与相关部门的职责边界")
        rows(pen, 80, [HEADER, *TEXTS], middle=middle, rule=rule)

    read_in = document(draw)
    (table,) = tables(read_in)
    assert rows_of(table) == [list(HEADER), *TEXTS]
    assert texts(read_in.blocks) == ["二、与相关部门的职责边界"]


def test_numbers_part_rows_that_stand_without_any_space() -> None:
    numbered = [row for row in TEXTS if row[0]]
    (table,) = tables(document(lambda pen: rows(pen, 80, [HEADER, *numbered], gap=0)))
    assert rows_of(table) == [list(HEADER), *numbered]


def test_a_table_without_lines_goes_on_over_pages() -> None:
    def first(pen: Pen) -> None:
        rows(pen, 80, [HEADER, *TEXTS[:2]])
        pen.centred(297, 815, "1")

    def second(pen: Pen) -> None:
        rows(pen, 80, TEXTS[2:])
        pen.centred(297, 815, "2")

    (table,) = tables(document(first, second))
    assert rows_of(table) == [list(HEADER), *TEXTS]
    assert [cell.source.part for cell in table.cells if cell.column == 3] == ["page 1"] * 3 + ["page 2"] * 2


def test_text_below_a_table_is_no_part_of_it() -> None:
    def draw(pen: Pen) -> None:
        y = rows(pen, 80, [HEADER, *TEXTS])
        pen.text(60, y + 60, "以上职责边界由县委编办负责解释，自公布之日起施行，原有规定与本清单不一致的以本清单为准")

    read_in = document(draw)
    (table,) = tables(read_in)
    assert rows_of(table)[-1] == TEXTS[-1]
    assert len(texts(read_in.blocks)) == 1


def test_heads_that_are_spread_or_broken_are_known() -> None:
    spread = ("序号", "管 理 事 项", "相关部门", "职责分工")
    (table,) = tables(document(lambda pen: rows(pen, 80, [spread, *TEXTS])))
    assert rows_of(table)[1:] == TEXTS

    def broken(pen: Pen) -> None:
        for x, head in zip(XS, ("序", "管理", "相关", "职责分工"), strict=False):
            pen.text(x, 80, head)
        for x, head in zip(XS, ("号", "事项", "部门"), strict=False):
            pen.text(x, 94, head)
        rows(pen, 110, TEXTS)

    (table,) = tables(document(broken))
    assert [squeeze(head) for head in rows_of(table)[0]] == list(HEADER)
    assert rows_of(table)[1:] == TEXTS


def test_running_text_is_no_table() -> None:
    def draw(pen: Pen) -> None:
        pen.lines(
            60,
            80,
            "部门职责分工由县委编办会同有关部门研究提出，报县委编委审定。各部门应当按照职责",
            "分工，密切配合，形成合力。",
            "序号由县委编办统一编排。",
        )

    read_in = document(draw)
    assert not tables(read_in)
    assert len(texts(read_in.blocks)) == 2
