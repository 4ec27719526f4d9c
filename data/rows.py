"""The rows of duty lists, as every stage of the program speaks of them.

Text is verbatim: a loader joins the lines of one cell and changes nothing else. What the program makes of a
row (`Reading`) stands beside it and is made in `graph`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.document import Source

SectionKind = Literal["duties", "boundaries", "regimes", "services", "accountability"]
SectionState = Literal["rows", "text", "none", "dots", "missing"]
# All of a document was read; a part of it could not be; it holds no rows; it is of another kind; it could not be read.
ReadStatus = Literal["read", "partly", "no-rows", "foreign", "unreadable"]
RoleName = Literal["lead", "responsible", "support"]
Confidence = Literal["explicit", "statutory", "order", "inferred"]
# One step of a reform; one law or document; an institution that ended; who does what by law.
LocalKind = Literal["succession", "instrument", "abolished", "split"]
Sources = tuple[Source, ...]
# Column → how sure the reader is of its characters, from 0 to 1: only of cells recognised in a picture.
Recognised = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """One department's part in one matter, as one list states it.

    `seq` and `matter` are carried down over merged rows; `department` is the cell's text, "" where it is blank;
    `basis` and `case` stand on the row where they are printed. `matter` is "" where the source lost it. `remark`
    holds what columns of no other name say; `column` is the printed head of the column that the department stands in,
    where it tells a role (牵头部门, 配合单位).
    """

    id: str
    jurisdiction: str
    owner: str
    seq: str | None
    matter: str
    department: str
    duty: str
    basis: str
    case: str
    flags: tuple[str, ...]
    source: Sources
    remark: str = ""
    column: str = ""
    confidence: Recognised = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """One item of an owner's own duty table; `seq` and `main_duty` are carried down over merged rows."""

    id: str
    jurisdiction: str
    owner: str
    seq: str | None
    main_duty: str
    item: str
    office: str
    remark: str
    accountability: str
    code: str
    flags: tuple[str, ...]
    source: Sources
    confidence: Recognised = ()


@dataclass(frozen=True, slots=True)
class Service:
    """One public service; `remark` holds what columns of no other name say."""

    id: str
    jurisdiction: str
    owner: str
    seq: str | None
    name: str
    content: str
    agency: str
    phone: str
    flags: tuple[str, ...]
    source: Sources
    remark: str = ""
    confidence: Recognised = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A headed piece of running text: a part of a regime, or of the accountability mechanism."""

    heading: str
    text: str
    source: Sources


@dataclass(frozen=True, slots=True)
class Regime:
    """One supervision regime: its title, and the passages below it in order."""

    number: str
    title: str
    sections: tuple[Passage, ...]
    source: Sources


@dataclass(frozen=True, slots=True)
class Section:
    """One of the five parts of a list, whether it is there, and the columns of its table in order."""

    kind: SectionKind
    title: str
    state: SectionState
    columns: tuple[str, ...]
    source: Sources


@dataclass(frozen=True, slots=True)
class Skipped:
    """A piece of a document that became no row, and the reason (a key of the messages, `skipped.<reason>`)."""

    text: str
    reason: str
    source: Source
    jurisdiction: str | None = None
    owner: str | None = None
    section: SectionKind | None = None
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class DutyList:
    """One department's list: the owner with its place, its title as printed, the five parts, and what was skipped.

    `source` spans the whole list, `title_source` the lines of its title.
    """

    jurisdiction: str
    owner: str
    owner_text: str
    aliases: tuple[str, ...]
    year: int | None
    sections: tuple[Section, ...]
    boundaries: tuple[Assignment, ...]
    duties: tuple[Duty, ...]
    services: tuple[Service, ...]
    regimes: tuple[Regime, ...]
    accountability: tuple[Passage, ...]
    skipped: tuple[Skipped, ...] = ()
    title_source: Sources = ()
    source: Sources = ()


@dataclass(frozen=True, slots=True)
class Account:
    """How the units of one document were used; `units` is the sum of the other five."""

    units: int
    rows: int
    continuations: int
    headings: int
    text: int
    skipped: int


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """What the corpus remembers of a document: which reader took it, its warnings, its account.

    `status` tells whether all of it was read, and `tables` for each table what it was taken for, and why.
    """

    file: str
    sha256: str
    reader: str
    encoding: str
    warnings: tuple[str, ...]
    account: Account
    status: ReadStatus = "read"
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalEntry:
    """What an office adds to the program's tables (reform.toml, law.toml): the entry as a JSON object, and its place.

    It travels with the corpus, so that a corpus file gives the same findings as the folder it was made from.
    """

    kind: LocalKind
    entry: str
    source: Source


@dataclass(frozen=True, slots=True)
class Corpus:
    """All lists that one run has read, what was skipped outside any list, and the documents they came from.

    In a corpus file all skipped pieces stand together under `skipped`, each with the jurisdiction and owner of its
    list; on reading each goes back to the list whose source holds it. `local` is what the office knows beside them.
    """

    lists: tuple[DutyList, ...]
    skipped: tuple[Skipped, ...]
    documents: tuple[DocumentRecord, ...]
    local: tuple[LocalEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role read from words: `name` is None where nothing can be said; `words` are the deciding words."""

    name: RoleName | None
    confidence: Confidence
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What `graph` reads in an assignment: names split, bodies and families in the same order, and the role."""

    departments: tuple[str, ...]
    bodies: tuple[str, ...]
    families: tuple[str, ...]
    role: Role
