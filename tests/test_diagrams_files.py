"""What the files of figures hold: the same bytes each time, text that can be searched, one file a page, no traps."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import matplotlib
import pypdfium2
import pytest
from diagram_samples import graph, large, two_lists

from data.errors import NothingReadable, OutputError, UsageError
from data.workers import workers
from graph.dutygraph import DutyGraph
from reports.diagrams.department import draw_department
from reports.diagrams.matrix import draw_matrix
from reports.diagrams.matter import draw_matter
from reports.diagrams.network import draw_network
from reports.diagrams.standard import StandardSet, drawings

MATTER = "出生人口性别比治理"
KINDS: dict[str, Callable[[DutyGraph, Path], list[Path]]] = {
    "matrix": draw_matrix,
    "matter": lambda drawn, path: draw_matter(drawn, MATTER, path),
    "department": lambda drawn, path: draw_department(drawn, "县卫生局", path),
    "network": draw_network,
}


def _text(path: Path) -> str:
    """The text of a PDF without its white space."""
    with pypdfium2.PdfDocument(path) as document:
        return re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in document))


@pytest.mark.parametrize("suffix", [".pdf", ".png", ".svg"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_input_gives_the_same_bytes(kind: str, suffix: str, tmp_path: Path) -> None:
    first, second = (KINDS[kind](two_lists(), tmp_path / f"{turn}{suffix}") for turn in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize("kind", KINDS)
def test_pdf_text_can_be_searched(kind: str, tmp_path: Path) -> None:
    text = _text(KINDS[kind](two_lists(), tmp_path / "a.pdf")[0])
    assert all(name in text for name in ("县卫生局", "县公安局", "县计生局"))
    assert "东山市甲县" in text


def test_pdf_holds_what_each_list_says_of_the_matter(tmp_path: Path) -> None:
    text = _text(draw_matter(two_lists(), MATTER, tmp_path / "a.pdf")[0])
    for words in (
        "牵头组织综合治理工作；负责B超管理",
        "配合县计生局管理B超",
        "（该清单未列此部门）",
        "卫生局清单（2个部门）",
    ):
        assert words in text


def test_pdf_fonts_are_embedded_as_type_3(tmp_path: Path) -> None:
    raw = draw_matrix(two_lists(), tmp_path / "a.pdf")[0].read_bytes()
    assert b"/Type3" in raw
    assert b"/CIDFontType0" not in raw
    assert b"CreationDate" not in raw


def test_a_department_that_stands_alone_is_said_to(tmp_path: Path) -> None:
    alone = graph([("县文旅局", "古籍保护", "县文旅局", "responsible", "")])
    text = _text(draw_department(alone, "县文旅局", tmp_path / "a.pdf")[0])
    assert "（无其他部门）" in text
    assert "（职责分工栏空白）" in text


def test_pages_of_png_and_svg_are_numbered(tmp_path: Path) -> None:
    written = draw_matrix(large(), tmp_path / "matrix.svg")
    assert len(written) > 1
    assert [path.name for path in written[:2]] == ["matrix.svg", "matrix-2.svg"]
    assert all(path.exists() for path in written)


def test_pdf_pages_are_a4_upright(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(draw_matrix(large(), tmp_path / "a.pdf")[0]) as document:
        assert len(document) > 1
        assert {tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document} == {(210, 297)}


def test_png_has_200_dots_an_inch(tmp_path: Path) -> None:
    raw = draw_network(two_lists(), tmp_path / "a.png")[0].read_bytes()
    assert int.from_bytes(raw[16:20], "big") == int(164 / 25.4 * 200)


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.pdf"):
        draw_matrix(two_lists(), tmp_path / "a.jpg")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("draw", [draw_matrix, draw_network])
def test_an_empty_graph_is_said_to_be_empty(draw: Callable[[DutyGraph, Path], list[Path]], tmp_path: Path) -> None:
    with pytest.raises(NothingReadable, match="东山市甲县"):
        draw(graph([]), tmp_path / "a.pdf")


def test_a_folder_that_is_a_file_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError):
        draw_matrix(two_lists(), tmp_path / "taken" / "a.pdf")


def test_settings_of_the_process_stay_as_they_are(tmp_path: Path) -> None:
    before = dict(matplotlib.rcParams)
    draw_matrix(two_lists(), tmp_path / "a.pdf")
    assert dict(matplotlib.rcParams) == before


def test_settings_of_the_user_change_nothing(tmp_path: Path) -> None:
    plain = draw_network(two_lists(), tmp_path / "a.svg")[0].read_bytes()
    with matplotlib.rc_context({"lines.linewidth": 9, "font.size": 40, "savefig.facecolor": "red"}):
        assert draw_network(two_lists(), tmp_path / "b.svg")[0].read_bytes() == plain


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    hostile = graph([("", "\x00--><script>alert(1)</script>", "县&<局>$x^2$", "lead", "]]>")])
    text = draw_matrix(hostile, tmp_path / "a.svg")[0].read_text(encoding="utf-8")
    assert "<script" not in text
    pypdfium2.PdfDocument(draw_matrix(hostile, tmp_path / "a.pdf")[0]).close()


def test_a_character_that_no_font_has_is_reported(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    odd = graph([("", "水库\ue001管理", "县水利局", "lead", "")])
    path = draw_matrix(odd, tmp_path / "a.pdf")[0]
    assert "\ue001(U+E001)" in caplog.text
    assert "水库〓管理" in _text(path)


def test_a_rare_character_comes_from_the_second_font(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    rare = graph([("", "䶮\u4db6水库管理", "县水利局", "lead", "")])
    path = draw_matrix(rare, tmp_path / "a.pdf")[0]
    assert not caplog.text
    assert "水库管理" in _text(path)
    assert b"NotoSerifSC" in path.read_bytes()


def test_standard_set(tmp_path: Path) -> None:
    drawn = two_lists()
    with workers(1) as pool:
        figures = StandardSet((drawn, graph([])), tmp_path, pool)
        figures.add({drawn.jurisdiction: [MATTER, MATTER]})
        written = figures.finish()
    names = [path.relative_to(tmp_path).as_posix() for path in written]
    kinds = ("matrix", "network", f"matter-01-{MATTER}")
    assert names == [f"东山市甲县/{kind}{suffix}" for kind in kinds for suffix in (".pdf", ".svg")]
    assert [*drawings(written)][2] == f"东山市甲县“{MATTER}”部门职责边界图"
