"""Documents that are no duty lists are called what they are, and every list is read: forty documents of each sort."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from data.document import Block, Cell, Document, Paragraph, Source, Table, units_of
from data.messages import language, texts, use
from data.reference import load_yaml
from loaders.lists.doctype import foreign_kind
from loaders.lists.outline import outline
from loaders.lists.read import read_lists
from loaders.readers.read import read
from loaders.tables.foreign import is_foreign_table

ROOT = Path(__file__).parents[1]
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((ROOT / "tests" / "cases" / "doctypes.yml").read_text("utf-8"))
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLES = sorted((ROOT / "data" / "examples").glob("*/*.txt"))


def table_of(rows: list[list[str]], part: str) -> Table:
    cells = [
        Cell(text, row, column, Source("文件.docx", part, "row", row + 1, row + 1))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return Table(tuple(cells), len(rows[0]))


def document_of(case: dict[str, Any]) -> Document:
    blocks: list[Block] = []
    for key in ("lines", "table", "after", "second"):
        if key in ("lines", "after"):
            for line in case.get(key, ()):
                number = 1 + sum(isinstance(block, Paragraph) for block in blocks)
                blocks.append(Paragraph(line, Source("文件.docx", "", "paragraph", number, number)))
        elif key in case:
            blocks.append(table_of(case[key], f"表{1 + sum(isinstance(block, Table) for block in blocks)}"))
    return Document("文件.docx", "docx", tuple(blocks), units_of(blocks))


@pytest.mark.parametrize("case", CASES["foreign"], ids=lambda case: case["lines"][0])
def test_a_document_of_another_kind_is_called_so(case: dict[str, Any]) -> None:
    found = foreign_kind(document_of(case))
    assert found is not None
    assert found.kind == case["kind"]
    said = "".join([*case["lines"], *(cell for row in case.get("table", ()) for cell in row)])
    assert found.words
    assert all(word in said for word in found.words)


@pytest.mark.parametrize("case", CASES["lists"], ids=lambda case: "，".join(case["lines"][-2:]))
def test_a_list_is_no_other_document(case: dict[str, Any]) -> None:
    document = document_of(case)
    assert foreign_kind(document) is None
    assert read_lists(document)[0]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_lists_are_lists(path: Path) -> None:
    assert foreign_kind(read(path.read_bytes(), path.name)) is None


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed lists are not here")
def test_the_seed_lists_are_lists() -> None:
    assert [path.name for path in SEEDS.glob("*.txt") if foreign_kind(read(path.read_bytes(), path.name))] == []


def test_there_are_enough_of_each_sort() -> None:
    assert len(CASES["foreign"]) >= 20
    assert len(CASES["lists"]) >= 20
    assert {case["kind"] for case in CASES["foreign"]} == {
        key.rpartition(".")[2] for key in texts() if "foreign.kind." in key
    }


def test_power_tables_are_no_part_of_a_list_that_holds_boundaries_too() -> None:
    case = next(case for case in CASES["lists"] if "second" in case)
    (one,), _ = read_lists(document_of(case))
    assert [(row.matter, row.department) for row in one.boundaries] == [("殡葬", "县民政局")]
    assert one.duties == ()
    assert "foreign-table" in {piece.reason for piece in one.skipped} or "outside-parts" in {
        piece.reason for piece in one.skipped
    }


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (["序号", "职权名称", "职权类别"], "power"),
        (["序号", "工作任务", "责任单位", "完成时限"], "ledger"),
        (["姓名", "职务", "手机"], "phones"),
        (["序号", "管理事项", "相关部门", "职责分工"], None),
        (["序号", "主要职责", "具体工作事项", "追责情形"], None),
        (["序号", "服务事项", "主要内容", "联系电话"], None),
        (["序号", "主要职责", "工作任务", "完成时限"], None),
        (["管理\n事项/名称", "县级部门/职责分工"], None),
        (["", ""], None),
        ([], None),
    ],
)
def test_a_table_is_known_by_its_heads(heads: list[str], kind: str | None) -> None:
    found = is_foreign_table(heads)
    assert (found.kind if found else None) == kind


def test_the_user_is_told_what_it_is_and_why() -> None:
    found = foreign_kind(document_of(CASES["foreign"][0]))
    assert found is not None
    before = language()
    try:
        use("zh")
        assert "权力清单" in found.told("文件.docx")
        assert "职权类别" in found.told("文件.docx")
        use("en")
        assert "a list of powers" in found.told("文件.docx")
    finally:
        use(before)


@pytest.mark.parametrize("kind", [*load_yaml("doctypes.yml")["tables"], *load_yaml("doctypes.yml")["texts"]])
def test_every_kind_has_a_name(kind: str) -> None:
    assert set(texts()[f"foreign.kind.{kind}"]) == {"zh", "en"}


WORDS = [
    "县教育局",
    "通知",
    "近日",
    "记者",
    "一、",
    "职责边界",
    "负责",
    "\n",
    "：",
    "完成时限",
    "责任清单",
    "权力清单",
    "现将",
    "联系人：",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_text_is_decided_on(words: list[str]) -> None:
    lines = [line for line in "".join(words).split("\n") if line.strip()]
    document = document_of({"lines": lines})
    assert foreign_kind(document) == foreign_kind(document, outline(document))
