"""Workbooks: lists on sheets, one sheet for many lists, numbers as printed, formulas, hidden sheets, old formats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from makedocs import expected, lists, office, sheets, tables
from makedocs.catalogue import Made, document
from makedocs.content import Source, department
from makedocs.layout import unmerged
from makedocs.word_lists import numbered

_THREE = ("望溪县民政局", "望溪县交通运输局", "望溪县市场监督管理局")


def _workbook(source: Source, title: str = "责任清单") -> bytes:
    book = sheets.new()
    sheets.page(book.create_sheet(title), lists.whole(source))
    return sheets.saved(book)


@document("xlsx/合并单元格.xlsx", "excel-merges", "excel-several-tables")
def merged_cells() -> Made:
    """A whole list on one sheet: title and headings merged across, several tables below each other."""
    source = department("鹤桥县卫生健康局")
    return Made(_workbook(source), [expected.of_list(source)], "xlsx")


@document("xlsx/一部门一表.xlsx", "excel-sheet-per-department")
def a_sheet_a_department() -> Made:
    """Three lists, a sheet each; only the names of the sheets tell whose they are."""
    book = sheets.new()
    sources = [replace(department(name), regimes=()) for name in _THREE]
    for source, name in zip(sources, _THREE, strict=True):
        pieces = [
            piece for piece in lists.whole(source, title=False) if piece.text not in ("三、事中事后监管制度", "无")
        ]
        sheets.page(book.create_sheet(name), pieces)
    told = [
        expected.of_list(source, jurisdiction="望溪县", owner=name)
        for source, name in zip(sources, _THREE, strict=True)
    ]
    return Made(sheets.saved(book), told, "xlsx")


@document("xlsx/县区部门列.xlsx", "excel-flat")
def flat_sheet() -> Made:
    """One sheet for departments of two counties: columns 县区 and 部门 before those of the duties, one row an item."""
    names = ("望溪县民政局", "望溪县交通运输局", "柳塘县水利局")
    rows = [("县区", "部门", "序号", "主要职责", "具体工作事项", "责任科室")]
    told = []
    for name in names:
        source = department(name)
        for main in source.duties:
            rows += [(name[:3], name[3:], main.seq, main.name, item, office) for item, office in main.items]
        whose = {"jurisdiction": name[:3], "owner": name}
        told.append(expected.of_list(source, boundaries=[], services=[], regimes=[], **whose))
    book = sheets.new()
    sheets.table(book.create_sheet("汇总"), rows)
    return Made(sheets.saved(book), told, "xlsx")


@document("xlsx/事权清单.xlsx", "header-powers", "excel-several-tables")
def powers_named_as_matters() -> Made:
    """事权清单: the columns 事权, 涉及部门, 职责划分, 依据, and the duties of the same list on a second sheet."""
    source = department("柳塘县水利局")
    book = sheets.new()
    first = book.create_sheet("事权清单")
    title = "岚川市柳塘县水利局事权清单"
    header = ("序号", "事权名称", "涉及部门", "职责划分", "实施依据", "典型案例")
    next_row = sheets.table(first, [[sheets.wide(title)]])
    sheets.table(first, tables.boundaries(source.matters, header), next_row)
    return Made(sheets.saved(book), [expected.of_boundaries(source)], "xlsx")


@document("xlsx/电话日期百分比.xlsx", "excel-printed")
def numbers_as_printed() -> Made:
    """Phones as text and as numbers, a date, a percentage and numbers 1, 2, 3 that Excel keeps as floats."""
    source = department("望溪县市场监督管理局")
    book = sheets.new()
    sheet = book.create_sheet("公共服务事项")
    sheets.table(sheet, [[sheets.wide(source.title)], [sheets.wide("公共服务事项")]])
    header = (*tables.SERVICES, "办结率", "更新时间")
    sheets.table(sheet, [header, *([] for _ in range(3))], 3)
    given = (
        (
            1,
            "企业开办一日办结",
            "提供登记、刻章、发票申领“一窗受理”",
            "行政审批股",
            "0796-5540166",
            0.985,
            date(2024, 3, 1),
        ),
        (2, "消费投诉受理", "受理消费者投诉举报并组织调解", "投诉举报中心", 12315, 1, date(2023, 11, 20)),
        (3, "计量器具检定咨询", "解答强制检定目录和申报程序", "计量检定所", "07965540171", 0.9, date(2024, 1, 5)),
    )
    for row, values in enumerate(given, 4):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
        sheet.cell(row, 6).number_format = "0.0%"
        sheet.cell(row, 7).number_format = 'yyyy"年"m"月"d"日"'
    phones = ("0796-5540166", "12315", "07965540171")
    remarks = ("98.5%\n2024年3月1日", "100.0%\n2023年11月20日", "90.0%\n2024年1月5日")
    services = [
        {"seq": str(seq), "name": name, "content": content, "agency": agency, "phone": phone, "remark": remark}
        for (seq, name, content, agency, *_), phone, remark in zip(given, phones, remarks, strict=True)
    ]
    told = expected.of_list(source, boundaries=[], duties=[], services=services)
    return Made(sheets.saved(book), [told], "xlsx")


@document("xlsx/公式.xlsx", "excel-formula-stored", "excel-formula-bare")
def formulas() -> Made:
    """Numbers and names made by formulas with a stored value, and one phone by a formula that was never computed."""
    source = department("柳塘县文化广电旅游体育局")
    book = sheets.new()
    sheet = book.create_sheet("公共服务事项")
    sheets.table(sheet, [[sheets.wide(source.title)], [sheets.wide("公共服务事项")], *tables.services(source.services)])
    sheet["A5"] = "=A4+1"
    sheet["D4"] = '="县"&"图书馆"'
    sheet["E5"] = "=VLOOKUP(D5,通讯录!A:B,2,FALSE)"
    services = expected.services(source.services)
    services[1]["phone"] = ""
    told = expected.of_list(source, boundaries=[], duties=[], services=services)
    raw = sheets.saved(book, {"A5": "2", "D4": "县图书馆"})
    return Made(raw, [told], "xlsx", warnings=("公式",))


@document("xlsx/隐藏工作表.xlsx", "excel-hidden")
def hidden_sheet() -> Made:
    """A list beside a hidden sheet that holds the names to choose from."""
    source = department("鹤桥县住房和城乡建设局")
    book = sheets.new()
    sheets.page(book.create_sheet("职责边界"), lists.boundaries(source))
    hidden = book.create_sheet("下拉选项")
    for row, name in enumerate(("县公安局", "县城市管理局", "县商务局"), 1):
        hidden.cell(row, 1, name)
    hidden.sheet_state = "hidden"
    return Made(sheets.saved(book), [expected.of_boundaries(source)], "xlsx", warnings=("隐藏",))


@document("xlsx/表头前有空行空列.xlsx", "excel-offset", "excel-several-tables")
def table_away_from_the_corner() -> Made:
    """A table that begins at B5 below who fills it in, without merges: blank cells go on, a note below."""
    source = department("柳塘县文化广电旅游体育局")
    book = sheets.new()
    sheet = book.create_sheet("职责边界")
    sheet.cell(2, 2, source.title.replace("责任清单", "职责边界清单"))
    sheet.cell(3, 2, "填报单位：县文化广电旅游体育局")
    sheet.cell(3, 6, "填报日期：2024年3月1日")
    last = sheets.table(sheet, unmerged(tables.boundaries(source.matters)), 5, 2)
    sheet.cell(last + 1, 2, "注：本表由县委编办汇总。")
    return Made(sheets.saved(book), [expected.of_boundaries(source)], "xlsx")


@document("xls/完整清单.xls", "excel-xls")
def old_workbook() -> Made:
    """A whole list in an .xls workbook, and the boundaries of another department on its second sheet."""
    first, second = department("柳塘县农业农村局"), department("柳塘县水利局")
    raw = sheets.old({"农业农村局": lists.whole(first), "水利局": lists.boundaries(second)})
    return Made(raw, [numbered(first), expected.of_boundaries(second)], "xls")


@document("et/职责边界.et", "excel-et")
def renamed_for_wps() -> Made:
    """An .xls workbook under the name that WPS gives it."""
    source = department("望溪县市场监督管理局")
    return Made(sheets.old({"Sheet1": lists.boundaries(source)}), [expected.of_boundaries(source)], "xls")


@document("ods/完整清单.ods", "excel-ods")
def open_workbook() -> Made:
    """A whole list as an OpenDocument workbook."""
    source = department("鹤桥县住房和城乡建设局")
    return Made(office.converted(_workbook(source), "xlsx", "ods"), [expected.of_list(source)], "ods")
