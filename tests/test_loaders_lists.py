"""Several lists in a file, lists of few parts, parts that say they are empty, and folders of mixed documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from duty_documents import BOUNDARY, DUTY, SERVICE, SHAPES, Grid, document, read, read_document
from test_loaders_variants import BOUNDARIES, DUTIES, SERVICES, TITLE, printed, said

from loaders.load import load
from loaders.readers.text.textfile import read as read_text

ONE_DUTY = Grid(DUTY, [["1", "负责救助", "受理申请", ""]])
ONE_MATTER = Grid(BOUNDARY, [["1", "殡葬管理", "县民政局", "牵头", "", ""], ["", "", "县林业局", "查处", "", ""]])
WORDS_FOR_NOTHING = ("无", "暂无", "略", "无。", "（无）", "本部门无与其他部门的职责边界", "不涉及", "无此项内容")
MARKS_FOR_NOTHING = ("……", "--", "——", "/", "......")


def owners(text: str, folder: str = "") -> list[tuple[str, int, int]]:
    return [(one.owner, len(one.duties), len(one.boundaries)) for one in read(text, folder)]


@pytest.mark.parametrize("shape", SHAPES)
def test_titles_with_and_without_a_word_for_lists_begin_lists(shape: str) -> None:
    text = document(
        shape,
        "青岗县民政局责任清单", "一、部门职责", ONE_DUTY, "二、职责边界", ONE_MATTER,
        "青岗县妇女联合会", "1、部门职责", ONE_DUTY, "2、职责边界", "......",
        "青岗县供销合作社责任清单（试行）", "一、部门职责", ONE_DUTY,
    )  # fmt: skip
    assert owners(text) == [("青岗县民政局", 1, 2), ("青岗县妇女联合会", 1, 0), ("青岗县供销合作社", 1, 0)]


@pytest.mark.parametrize("shape", SHAPES)
def test_second_names_may_stand_over_lines(shape: str) -> None:
    text = document(
        shape,
        "青岗县农业农村局\n（青岗县乡村振兴局、\n青岗县扶贫办）\n责任清单", "一、部门职责", ONE_DUTY,
        "青岗县文化旅游局\n（县体育局）责任清单", "一、部门职责", ONE_DUTY,
        "（青岗县司法局）责任清单", "一、部门职责", ONE_DUTY,
    )  # fmt: skip
    assert [(one.owner, one.aliases) for one in read(text)] == [
        ("青岗县农业农村局", ("青岗县乡村振兴局", "青岗县扶贫办")),
        ("青岗县文化旅游局", ("县体育局",)),
        ("青岗县司法局", ()),
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_lists_of_boundaries_alone(shape: str) -> None:
    named = document(shape, "青岗县民政局职责边界清单", ONE_MATTER, "青岗县林业局职责边界清单", ONE_MATTER)
    headed = document(
        shape,
        "青岗县民政局\n责任清单",
        "一、职责边界",
        ONE_MATTER,
        "青岗县林业局\n责任清单",
        "一、职责边界",
        ONE_MATTER,
    )
    assert owners(named) == owners(headed) == [("青岗县民政局", 0, 2), ("青岗县林业局", 0, 2)]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_list_of_duties_alone_lacks_the_other_parts(shape: str) -> None:
    (one,) = read(document(shape, TITLE, "一、部门职责", ONE_DUTY))
    assert [part.kind for part in one.sections if part.state == "missing"] == ["boundaries", "regimes", "services"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "contents",
    ["青岗县民政局责任清单\t1\n青岗县林业局责任清单\t9", "青岗县民政局责任清单\n青岗县林业局责任清单"],
    ids=["with pages", "without pages"],
)
def test_a_collection_with_numbered_titles_and_contents(shape: str, contents: str) -> None:
    text = document(
        shape, "青岗县部门责任清单汇编", f"目 录\n{contents}",
        "一、青岗县民政局责任清单", "（一）部门职责", ONE_DUTY, "（二）职责边界", ONE_MATTER,
        "二、青岗县林业局责任清单", "（一）部门职责", ONE_DUTY,
    )  # fmt: skip
    assert owners(text) == [("青岗县民政局", 1, 2), ("青岗县林业局", 1, 0)]


def test_texts_that_end_with_the_words_of_a_title_are_none() -> None:
    duties = Grid(
        DUTY, [["1", "编制清单", "编制权力清单和责任清单\n公布部门责任清单", ""], ["", "", "审核部门责任清单", ""]]
    )
    text = document(
        "flattened", "青岗县委编办责任清单", "一、部门职责", duties, "三、事中事后监管制度", "（一）清单监管",
        "一、监督检查对象", "编制责任清单", "二、监督检查内容", "公布责任清单", "四、公共服务事项", SERVICES,
    )  # fmt: skip
    (one,) = read(text)
    assert (len(one.duties), len(one.services), len(one.regimes)) == (2, 2, 1)


@pytest.mark.parametrize("word", [*WORDS_FOR_NOTHING, *MARKS_FOR_NOTHING])
def test_a_part_may_say_that_it_is_empty(word: str) -> None:
    (one,) = read(
        printed(
            "tabbed", shared=word, boundaries="二、职责边界", services=f"三、事中事后监管制度\n\n{word}", offered=""
        )
    )
    states = {part.kind: part.state for part in one.sections}
    state = "dots" if word in MARKS_FOR_NOTHING else "none"
    assert (states["boundaries"], states["regimes"]) == (state, state)
    assert one.regimes == ()


@pytest.mark.parametrize("word", ["无", "暂无", "……", "--", "/"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_table_may_say_that_it_is_empty(shape: str, word: str) -> None:
    empty, numbered = Grid(BOUNDARY, [[word, *[""] * 5]]), Grid(SERVICE, [["1", *[word] * 4]])
    (one,) = read(printed(shape, shared=empty, offered=numbered))
    state = "none" if word in WORDS_FOR_NOTHING else "dots"
    assert {part.kind: part.state for part in one.sections} == {
        "duties": "rows", "boundaries": state, "services": state, "regimes": "missing",
    }  # fmt: skip
    assert (one.boundaries, one.services) == ((), ())


def test_a_table_with_a_header_alone_is_empty() -> None:
    (one,) = read(printed("tabbed", shared=Grid(BOUNDARY, [])))
    assert next(part.state for part in one.sections if part.kind == "boundaries") == "none"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read_in_every_encoding(shape: str, encoding: str) -> None:
    text = printed(shape)
    (one,) = read_document(read_text(text.encode(encoding), "清单.txt"))
    assert said(one) == said(read(text)[0])


def test_a_folder_may_hold_all_shapes_and_encodings(tmp_path: Path) -> None:
    encodings = ("utf-8", "gb18030", "utf-16", "utf-8-sig")
    folder = tmp_path / "青岗县"
    folder.mkdir()
    for shape, encoding in zip(SHAPES, encodings, strict=True):
        (folder / f"{shape}.txt").write_bytes(printed(shape).encode(encoding))
    (folder / "通知.txt").write_text("青岗县人民政府关于公布清单的通知\n\n请遵照执行。\n", encoding="utf-8")
    corpus = load([tmp_path], jobs=1)
    assert [said(one) for one in corpus.lists] == [said(read(printed("tabbed"))[0])] * len(SHAPES)
    assert [bool(record.warnings) for record in corpus.documents].count(True) == 1


def test_the_rows_of_a_table_under_a_wrong_heading_are_of_the_kind_its_columns_tell() -> None:
    (one,) = read(document("tabbed", TITLE, "一、部门职责", DUTIES, BOUNDARIES, "二、职责边界", SERVICES))
    assert (len(one.duties), len(one.boundaries), len(one.services)) == (4, 4, 2)
