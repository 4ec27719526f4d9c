"""The bodies of a jurisdiction while they are being linked: one draft for all spellings of one key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from data.mentions import Mention, split_cell
from data.rows import Assignment, DutyList
from graph.home import Home
from graph.spelling import Spelling, spell

_SELF = re.compile("[本我](?:局|委|办|会|院|中心|部门|单位|机关)")


@dataclass(slots=True, eq=False)
class Draft:
    """All spellings of one key; `owns` says that a list is its own, or stands under it as a second name plate.

    `statements` are the (owner, matter) pairs it has a row in, and `plates` tells for spellings that are second names
    in the title of a list the key of the list's owner. `branch` says that it is a branch of a higher body, whatever it
    is called.
    """

    key: str
    spellings: dict[str, Spelling] = field(default_factory=dict)
    owns: bool = False
    statements: set[tuple[str, str]] = field(default_factory=set)
    plates: dict[str, str] = field(default_factory=dict)
    branch: bool = False

    @property
    def best(self) -> Spelling:
        """The spelling that says most: the longest full form, then the longest text."""
        return max(self.spellings.values(), key=lambda one: (len(one.read.full), len(one.text), one.text))

    @property
    def families(self) -> frozenset[str]:
        """The function families that its spellings print."""
        return frozenset(family for one in self.spellings.values() for family in one.families)


@dataclass(frozen=True, slots=True)
class Join:
    """Why one key is taken for another."""

    target: str
    score: float
    reason: str


@dataclass(slots=True)
class Drafts:
    """The drafts of one jurisdiction by key, in the order they were met, the joins made between them, and their names.

    `prefixed` counts the names of own bodies in cells with and without the level word (区公安局, 公安局).
    """

    home: Home
    by_key: dict[str, Draft] = field(default_factory=dict)
    joins: dict[str, Join] = field(default_factory=dict)
    prefixed: Counter[bool] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)

    def add(self, name: str) -> Draft:
        """Take in one spelling."""
        spelling = spell(self.home, name)
        draft = self.by_key.setdefault(spelling.key, Draft(spelling.key))
        draft.spellings.setdefault(spelling.text, spelling)
        draft.branch = spelling.branch
        return draft

    def spelled(self, name: str) -> Spelling:
        """Read a name as one of this jurisdiction."""
        return spell(self.home, name)

    def identity(self, key: str) -> str:
        """Return the id of the body that a key belongs to, once the bodies have names."""
        return f"body:{self.names[self.final(key)]}"

    def group(self, draft: Draft) -> list[Draft]:
        """Return a draft with all that were joined to it, in the order they were met."""
        return [one for one in self.by_key.values() if self.final(one.key) == draft.key]

    def open(self) -> list[Draft]:
        """Return the drafts that are joined to no other yet, by key."""
        return [draft for key, draft in sorted(self.by_key.items()) if key not in self.joins]

    def join(self, draft: Draft, target: Draft, score: float, reason: str) -> None:
        """Take `draft` for `target`."""
        self.joins[draft.key] = Join(target.key, score, reason)
        target.statements |= draft.statements

    def final(self, key: str) -> str:
        """Return the key that a key was joined to in the end."""
        while key in self.joins:
            key = self.joins[key].target
        return key

    def apart(self, one: Draft, other: Draft) -> bool:
        """Whether some list gives both a row in one matter: then they are two bodies, whatever their families."""
        return bool(one.statements & other.statements)


def drafts_of(home: Home, lists: Iterable[DutyList]) -> Drafts:
    """Return the drafts of all names that the lists' titles and department cells hold."""
    drafts = Drafts(home)
    ordered = list(lists)
    for one in ordered:
        _add_owner(drafts, one)
    for row in (row for one in ordered for row in one.boundaries):
        for mention, _ in mentions_of(row, None):
            draft = drafts.add(mention.name)
            draft.statements.add((row.owner, row.matter))
            if draft.best.own and draft.best.read.kind in ("body", "named"):
                drafts.prefixed[bool(drafts.spelled(mention.name).prefix)] += 1
    return drafts


def _add_owner(drafts: Drafts, one: DutyList) -> None:
    """Take in the owner of a list and its name plates; a plate of the same function is one body with the owner."""
    if not one.owner:
        return
    owner = drafts.add(one.owner)
    owner.owns = True
    for alias in (mention.name for text in one.aliases for mention in split_cell(text)):
        plate = drafts.add(alias)
        if plate is owner:
            continue
        plate.owns = True
        plate.plates[drafts.spelled(alias).text] = owner.key
        if plate.families & owner.families or not plate.families:
            drafts.join(plate, owner, 0.95, "body.link.alias")


def mentions_of(row: Assignment, before: Assignment | None) -> Iterator[tuple[Mention, bool]]:
    """Yield the mentions of a row, and whether they stand in the row above whose cell goes on over this one.

    A blank cell goes on from the row above where both rows are of one list and one matter with a name, and the row
    opens no new number, or the cell is merged with that above.
    """
    if row.department.strip():
        yield from ((_of_owner(mention, row), False) for mention in split_cell(row.department))
    elif before and row.matter and (row.owner, row.matter) == (before.owner, before.matter) and _goes_on(row, before):
        yield from ((_of_owner(mention, before), True) for mention in split_cell(before.department))


def _goes_on(row: Assignment, before: Assignment) -> bool:
    return row.seq == before.seq or "merged" in row.flags


def _of_owner(mention: Mention, row: Assignment) -> Mention:
    """本局, 我委: the owner of the list speaks of itself."""
    return replace(mention, name=row.owner) if row.owner and _SELF.fullmatch(mention.name) else mention
