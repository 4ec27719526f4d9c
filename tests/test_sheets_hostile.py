"""Whatever a workbook holds, it ends in rows or in one clear line, in bounded time and memory."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from sheet_files import BOUNDARY, by_hand, ods, outline, rows_xml, saved, spreadsheetml, tables_of, xls, xlsx, zipped

from data.document import Document
from data.errors import UnreadableDocument
from loaders.confined import Stopped, confined
from loaders.readers.read import read
from loaders.readers.sheets.grid import column_name

GRID = [list(BOUNDARY), *[[str(number), "校车管理", "县教育局", "牵头"] for number in range(1, 20)]]
FOREIGN = '<!DOCTYPE worksheet [<!ENTITY a "{0}"><!ENTITY b SYSTEM "file:///etc/passwd">]>'


def refused(raw: bytes, name: str = "a.xlsx") -> str:
    """The key of the error with which a file is refused."""
    with pytest.raises(UnreadableDocument) as raised:
        read(raw, name)
    return raised.value.key


def read_book(raw: bytes) -> Document:
    return read(raw, "a.xlsx")


def sheet(xml: str) -> bytes:
    return by_hand(f"<sheetData>{xml}</sheetData>")


MAKERS: dict[str, Callable[[], bytes]] = {
    "a.xlsx": lambda: xlsx(GRID),
    "a.xls": lambda: xls(GRID),
    "a.ods": lambda: ods("".join(f"<table:table><table:table-row/></table:table>{number}" for number in range(99))),
    "a.xml": lambda: spreadsheetml("<Row/>" * 99),
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_truncated_file_is_refused_wherever_it_ends(name: str) -> None:
    raw = MAKERS[name]()
    told = set()
    for end in range(0, len(raw), max(1, len(raw) // 60)):
        try:
            read(raw[:end], name)
        except UnreadableDocument as error:
            told.add(error.key)
    assert told <= {
        "error.empty",
        "error.damaged",
        "error.unknown-ole",
        "error.not-text",
        "error.encoding",
        "error.archive",
    }
    assert "error.damaged" in told


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls"])
def test_mutated_files_end_in_a_document_or_a_line(name: str) -> None:
    raw, chance = MAKERS[name](), random.Random(7)
    mutants = [_mutant(raw, chance) for _ in range(30)]
    results = confined(_kind_of_end, [(mutant, name) for mutant in mutants], jobs=1)
    assert not [result for result in results if isinstance(result, Stopped)]
    assert set(results) <= {
        "read",
        "error.damaged",
        "error.unknown-ole",
        "error.empty",
        "error.encoding",
        "error.archive",
    }


def _kind_of_end(item: tuple[bytes, str]) -> str:
    try:
        read(*item)
    except UnreadableDocument as error:
        return error.key
    return "read"


def _mutant(raw: bytes, chance: random.Random) -> bytes:
    """Change some bytes: of a zip those of its sheet, so that more is met than a wrong sum."""
    if not raw.startswith(b"PK"):
        return _changed(raw, chance)
    with zipfile.ZipFile(BytesIO(raw)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    target = chance.choice([name for name in files if "sheet" in name or "styles" in name])
    return zipped({**files, target: _changed(files[target], chance)})


def _changed(raw: bytes, chance: random.Random) -> bytes:
    content = bytearray(raw)
    for _ in range(chance.choice([1, 3, 20])):
        at = chance.randrange(len(content))
        content[at : at + chance.choice([1, 1, 4])] = chance.choice([b"\xff", b"0", b"9999999", b'"', b"<", bytes(4)])
    return bytes(content)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        with zipfile.ZipFile(BytesIO(sheet(""))) as small:
            for name in small.namelist():
                if "sheet1" not in name:
                    packed.writestr(name, small.read(name))
        with packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(600):
                part.write(bytes(2**20))
    assert refused(content.getvalue()) == "sheets.error.large-file"


def test_one_part_named_by_a_thousand_sheets_is_not_read_a_thousand_times() -> None:
    sheets = "".join(f'<sheet name="表{number}" sheetId="{number}" r:id="rId1"/>' for number in range(1, 1001))
    padding = f"<!-- {' ' * 2**20} -->"
    assert refused(by_hand(padding, workbook=f"<sheets>{sheets}</sheets>")) == "sheets.error.large-file"


def test_a_few_cells_far_apart_cost_nothing() -> None:
    far = "".join(
        f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>甲</t></is></c></row>'
        for row, place in [(1, "A1"), (2, "B2"), (1_048_576, "XFD1048576")]
    )
    document = read_book(sheet(far))
    assert len(document.units) == 3


def test_a_cell_filled_by_chance_far_to_the_right_makes_no_wide_table() -> None:
    far = '<row r="21"><c r="A21" t="s"><v>0</v></c><c r="XFD21" t="s"><v>0</v></c></row>'
    document = read_book(by_hand(f"<sheetData>{rows_xml(GRID)}{far}</sheetData>", "<si><t>甲</t></si>"))
    assert [table.columns for table in tables_of(document)] == [5]


def test_a_grid_that_asks_for_millions_of_blank_cells_is_refused() -> None:
    steps = "".join(
        f'<row><c><v>1</v></c><c r="{column_name(10 * number)}1"><v>2</v></c></row>' for number in range(1, 1600)
    )
    assert refused(sheet(steps)) == "sheets.error.large"


def test_rows_that_hold_formats_alone_cost_little() -> None:
    blank = "".join(f'<row r="{row}"><c r="A{row}" s="0"/><c r="B{row}" s="0"/></row>' for row in range(3, 200_000))
    document = read_book(sheet(rows_xml(GRID[:2]) + blank))
    assert outline(document) == [GRID[:2]]


def test_one_long_text_in_many_cells_is_refused() -> None:
    rows = "<row>" + '<c t="s"><v>0</v></c>' * 2000 + "</row>"
    strings = f"<si><t>{'长' * 100_000}</t></si>"
    assert refused(by_hand(f"<sheetData>{rows}</sheetData>", strings)) == "sheets.error.large"


@pytest.mark.parametrize("areas", [
    ["A1:XFD1048576"], ["A1:B3", "B2:C4", "A1:A1"], ["C3:A1"], ["A0:B2", "AAAA1:B2", "", "#REF!", "A1:B99999999"],
    ["A1:D20"] * 5000, [f"A1:D{row}" for row in range(1, 3000)],
])  # fmt: skip
def test_ranges_that_no_sheet_has_are_cut_or_left_out(areas: list[str]) -> None:
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    document = read_book(by_hand(f"<sheetData>{rows_xml(GRID)}</sheetData><mergeCells>{merges}</mergeCells>"))
    for table in tables_of(document):
        height = 1 + max(cell.row for cell in table.cells)
        assert all(
            cell.row + cell.row_span <= height and cell.column + cell.column_span <= table.columns
            for cell in table.cells
        )


def test_overlapping_ranges_are_said() -> None:
    merges = '<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="B3:B4"/></mergeCells>'
    document = read(by_hand(f"<sheetData>{rows_xml(GRID)}</sheetData>{merges}"), "a.xlsx")
    assert any("1 处合并单元格相互重叠" in warning for warning in document.warnings)


@pytest.mark.parametrize("entity", ["甲" * 10, "&lt;c/&gt;"])
def test_entities_are_not_written_out(entity: str) -> None:
    with zipfile.ZipFile(BytesIO(sheet("<row><c t='str'><v>&a;</v></c><c t='str'><v>&b;</v></c></row>"))) as packed:
        files = {name: packed.read(name).decode() for name in packed.namelist()}
    part = "xl/worksheets/sheet1.xml"
    raw = zipfile_of(files, part, FOREIGN.format(entity) + files[part])
    try:
        said = str(outline(read(raw, "a.xlsx")))
    except UnreadableDocument as error:
        said = str(error)
    assert "root:" not in said
    assert "甲甲" not in said


def test_entities_that_grow_end_in_a_line() -> None:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    raw = spreadsheetml('<Row><Cell><Data ss:Type="String" x="&e29;">&e29;</Data></Cell></Row>')
    bomb = raw.replace(b"<Workbook", f'<!DOCTYPE Workbook [<!ENTITY e0 "lol">{steps}]><Workbook'.encode(), 1)
    assert refused(bomb, "a.xml") == "error.damaged"


def zipfile_of(files: dict[str, str], part: str, text: str) -> bytes:
    return zipped({**files, part: text})


def test_a_zip_whose_first_part_cannot_be_unpacked_is_damaged() -> None:
    raw = bytearray(ods("<table:table/>" * 99))
    begin = raw.index(b"mimetype") + len("mimetype")
    raw[begin : begin + 9] = b"\xff" * 9
    assert refused(bytes(raw), "a.ods") == "error.damaged"


def test_names_as_windows_has_them_are_found() -> None:
    with zipfile.ZipFile(BytesIO(sheet(rows_xml(GRID)))) as packed:
        raw = zipped({name.replace("/", "\\"): packed.read(name) for name in packed.namelist()})
    assert outline(read(raw, "a.xlsx")) == [GRID]


def test_a_damaged_sheet_costs_only_itself() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx(GRID, name="县教育局")))
    book.create_sheet("县民政局").append(["甲", "乙"])
    with zipfile.ZipFile(BytesIO(saved(book))) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    files["xl/worksheets/sheet1.xml"] = files["xl/worksheets/sheet1.xml"][:-40]
    document = read(zipped(files), "a.xlsx")
    assert outline(document) == [[["甲", "乙"]]]
    assert "县教育局" in document.unread[0]


def test_names_that_lead_out_of_the_zip_lead_nowhere() -> None:
    target = "../../../../etc/passwd"
    rels = f'<Relationship Id="rId1" Type="x/worksheet" Target="{target}"/>'
    raw = by_hand("", rels=rels, **{target: "root:x:0:0", "/etc/hosts": "127.0.0.1"})
    assert not read(raw, "a.xlsx").blocks


@pytest.mark.parametrize("text", ["=1+1", "+86 731", "-1", "@SUM(A1)", "=cmd|'/C calc'!A0", "'=1"])
def test_texts_that_look_like_formulas_are_texts(text: str) -> None:
    cell = f'<c t="inlineStr"><is><t>{text}</t></is></c>'
    assert outline(read(sheet(f"<row>{cell * 2}</row>"), "a.xlsx")) == [[[text, text]]]


def test_repeated_cells_of_an_ods_are_counted() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>甲</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    assert refused(ods(f"<table:table>{row}</table:table>"), "a.ods") == "sheets.error.large"


@pytest.mark.parametrize("index", ["0", "-5", "99999999", "x"])
def test_places_that_no_sheet_has(index: str) -> None:
    cell = f'<Cell ss:Index="{index}"><Data ss:Type="String">甲</Data></Cell>'
    assert refused(spreadsheetml(f"<Row>{cell}</Row>"), "a.xml") == "error.damaged"
    assert refused(sheet(f'<row r="{index}"><c><v>1</v></c></row>')) == "error.damaged"


def test_ten_thousand_rows_are_read() -> None:
    grid = [GRID[0], *[[str(number), "校车管理" * 20, "县教育局", "牵头" * 50] for number in range(10_000)]]
    document = read_book(sheet(rows_xml(grid)))
    assert len(document.units) == 10_001


def test_a_workbook_with_a_password_says_so() -> None:
    given = Path(__file__).parent / "hostile" / "password.xlsx"
    assert refused(given.read_bytes()) == "error.password"


def test_an_xls_with_a_password_says_so() -> None:
    raw = xls(GRID)
    # FILEPASS stands right behind the first BOF: RC4, standard encryption.
    begin = raw.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    record = b"\x2f\x00\x36\x00\x01\x00\x01\x00\x01\x00"
    assert refused(raw[: begin + 20] + record + raw[begin + 20 + len(record) :], "a.xls") == "error.password"
