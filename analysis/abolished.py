"""Where a list speaks of institutions that are no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.finding import Evidence
from analysis.voices import Said, quoted
from data.abolished import Abolished
from data.rows import Assignment, DutyList

# A sentence longer than this is quoted only as far as the clause goes.
_LONG = 80
_PAPER = re.compile("《[^《》]{2,20}(?:证|证明|证书|卡)》")


@dataclass(frozen=True)
class Spoken:
    """A text that speaks of an institution: the words for it, and where they stand in `said.words`."""

    institution: Abolished
    said: Said
    words: str
    start: int

    def quote(self, one: DutyList) -> Evidence:
        """Return the sentence as evidence, or only the clause where the sentence is long."""
        begin, end = self.said.sentence(self.start)
        if end - begin > _LONG:
            begin, end = self.said.clause(self.start)
        return quoted(one, self.said, begin, end)


def spoken_of(
    one: DutyList, texts: Sequence[Said], known: tuple[Abolished, ...], aware: Sequence[str], titles: Sequence[str]
) -> Iterator[Spoken]:
    """Yield where a list speaks of institutions as if they went on.

    Left out is what stands in 《》, certificates aside (《暂住证》), what is part of a title without marks, and what
    tells that the writer knows of the end.

    Args:
        one: the list.
        texts: its texts.
        known: the institutions.
        aware: words of a sentence that knows of the end (取消, 不再).
        titles: last words of titles: what is followed by one within a few signs is part of a title.
    """
    pattern, by_word = _words(known)
    tail = re.compile(f"[^，。；、：,;:《》〓\\s]{{0,12}}(?:{'|'.join(map(re.escape, titles))})")
    for said in texts:
        # Masking titles costs more than the search, and few texts speak of any.
        for met in _mentions(said, pattern) if pattern.search(said.words) else ():
            if not tail.match(said.bare, met.end()):
                told = (Spoken(institution, said, met.group(), met.start()) for institution in by_word[met.group()])
                yield from (spoken for spoken in told if _meant(spoken, one, aware))


def _mentions(said: Said, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the words of institutions outside titles, and in the names of certificates, which stand in 《》 too."""
    yield from pattern.finditer(said.bare)
    for paper in _PAPER.finditer(said.words):
        yield from pattern.finditer(said.words, paper.start(), paper.end())


def _meant(spoken: Spoken, one: DutyList, aware: Sequence[str]) -> bool:
    said, institution = spoken.said, spoken.institution
    clause = said.bare[slice(*said.clause(spoken.start))]
    sentence = said.bare[slice(*said.sentence(spoken.start))]
    body = _speaker(said, one) + clause
    return not (
        any(word in sentence for word in aware)
        or any(word in clause for word in institution.beside)
        or (institution.near and not any(word in clause for word in institution.near))
        or (institution.who and not any(word in body for word in institution.who))
    )


def _speaker(said: Said, one: DutyList) -> str:
    row = said.text.row
    return row.department if isinstance(row, Assignment) and row.department else one.owner


@lru_cache(maxsize=8)
def _words(known: tuple[Abolished, ...]) -> tuple[re.Pattern[str], dict[str, list[Abolished]]]:
    """All words as one pattern, the longest first, and the institutions of each."""
    by_word: dict[str, list[Abolished]] = {}
    for institution in known:
        for word in institution.words:
            by_word.setdefault(word, []).append(institution)
    longest = sorted(by_word, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)) or "(?!)"), by_word
