"""Take names for each other that the same words do not join: branches, misprints, families, function words.

Each step looks at what the steps before it left open, at all drafts at once and in the order of their keys, so that
the result hangs neither on the order of the lists nor on that of the rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from graph.body_drafts import Draft, Drafts
from graph.spelling import Spelling, branch_families

# Two other bodies spelled as branches show that the district's verticals are branches; one alone may be a slip.
_BRANCHES_SEEN = 2
# At least half of a name's families must be the other body's: 文体广电新闻出版局 is 教育文化体育局 in another county.
_LEAST_COVERED = 0.5
_DEPARTMENTS = ("government", "party", "vertical")


def link(drafts: Drafts) -> None:
    """Join the drafts that are one body."""
    _join_branches(drafts)
    _join_misprints(drafts)
    _join_to_owners(drafts)
    _join_equals(drafts)
    _join_parts(drafts)
    _join_functions(drafts)


def _join_branches(drafts: Drafts) -> None:
    """区公安局 is the branch that is spelled 公安蒸湘分局 elsewhere; without such a spelling, one as others are."""
    branches = [draft for draft in drafts.open() if draft.branch]
    for draft in departments_of(drafts):
        if draft.owns or draft.branch or not draft.best.own:
            continue
        same = [branch for branch in branches if branch.families == draft.families]
        if same:
            drafts.join(draft, same[0], 0.9, "body.link.branch")
        elif drafts.home.district and len(branches) >= _BRANCHES_SEEN and draft.families <= branch_families():
            draft.branch = True


def _join_misprints(drafts: Drafts) -> None:
    """A name with an unknown character that is one character away from exactly one known name: 区民正局."""
    known = [draft for draft in drafts.open() if draft.best.read.known and draft.best.read.kind != "generic"]
    for draft in drafts.open():
        if draft.best.read.known or draft.owns:
            continue
        near = [other for other in known if _may_join(drafts, draft, other) and _one_away(draft.best, other)]
        if len(near) == 1:
            drafts.join(draft, near[0], 0.75, "body.link.similar")


def _one_away(one: Spelling, other: Draft) -> bool:
    reads = (spelling.read for spelling in other.spellings.values())
    return any(
        len(read.rest) >= 3 and Levenshtein.distance(one.read.rest, read.rest, score_cutoff=1) == 1 for read in reads
    )


def _join_to_owners(drafts: Drafts) -> None:
    """An old or foreign name is the list owner that holds most of its families."""
    owners = [draft for draft in departments_of(drafts) if draft.owns]
    for draft in departments_of(drafts):
        target = best_cover(draft.families, [one for one in owners if _may_join(drafts, draft, one)])
        if target and not draft.owns:
            drafts.join(draft, target, round(0.4 + 0.4 * _covered(draft.families, target), 2), "body.link.family")


def _join_equals(drafts: Drafts) -> None:
    """Two names of one level with the same families are one body: 发改委 and 发改局."""
    for one, other in combinations([draft for draft in departments_of(drafts) if not draft.owns], 2):
        both_open = one.key not in drafts.joins and other.key not in drafts.joins
        if both_open and one.families == other.families and _may_join(drafts, one, other):
            few, many = sorted((one, other), key=_weight)
            drafts.join(few, many, 0.8, "body.link.family")


def _join_parts(drafts: Drafts) -> None:
    """A name with fewer families is the one body that has them all (教育局, 教育体育局), if they concern no third."""
    left = departments_of(drafts)
    for draft in left:
        near = [one for one in left if one is not draft and one.families & draft.families and _same_level(one, draft)]
        if draft.owns or len(near) != 1 or not draft.families < near[0].families or near[0].owns:
            continue
        third = [one for one in left if one not in (draft, near[0]) and one.families & near[0].families]
        if not third and _may_join(drafts, draft, near[0]):
            drafts.join(draft, near[0], 0.7, "body.link.family")


def _join_functions(drafts: Drafts) -> None:
    """教育行政主管部门 is the body of that family, where there is exactly one."""
    departments = departments_of(drafts)
    for draft in drafts.open():
        if draft.best.read.kind == "function" and (target := body_of_function(draft.best, departments)):
            drafts.join(draft, target, 0.6, "body.link.function")


def body_of_function(function: Spelling, departments: Iterable[Draft]) -> Draft | None:
    """Return the one body that has all families of a function word; a word of a higher level wants a body of it."""
    near = [one for one in departments if one.best.own or one.branch]
    if function.prefix and not function.own:
        near = [one for one in departments if not one.branch and one.best.level == function.level]
    families = frozenset(function.families)
    return best_cover(families, [one for one in near if families <= one.families])


def best_cover(families: frozenset[str], candidates: Iterable[Draft]) -> Draft | None:
    """Return the body that holds more of the families than any other, and at least half; None where two are equal.

    Among those that hold as many, the one with the fewest other families is nearest.
    """
    ranked = sorted(((_covered(families, one), -len(one.families), one.key, one) for one in candidates), reverse=True)
    if not ranked or ranked[0][0] < _LEAST_COVERED:
        return None
    tied = len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]
    return None if tied else ranked[0][3]


def _covered(families: frozenset[str], one: Draft) -> float:
    return len(families & one.families) / len(families)


def departments_of(drafts: Drafts) -> list[Draft]:
    """Return the open drafts that are departments with a name of their own and families."""
    return [
        draft
        for draft in drafts.open()
        if draft.families and draft.best.read.nature in _DEPARTMENTS and draft.best.read.kind in ("body", "named")
    ]


def _may_join(drafts: Drafts, one: Draft, other: Draft) -> bool:
    return one is not other and _same_level(one, other) and not drafts.apart(one, other)


def _same_level(one: Draft, other: Draft) -> bool:
    same_place = one.best.read.place == other.best.read.place or (one.best.own and other.best.own)
    return one.best.level == other.best.level and same_place and one.branch == other.branch


def _weight(draft: Draft) -> tuple[int, int, str]:
    """How much speaks for a name as the body's: the statements it stands in, then its length."""
    return (len(draft.statements), len(draft.best.text), draft.key)
