"""Every text of a duty list with the place where it stands: what rules on words and citations read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from data.document import Source
from data.rows import Assignment, Duty, DutyList, Passage, SectionKind, Service

Field = Literal[
    "title", "matter", "department", "duty", "basis", "case", "remark", "main_duty", "item", "office",
    "accountability", "name", "content", "agency", "phone", "heading", "text",
]  # fmt: skip

_ASSIGNMENT: tuple[Field, ...] = ("matter", "department", "duty", "basis", "case", "remark")
_DUTY: tuple[Field, ...] = ("main_duty", "item", "office", "remark", "accountability")
_SERVICE: tuple[Field, ...] = ("name", "content", "agency", "phone", "remark")
# What a part says in lines of its own beside its table: telephones and websites often stand there.
_BESIDE = ("text", "note")


@dataclass(frozen=True, slots=True)
class Text:
    """One cell or passage: its words verbatim, what it is (`field`), the part of the list it stands in, and where.

    `row` is the row that it is a cell of; None for titles and passages. `matter` is the matter, main duty or heading
    that it stands under.
    """

    words: str
    field: Field
    section: SectionKind | None
    source: Source
    matter: str = ""
    row: Assignment | Duty | Service | None = None


def texts_of(one: DutyList) -> Iterator[Text]:
    """Yield the texts of a list that are not blank, in the order of its parts.

    A matter or main duty that is carried down over merged rows comes once, with the first of them.

    Args:
        one: the list.

    Example:
        >>> from data.rows import DutyList
        >>> list(texts_of(DutyList("甲县", "甲县教育局", "", (), None, (), (), (), (), (), ())))
        []
    """
    if one.owner_text.strip() and one.title_source:
        yield Text(one.owner_text, "title", None, one.title_source[0])
    yield from _table(one.duties, _DUTY, "duties", "main_duty")
    yield from _table(one.boundaries, _ASSIGNMENT, "boundaries", "matter")
    for regime in one.regimes:
        if regime.title.strip():
            yield Text(regime.title, "title", "regimes", regime.source[0])
        yield from _passages(regime.sections, "regimes", regime.title)
    for service in one.services:
        yield from _cells(service, _SERVICE, "services", service.name, service.source[0])
    yield from _passages(one.accountability, "accountability", "")
    for piece in one.skipped:
        if piece.section and piece.reason in _BESIDE:
            yield Text(piece.text, "text", piece.section, piece.source, piece.matter or "")


def _table(
    rows: Iterable[Assignment | Duty], fields: tuple[Field, ...], section: SectionKind, named: Field
) -> Iterator[Text]:
    """The cells of a table whose rows stand under `named` (a matter, a main duty), printed once for several rows."""
    above: tuple[str | None, str] | None = None
    for row in rows:
        head = (row.seq, getattr(row, named))
        printed = fields if head != above else tuple(name for name in fields if name != named)
        yield from _cells(row, printed, section, head[1], row.source[0])
        above = head


def _cells(
    row: Assignment | Duty | Service, fields: tuple[Field, ...], section: SectionKind, matter: str, source: Source
) -> Iterator[Text]:
    for name in fields:
        if (words := getattr(row, name)).strip():
            yield Text(words, name, section, source, matter, row)


def _passages(passages: tuple[Passage, ...], section: SectionKind, above: str) -> Iterator[Text]:
    for passage in passages:
        head = passage.heading or above
        if passage.heading.strip():
            yield Text(passage.heading, "heading", section, passage.source[0], head)
        if passage.text.strip():
            yield Text(passage.text, "text", section, passage.source[0], head)
