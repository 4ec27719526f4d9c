"""Who claims a whole matter, and who claims the same piece of work as another: the overlap inside one matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.statements import WRITTEN_LEAD
from analysis.wording import fragments, mentions, outside_brackets, sentences, subject, without
from data.reference import load_yaml
from data.spacing import squeeze
from graph.dutygraph import Part
from graph.text import canonical, similarity

_ITEM = re.compile("以及|[、，,；;和与及]")
# Share of the items of an enumeration that two texts about the same have in common.
_MOST = 0.75
# So many characters tell what is punished, beside the words for any offence.
_TELLING = 8
_NOT = ("非", "未", "无", "不")
_OWN_OCCASION = re.compile(r"在.{2,20}?(?:时|过程中|工作中)")


@dataclass(frozen=True, slots=True)
class Shared:
    """One piece of work that two parts of different bodies both claim, in the words of each.

    `central` says that both name the matter: the work is no side issue of it.
    """

    left: Part
    right: Part
    left_words: str
    right_words: str
    central: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """From what on two pieces are the same work: see the thresholds of rule A9.

    `alike` and `named` are the least similarities (0-1, `graph.text.similarity`) of two pieces, and of two that both
    name the matter; `telling` and `shortest` the least numbers of characters of what such pieces are about.
    """

    alike: float
    named: float
    shortest: int
    telling: int


def claims_whole(part: Part) -> bool:
    """Say whether a part's own words give its body the whole matter: 负责流动人口服务管理 under 流动人口管理.

    The words of one fragment must be about exactly what the matter's name is about, and must not say that the body
    only helps, or only acts within its own field.
    """
    whole = subject(part.row.matter)
    return any(subject(piece) == whole for piece in fragments(part.row.duty) if not _limited(piece))


def shared_work(parts: Sequence[Part], limits: Limits) -> Iterator[Shared]:
    """Yield each pair of parts whose bodies are told to do the same work.

    Two sentences of different rows and bodies count as the same work where they are alike enough and what they
    enumerate is mostly the same; and also where one punishes, without a limit, what the other punishes in part. Short
    pieces say too little; those limited to the body's own field, or that only help, name different work in equal words;
    and a lead that is said to be responsible for the matter as a whole takes no work from those who carry it out.

    Args:
        parts: the parts of one matter, from all lists.
        limits: from what on pieces are the same.
    """
    own = [(part, _pieces(part, limits)) for part in parts]
    for (left, left_pieces), (right, right_pieces) in combinations(own, 2):
        if left.body == right.body or left.row.id == right.row.id:
            continue
        pair = _same(left_pieces, right_pieces, limits)
        if pair:
            yield Shared(left, right, *pair, central=left_pieces[pair[0]] and right_pieces[pair[1]])


def groups(pairs: Iterable[Shared]) -> list[tuple[Shared, ...]]:
    """Join pairs about the same words, so that three bodies with one text are one group and not three pairs."""
    joined: list[list[Shared]] = []
    for pair in pairs:
        near = [group for group in joined if _said(pair) & {said for one in group for said in _said(one)}]
        joined = [group for group in joined if group not in near]
        joined.append([*(one for group in near for one in group), pair])
    return [tuple(group) for group in joined]


def _said(pair: Shared) -> set[tuple[str, str]]:
    """Who says what in a pair."""
    return {(pair.left.body, pair.left_words), (pair.right.body, pair.right_words)}


def _pieces(part: Part, limits: Limits) -> dict[str, bool]:
    """Return the pieces of a duty text that can be compared, and whether each names the matter."""
    whole = subject(part.row.matter)
    own = [sentence for sentence in sentences(part.row.duty) if not _limited(sentence)]
    names = {piece: whole in subject(piece) for sentence in own for piece in (sentence, *fragments(sentence))}
    kept = (piece for piece in names if (piece in own or names[piece]) and not _limited(piece))
    led = (part.role.name, part.role.confidence) == WRITTEN_LEAD
    long = (piece for piece in kept if len(subject(piece)) >= (limits.shortest if names[piece] else limits.telling))
    return {piece: names[piece] for piece in long if not (led and subject(piece) == whole)}


def _same(left: dict[str, bool], right: dict[str, bool], limits: Limits) -> tuple[str, str] | None:
    """Return the longest two pieces that are alike enough and enumerate the same objects, or of which one covers it."""
    pairs = [(one, other) for one in left for other in right]
    least = {pair: limits.named if left[pair[0]] and right[pair[1]] else limits.alike for pair in pairs}
    enough = [pair for pair in pairs if similarity(*pair) >= least[pair]]
    same = [pair for pair in enough if _common(*map(_objects, pair)) >= _MOST]
    covering = [pair for pair in pairs if _covers(*pair) or _covers(*reversed(pair))]
    return max(same or covering, key=lambda pair: (min(map(len, pair)), pair), default=None)


def _common(one: set[str], other: set[str]) -> float:
    """The share of the characters of the smaller side that stands in items which the other has too."""
    least = min(sum(map(len, one)), sum(map(len, other)))
    return sum(map(len, one & other)) / least if least else 0.0


def _objects(piece: str) -> set[str]:
    """What each item of a piece is about: a word more or another one (社区党建, 社区建设) makes it another object."""
    light = load_yaml("duty_words.yml")["light"]
    items = (without(subject(canonical(item)), light) for item in _ITEM.split(squeeze(piece)))
    return {item for item in items if item}


def _covers(wide: str, narrow: str) -> bool:
    """Say whether one piece punishes all that the other does: what it is about stands in the other, in order.

    A bracket holds a limit (机动车（摩托车除外）), which the wide piece has not; a negated word is another (非机动车).
    """
    words = load_yaml("duty_words.yml")
    if not any(act in wide and act in narrow for act in words["sanctions"]) or outside_brackets(wide) != squeeze(wide):
        return False
    about = without(subject(wide), (*words["sanctions"], *words["offences"]))
    whole = subject(outside_brackets(narrow))
    starts = [place for place, char in enumerate(whole) if char == about[:1] and whole[place - 1 : place] not in _NOT]
    return len(about) >= _TELLING and any(_in_order(about, whole[start:]) for start in starts)


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


def _limited(sentence: str) -> bool:
    """Say whether a sentence only helps (配合…), or is about the body's own field (对本部门职责范围内…, 在办理…时)."""
    words = load_yaml("duty_words.yml")
    head = without(sentence, (*words["common"]["manners"], *words["common"]["verbs"]))
    return (
        mentions(sentence, words["limits"])
        or head.startswith(tuple(words["helps"]))
        or _OWN_OCCASION.match(sentence) is not None
    )
