"""Make a package of an XML file of Word 2003 (WordprocessingML 2003), as many systems of offices still export it.

It says nearly the same as a .docx, under other names and in one file: its parts are renamed and put apart.
"""

from __future__ import annotations

import base64
from binascii import Error as NotBase64
from collections.abc import Iterator

from lxml import etree

from data.errors import UnreadableDocument
from loaders.readers.word.names import VAL, R, V, W
from loaders.readers.word.package import Link, Package

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_HINTS = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_NOTES = "{http://schemas.microsoft.com/aml/2001/core}"
_SMART = "{urn:schemas-microsoft-com:office:smarttags}"
_WRAPPER = f"{W}smartTag"
_RENAMED = {
    **{"vmerge": "vMerge", "hmerge": "hMerge", "listPr": "numPr", "ilfo": "numId", "hlink": "hyperlink"},
    **{"listDef": "abstractNum", "list": "num", "ilst": "abstractNumId", "nfc": "numFmt"},
    **{"listStyleLink": "numStyleLink", "listDefId": "abstractNumId"},
}
_CHANGES = {"Word.Insertion": f"{W}ins", "Word.Deletion": f"{W}del"}
# Number formats by their numbers ([MS-OSHARED] 2.2.1.3, MSONFC); the others are written in plain digits.
_FORMS = {
    **{"0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter"},
    **{"10": "ideographDigital", "11": "japaneseCounting", "14": "decimalFullWidth", "18": "decimalEnclosedCircle"},
    **{"22": "decimalZero", "23": "bullet", "26": "decimalEnclosedFullstop", "27": "decimalEnclosedParen"},
    **{"28": "decimalEnclosedCircleChinese", "29": "ideographEnclosedCircle", "30": "ideographTraditional"},
    **{"31": "ideographZodiac", "33": "taiwaneseCounting", "34": "ideographLegalTraditional"},
    **{"35": "taiwaneseCountingThousand", "36": "taiwaneseDigital", "37": "chineseCounting"},
    **{"38": "chineseLegalSimplified", "39": "chineseCountingThousand", "255": "none"},
}
_MAIN, _STYLES, _LISTS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_HEADER_KINDS = {"odd": "default"}


def is_2003(root: etree._Element) -> bool:
    """Return whether an XML file is one of Word 2003."""
    return root.tag == f"{_OLD}wordDocument"


def open_2003(root: etree._Element, file: str) -> Package:
    """Return the package that an XML file of Word 2003 would be as a .docx.

    Args:
        root: the root element; it is changed.
        file: the name for errors.

    Raises:
        UnreadableDocument: a picture in it is damaged.
    """
    for element in list(root.iter()):
        _rename(element)
    links = {"styles": Link("styles", _STYLES), "lists": Link("numbering", _LISTS)}
    parts = {name: root.find(f"{W}{part}") for name, part in ((_STYLES, "styles"), (_LISTS, "lists"))}
    pictures = dict(_pictures(root, file))
    for number, header in enumerate(list(root.iter(f"{W}hdr"))):
        parts[f"header{number}"] = header
        links[f"header{number}"] = Link("header", f"header{number}")
        _refer(header, f"header{number}")
    links |= {name: Link("image", name) for name in pictures}
    parts[_MAIN] = root

    def fetch(name: str, most: int) -> bytes | None:
        part = parts.get(name)
        made = pictures.get(name) if part is None else etree.tostring(part)
        if made is not None and len(made) > most:
            raise UnreadableDocument("word.too-large", file=file)
        return made

    return Package(file, fetch, known={_MAIN: links})


def _rename(element: etree._Element) -> None:
    """Give an element and its attributes the names that they have in a .docx."""
    tag = element.tag
    if tag.startswith(_OLD):
        local = tag.removeprefix(_OLD)
        element.tag = f"{W}{_RENAMED.get(local, local)}"
    elif tag.startswith((_HINTS, _SMART)) or tag == f"{_NOTES}content":
        element.tag = _WRAPPER
    for name, value in list(element.attrib.items()):
        if str(name).startswith(_OLD):
            local = str(name).removeprefix(_OLD)
            element.set(f"{W}{_RENAMED.get(local, local)}", str(value))
    if tag == f"{_NOTES}annotation":
        element.tag = _CHANGES.get(element.get(f"{W}type", ""), tag)
    elif tag == f"{_OLD}nfc":
        element.set(VAL, _FORMS.get(element.get(VAL, ""), "decimal"))
    elif tag == f"{V}imagedata":
        element.set(f"{R}id", element.get("src", ""))


def _refer(header: etree._Element, name: str) -> None:
    """Put a reference in the place of a page header."""
    kind = header.get(f"{W}type", "odd")
    reference = etree.Element(f"{W}headerReference")
    reference.set(f"{W}type", _HEADER_KINDS.get(kind, kind))
    reference.set(f"{R}id", name)
    parent = header.getparent()
    if parent is not None:
        parent.replace(header, reference)


def _pictures(root: etree._Element, file: str) -> Iterator[tuple[str, bytes]]:
    for data in list(root.iter(f"{W}binData")):
        try:
            yield data.get(f"{W}name", ""), base64.b64decode(data.text or "")
        except NotBase64 as error:
            raise UnreadableDocument("error.damaged", file=file) from error
