"""OpenDocument texts are read with their merges, numbers, headers and boxes."""

from __future__ import annotations

from word_files import grid, labels, picture, shape, tables, texts, the_cell, zipped

from data.document import Document
from loaders.readers.read import read

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    **{name: f"{_URN}:{name}:1.0" for name in ("office", "text", "table", "style")},
    **{"draw": f"{_URN}:drawing:1.0", "fo": f"{_URN}:xsl-fo-compatible:1.0", "xlink": "http://www.w3.org/1999/xlink"},
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_NAMES = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _PREFIXES.items())


def odt(
    body: str, automatic: str = "", styles: str = "", masters: str = "", media: dict[str, bytes] | None = None
) -> bytes:
    """An .odt file of the content of office:text, of automatic and other styles, and of master pages."""
    content = (
        f"<office:document-content{_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    further = (
        f"<office:document-styles{_NAMES}><office:styles>{styles}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": content.encode(),
            "styles.xml": further.encode(),
            **(media or {}),
        }
    )


def document(body: str, automatic: str = "", styles: str = "", masters: str = "") -> Document:
    return read(odt(body, automatic, styles, masters), "清单.odt")


def p(text: str = "", style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def cell(content: str = "", told: str = "") -> str:
    return f"<table:table-cell {told}>{content if content.startswith('<') else p(content)}</table:table-cell>"


def row(*cells: str, told: str = "") -> str:
    inside = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row {told}>{inside}</table:table-row>"


def style(name: str, family: str, inside: str = "", told: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {told}>{inside}</style:style>'


COVERED = "<table:covered-table-cell/>"


def table(*rows: str, columns: str = "") -> str:
    return f"<table:table>{columns}{''.join(rows)}</table:table>"


def across(count: int) -> str:
    return f'table:number-columns-spanned="{count}"'


def down(count: int) -> str:
    return f'table:number-rows-spanned="{count}"'


def test_it_is_known_by_its_content_and_named() -> None:
    made = document(p("望溪县") + "<text:h>责任清单</text:h>" + p())
    assert (made.reader, texts(made)) == ("odt", ["望溪县", "责任清单"])


def test_merges_are_spans() -> None:
    made = tables(
        document(
            table(
                f"<table:table-header-rows>{row(cell('标题', across(3)), COVERED, COVERED)}</table:table-header-rows>",
                row(cell("1", down(2)), "甲局", "牵头"),
                row(COVERED, "乙局", "配合"),
                row(cell("块", f"{across(2)} {down(2)}"), COVERED, "x"),
                row(COVERED, COVERED, "y"),
            )
        )
    )[0]
    assert grid(made) == [
        ["标题", "标题", "标题"],
        ["1", "甲局", "牵头"],
        ["1", "乙局", "配合"],
        ["块", "块", "x"],
        ["块", "块", "y"],
    ]
    assert shape(made)[0] == ("标题", 0, 0, 1, 3)
    assert [place.source.first for place in made.cells if place.text == "y"] == [5]


def test_malformed_merges_lose_no_cell() -> None:
    made = tables(document(table(row(cell("甲", f"{across(9)} {down(999999999)}"), "乙"), row(COVERED, "丙", "丁"))))[0]
    grid(made)
    assert [one.text for one in made.cells] == ["甲", "乙", "丙", "丁"]
    lone = tables(document(table(row(COVERED, "丙"))))[0]
    assert grid(lone) == [["", "丙"]]


def test_repeated_columns_and_cells() -> None:
    widths = style("c", "table-column", '<style:table-column-properties style:column-width="2cm"/>')
    columns = '<table:table-column table:style-name="c" table:number-columns-repeated="3"/>'
    repeated = row("1", cell("", 'table:number-columns-repeated="2"'), told='table:number-rows-repeated="2"')
    made = tables(document(table(row("a", "b", "c"), repeated, columns=columns), widths))[0]
    assert grid(made) == [["a", "b", "c"], ["1", "", ""], ["1", "", ""]]


def test_a_table_inside_a_cell() -> None:
    made = tables(document(table(row("1", cell(p("如下") + table(row("县水利局", "牵头")) + p("完"))))))[0]
    assert the_cell(made, 0, 1).text == "如下\n完"
    assert grid(the_cell(made, 0, 1).inner[0]) == [["县水利局", "牵头"]]


def test_white_space_fields_notes_and_comments() -> None:
    body = (
        p("主要\n   职责<text:tab/>3")
        + p("甲<text:s text:c='2'/>乙<text:line-break/><text:span>丙</text:span>丁<text:a>戊</text:a>")
        + p(
            "文<office:annotation><text:p>批注</text:p></office:annotation><text:note><text:p>脚注</text:p></text:note>末"
        )
        + p("<text:ruby><text:ruby-base>拼</text:ruby-base><text:ruby-text>pin</text:ruby-text></text:ruby>")
    )
    assert texts(document(body)) == ["主要 职责\t3", "甲  乙", "丙丁戊", "文末", "拼"]


def test_changes_and_hidden_text_are_told() -> None:
    hides = '<style:text-properties text:display="none"/>'
    automatic = style("h", "text", hides) + style("q", "paragraph", told='style:parent-style-name="hp"')
    gone = "<text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region>"
    body = f"<text:tracked-changes>{gone}</text:tracked-changes>"
    body += p("明<text:span text:style-name='h'>暗</text:span>") + p("全暗", "q")
    body += f'<text:section text:display="none">{p("节")}</text:section><text:section>{p("明节")}</text:section>'
    styles = style("hp", "paragraph", hides)
    made = document(body, automatic, styles)
    assert texts(made) == ["明", "明节"]
    assert len(made.warnings) == 2
    assert "3 处" in made.warnings[1]


def numbers(at: int, told: str) -> str:
    return f'<text:list-level-style-number text:level="{at}" {told}/>'


THREE = numbers(1, 'style:num-format="1" text:start-value="3"')
LISTS = (
    '<text:list-style style:name="L">'
    + numbers(1, 'style:num-suffix="、" style:num-format="一, 二, 三, ..."')
    + numbers(2, 'loext:num-list-format="%1%.%2%" style:num-format="1"')
    + '<text:list-level-style-bullet text:level="3" text:bullet-char="●"/></text:list-style>'
    + f'<text:list-style style:name="N">{THREE}</text:list-style>'
)


def items(*contents: str, style: str = "L", told: str = "") -> str:
    inside = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f'<text:list text:style-name="{style}" {told}>{inside}</text:list>'


def test_numbers_of_lists() -> None:
    inner = "<text:list><text:list-item>" + p("乙") + "<text:list><text:list-item>" + p("点")
    inner += "</text:list-item></text:list></text:list-item></text:list>"
    body = items(p("甲") + p("续段") + inner, p("丙"), told='xml:id="one"') + p("插话")
    body += items(p("丁"), told='text:continue-numbering="true"') + items(p("戊"))
    body += items(p("己"), told='text:continue-list="one"') + items(p("庚"), style="N")
    made = texts(document(body, LISTS))
    assert made == ["一、甲", "续段", "一.1 乙", "点", "二、丙", "插话", "三、丁", "一、戊", "四、己", "3 庚"]


def test_a_cell_that_holds_only_a_number() -> None:
    continued = 'text:continue-numbering="true"'
    rows = [
        row(cell(items(p(), style="N", told=continued)), "甲"),
        row(cell(items(p(), style="N", told=continued)), "乙"),
    ]
    assert grid(tables(document(table(*rows), LISTS))[0]) == [["3", "甲"], ["4", "乙"]]


def test_headings_numbered_by_the_outline() -> None:
    styles = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-prefix="第" '
        'style:num-suffix="章" style:num-format="一, 二, 三, ..."/></text:outline-style>'
    )
    body = '<text:h text:outline-level="1">总则</text:h><text:h text:outline-level="1">分则</text:h>'
    assert texts(document(body, styles=styles)) == ["第一章 总则", "第二章 分则"]


def test_page_headers_are_labels() -> None:
    masters = "".join(
        f'<style:master-page style:name="{name}" style:next-style-name="{following}">'
        f"<style:header>{text}</style:header></style:master-page>"
        for name, following, text in [
            ("Standard", "", p("望溪县民政局")),
            ("First", "Second", p("<text:page-number>1</text:page-number>")),
            ("Second", "", table(row("柳塘县水利局", "第1页"))),
        ]
    )
    automatic = '<style:style style:name="b" style:family="paragraph" style:master-page-name="First"/>'
    made = document(p("甲") + p("乙", "b") + p("丙"), automatic, masters=masters)
    assert labels(made) == ["望溪县民政局", "柳塘县水利局"]
    assert [block.text for block in made.blocks if hasattr(block, "text")] == [
        *("望溪县民政局", "甲", "柳塘县水利局", "乙", "丙")
    ]
    assert labels(document(p("乙", "b"), automatic, masters=masters)) == ["柳塘县水利局"]


def test_text_boxes_shapes_and_pictures() -> None:
    frame = f"<draw:frame><draw:text-box>{p('责任清单')}{table(row('1'))}</draw:text-box></draw:frame>"
    shapes = f"<draw:g><draw:custom-shape>{p('形中文字')}</draw:custom-shape></draw:g>"
    image = '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame>'
    body = p(f"望溪县{frame}{shapes}{image}")
    made = read(odt(body, media={"Pictures/a.png": picture(20, 20)}), "a.odt")
    assert texts(made) == ["望溪县", "责任清单", "形中文字"]
    assert grid(tables(made)[0]) == [["1"]]


def test_an_embedded_sheet_is_said_to_be_unread() -> None:
    sheet = (
        f"<office:document-content{_NAMES}><office:body><office:spreadsheet/></office:body></office:document-content>"
    )
    body = p('<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./x"/></draw:frame>')
    made = read(odt(body, media={"Object 1/content.xml": sheet.encode()}), "a.odt")
    assert len(made.unread) == 1
