"""The tables of a corpus, and their columns: what the workbook, the CSV and the Parquet files hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# text: a text; optional: a text or null; number: a whole number or null; words: a list of texts; source: one place or a
# list of them; list: the number of the list that a row stands in; code and codes: names coined by the program, which
# the messages of an area have words for; shares: such names with a number from 0 to 1 each.
Kind = Literal["text", "optional", "number", "words", "source", "list", "code", "codes", "shares"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        name: its name in the files for programs; `corpus.column.<name>` is its head in the workbook.
        kind: what its values are.
        width: of the workbook's column, in characters.
        area: for codes and shares, the area of the messages that words them (`flag`, `role` …).
        made: the program's own reading of the other columns: shown, never read back.
        booked: whether it stands in the workbook; ids do not, nor what a list's own row says.
    """

    name: str
    kind: Kind = "text"
    width: int = 14
    area: str = ""
    made: bool = False
    booked: bool = True


_LIST = Column("list", "list", 24)
_HEAD = (_LIST, Column("jurisdiction", booked=False), Column("owner", booked=False))
_SEQ = Column("seq", "optional", 6)
_SOURCE = Column("source", "source", 34)
_ROW_FOOT = (
    Column("flags", "codes", 14, "flag"),
    Column("confidence", "shares", 14, "corpus.column"),
    _SOURCE,
    Column("id", booked=False),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "lists": (
        Column("list", "number", 6),
        Column("jurisdiction", width=18),
        Column("owner", width=30),
        Column("owner_text", width=40),
        Column("aliases", "words", 24),
        Column("year", "number", 8),
        Column("title_source", "source", 34),
        _SOURCE,
    ),
    "sections": (
        *_HEAD,
        Column("kind", "code", 14, "corpus.kind"),
        Column("title", width=30),
        Column("state", "code", 12, "corpus.state"),
        Column("columns", "codes", 44, "corpus.column"),
        _SOURCE,
    ),
    "boundaries": (
        *_HEAD,
        _SEQ,
        Column("matter", width=20),
        Column("department", width=20),
        Column("departments", "words", 20, made=True),
        Column("bodies", "words", 22, made=True),
        Column("families", "words", 14, made=True),
        Column("role", "code", 8, "role", made=True),
        Column("role_confidence", "code", 12, "confidence", made=True),
        Column("role_words", width=14, made=True),
        Column("duty", width=56),
        Column("basis", width=40),
        Column("case", width=30),
        Column("remark", width=14),
        Column("column", width=14),
        *_ROW_FOOT,
    ),
    "duties": (
        *_HEAD,
        _SEQ,
        Column("main_duty", width=44),
        Column("item", width=50),
        Column("office", width=16),
        Column("remark", width=14),
        Column("accountability", width=30),
        Column("code", width=10),
        *_ROW_FOOT,
    ),
    "services": (
        *_HEAD,
        _SEQ,
        Column("name", width=30),
        Column("content", width=50),
        Column("agency", width=20),
        Column("phone", width=16),
        Column("remark", width=14),
        *_ROW_FOOT,
    ),
    "regimes": (
        *_HEAD,
        Column("regime", "number", 6),
        Column("number", width=8),
        Column("title", width=30),
        _SOURCE,
        Column("heading", width=24),
        Column("text", "optional", 70),
        Column("passage_source", "source", 34),
    ),
    "accountability": (*_HEAD, Column("title", width=30), Column("text", width=70), _SOURCE),
    "skipped": (
        _LIST,
        Column("text", width=60),
        Column("reason", "code", 18, "skipped"),
        Column("jurisdiction", "optional", 18),
        Column("owner", "optional", 24),
        Column("section", "code", 14, "corpus.kind"),
        Column("matter", "optional", 20),
        _SOURCE,
    ),
    "documents": (
        Column("file", width=34),
        Column("reader", "code", 12, "reader"),
        Column("encoding", width=12),
        Column("status", "code", 12, "corpus.status"),
        Column("warnings", "words", 50),
        Column("tables", "words", 50),
        Column("account_units", "number", 10),
        Column("account_rows", "number", 10),
        Column("account_continuations", "number", 10),
        Column("account_headings", "number", 10),
        Column("account_text", "number", 10),
        Column("account_skipped", "number", 10),
        Column("sha256", width=20),
    ),
    "local": (Column("kind", "code", 14, "corpus.local"), Column("entry", width=90), _SOURCE),
}

# Rows that say themselves that a person has corrected them.
FLAGGED = ("boundaries", "duties", "services")
# What stands in a list and is gathered under it again.
OF_LISTS = ("sections", "boundaries", "duties", "services", "regimes", "accountability")


def booked(table: str) -> tuple[Column, ...]:
    """Return the columns of a table that stand in the workbook, in order."""
    return tuple(column for column in COLUMNS[table] if column.booked)


def stated(table: str) -> tuple[Column, ...]:
    """Return the columns of a table that the workbook takes back: what the list says, not what was read in it."""
    return tuple(column for column in booked(table) if not column.made)
