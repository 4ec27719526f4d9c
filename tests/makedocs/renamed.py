"""Documents in formats that LibreOffice writes, and documents under wrong names."""

from __future__ import annotations

from makedocs import expected, lists, office, sheets, web, word, word_xml
from makedocs.catalogue import DOCUMENTS, Made, document
from makedocs.content import department
from makedocs.word_lists import written
from makedocs.word_numbers import with_numbers


def converted(name: str, wanted: str) -> Made:
    """Return another document of the catalogue in another format; its rows are the same."""
    made = DOCUMENTS[name].make()
    raw = office.converted(made.raw, name.rpartition(".")[2], wanted)
    return Made(raw, made.lists, wanted, made.warnings)


@document("doc/完整清单.doc", "doc")
def old_word() -> Made:
    """A whole list as an old Word file."""
    return converted("docx/完整清单.docx", "doc")


@document("doc/自动编号.doc", "doc", "word-automatic-numbers")
def old_word_with_numbers() -> Made:
    """Automatic numbers in an old Word file."""
    # LibreOffice writes lists that begin again wrongly into this format.
    made = with_numbers(restarted=False)
    return Made(office.converted(made.raw, "docx", "doc"), made.lists, "doc")


@document("doc/多部门汇编.doc", "doc", "word-several")
def old_word_of_several() -> Made:
    """Three departments in one old Word file."""
    return converted("docx/多部门汇编.docx", "doc")


@document("wps/职责边界.wps", "wps")
def wps() -> Made:
    """An old Word file under the name that WPS gives it."""
    source = department("柳塘县水利局")
    raw = office.converted(word.saved(written(lists.boundaries(source))), "docx", "doc")
    return Made(raw, [expected.of_boundaries(source)], "doc")


@document("rtf/标题行双层表头.rtf", "rtf", "word-two-level")
def rich_text() -> Made:
    """A title row, a two-level header, group rows and notes in RTF."""
    return converted("docx/标题行双层表头.docx", "rtf")


@document("odt/职责栏合并.odt", "odt", "merged-duty")
def open_text() -> Made:
    """Merged duties and departments in an OpenDocument text."""
    return converted("docx/职责栏合并.docx", "odt")


@document("odt/单元格内嵌套表.odt", "odt", "word-nested")
def open_text_with_nested_tables() -> Made:
    """Tables inside cells in an OpenDocument text."""
    return converted("docx/单元格内嵌套表.docx", "odt")


@document("misnamed/实为新版.doc", "wrong-suffix")
def docx_named_doc() -> Made:
    """A .docx under the name of an old Word file."""
    source = department("望溪县市场监督管理局")
    return Made(word.saved(written(lists.whole(source))), [expected.of_list(source)], "docx")


@document("misnamed/实为网页.xls", "wrong-suffix")
def html_named_xls() -> Made:
    """A web page under the name of a workbook, as systems export them."""
    source = department("柳塘县农业农村局")
    page = web.plain(source.title, web.body(lists.boundaries(source)), "gb2312")
    return Made(page.encode("gb2312"), [expected.of_boundaries(source)], "html")


@document("misnamed/实为富文本.doc", "wrong-suffix")
def rtf_named_doc() -> Made:
    """An RTF file under the name of an old Word file."""
    source = department("望溪县交通运输局")
    raw = office.converted(word.saved(written(lists.whole(source))), "docx", "rtf")
    return Made(raw, [expected.of_list(source)], "rtf")


@document("misnamed/实为版式文件.docx", "wrong-suffix")
def pdf_named_docx() -> Made:
    """A PDF under the name of a Word file."""
    source = department("柳塘县水利局")
    raw = office.converted(word.saved(written(lists.boundaries(source))), "docx", "pdf")
    return Made(raw, [expected.of_boundaries(source)], "pdf")


@document("misnamed/实为工作簿.csv", "wrong-suffix")
def xlsx_named_csv() -> Made:
    """A workbook under the name of a text file."""
    source = department("柳塘县文化广电旅游体育局")
    book = sheets.new()
    sheets.page(book.create_sheet("清单"), lists.whole(source))
    return Made(sheets.saved(book), [expected.of_list(source)], "xlsx")


@document("misnamed/实为Word2003XML.doc", "wrong-suffix", "office-xml")
def word_xml_named_doc() -> Made:
    """A Word 2003 XML file under the name of an old Word file."""
    source = department("鹤桥县卫生健康局")
    raw = word_xml.document(lists.whole(source))
    return Made(raw, [expected.of_list(source)], "wordxml")


@document("misnamed/实为Excel2003XML.xls", "wrong-suffix", "office-xml")
def excel_xml_named_xls() -> Made:
    """An Excel 2003 XML file under the name of a workbook."""
    source = department("鹤桥县住房和城乡建设局")
    raw = sheets.xml_2003("清单", lists.whole(source))
    return Made(raw, [expected.of_list(source)], "excelxml")
