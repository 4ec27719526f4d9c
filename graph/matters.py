"""Link the matters that the lists of one jurisdiction name.

Two spellings of one matter meet in one node; what each list says of it stays with the rows. Precision goes first:
two names of one list are two matters, and close names of two lists meet only where the duty texts say the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.rows import Assignment, DutyList
from data.spacing import squeeze
from graph.dutygraph import Link, Matter
from graph.matter_groups import Group, grouped
from graph.matter_names import tidy
from graph.text import plain


class Matters:
    """All matters of one jurisdiction, and which of them each row belongs to."""

    def __init__(self, matters: Sequence[Matter], named: dict[str, str]) -> None:
        self.all = tuple(matters)
        self._named = named

    def of(self, row: Assignment) -> str:
        """Return the id of the row's matter."""
        return self._named[row.id]


def link_matters(lists: Sequence[DutyList]) -> Matters:
    """Return the matters of one jurisdiction; when two names are one matter, see `graph.matter_groups`.

    A matter's id is made of its names, so that it does not change with files, lines or the order of lists.

    Args:
        lists: all lists of the jurisdiction, in reading order.

    Example:
        >>> link_matters([]).all
        ()
    """
    met: Counter[str] = Counter()
    matters: list[Matter] = []
    named: dict[str, str] = {}
    for group in grouped(lists):
        identity = _identity(group, met)
        matters.append(_matter(group, identity))
        named.update({row.id: identity for row in group.rows})
    return Matters(matters, named)


def _identity(group: Group, met: Counter[str]) -> str:
    """Hash the first of its names; where the name is lost, what the list says in the rows."""
    said = [group.rows[0].owner, *(squeeze(row.department + row.duty) for row in group.rows)]
    content = min(group.reasons) or "\x1f".join(["", *said])
    key = hashlib.sha256(content.encode()).hexdigest()[:12]
    met[key] += 1
    return f"matter:{key}" if met[key] == 1 else f"matter:{key}-{met[key]}"


def _matter(group: Group, identity: str) -> Matter:
    name = _common_name(group)
    return Matter(
        id=identity,
        name=name,
        spellings=tuple(dict.fromkeys(row.matter for row in group.rows)),
        owners=tuple(dict.fromkeys(row.owner for row in group.rows)),
        links=tuple(replace(link, target=identity) for link in _links(group, name)),
    )


def _common_name(group: Group) -> str:
    """The name that most lists give, the first met among equals."""
    given = dict.fromkeys((row.owner, tidy(row.matter)) for row in group.rows)
    return Counter(name for _, name in given).most_common(1)[0][0]


def _links(group: Group, name: str) -> Iterator[Link]:
    """Why each spelling belongs to the matter of that name."""
    for spelling in dict.fromkeys(row.matter for row in group.rows):
        own = plain(spelling) == plain(name)
        score, reason = group.own_reason if own else group.reasons[plain(spelling)]
        yield Link(spelling, "", score, reason)
