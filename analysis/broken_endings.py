"""Texts that end before their sentence does: at a comma or a joining word, within a word, before an announced list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.broken_flow import NUMBER, Flow, Kind, Place
from analysis.lists import doubtful
from data.messages import say
from data.reference import load_yaml
from data.segment import words
from data.spacing import squeeze
from data.texts import Text

_ENDED = ("item", "duty", "content", "text", "basis", "remark")
_WORKS = ("item", "duty", "content")
# A comma that closes a cell of citations is a slip; in a duty it shows that something is lost.
_LISTED = ("basis", "remark")
_COMMAS = "，、,"
_STOPS = "。；;：:！？"
# So many other lines of a cell show how its lines end.
_SIBLINGS = 3
_SHORTEST_CASE = 3
# So many last characters of a text, met again, are the same words.
_TAIL = 6
_MIDST = re.compile(rf".{{{_TAIL - 1}}}[\u4e00-\u9fff]")
_NUMBERED = re.compile(NUMBER)
_FIRST = re.compile(r"(?:[-*•]\s*)?[（(]?\s*[1一①]")
_HALF = re.compile(r"。(?P<half>[^，。；：\n“”《》]{2,10}的。)\n")
_AROUND = 8
_HAN = re.compile("[\u4e00-\u9fff]")


def cut_off(flow: Flow) -> Iterator[Place]:
    """Yield the places where a text ends before its sentence does, in rows that the reader did not have to guess at.

    Formula: a cell ends with a comma or a joining word; a case of three characters or less; a duty whose last words
    stand elsewhere in the list, where they go on with the rest of a word; a paragraph that announces cases
    (下列情形之一) where neither it nor the next paragraph begins to count; half a sentence (作出立案决定的。) after a
    whole one.

    Source: GB/T 15834-2011 4.1, 4.4 (what ends a sentence, what only parts it); 《党政机关公文处理工作条例》第十九条.
    """
    for text, start, end in flow.spans():
        if start == end or text.field not in (*_ENDED, "case") or (text.row and doubtful(text.row)):
            continue
        yield from _short(flow, text, start, end)
        yield from _unfinished(flow, text, start, end)
        yield from _announced(flow, text, start, end)
    yield from _within_words(flow)
    for met in _HALF.finditer(flow.words):
        yield flow.place("cut-off", met.start("half"), met.end("half"), say("broken.no_verb", words=met["half"]))


def lines(flow: Flow) -> Iterator[Place]:
    """Yield the one line of a cell that ends without a mark or with a comma, where the others end as sentences do.

    Formula: of the lines of a cell but the last, at least three end with a semicolon or full stop, and one alone does
    not. Where more do not, the lines were broken by the width of the cell.

    Source: GB/T 15834-2011 4.6 (semicolons between items that stand in lines).
    """
    for text, start, _ in flow.spans():
        odd = _odd_line(text) if text.field in (*_WORKS, "main_duty") else ""
        if odd and not (text.row and doubtful(text.row)):
            at = flow.words.find(squeeze(odd), start)
            key = "broken.line_comma" if odd[-1] in _COMMAS else "broken.line_bare"
            yield flow.exactly("marks", at, at + len(squeeze(odd)), say(key))


def _odd_line(text: Text) -> str:
    ends = [line.strip() for line in text.words.strip().split("\n")[:-1]]
    odd = [line for line in ends if line and line[-1] not in _STOPS]
    return odd[0] if len(odd) == 1 and len(ends) > _SIBLINGS else ""


def _short(flow: Flow, text: Text, start: int, end: int) -> Iterator[Place]:
    said = flow.words[start:end].strip("。.")
    if text.field != "case" or said in load_yaml("text/broken.yml")["complete"]:
        return
    if len(said) <= _SHORTEST_CASE and all(map(_HAN.match, said)):
        yield flow.place("cut-off", start, end, say("broken.short", words=said))


def _unfinished(flow: Flow, text: Text, start: int, end: int) -> Iterator[Place]:
    met = _dangling().search(flow.words, max(start, end - 4), end)
    if text.field in _ENDED and flow.words[end - 1] in _COMMAS and end - start > 1:
        kind: Kind = "marks" if text.field in _LISTED else "cut-off"
        yield flow.place(kind, end - 1, end, say("broken.ends_with", end=flow.words[end - 1]))
    elif text.field in _WORKS and met and not _whole_word(flow.words[start:end]):
        yield flow.place("cut-off", end - 1, end, say("broken.ends_with", end=met[0]))


def _whole_word(said: str) -> bool:
    return said.endswith(tuple(load_yaml("text/broken.yml")["unfinished"]["but"]))


@cache
def _dangling() -> re.Pattern[str]:
    joining = sorted(load_yaml("text/broken.yml")["unfinished"]["words"], key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(joining)})$")


def _announced(flow: Flow, text: Text, start: int, end: int) -> Iterator[Place]:
    """Yield the sentences of a numbered paragraph that announce cases, where the next paragraph only counts on."""
    if text.field != "text":
        return
    for met in _announcement().finditer(flow.words, start, end):
        stop = flow.words.find("\n", met.end())
        begins = flow.words.rfind("\n", 0, met.start()) + 1
        if _NUMBERED.match(flow.words, begins) and not _counts(flow.words, met.end(), stop, end):
            yield flow.place("cut-off", met.start(), met.end(), say("broken.announced", words=met[0]))


def _counts(text: str, after: int, stop: int, end: int) -> bool:
    """Say whether a list follows an announcement: in its own paragraph, or from the next one on."""
    if re.search(r"[：:]|[（(]?[1一①][、.．）)]", text[after:stop]):
        return True
    return stop < end and bool(_FIRST.match(text, stop + 1))


@cache
def _announcement() -> re.Pattern[str]:
    return re.compile(load_yaml("text/broken.yml")["announced"])


def _within_words(flow: Flow) -> Iterator[Place]:
    """Yield the duties whose last words stand elsewhere in the list too, where a word goes on that is cut here."""
    for text, start, end in flow.spans():
        tail = flow.words[max(start, end - _TAIL) : end]
        if text.field not in (*_WORKS, "main_duty") or not _MIDST.fullmatch(tail) or (text.row and doubtful(text.row)):
            continue
        others = [at + _TAIL for at in flow.find(tail) if at + _TAIL != end]
        goes_on = bool(others) and all(_HAN.match(flow.words, at) for at in others)
        if goes_on and _loose(flow.words[start:end]) and all(_word_at(flow.words, at) for at in others):
            whole = _word_at(flow.words, others[0])
            yield flow.place("cut-off", end - 1, end, say("broken.cut_word", whole=whole))


def _loose(said: str) -> bool:
    """Say whether the last character of a text is no part of a word, nor one that ends names (责任制, 许可证)."""
    return len(words(said[-_AROUND:])[-1]) == 1 and said[-1] not in load_yaml("text/broken.yml")["suffixes"]


def _word_at(text: str, position: int) -> str:
    """Return the word of which the position is in the midst, "" where it is between two."""
    low = max(position - _AROUND, 0)
    first = max(text.rfind("\n", low, position) + 1, low)
    at = first
    for word in words(text[first : position + _AROUND]):
        if at < position < at + len(word):
            return word
        at += len(word)
    return ""
