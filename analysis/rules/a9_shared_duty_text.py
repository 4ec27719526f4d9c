"""A9 shared-duty-text: two departments of one matter are given the same work in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.claims import Limits, Shared, groups, shared_work
from analysis.evidence import excerpt, of_rows
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import known_as, names, one_cell
from analysis.wording import mentions
from graph.dutygraph import DutyGraph, Part


@jurisdiction_rule("A9")
def shared_duty_text(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report bodies of one matter whose rows hold a sentence of the same content.

    Formula: two parts of one matter, of different bodies and rows, with sentences of similarity >= `alike` (`named`
    for pieces that name the matter) and at least `telling` (`shortest`) characters of content, about the same object;
    or one punishes all that the other does. Both rows may stand in one list or in two: the list of each may claim the
    work for itself. Pieces that only help or are limited to the body's own field are left out (see `analysis.claims`),
    and so are bodies that share one cell (A12), be it merged, townships beside each other, and words that name no
    department. H where all of the pieces are about enforcement.

    The similarity of 0.9 is the usual mark of a near-duplicate. 0.8 is the lowest at which all pieces that name the
    matter were true overlaps in 45 matters of published lists; the nearest false pair lay at 0.75.

    Source: GAO-15-49SP (duplication: the same activity for the same beneficiaries).
    """
    for matter in graph.matters():
        yield from (_draft(graph, group) for group in groups(same_work(graph, matter.id)))


def same_work(graph: DutyGraph, matter: str) -> tuple[Shared, ...]:
    """Return the pairs of parts of a matter that claim the same work, by this rule's thresholds."""
    words = shared_duty_text.words
    parts = tuple(part for part in graph.parts(matter) if part.row.matter and not graph.body(part.body).generic)
    shortest, telling = int(words.threshold("shortest")), int(words.threshold("telling"))
    limits = Limits(words.threshold("alike"), words.threshold("named"), shortest, telling)
    return tuple(pair for pair in shared_work(parts, limits) if not _in_order(graph, pair))


def _in_order(graph: DutyGraph, pair: Shared) -> bool:
    """Say whether the same words stand twice and double nothing: in one cell, or for townships, each in its place."""
    levels = {graph.body(part.body).level for part in (pair.left, pair.right)}
    return one_cell(pair.left.row, pair.right.row) or levels == {"township"}


def enforcing(pairs: Iterable[Shared]) -> bool:
    """Say whether the work that is doubled is enforcement: then citizens are inspected or fined twice."""
    said = [text for pair in pairs for text in (pair.left_words, pair.right_words)]
    return all(mentions(text, shared_duty_text.words.terms("enforcement")) for text in said)


def _draft(graph: DutyGraph, group: tuple[Shared, ...]) -> Draft:
    parts = [part for pair in group for part in (pair.left, pair.right)]
    said = [words for pair in group for words in (pair.left_words, pair.right_words)]
    return Draft(
        matter=known_as(graph.matter(parts[0].matter)),
        departments=names(graph, parts),
        evidence=of_rows(part.row for part in parts),
        values={"words": excerpt(min(said, key=len))},
        severity="H" if enforcing(group) else None,
        variant="lists" if _apart(parts) else "",
    )


def _apart(parts: list[Part]) -> bool:
    """Say whether no list gives the work to two of the bodies: each list names another one."""
    owners = [{part.body for part in parts if part.row.owner == owner} for owner in {part.row.owner for part in parts}]
    return all(len(bodies) == 1 for bodies in owners)
