"""Which names of the lists of one jurisdiction are one matter, and why.

Linked are, surest first:

* equal names, white space and punctuation aside: score 1;
* names in equivalent words (data/text): .95;
* names with one core (危险化学品监管, 危险化学品安全监督管理), where some department of both has half of its shorter
  duty text in common: .5 + .4 * share;
* other names that begin with one object (职业病防治, 职业卫生监管), where two departments or more have clauses in
  common, one of them half of its shorter text in two clauses or more, and both cite one law of that object:
  .5 + .25 * share. Swapped and nested names never meet.

Two names of one list are two matters, whatever links them. Rows whose name the source has lost join nothing.

The evidence follows a hand-made alignment of real matters: duty texts of the *same* department tell equal from
neighbouring matters, sets of departments mislead, and names alone miss true renames.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from data.rows import Assignment, DutyList
from graph.likeness import likely_same_body
from graph.matter_names import common_object, core, swapped
from graph.shared_duties import Statement, laws, shared_duties
from graph.text import plain, same_words

# Share of the shorter duty text of one department that two matters must have in common.
HALF = 0.5
_OWN, _LOST = (1.0, "matter.link.name"), (1.0, "matter.link.lost")
_Found = tuple[float, str]


@dataclass(slots=True)
class Group:
    """Rows that are one matter, the lists they stand in (by number), and why each name (its `plain` form) is there."""

    rows: list[Assignment] = field(default_factory=list)
    lists: set[int] = field(default_factory=set)
    reasons: dict[str, _Found] = field(default_factory=dict)

    @property
    def own_reason(self) -> _Found:
        """Why a spelling with the matter's own name belongs to it."""
        return _LOST if "" in self.reasons else _OWN

    def add(self, row: Assignment, number: int) -> None:
        """Take a row of list `number` that has the group's name."""
        self.rows.append(row)
        self.lists.add(number)
        self.reasons[plain(row.matter)] = _OWN

    def statements(self) -> list[Statement]:
        """Return what each department is given."""
        return [Statement(row.department, (), row.duty) for row in self.rows]


def grouped(lists: Sequence[DutyList]) -> list[Group]:
    """Return the rows of the lists as groups, one a matter, in the order in which matters are first met.

    Args:
        lists: all lists of one jurisdiction, in reading order.
    """
    named: dict[str, Group] = {}
    lost: list[Group] = []
    order: dict[str, int] = {}
    for number, one in enumerate(lists):
        for row, run in _with_runs(one.boundaries):
            order[row.id] = len(order)
            _place(named, lost, row, number, run)
    _merge_close(named)
    groups = list({id(group): group for group in [*named.values(), *lost]}.values())
    for group in groups:
        group.rows.sort(key=lambda row: order[row.id])
    return sorted(groups, key=lambda group: order[group.rows[0].id])


def _with_runs(rows: Sequence[Assignment]) -> Iterator[tuple[Assignment, bool]]:
    """Each row, and whether it goes on with the matter of the row before: the same name under the same number."""
    before: Assignment | None = None
    for row in rows:
        yield row, before is not None and (row.matter, row.seq) == (before.matter, before.seq)
        before = row


def _place(named: dict[str, Group], lost: list[Group], row: Assignment, number: int, run: bool) -> None:
    key = plain(row.matter)
    if not key and not run:
        lost.append(Group())
    group = named.setdefault(key, Group()) if key else lost[-1]
    group.add(row, number)


def _merge_close(named: dict[str, Group]) -> None:
    """Merge the surest first; among equals the names decide, so that the order of lists does not."""
    found = [(*close, one, other) for one, other in _pairs(named) if (close := _close(named[one], named[other]))]
    for score, reason, one, other in sorted(found, key=lambda link: (-link[0], link[2:])):
        left, right = named[one], named[other]
        if left is right or left.lists & right.lists:
            continue
        _join(left, right, (score, reason))
        named.update(dict.fromkeys(right.reasons, left))


def _pairs(named: dict[str, Group]) -> Iterator[tuple[str, str]]:
    """Pairs of names whose cores begin alike: no rule below links any other."""
    alike: dict[str, list[str]] = {}
    for key in sorted(named):
        alike.setdefault(core(named[key].rows[0].matter)[:2], []).append(key)
    return (pair for keys in alike.values() for pair in combinations(keys, 2))


def _join(left: Group, right: Group, why: _Found) -> None:
    left.reasons = {key: min(why, old) for key, old in [*left.reasons.items(), *right.reasons.items()]}
    left.rows += right.rows
    left.lists |= right.lists


def _close(one: Group, other: Group) -> _Found | None:
    """Why two groups of different names are one matter, if they are."""
    left, right = one.rows[0].matter, other.rows[0].matter
    if one.lists & other.lists:
        return None
    if same_words(left, right):
        return 0.95, "matter.link.words"
    if core(left) == core(right):
        return _by_duties(one, other)
    return None if swapped(left, right) else _by_law(one, other, common_object(left, right))


def _by_duties(one: Group, other: Group) -> _Found | None:
    evidence = shared_duties(one.statements(), other.statements(), _same)
    return (0.5 + 0.4 * evidence.share, "matter.link.duties") if evidence.share >= HALF else None


def _by_law(one: Group, other: Group, shared: str) -> _Found | None:
    common = laws(row.basis for row in one.rows) & laws(row.basis for row in other.rows)
    if not any(shared in title for title in common):
        return None
    evidence = shared_duties(one.statements(), other.statements(), _same)
    enough = evidence.departments >= 2 and evidence.clauses >= 2 and evidence.share >= HALF
    return (0.5 + 0.25 * evidence.share, "matter.link.law") if enough else None


def _same(one: Statement, other: Statement) -> bool:
    return likely_same_body(one.department, other.department)
