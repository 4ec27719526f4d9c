"""What the styles of an OpenDocument text say: hidden or not, which page header, how wide a column, which list."""

from __future__ import annotations

from lxml import etree

from loaders.readers.word.odf.names import STYLE, TEXT, length

_NAME, _PARENT = f"{STYLE}name", f"{STYLE}parent-style-name"
_COLUMN, _WIDTH = f"{STYLE}table-column-properties", f"{STYLE}column-width"
_RELATIVE = f"{STYLE}rel-column-width"
_SHARE = 10
_HEADERS = (f"{STYLE}header", f"{STYLE}header-first", f"{STYLE}header-left")


class Styles:
    """The styles of content.xml and styles.xml by family and name; one takes over what it does not say itself."""

    def __init__(self, *roots: etree._Element) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self.masters: dict[str, etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}family", ""), style.get(_NAME, "")] = style
            self.masters |= {page.get(_NAME, ""): page for page in root.iter(f"{STYLE}master-page")}
            self.lists |= {made.get(_NAME, ""): made for made in root.iter(f"{TEXT}list-style")}
            self.lists |= {made.get(_NAME, ""): made for made in root.iter(f"{TEXT}outline-style")}

    def hidden(self, family: str, name: str | None) -> bool:
        """Return whether text of a style (family "text" or "paragraph") is hidden."""
        for style in self._line(family, name):
            shown = style.find(f"{STYLE}text-properties")
            if shown is not None and shown.get(f"{TEXT}display") is not None:
                return shown.get(f"{TEXT}display") == "none"
        return False

    def page(self, family: str, name: str | None) -> str | None:
        """Return the page style that begins with a paragraph or table of a style, None where none does."""
        for style in self._line(family, name):
            page = style.get(f"{STYLE}master-page-name")
            if page is not None:
                return page or None
        return None

    def list_name(self, name: str | None) -> str:
        """Return the list that a paragraph's style puts it into, "" for none."""
        for style in self._line("paragraph", name):
            if style.get(f"{STYLE}list-style-name") is not None:
                return style.get(f"{STYLE}list-style-name", "")
        return ""

    def width(self, name: str | None) -> int:
        """Return the width of a table column in twentieths of a point, or its share of the table's."""
        for style in self._line("table-column", name):
            said = style.find(_COLUMN)
            if said is not None:
                share = said.get(_RELATIVE, "").rstrip("*")
                return length(said.get(_WIDTH)) or (
                    int(share) // _SHARE if share.isdecimal() and len(share) < _SHARE else 0
                )
        return 0

    def headers(self, page: str) -> list[etree._Element]:
        """Return the page headers of a page style and of the one that follows it."""
        first = self.masters.get(page)
        following = None if first is None else self.masters.get(first.get(f"{STYLE}next-style-name", ""))
        masters = [master for master in (first, following) if master is not None]
        return [header for master in masters for name in _HEADERS for header in master.iterfind(name)]

    def _line(self, family: str, name: str | None) -> list[etree._Element]:
        """Return a style and those that it is derived from."""
        found: list[etree._Element] = []
        while name is not None and (family, name) in self._styles and self._styles[family, name] not in found:
            found.append(self._styles[family, name])
            name = found[-1].get(_PARENT)
        return found
