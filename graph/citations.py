"""Citations of laws and documents in running text: names in 《》 and without, file numbers, articles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.citation_names import names_in
from graph.citation_numbers import FileNumber, Found, article_numbers, articles_in, numbers_in
from graph.citation_short import full_titles
from graph.citation_text import DIGITS, Folded, Spans, fold
from graph.citation_titles import Title, titles_in

__all__ = ["Citation", "FileNumber", "article_numbers", "citations_in"]

_REMEMBERED = 1 << 15
# An article farther behind stands in the wording of the law that is quoted, and not in the citation itself.
_NEAR = 20
# Without one of these no citation stands in a text: most texts are done with at a glance.
_HINT = re.compile(
    r"[《〈<＜﹤]|中华人民共和国|令|公告|[12１２][0-9０-９]{3}\s*[〕\]］】)）﹞〗年第]|[〔\[［【﹝〖]\s*[12１２]"
    r"|(?:法典?|条例|办法|规定|细则)\s*(?:$|[第（(，,、；;：:。》和及的])"
)
_KIND = "(?:的?(?:通知|意见|决定|办法|规定|批复|方案|文件|要求|精神))?"
# Between a name and its number: the rest of a title, then the number, or a bracket with its issuer before it.
_TO_NUMBER = re.compile(rf"[》〉]?(?:\([^()]{{1,12}}\))?{_KIND}[,、:]?[》〉]?(?:\((?:[^()《》;。]{{0,40}}[,、:]?)?)?")
# Between a name or number and its articles: closing marks, a bracket with a date, the chapter.
_TO_ARTICLE = re.compile(
    rf"[)》〉]*{_KIND}[)》〉]*(?:\([^()]{{0,60}}\))?(?:的规定|规定|之?中|的|之)?[,、:和及]?(?:第{DIGITS}[编章节点部分]+)*"
)
# An article that begins a sentence of its own goes on with the instrument named last.
_SENTENCE_START = re.compile(rf"[。;)](?:[0-9]{{1,2}}[、.])?(?:第{DIGITS}[编章节])*$")


@dataclass(frozen=True, slots=True)
class Citation:
    """One instrument as one text cites it.

    Args:
        name: its title without marks and white space, quotes in it as 〈〉; "" where only a number is given. Of a short
            form (《条例》) the full title, where the text itself gives it.
        number: its file number, where one is printed with it.
        articles: the articles, verbatim (第三十五条第二款); `article_numbers` reads them.
        quoted: whether the title stands in 《》 or 〈〉; else it was known by its form or from the tables.
        printed: the words of the text, from the first of the citation to the last.
        start: where they begin in the text (characters).
    """

    name: str
    number: FileNumber | None
    articles: tuple[str, ...]
    quoted: bool
    printed: str
    start: int


@lru_cache(maxsize=_REMEMBERED)
def citations_in(text: str) -> tuple[Citation, ...]:
    """Return the citations of a text in order.

    A number behind a name belongs to that name, in whatever bracket and over a line end; one that stands alone is a
    citation of its own. Articles belong to what stands before them, also where they begin a later sentence.

    Args:
        text: one cell or passage, verbatim.

    Example:
        >>> [(one.name, one.number and one.number.number, one.articles) for one in citations_in(
        ...     "《殡葬管理条例》（国务院令第225号）第三条、第五条；民发【2009】170号")]
        [('殡葬管理条例', '225', ('第三条', '第五条')), ('', '170', ())]
    """
    if not _HINT.search(text):
        return ()
    folded = fold(text)
    quoted = tuple(titles_in(folded.words))
    taken = Spans((title.start, title.end) for title in quoted)
    numbers = [one for one in numbers_in(folded.words) if taken.free(one.start, one.end)]
    bare = tuple(names_in(folded.words, taken, numbers))
    titles = sorted((*quoted, *bare), key=lambda title: title.start)
    return tuple(_citations(folded, titles, frozenset(quoted), numbers))


@dataclass(frozen=True, slots=True)
class _Head:
    """What a citation begins with: a title, a number, or both."""

    title: Title | None
    number: Found | None

    @property
    def start(self) -> int:
        """Where it begins in the folded text."""
        starts = [self.title.start] if self.title else []
        return min(starts + ([self.number.code_start] if self.number else []))

    @property
    def end(self) -> int:
        """Where it ends in the folded text."""
        return max(one.end for one in (self.title, self.number) if one)


def _citations(
    folded: Folded, titles: Sequence[Title], quoted: frozenset[Title], numbers: Sequence[Found]
) -> Iterator[Citation]:
    full = full_titles(folded.words, titles)
    heads = _heads(folded.words, [title for title in titles if full.get(title.start) != ""], numbers)
    articles = tuple(articles_in(folded.words))
    begins = [*(head.start for head in heads), len(folded.words)]
    for head, following in zip(heads, begins[1:], strict=True):
        cited = tuple(_articles_of(folded.words, head.end, following, articles))
        yield Citation(
            name=full.get(head.title.start, head.title.name) if head.title else "",
            number=_file_number(folded, head.number) if head.number else None,
            articles=tuple(folded.printed(*span) for span in cited),
            quoted=head.title in quoted,
            printed=folded.printed(head.start, _closed(folded.words, head.start, _last(head.end, cited))),
            start=folded.place(head.start),
        )


def _heads(words: str, titles: Sequence[Title], numbers: Sequence[Found]) -> list[_Head]:
    """Each title with the number behind it, or right before it (国务院令第591号《…条例》), and the numbers alone."""
    behind = {title: _number_behind(words, title, numbers) for title in titles}
    taken = set(behind.values())
    free = {one.end: one for one in numbers if one not in taken}
    heads = [_Head(title, behind[title] or free.pop(title.start, None)) for title in titles]
    return sorted([*heads, *(_Head(None, one) for one in free.values())], key=lambda head: head.start)


def _last(end: int, cited: Sequence[tuple[int, int]]) -> int:
    """Where the printed words of a citation end: with the articles that stand right behind it."""
    for start, stop in cited:
        if start - end > _NEAR:
            break
        end = stop
    return end


def _closed(words: str, start: int, end: int) -> int:
    """The end of printed words with the bracket that closes one opened in them."""
    opened = words.count("(", start, end) > words.count(")", start, end)
    return end + (opened and words[end : end + 1] == ")")


def _number_behind(words: str, title: Title, numbers: Sequence[Found]) -> Found | None:
    """The number that stands right behind a title."""
    place = bisect_left(numbers, title.end, key=lambda one: one.start)
    behind = numbers[place] if place < len(numbers) else None
    if behind and _TO_NUMBER.fullmatch(words, title.end, max(title.end, behind.code_start)):
        return behind
    return None


def _articles_of(
    words: str, end: int, following: int, articles: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The articles between the end of a name or number and the next: one after the other, or at a sentence's start."""
    for start, stop in articles[bisect_left(articles, (end, 0)) : bisect_left(articles, (following, 0))]:
        if _TO_ARTICLE.fullmatch(words, end, start) or _SENTENCE_START.search(words, max(end, start - _NEAR), start):
            yield start, stop
            end = stop


def _file_number(folded: Folded, found: Found) -> FileNumber:
    return FileNumber(found.code, found.year, found.number, folded.printed(found.code_start, found.end))
