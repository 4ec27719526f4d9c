"""Names of the elements of a Word document, with their namespaces (ECMA-376 part 1, 17)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
VAL = f"{W}val"

PARAGRAPH, TABLE = f"{W}p", f"{W}tbl"
# What only wraps other content: it is read as if it were not there.
WRAPPERS = frozenset(
    (
        *(f"{W}{name}" for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple")),
        *(f"{W}{name}" for name in ("dir", "bdo", "rubyBase")),
    )
)
# What a tracked change has taken away.
REMOVED = frozenset((f"{W}del", f"{W}moveFrom"))
ADDED = frozenset((f"{W}ins", f"{W}moveTo"))
_OFF = frozenset(("0", "false", "off", "none"))
_NUMBER = re.compile(r"^\s*([+-]?[0-9]{1,9})(?:\.[0-9]*)?\s*$")


Properties = Mapping[str, etree._Element]


def first(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of a name; `find` would do the same in twice the time."""
    return next(element.iterchildren(name), None)


def properties(element: etree._Element | None) -> Properties:
    """Return the children of an element by their names: of the properties of a cell, each stands there once."""
    return {} if element is None else {child.tag: child for child in element}


def value(given: Properties, name: str) -> str | None:
    """Return the w:val of a property, None where it is not given."""
    return given[name].get(VAL) if name in given else None


def number(text: str | None) -> int | None:
    """Return a whole number as the attribute of a file gives it, without its fraction; None for none or absurd ones.

    Example:
        >>> number("12"), number("12.5"), number("1e5"), number("9" * 5000)
        (12, 12, None, None)
    """
    found = _NUMBER.match(text) if text else None
    return int(found[1]) if found else None


def switched_on(given: Properties, name: str) -> bool | None:
    """Return whether a property is switched on or off, None where it is not given."""
    return given[name].get(VAL) not in _OFF if name in given else None
