"""The canonical form of duty texts and matter names, and how alike two of them are.

Lists say one thing in many ways: full-width or not, numbered or not, 监管 or 监督管理, 全区 or nothing. `canonical`
takes these ways out; what is left is compared. The words it knows stand in data/text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from data.reference import load_yaml
from data.spacing import squeeze

_CIRCLED = re.compile(r"[\u2460-\u2473\u2776-\u277f]")
_NUMBER = re.compile(
    r"(?:^|(?<=[。;:]))(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}(?:[、)]|\.(?!\d)))"
    r"|[(][一二三四五六七八九十\d]{1,3}[)]"
)
_CLAUSE_END = r"(?=[,。;]|$)"
_NO_WORD = re.compile(r"[\W_]+")
# Not before 市场监管 and the like: there 市 is the first character of the name itself.
_LEVEL = "(?<![社城地园])[区县市](?={})"
_REMEMBERED = 1 << 16
_TURN = 0.25


def plain(text: str) -> str:
    """Return the letters, digits and characters of `text` alone: no width, case, space or punctuation.

    Example:
        >>> plain("Ｂ超 管理。")
        'b超管理'
    """
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=_REMEMBERED)
def canonical(text: str) -> str:
    """Return the form in which two wordings of one thing are equal.

    The steps, in order: width and case (NFKC), white space, numbering; words of place, level and government and
    filler words out; verbs and terms of one class to one word, the longest word at the leftmost place first;
    joiners and punctuation out. A text made of nothing else keeps its characters.

    Args:
        text: a duty text, a clause of one, or the name of a matter; verbatim.

    Returns:
        Characters without punctuation; "" only where `text` has no character that counts.

    Example:
        >>> canonical("1、负责全区餐饮服务单位的监管工作；") == canonical("餐饮服务单位监督管理")
        True
    """
    folded = unicodedata.normalize("NFKC", squeeze(_CIRCLED.sub("", text))).casefold()
    numberless = _NUMBER.sub("", folded)
    said = _ends().sub("", numberless)
    worded = _words().sub(lambda met: _meanings()[met[0]], _levels().sub("", said))
    return _NO_WORD.sub("", worded) or plain(text)


@lru_cache(maxsize=_REMEMBERED)
def similarity(one: str, other: str) -> float:
    """Return how alike two texts are in what they say, from 0 (nothing in common) to 1 (the same).

    On the canonical forms a and b: ``indel ratio(a, b) - 2 * substitutions / max(len(a), len(b))``, less a quarter
    for each word of data/text/limits.yml that one side alone has, not below 0. Substitutions are the characters
    *replaced* on both sides (indel distance less Levenshtein distance): a swapped object (医疗保障, 住房保障) weighs
    more than a word left out. Of sixteen scores over hand-labelled pairs of real duty texts this one told same from
    different best (area under the curve .76; ratio alone .68).

    Example:
        >>> similarity("医师执业许可", "护士执业许可") < 0.1, similarity("医师执业许可", "负责医师执业许可")
        (True, 1.0)
    """
    a, b = canonical(one), canonical(other)
    longest = max(len(a), len(b))
    if not longest:
        return 1.0
    indel = Indel.distance(a, b)
    substitutions = indel - Levenshtein.distance(a, b)
    turned = (_limits(a) - _limits(b)).total() + (_limits(b) - _limits(a)).total()
    return max(0.0, 1 - indel / (len(a) + len(b)) - 2 * substitutions / longest - _TURN * turned)


def same_words(one: str, other: str) -> bool:
    """Return whether two texts say the same in the same words, as far as the word tables know.

    Example:
        >>> same_words("依法查处违法行为", "组织查处违法违规行为")
        True
    """
    return canonical(one) == canonical(other)


def _limits(form: str) -> Counter[str]:
    """The words of a canonical form that turn or limit what it says."""
    table = load_yaml("text/limits.yml")
    return Counter(word for word in _limit_words().findall(form) if word in table["limits"])


@cache
def _limit_words() -> re.Pattern[str]:
    table = load_yaml("text/limits.yml")
    return re.compile(any_of([*table["limits"], *table["beside"]]))


@cache
def _meanings() -> dict[str, str]:
    """Every word of the tables → what stands for it; words to keep stand for themselves."""
    drop, classes = load_yaml("text/drop.yml"), load_yaml("text/classes.yml")
    dropped = [*drop["place"], *drop["government"], *drop["filler"], *drop["joiners"]]
    meanings = dict.fromkeys(dropped, "")
    for group in [*classes["verbs"], *classes["terms"]]:
        meanings.update(dict.fromkeys(group, group[0]))
    return meanings | {word: word for word in load_yaml("text/keep.yml")}


@cache
def _words() -> re.Pattern[str]:
    return re.compile(any_of(_meanings()))


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(any_of(load_yaml("text/drop.yml")["clause_end"]) + _CLAUSE_END)


@cache
def _levels() -> re.Pattern[str]:
    return re.compile(_LEVEL.format(any_of(load_yaml("text/classes.yml")["bodies"])))


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that takes the longest of `words` at the leftmost place where one stands.

    Example:
        >>> any_of(["监督", "监督管理"])
        '(?:监督管理|监督)'
    """
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"
