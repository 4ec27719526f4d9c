"""Make the bodies of a jurisdiction from the linked drafts: names, levels, and the links with their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from graph.body_drafts import Draft, Drafts
from graph.dutygraph import Body, Link, Nature
from graph.spelling import Spelling


@dataclass(frozen=True, slots=True)
class Named:
    """One body that a row names: the piece of the cell as printed (role tags and brackets included), the names in it
    without them (the body's, then its units in brackets), the body's id, and the families that the words print.

    `carried` says that the cell is blank and goes on from the row above.
    """

    printed: str
    names: tuple[str, ...]
    body: str
    families: tuple[str, ...]
    carried: bool


def records_of(drafts: Drafts, carried: Sequence[Named]) -> tuple[Body, ...]:
    """Return one body for all drafts that were joined, in the order they were met.

    Args:
        drafts: the drafts after linking.
        carried: the names that stand for blank cells, each a link of its own.
    """
    groups: dict[str, list[Draft]] = {}
    for draft in drafts.by_key.values():
        groups.setdefault(drafts.final(draft.key), []).append(draft)
    return tuple(_record(drafts, drafts.by_key[key], group, carried) for key, group in groups.items())


def _record(drafts: Drafts, draft: Draft, group: Sequence[Draft], carried: Iterable[Named]) -> Body:
    identity = drafts.identity(draft.key)
    name = drafts.names[draft.key]
    best = draft.best
    links = [link for one in group for link in _links(drafts, one, identity, name)]
    links += [Link("", identity, 0.6, "body.link.merged") for one in carried if one.body == identity][:1]
    return Body(
        id=identity,
        name=name,
        level="city" if draft.branch and drafts.home.level == "county" else best.level,
        nature=cast(Nature, "vertical" if draft.branch else best.read.nature),
        families=tuple(dict.fromkeys(family for one in _ordered(draft) for family in one.families)),
        spellings=tuple(text for one in group for text in one.spellings),
        links=tuple(links),
    )


def _ordered(draft: Draft) -> list[Spelling]:
    return [draft.best, *draft.spellings.values()]


def _links(drafts: Drafts, draft: Draft, identity: str, name: str) -> Iterator[Link]:
    join = drafts.joins.get(draft.key)
    for text, spelling in draft.spellings.items():
        if draft.plates.get(text) and not join:
            yield Link(text, drafts.identity(draft.plates[text]), 0.9, "body.link.plate")
            continue
        score, reason = (join.score, join.reason) if join else _plain_reason(text, spelling, draft, name)
        yield Link(text, identity, score, reason)


def _plain_reason(text: str, spelling: Spelling, draft: Draft, name: str) -> tuple[float, str]:
    """Why a spelling of the body's own key is the body."""
    if text == name:
        return 1.0, "body.link.same"
    if draft.branch:
        return (0.95, "body.link.branch") if spelling.branch else (0.7, "body.link.likely-branch")
    bare = re.sub("[和与及]", "", name.removeprefix(spelling.prefix))
    return (
        (0.99, "body.link.place") if re.sub("[和与及]", "", spelling.read.rest) == bare else (0.95, "body.link.short")
    )
