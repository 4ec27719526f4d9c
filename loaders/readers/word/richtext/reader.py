"""Follow the groups and controls of Rich Text Format: what is text, what is said of it, and where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from loaders.readers.word.drawn import may_hold_table
from loaders.readers.word.headers import worded_lines
from loaders.readers.word.notes import Notes
from loaders.readers.word.pieces import Piece
from loaders.readers.word.richtext.characters import Characters
from loaders.readers.word.richtext.pictures import Picture
from loaders.readers.word.richtext.text import Text
from loaders.readers.word.richtext.tokens import Token, tokens

# What may begin a group inside; inside one that stands aside only what is named here.
_OPEN, _ASIDE = ("text", "label", "aside"), ("pict", "ud")
_HEADERS = ("header", "headerr", "headerf", "headerl")
# Groups that hold no text of the document; one "aside" may hold a picture that belongs to it.
_SILENT = (
    *("colortbl", "stylesheet", "info", "listtable", "listoverridetable", "filetbl", "falt", "panose", "pnseclvl"),
    *("fldinst", "formfield", "datafield", "annotation", "footnote", "xe", "rxe", "tc", "tcn", "docvar", "objdata"),
    *("footer", "footerl", "footerr", "footerf", "nonshppict", "nonesttables", "shprslt"),
)
_GROUPS = {
    **dict.fromkeys(_SILENT, "silent"),
    **dict.fromkeys(_HEADERS, "header"),
    **dict.fromkeys(("listtext", "pntext"), "label"),
    **dict.fromkeys(("shptxt", "dptxbxtext"), "box"),
    **dict.fromkeys(("nesttableprops", "shppict", "shpinst", "ud", "do"), "text"),
    **{"fonttbl": "fonts", "pict": "picture", "objclass": "program", "sp": "aside", "upr": "aside", "result": "text"},
}
_SAID = {
    **{"tab": "\t", "line": "\n", "page": "\n", "column": "\n", "softline": "\n", "~": "\u00a0", "_": "-"},
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"},
    **{"bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "{": "{", "}": "}", "\\": "\\"},
}
_PARAGRAPH_ENDS = frozenset(("par", "\n", "\r"))
_ENDS: dict[str, Callable[[Text, int], None]] = {
    **{"cell": Text.end_cell, "nestcell": Text.end_cell},
    **{"row": Text.end_row, "nestrow": Text.end_row},
}
_LEVELS = 9


@dataclass(slots=True)
class _Group:
    """What holds inside the braces of a group, and ends with them; `begins` is what begins with this very group."""

    what: str = "text"
    begins: str = ""
    font: int = 0
    stand_ins: int = 1
    hidden: bool = False
    deleted: bool = False
    starred: bool = False
    nested: bool = False


class Reader:
    """Reads one file, and takes notes of it."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.characters = Characters()
        self.picture = Picture()
        self.group = _Group()
        self.outer: list[_Group] = []
        self.text = Text()
        self.around: list[Text] = []
        self.headers: dict[str, tuple[str, ...]] = {}
        self.program, self.font, self.defined = "", 0, 0

    def pieces(self, raw: bytes) -> list[Piece]:
        """Return the paragraphs and tables of a file in order; `cut` tells afterwards whether it was whole."""
        for token in tokens(raw):
            self._take(token)
        self._say()
        while self.around:
            self._end_text()
        return self.text.finished()

    @property
    def cut(self) -> bool:
        """Whether the file ended inside a group."""
        return bool(self.outer)

    def _take(self, token: Token) -> None:
        kind = token.kind
        if kind in ("bytes", "byte"):
            if self.group.what == "picture":
                self.picture.digits += token.raw
            elif self.group.what != "silent":
                self.characters.add(token.raw, self.group.font)
        elif kind == "control":
            if not self.characters.replaces(token, self.group.stand_ins):
                self._say()
                self._control(token.name, token.number)
        elif kind == "open":
            self._say()
            self.outer.append(self.group)
            self.group = replace(self.group, begins="", starred=False)
        elif kind == "close":
            self._say()
            self._close()
        elif self.group.what == "picture":
            self.picture.raw += token.raw

    def _say(self) -> None:
        """Give the characters gathered so far to what they belong to."""
        said = self.characters.said()
        if not said:
            return
        if self.group.what == "label":
            self.text.label.append(said)
        elif self.group.what == "program":
            self.program += said
        elif self.group.what == "text":
            self._add(said)

    def _add(self, said: str) -> None:
        if self.group.deleted:
            self.notes.revised = True
        elif not self.group.hidden:
            self.text.words.append(said)
        elif said.strip():
            self.notes.hidden += not self.text.hid
            self.text.hid = True

    def _close(self) -> None:
        """End a group, and what began with it."""
        ended = self.group
        if self.outer:
            self.group = self.outer.pop()
        if ended.begins == "text":
            self._end_text()
        elif ended.begins == "picture":
            self.picture.note(self.notes)
        elif ended.begins == "program":
            self.notes.objects += may_hold_table(self.program)

    def _begin_text(self, name: str) -> None:
        self.around.append(self.text)
        self.text = Text(name)
        self.group.what = self.group.begins = "text"
        self.group.hidden = self.group.deleted = False

    def _end_text(self) -> None:
        ended, self.text = self.text, self.around.pop()
        if not ended.name:
            self.text.boxes += ended.finished()
            return
        self.headers[ended.name] = worded_lines(ended.finished())
        self.text.head(next(filter(None, (self.headers.get(name, ()) for name in _HEADERS)), ()))

    def _control(self, name: str, number: int | None) -> None:
        group = self.group
        if name == "*":
            group.starred = True
        elif group.starred or name in _GROUPS:
            group.starred = False
            self._begin(name, _GROUPS.get(name, "silent"))
        elif group.what == "fonts":
            self._define_font(name, number or 0)
        elif group.what == "picture":
            self.picture.told[name] = number or 0
        elif group.what == "label" and name in _SAID:
            self.text.label.append(_SAID[name])
        elif group.what == "text":
            self._said_or_told(name, number)

    def _begin(self, name: str, what: str) -> None:
        """Begin what a group is said to hold; nothing begins in a group that is not read."""
        group = self.group
        if group.what == "picture":
            group.what = "silent"
        if group.what not in _OPEN or (group.what == "aside" and name not in _ASIDE):
            return
        if what in ("header", "box"):
            self._begin_text(name if what == "header" else "")
            return
        group.nested = group.nested or name == "nesttableprops"
        group.what = "silent" if name == "result" and may_hold_table(self.program) else what
        group.begins = what if what in ("picture", "program") else ""
        self.program = "" if what == "program" else self.program

    def _define_font(self, name: str, number: int) -> None:
        if name == "f":
            self.defined = number
        elif name == "fcharset":
            self.characters.fonts[self.defined] = number

    def _said_or_told(self, name: str, number: int | None) -> None:
        if name in _SAID:
            self._add(_SAID[name])
        elif name in _PARAGRAPH_ENDS:
            self.text.end_paragraph()
        elif name in _ENDS:
            level = max(self.text.depth, 2) if name.startswith("nest") else 1
            _ENDS[name](self.text, min(level, _LEVELS))
        elif name.startswith(("tr", "cl", "cellx")):
            level = max(self.text.depth, 2) if self.group.nested else 1
            self.text.define(name, number or 0, min(level, _LEVELS))
        else:
            self._told(name, number)

    def _told(self, name: str, number: int | None) -> None:
        """Note what a control says of the characters or the paragraph that follow."""
        group, text, value = self.group, self.text, number or 0
        on = number != 0
        if name == "f":
            group.font = value
        elif name == "plain":
            group.font, group.hidden, group.deleted = self.font, False, False
        elif name == "v":
            group.hidden = on
        elif name == "deleted":
            group.deleted = on
        elif name == "revised":
            self.notes.revised = self.notes.revised or on
        elif name == "uc":
            group.stand_ins = max(value, 0)
        elif name == "pard":
            text.depth = 0
        elif name == "intbl":
            text.depth = max(text.depth, 1)
        elif name == "itap":
            text.depth = min(max(value, 0), _LEVELS)
        elif name == "sect":
            text.end_section()
        elif name == "ansicpg":
            self.characters.use_page(number)
        elif name == "deff":
            self.font = group.font = value
