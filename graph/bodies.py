"""Link department cells to the bodies of a jurisdiction, each spelling with its score and its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.rows import Assignment, DutyList
from graph.body_drafts import Drafts, drafts_of, mentions_of
from graph.body_links import link
from graph.body_records import Named, records_of
from graph.body_resolve import resolve
from graph.canonical import canonical_names
from graph.home import home_of


class Bodies:
    """All bodies of one jurisdiction, and which of them each row names."""

    def __init__(self, drafts: Drafts, named: dict[str, tuple[Named, ...]], carried: Sequence[Named]) -> None:
        self._drafts = drafts
        self._named = named
        self.all = records_of(drafts, carried)

    def of(self, row: Assignment) -> tuple[tuple[str, str], ...]:
        """Return (mention as printed, body id) for each body that the row's department cell names."""
        return tuple((one.printed, one.body) for one in self.named(row))

    def named(self, row: Assignment) -> tuple[Named, ...]:
        """Return the bodies that the row names, in order."""
        return self._named.get(row.id, ())

    def resolve(self, mention: str) -> tuple[tuple[str, float], ...]:
        """Return (body id, score) for a name met in running text; several where it names several bodies at once.

        () where the jurisdiction has no such body, or where two are equally near.
        """
        return resolve(self._drafts, mention)


def link_bodies(jurisdiction: str, lists: Sequence[DutyList]) -> Bodies:
    """Link every department cell of the lists, and the owners of the lists with their second names.

    Args:
        jurisdiction: full name as far as known (衡阳市蒸湘区).
        lists: its lists in reading order.
    """
    drafts = drafts_of(home_of(jurisdiction), lists)
    link(drafts)
    drafts.names = canonical_names(drafts)
    named = {row.id: tuple(_named(drafts, row, before)) for row, before in _rows(lists)}
    carried = [one for names in named.values() for one in names if one.carried]
    return Bodies(drafts, named, carried)


def _rows(lists: Sequence[DutyList]) -> Iterator[tuple[Assignment, Assignment | None]]:
    """Yield each row with the last row of its list above it whose department cell is filled."""
    for one in lists:
        before: Assignment | None = None
        for row in one.boundaries:
            yield row, before
            before = row if row.department.strip() else before


def _named(drafts: Drafts, row: Assignment, before: Assignment | None) -> Iterator[Named]:
    for mention, carried in mentions_of(row, before):
        spelling = drafts.spelled(mention.name)
        names = () if carried else (mention.text, *mention.units)
        yield Named(mention.printed, names, drafts.identity(spelling.key), spelling.families, carried)
