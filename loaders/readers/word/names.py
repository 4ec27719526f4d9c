"""Names of the elements of a Word document, with their namespaces (ECMA-376 part 1, 17)."""

from __future__ import annotations

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
_LONGEST_NUMBER = 9


def value(element: etree._Element | None, name: str) -> str | None:
    """Return the w:val of a child, None where there is no such child."""
    child = None if element is None else element.find(name)
    return None if child is None else child.get(VAL)


def number(text: str | None) -> int | None:
    """Return a whole number as the attribute of a file gives it, None where it is none or absurd.

    Example:
        >>> number("12"), number("1e5"), number("9" * 5000)
        (12, None, None)
    """
    if text is None or len(text) > _LONGEST_NUMBER:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def switched_on(element: etree._Element | None, name: str) -> bool | None:
    """Return whether a property is switched on or off, None where the element says nothing of it."""
    child = None if element is None else element.find(name)
    return None if child is None else child.get(VAL) not in _OFF
