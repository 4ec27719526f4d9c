"""Find the body of a name met in running text, among the bodies that the lists and cells of a jurisdiction name."""

from __future__ import annotations

from data.body_terms import cut
from graph.body_drafts import Draft, Drafts
from graph.body_links import best_cover, body_of_function, departments_of
from graph.spelling import Spelling, spell


def resolve(drafts: Drafts, mention: str) -> tuple[tuple[str, float], ...]:
    """Return (body id, score) for a name; see `Bodies.resolve`."""
    spelling = spell(drafts.home, mention)
    if spelling.read.kind == "none" and _only_families(spelling):
        spelling = spell(drafts.home, spelling.text + "部门")
    if spelling.key in drafts.by_key:
        return ((drafts.identity(spelling.key), _known_score(drafts, spelling)),)
    departments = departments_of(drafts)
    return tuple((drafts.identity(draft.key), score) for draft, score in _by_family(spelling, departments))


def _known_score(drafts: Drafts, spelling: Spelling) -> float:
    join = drafts.joins.get(spelling.key)
    return join.score if join else 0.95


def _only_families(spelling: Spelling) -> bool:
    """Whether a name is nothing but words of families: 药监, 城管."""
    terms = cut(spelling.read.rest)
    return bool(terms) and all(term.known and len(term.text) > 1 for term in terms) and bool(spelling.families)


def _by_family(spelling: Spelling, departments: list[Draft]) -> list[tuple[Draft, float]]:
    """The body that has the name's families; where each is another's (卫计委), all of these."""
    if not spelling.families or spelling.read.nature not in ("government", "party", "vertical", "mass"):
        return []
    here = spelling.own or not spelling.prefix
    near = [one for one in departments if ((one.best.own or one.branch) if here else _as_high(spelling, one))]
    whole = _whole(spelling, near)
    if whole:
        return [(whole, 0.6)]
    single = [best_cover(frozenset([family]), near) for family in spelling.families]
    return [(one, 0.5) for one in dict.fromkeys(one for one in single if one)] if all(single) else []


def _as_high(spelling: Spelling, one: Draft) -> bool:
    return one.best.level == spelling.level and one.best.read.place == spelling.read.place and not one.branch


def _whole(spelling: Spelling, near: list[Draft]) -> Draft | None:
    if spelling.read.kind == "function":
        return body_of_function(spelling, near)
    return best_cover(frozenset(spelling.families), near)
