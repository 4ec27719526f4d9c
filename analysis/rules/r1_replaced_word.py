"""R1 replaced-word: a search for one level character broke words of the list, or took characters away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from analysis.evidence import list_name, several
from analysis.finding import Draft, Severity
from analysis.replaced import (
    Broken,
    bare_subject,
    broken_bodies,
    broken_expressions,
    broken_places,
    broken_state,
    broken_titles,
    broken_words,
    doubtful_phrases,
    lost_words,
)
from analysis.rule import Words, jurisdiction_rule
from analysis.voices import Said, quoted, voices
from data.body_names import read_name
from data.law_lookup import Laws, laws_of
from data.messages import say
from data.rows import DutyList
from graph.dutygraph import DutyGraph
from graph.home import Home, home_of

Found = Sequence[tuple[Said, Broken]]


@jurisdiction_rule("R1")
def replaced_word(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the words that another level character makes whole, and places where one is gone.

    Formula: X is the level character of the place, or one of the marks (a district's list may come from a county's).
    (usual, H) a piece with X that the dictionary has not and has with exactly one other level character, by which the
    text becomes likelier by `gain` (natural logarithm, words taken as independent); an expression of the law with X
    in it (设区的区); a department of a province (区财政厅), a place above (衡阳区) or a body of the state (国家区…局)
    with X; a level told twice; a title that the tables have with another level character. (likely, L) set phrases
    (城区供水) in a list that has broken words for certain. (lost, L) 全 before a noun without the level, a clause that
    begins with a name of the owner that elsewhere has its level word; I where only 局 stands alone, which may be the
    owner's way to write.

    Source: DOMAIN 6.3 R; the dictionary of jieba (counts from news and other corpora, 60 million words in all).
    """
    home = home_of(graph.jurisdiction)
    own = home.word
    if not own:
        return
    laws = laws_of(graph.known.instruments)
    gain = words.threshold("gain")
    marks = dict.fromkeys((own, *words.terms("marks")))
    for one in graph.lists:
        said = tuple(voices(one, home))
        certain = [partial(_certain, own=mark, gain=gain, laws=laws, home=home) for mark in marks]
        broken = [pair for mark, find in zip(marks, certain, strict=True) for pair in _all(said, mark, find)]
        yield from _draft(one, "", None, broken)
        if broken:
            more = _all(said, own, partial(doubtful_phrases, own=own))
            yield from _draft(one, "likely", "L", [pair for pair in more if not _within(pair, broken)])
        lost = _lost(one, own, said, bool(broken))
        yield from _draft(one, "lost", "L" if any(piece.right for _, piece in lost) else "I", lost)


def _lost(one: DutyList, own: str, said: Sequence[Said], broken: bool) -> Found:
    names = _names(one, own, said)
    whole = {pair for text in said for pair in re.findall(f"全{own}(..)", text.bare)}
    return [(text, piece) for text in said for piece in lost_words(text, own, names, whole, broken)]


def _certain(text: Said, own: str, gain: float, laws: Laws, home: Home) -> Iterator[Broken]:
    above = home.superiors
    whole = [*broken_titles(text, own, laws), *broken_expressions(text, own)]
    whole += [*broken_places(text, own, above), *broken_state(text, own, home.bare)]
    if own != "省" and (own != "区" or not any(place.endswith("自治区") for place in above)):
        whole += broken_bodies(text, own)
    yield from whole
    yield from (piece for piece in broken_words(text, own, gain) if not any(_overlap(piece, one) for one in whole))


def _all(said: Sequence[Said], own: str, find: Callable[[Said], Iterator[Broken]]) -> Found:
    return [(text, piece) for text in said if own in text.words for piece in find(text)]


def _within(pair: tuple[Said, Broken], broken: Found) -> bool:
    return any(pair[0] is text and _overlap(pair[1], piece) for text, piece in broken)


def _overlap(one: Broken, other: Broken) -> bool:
    return one.start < other.end and other.start < one.end


def _names(one: DutyList, own: str, said: Sequence[Said]) -> tuple[str, ...]:
    """Return the owner's short name where the list prints it with the level word, and hardly ever without."""
    name = read_name(one.owner).rest
    whole = sum(text.bare.count(own + name) for text in said)
    bare = sum(bare_subject(text, name) for text in said if text.voice == "own")
    return (name,) if name and 0 < bare * 5 <= whole else ()


def _draft(one: DutyList, variant: str, grade: Severity | None, found: Found) -> Iterator[Draft]:
    if not found:
        return
    pieces = {}
    for text, piece in found:
        first, last = text.clause(piece.start)
        evidence = quoted(one, text, min(first, piece.start), max(last, piece.end))
        pieces[evidence.text, evidence.source] = evidence
    named = dict.fromkeys(_named(text, piece) for text, piece in found)
    values = {"list": list_name(one), "names": several(list(named))}
    yield Draft("", (one.owner,), tuple(pieces.values()), values, severity=grade, variant=variant)


def _named(text: Said, piece: Broken) -> str:
    printed = text.words[piece.start : piece.end]
    return say("replaced.mended" if piece.right else "replaced.broken", printed=printed, right=piece.right)
