"""What is drawn on a sheet beside its cells: the words in text boxes, and whether there are pictures."""

from __future__ import annotations

from loaders.readers.sheets.books.contents import relations
from loaders.readers.sheets.books.packed import Parts, local
from loaders.readers.sheets.grid import Sheet

_PICTURE, _WORDS, _PARAGRAPH, _TEXT = "pic", "txBody", "p", "t"


def add_drawing(sheet: Sheet, parts: Parts, part: str, identity: str) -> None:
    """Note on a sheet the words of a drawing's text boxes, and that it holds pictures.

    Args:
        sheet: the sheet.
        parts: the workbook.
        part: the name of the sheet's own part.
        identity: the drawing, as the sheet names it.
    """
    drawing = relations(parts, part).get(identity)
    for element in parts.elements(drawing.part, _PICTURE, _WORDS) if drawing else ():
        if local(element) == _PICTURE:
            sheet.pictures = True
        else:
            lines = [
                "".join(text.text or "" for text in line.iter(f"{{*}}{_TEXT}"))
                for line in element.iter(f"{{*}}{_PARAGRAPH}")
            ]
            sheet.beside += [line.strip() for line in lines if line.strip()]
