"""The corpus from the fields of a corpus file, checked on the way. What the graph had read is not taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from data.corpus.entry import Entry
from data.document import Source
from data.ids import with_ids
from data.rows import (
    Account,
    Assignment,
    Corpus,
    DocumentRecord,
    Duty,
    DutyList,
    LocalEntry,
    LocalKind,
    Passage,
    ReadStatus,
    Regime,
    Section,
    SectionKind,
    SectionState,
    Service,
    Skipped,
    Sources,
)

KINDS: tuple[SectionKind, ...] = get_args(SectionKind)
STATUSES: tuple[ReadStatus, ...] = get_args(ReadStatus)
LOCAL_KINDS: tuple[LocalKind, ...] = get_args(LocalKind)
STATES: tuple[SectionState, ...] = get_args(SectionState)
COUNTS = ("units", "rows", "continuations", "headings", "text", "skipped")


def rebuild_corpus(entry: Entry) -> Corpus:
    """Return the corpus that the fields of `entry` describe; row ids are made anew from what the rows say.

    Raises:
        UnreadableDocument: a field is missing or is not what the format says; the message names it.
    """
    told = rebuild_as_told(entry)
    return replace(told, lists=with_ids(told.lists))


def rebuild_as_told(entry: Entry) -> Corpus:
    """Return the same with the row ids that the file gives ("" where it gives none), for a file that refers to them."""
    if not isinstance(entry.fields.get("lists"), list):
        raise entry.wrong("lists", "list")
    lists = tuple(_list(one) for one in entry.entries("lists"))
    held: dict[int | None, list[Skipped]] = {}
    for piece in entry.entries("skipped"):
        held.setdefault(_holder(piece, lists), []).append(_skipped(piece))
    return Corpus(
        lists=tuple(_holding(one, held.get(number, ())) for number, one in enumerate(lists, 1)),
        skipped=tuple(held.get(None, ())),
        documents=tuple(_document(record) for record in entry.entries("documents")),
        local=tuple(_local(one) for one in entry.entries("local")),
    )


def _holding(one: DutyList, pieces: Sequence[Skipped]) -> DutyList:
    """The list with its skipped pieces, under the names that the list has now: a person may have corrected them."""
    named = (replace(piece, jurisdiction=one.jurisdiction, owner=one.owner) for piece in pieces)
    return replace(one, skipped=tuple(named))


def _list(entry: Entry) -> DutyList:
    head: dict[str, Any] = {"jurisdiction": entry.text("jurisdiction"), "owner": entry.text("owner")}
    return DutyList(
        **head,
        owner_text=entry.text_or("owner_text"),
        aliases=entry.words("aliases"),
        year=entry.number_or_none("year"),
        sections=tuple(_section(section) for section in entry.entries("sections")),
        boundaries=tuple(_assignment(row, head) for row in entry.entries("boundaries")),
        duties=tuple(_duty(row, head) for row in entry.entries("duties")),
        services=tuple(_service(row, head) for row in entry.entries("services")),
        regimes=tuple(_regime(regime) for regime in entry.entries("regimes")),
        accountability=tuple(_passage(passage, "title") for passage in entry.entries("accountability")),
        title_source=_places(entry, "title_source"),
        source=_places(entry),
    )


def _section(entry: Entry) -> Section:
    return Section(
        kind=entry.choice("kind", KINDS),
        title=entry.text_or("title"),
        state=entry.choice("state", STATES),
        columns=entry.words("columns"),
        source=_places(entry),
    )


def _assignment(entry: Entry, head: dict[str, str]) -> Assignment:
    return Assignment(
        matter=entry.text("matter"),
        department=entry.text("department"),
        duty=entry.text("duty"),
        basis=entry.text_or("basis"),
        case=entry.text_or("case"),
        remark=entry.text_or("remark"),
        column=entry.text_or("column"),
        **_foot(entry, head),
    )


def _duty(entry: Entry, head: dict[str, str]) -> Duty:
    return Duty(
        main_duty=entry.text("main_duty"),
        item=entry.text("item"),
        office=entry.text_or("office"),
        remark=entry.text_or("remark"),
        accountability=entry.text_or("accountability"),
        code=entry.text_or("code"),
        **_foot(entry, head),
    )


def _service(entry: Entry, head: dict[str, str]) -> Service:
    return Service(
        name=entry.text("name"),
        content=entry.text("content"),
        agency=entry.text_or("agency"),
        phone=entry.text_or("phone"),
        remark=entry.text_or("remark"),
        **_foot(entry, head),
    )


def _foot(entry: Entry, head: dict[str, str]) -> dict[str, Any]:
    """What every row of a table has beside its own cells."""
    return {
        **head,
        "id": entry.text_or("id"),
        "seq": entry.text_or_none("seq"),
        "flags": entry.words("flags"),
        "confidence": entry.shares("confidence"),
        "source": _stated(entry),
    }


def _regime(entry: Entry) -> Regime:
    return Regime(
        number=entry.text_or("number"),
        title=entry.text("title"),
        sections=tuple(_passage(passage, "heading") for passage in entry.entries("sections")),
        source=_stated(entry),
    )


def _passage(entry: Entry, heading: str) -> Passage:
    return Passage(entry.text_or(heading), entry.text("text"), _stated(entry))


def _skipped(entry: Entry) -> Skipped:
    return Skipped(
        text=entry.text("text"),
        reason=entry.text("reason"),
        source=_place(entry.entry("source")),
        jurisdiction=entry.text_or_none("jurisdiction"),
        owner=entry.text_or_none("owner"),
        section=None if entry.fields.get("section") is None else entry.choice("section", KINDS),
        matter=entry.text_or_none("matter"),
    )


def _holder(entry: Entry, lists: Sequence[DutyList]) -> int | None:
    """The number of the list that a skipped piece stands in: as the file says, else the first of that owner."""
    if "list" not in entry.fields:
        named = (entry.fields.get("jurisdiction"), entry.fields.get("owner"))
        return next((n for n, one in enumerate(lists, 1) if (one.jurisdiction, one.owner) == named), None)
    number = entry.number_or_none("list")
    if number is not None and not 1 <= number <= len(lists):
        raise entry.wrong("list", "list-number", count=len(lists))
    return number


def _local(entry: Entry) -> LocalEntry:
    return LocalEntry(entry.choice("kind", LOCAL_KINDS), entry.text("entry"), _place(entry.entry("source")))


def _document(entry: Entry) -> DocumentRecord:
    account = entry.entry("account").fields if "account" in entry.fields else dict.fromkeys(COUNTS, 0)
    counts = Entry(entry.file, f"{entry.place}.account", account)
    return DocumentRecord(
        file=entry.text("file"),
        sha256=entry.text_or("sha256"),
        reader=entry.text_or("reader"),
        encoding=entry.text_or("encoding"),
        warnings=entry.words("warnings"),
        account=Account(**{name: counts.number(name) for name in COUNTS}),
        status=_status(entry),
        tables=entry.words("tables"),
    )


def _status(entry: Entry) -> ReadStatus:
    """Return the status told; a file of an earlier version tells none, and a warning stood for a failure there."""
    if not entry.text_or("status"):
        return "partly" if entry.words("warnings") else "read"
    return entry.choice("status", STATUSES)


def _stated(entry: Entry) -> Sources:
    """The places of a row: without one it could not be shown to anybody, so there must be one."""
    places = _places(entry)
    if not places:
        raise entry.wrong("source", "source")
    return places


def _places(entry: Entry, name: str = "source") -> Sources:
    return tuple(_place(place) for place in entry.one_or_more(name))


def _place(entry: Entry) -> Source:
    return Source(
        file=entry.text("file"),
        part=entry.text_or("part"),
        unit=entry.text_or("unit", "line"),
        first=entry.number("first"),
        last=entry.number("last"),
    )
