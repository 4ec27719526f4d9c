"""Tell page numbers and running headers from the text of a document: they stand between the lines of any row."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from data.spacing import squeeze
from loaders.lists.headings import part_of
from loaders.lists.titles import cut_title, ends_like_title
from loaders.readers.text.lines import Line
from loaders.wording import unmarked

# — 3 —, - 3 -, ·3·, 第3页, 第 3 页 共 12 页, 3 / 12, Page 3: dressed so, a number is that of a page.
_DRESSED = re.compile(
    r"^(?:[-—–－_·~～]{1,3}\s*\d{1,4}\s*[-—–－_·~～]{1,3}|第\s*[\d一二三四五六七八九十百]{1,4}\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}"
    r"|[Pp]age\s*\d{1,4}.{0,12}|共\s*\d{1,4}\s*页)$"
)
_CONTINUED = re.compile(
    r"^[（(]?(?:表\s*[\d一二三四五六七八九十.-]*\s*)?[（(]?续(?:表|上表|前表|下表)?[\d一二三四五六七八九十]*[）)]?$"
)
_LONGEST_HEADER = 40
_LEAST = 2


def page_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that belong to pages, not to the text.

    These are dressed page numbers; bare numbers that stand alone and count upwards; 续表; lines that stand beside page
    numbers again and again; the title of a list, where it comes again inside a table.
    """
    visible = [line for line in lines if not line.blank]
    numbers = {line.number for line in visible if is_page_line(line.text)} | _bare_numbers(lines)
    return frozenset(numbers | _running(visible, numbers) | _titles_again(visible))


def is_page_line(text: str) -> bool:
    """Say whether a line by itself is one of a page: a number dressed as a page's, or words that a table goes on.

    Example:
        >>> is_page_line("— 3 —"), is_page_line("续表"), is_page_line("3")
        (True, True, False)
    """
    if len(text) > _LONGEST_HEADER or text.startswith("\t"):
        return False
    words = unmarked(text)
    return bool(_DRESSED.match(words) or _CONTINUED.match(words))


def _bare_numbers(lines: Sequence[Line]) -> set[int]:
    """Return the lines that hold a number alone between blank lines, where these numbers count upwards."""
    alone = [
        line
        for before, line, after in zip([Line(0, ""), *lines], lines, [*lines[1:], Line(0, "")], strict=False)
        if line.text.strip().isdigit() and not line.text.startswith((" \t", "\t")) and before.blank and after.blank
    ]
    values = [int(line.text) for line in alone if len(line.text.strip()) <= len("999")]
    counting = len(values) == len(alone) >= _LEAST and all(a < b for a, b in itertools.pairwise(values))
    return {line.number for line in alone} if counting else set()


def _running(visible: Sequence[Line], numbers: Iterable[int]) -> set[int]:
    """Return the short lines that stand beside a page number at least twice, and nowhere else."""
    pages = set(numbers)
    beside: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    for index, line in enumerate(visible if pages else ()):
        if _may_run(line.text):
            near = {other.number for other in (*visible[max(index - 1, 0) : index], *visible[index + 1 : index + 2])}
            beside[squeeze(line.text)].append((line.number, bool(near & pages)))
    always = [places for places in beside.values() if len(places) >= _LEAST and all(near for _, near in places)]
    return {number for places in always for number, _ in places}


def _may_run(text: str) -> bool:
    return "\t" not in text and len(text) <= _LONGEST_HEADER and part_of(text) is None


def _titles_again(visible: Sequence[Line]) -> set[int]:
    """Return the lines that repeat the title of a list, and are followed by no beginning of a list."""
    seen: set[str] = set()
    again: set[int] = set()
    for index, line in enumerate(visible):
        if "\t" in line.text or not ends_like_title(line.text):
            continue
        words = squeeze(unmarked(line.text)) if cut_title(line.text)[0] else ""
        following = visible[index + 1 : index + 4]
        if words and words in seen and not any(part_of(other.text) == "duties" for other in following):
            again.add(line.number)
        seen.add(words)
    return again
