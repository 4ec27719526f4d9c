"""Set terms of law and administration that are one character off."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.broken_flow import Flow, Place
from data.messages import say
from data.reference import load_yaml


def terms(flow: Flow) -> Iterator[Place]:
    """Yield the sentences with a term of data/text/terms.yml in which one inner character is wrong or left out.

    Formula: one half of the term stands as it is, and the other differs in one character, or lacks one; `but` are
    right wordings that come so near. The first and the last character are not judged: there the term may be a part of
    another one. Other characters than Chinese ones in the place end the term and are no error.

    Source: each term names the law that sets it.
    """
    for row in load_yaml("text/terms.yml"):
        for at, met in _near(flow, row["term"]):
            if met not in row.get("but", ()):
                yield flow.place("typos", at, at + len(met), say("broken.typo", wrong=met, right=row["term"]))


def _near(flow: Flow, term: str) -> Iterator[tuple[int, str]]:
    """Yield where the text has the term but for one character, and the words that stand there."""
    text, middle = flow.words, len(term) // 2
    for at in flow.find(term[:middle]):
        yield from ((at, met) for met in _variants(text, at, term) if _one_off(met, term, middle, len(term) - 1))
    for at in flow.find(term[middle:]):
        begins = (at - middle, at - middle + 1)
        met = [text[begin : at + len(term) - middle] for begin in begins if begin >= 0]
        yield from ((at - middle + k, one) for k, one in enumerate(met) if _one_off(one, term, 1, middle))


def _variants(text: str, at: int, term: str) -> tuple[str, str]:
    return text[at : at + len(term)], text[at : at + len(term) - 1]


def _one_off(met: str, term: str, first: int, after: int) -> bool:
    """Say whether the words are the term with one character from `first` to before `after` wrong or left out."""
    if met == term or not all("\u4e00" <= char <= "\u9fff" for char in met):
        return False
    skip = len(term) - len(met)
    return any(met[:at] == term[:at] and met[at + 1 - skip :] == term[at + 1 :] for at in range(first, after))
