"""File numbers (文号), numbers of orders (令) and articles (条) in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.citation_text import DIGITS, title_words
from graph.text import any_of

_YEAR = "(?:19|20)[0-9]{2}"
_DATED = rf"(?:\[{_YEAR}\]?|\({_YEAR}\)|{_YEAR}\]|{_YEAR}(?=年?第?[0-9]))"
# [2011]62号, (2011)56号, 2011]62号, [2011 62号, 2011年62号, 2013第12号; 号 may be lost where both brackets are there.
_FORM = rf"{_DATED}年?第?[0-9]{{1,5}}号|\[{_YEAR}\]第?[0-9]{{1,5}}(?![0-9年月日.%])"
_ORDER = rf"(?:令|公告)\(?第?{DIGITS}号|第?{DIGITS}号(?:省长|市长|主席|政府)?(?:令|公告)"
# What a number begins with, for those who ask where a title ends: the year in square brackets, or an order.
NUMBER_START = rf"\[{_YEAR}\]|令第{DIGITS}号"
_NUMBER = re.compile(rf"(?P<filed>{_FORM})|(?P<order>{_ORDER})")
_PARTS = re.compile(rf"(?P<year>{_YEAR})[\])]?年?第?(?P<number>[0-9]{{1,5}})号?$")

_CHAPTER = f"(?:第{DIGITS}[编章节点])?"
_CLAUSE = rf"(?:之{DIGITS}(?![0-9]))?(?:第?\(?{DIGITS}\)?[款项目])*"
_MORE = rf"[、,和及至到~—-]{{1,2}}{_CHAPTER}第?{DIGITS}"
ARTICLE = rf"第{DIGITS}(?:{_MORE})*条{_CLAUSE}(?:[至到~—-]{{1,2}}第?{DIGITS}条{_CLAUSE})?"
_ARTICLE = re.compile(ARTICLE)
# So many characters before a number may be its code and what names the issuer.
_RUN = 16


@dataclass(frozen=True, slots=True)
class FileNumber:
    """A file number (石政办发〔2011〕62号), or the number of an order (国务院令第629号).

    `code` is its issuer code (石政办发; 国务院令), `year` None where it has none (orders), `number` the count.
    """

    code: str
    year: int | None
    number: str
    printed: str


@dataclass(frozen=True, slots=True)
class Found:
    """A number or article, and its place in the folded text: `code_start` is where its issuer code begins."""

    start: int
    end: int
    code_start: int
    code: str
    year: int | None
    number: str


def numbers_in(words: str) -> Iterator[Found]:
    """Yield the file numbers and numbers of orders of a folded text, in order.

    A year without brackets counts only behind an issuer code that ends as codes do (发, 字, 函, 令 …), or where the
    whole number stands in brackets: （2013第12号）.

    Example:
        >>> [(one.code, one.year, one.number) for one in numbers_in("的通知湘办[2013]39号,国务院令第629号")]
        [('湘办', 2013, '39'), ('国务院令', None, '629')]
    """
    for met in _NUMBER.finditer(words):
        if met["order"]:
            yield _order(words, met)
        elif parts := _PARTS.search(met[0]):
            start, code = code_before(words, met.start())
            digits = re.match("[0-9A-Za-z/-]", words[met.start() - 1 : met.start()])
            enclosed = words[start - 1 : start] == "(" and words[met.end() : met.end() + 1] == ")"
            bracketed = met[0][0] in "[(" or met[0][4] == "]" or enclosed
            if not digits and (bracketed or code.endswith(_forms())):
                yield Found(met.start(), met.end(), start, code, int(parts["year"]), parts["number"])


def articles_in(words: str) -> Iterator[tuple[int, int]]:
    """Yield where the articles of a folded text stand: 第四十八、四十九条 and 第三条至第六条 are one each."""
    for met in _ARTICLE.finditer(words):
        yield met.span()


def article_numbers(article: str) -> tuple[int, ...]:
    """Return the numbers of the articles that a piece names, of a range all.

    Example:
        >>> article_numbers("第四十八、四十九条"), article_numbers("第3条至第六条第二款")
        ((48, 49), (3, 4, 5, 6))
    """
    bare = re.sub(rf"第{DIGITS}[编章节点]", "", re.sub(rf"(?<=条){_CLAUSE}", "", "".join(article.split())))
    found: list[int] = []
    for met in re.finditer(rf"(?P<to>[至到~—-]*)第?(?P<digits>{DIGITS})", bare):
        value = chinese_number(met["digits"])
        found += range(found[-1] + 1, value + 1) if met["to"] and found else [value]
    return tuple(found)


def chinese_number(digits: str) -> int:
    """Return the value of a number in Arabic or Chinese digits, up to thousands (一百零二 → 102)."""
    if digits.isdigit() and digits.isascii():
        return int(digits)
    values = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
    total = last = 0
    for char in digits:
        if char in "十百":
            total, last = total + (last or 1) * (10 if char == "十" else 100), 0
        else:
            last = values.get(char, int(char) if char.isdigit() else 0)
    return total + last


def _order(words: str, met: re.Match[str]) -> Found:
    start, issuer = code_before(words, met.start(), "[一-龥、]*$")
    digits = re.search(DIGITS, met[0])
    number = str(chinese_number(digits[0])) if digits else ""
    kind = re.sub(rf"第?{DIGITS}号|[第(]", "", met[0])
    return Found(met.start(), met.end(), start, issuer + kind, None, number)


def code_before(words: str, end: int, chars: str = "[一-龥]*$") -> tuple[int, str]:
    """Return the issuer code before `end`, and where it begins: the characters up to there, less words of the text."""
    met = re.search(chars, words[max(0, end - _RUN) : end])
    run = met[0] if met else ""
    cut = max((one.end() for one in _code_limits().finditer(run) if len(run) - one.end() > 1), default=0)
    return end - len(run) + cut, run[cut:]


@cache
def _code_limits() -> re.Pattern[str]:
    return re.compile(any_of(title_words("before_code")))


@cache
def _forms() -> tuple[str, ...]:
    return title_words("code_ends")
