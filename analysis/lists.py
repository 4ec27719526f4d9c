"""What the rules about the form of one duty list share: its parts, their columns, and quoting its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from analysis.evidence import owner_name
from analysis.finding import Evidence
from data.document import Source
from data.messages import say
from data.reference import load_yaml
from data.rows import Assignment, Duty, DutyList, Section, SectionKind, Service
from data.spacing import squeeze
from data.townships import township_name
from graph.dutygraph import DutyGraph

# The four parts of the form of 2014; the fifth, accountability, is only in the Shandong form of 2015 (DOMAIN 1.2).
PARTS: tuple[SectionKind, ...] = ("duties", "boundaries", "regimes", "services")

# Flags that tell of a row what stands in the table for certain.
_CERTAIN = ("corrected", "merged", "duty-shared", "taken-back")
# So many lists tell what the form of a jurisdiction is; one or two may both be incomplete.
_SEVERAL = 3


def printed(one: DutyList) -> tuple[Section, ...]:
    """Return the parts whose headings are printed in the list."""
    return tuple(section for section in one.sections if section.state != "missing")


def sections(one: DutyList, kind: SectionKind) -> tuple[Section, ...]:
    """Return the sections of one kind that are printed in the list (a heading may stand twice)."""
    return tuple(section for section in printed(one) if section.kind == kind)


def filled(one: DutyList, kind: SectionKind) -> bool:
    """Return whether the list has anything in that part."""
    return any(section.state in ("rows", "text") for section in sections(one, kind))


def whole_form(one: DutyList) -> bool:
    """Return whether the list follows the form of several parts.

    A document that holds one part only (a table of boundaries, a list of powers) is complete as it is: nothing can be
    missing from it. Nor can it from the list of a township, whose form has other parts (`of_township`).
    """
    return sum(bool(sections(one, kind)) for kind in PARTS) > 1 and not of_township(one)


def of_township(one: DutyList) -> bool:
    """Return whether the list is that of a township, or of all townships: 履行职责事项清单, the form of 2024.

    Its parts are what the township does, what it helps superior departments with, and what these take back.
    """
    titles = (one.owner_text, *(section.title for section in one.sections))
    words: list[str] = load_yaml("bodies/townships.yml")["lists"]
    return bool(township_name(one.owner)) or any(word in squeeze(title) for title in titles for word in words)


def unprinted(graph: DutyGraph) -> frozenset[SectionKind]:
    """Return the parts that no list of a jurisdiction of several lists has: its form has no such part."""
    absent = frozenset(kind for kind in PARTS if not any(sections(one, kind) for one in graph.lists))
    return absent if len(graph.lists) >= _SEVERAL else frozenset()


def columns(one: DutyList, kind: SectionKind) -> frozenset[str]:
    """Return the columns that the tables of one part have."""
    return frozenset(column for section in sections(one, kind) for column in section.columns)


def gaps(cells: Sequence[str]) -> list[int]:
    """Return the positions of the cells of one column that are blank and no part of a merged cell.

    In a flattened table a merged cell and a blank one look alike. Where one value stands twice running, the table does
    not merge that column, and every blank is a gap; where none does, only what stands before the first filled cell is
    certain to be one.

    Example:
        >>> gaps(["办公室", "", "办公室", "财务股"])
        [1]
        >>> gaps(["办公室", "", "", "财务股"])
        []
        >>> gaps(["", "办公室"])
        [0]
    """
    blank = [position for position, cell in enumerate(cells) if not cell.strip()]
    filled_in = [squeeze(cell) for cell in cells if cell.strip()]
    if not filled_in or any(upper == lower for upper, lower in pairwise(filled_in)):
        return blank
    first = next(position for position, cell in enumerate(cells) if cell.strip())
    return list(range(first))


def title_place(one: DutyList) -> Source:
    """Return where the list begins: its title, or what was first read of it."""
    return (one.title_source or one.source or one.sections[0].source)[0]


def doubts(row: Assignment | Duty | Service) -> tuple[str, ...]:
    """Return what made the reader guess at the row: not what a person corrected, nor what the table itself shows."""
    return tuple(flag for flag in row.flags if flag not in _CERTAIN)


def doubtful(row: Assignment | Duty | Service) -> bool:
    """Return whether the reader had to guess at the row: a blank cell of it may be the reader's, not the list's."""
    return bool(doubts(row))


def column_name(column: str) -> str:
    """Return what a column is called in the language of the run."""
    return say(f"form.column.{column}")


def gap_counts(names: Iterable[str]) -> str:
    """Return how often each name is met, for a message: 具体工作事项3处、责任科室1处."""
    counted = Counter(names)
    return say("join").join(say("form.gaps", column=name, count=count) for name, count in counted.items())


def part_name(kind: SectionKind) -> str:
    """Return what a part of a list is called in the language of the run."""
    return say(f"form.part.{kind}")


def quote(one: DutyList, kind: SectionKind, text: str, source: Source, note: str = "") -> Evidence:
    """Quote `text` of the list: the label names the list, the part, and what is to be seen there."""
    label = say("form.label", owner=owner_name(one), part=part_name(kind))
    return Evidence(text, source, say("form.note", label=label, note=note) if note else label)
