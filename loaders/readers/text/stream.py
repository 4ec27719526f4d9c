"""The stream of flattened cells: where a table of it begins, and how many columns the table has."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.readers.text.cells import reads_like_header
from loaders.readers.text.lines import Line
from loaders.tables.columns import is_header_word, is_number_head

# Two header words side by side do not happen in running text.
_LEAST_HEADER = 2
_LEAST_FOREIGN = 3
_LONGEST_RUN = 10
_MOST_UNKNOWN = 4
_LONGEST_WORD = 12
_SENTENCE_ENDS = ("。", "；", "：", ";", ":")
_NO_WORD = frozenset("，。；：0123456789")


@dataclass
class FlatCell:
    """A cell as the lines give it: its paragraphs, and what stood before it."""

    lines: list[Line] = field(default_factory=list)
    after_blank: bool = False
    glued: bool = False

    @property
    def text(self) -> str:
        """The paragraphs of the cell, parted by newlines."""
        texts = (line.text.strip() for line in self.lines)
        return "\n".join(text for text in texts if text)


def tables_of(cells: Sequence[FlatCell]) -> list[Sequence[FlatCell]]:
    """Return the tables of a stream of cells: a header other than the first begins a table of its own.

    Example: the cells of a list of duties, then 序号, 姓名, 电话 and the cells of a list of phones, give two tables.
    """
    starts = [0] if cells else []
    known = _header(cells, 0)
    for index in range(1, len(cells)):
        in_header = index < starts[-1] + len(known)
        if in_header or not cells[index].after_blank:
            continue
        if _opens_header(cells, index):
            header = _header(cells, index)
            starts += [index] if header != known else []
            known = header
        elif _opens_foreign(cells, index, len(known)):
            starts.append(index)
            known = _run(cells, index)
    return [cells[first:last] for first, last in itertools.pairwise([*starts, len(cells)])]


def header_length(cells: Sequence[FlatCell]) -> int:
    """Return the number of columns: the header at the head, else the usual length between blank lines."""
    known, whole = len(_known(cells, 0)), len(_header(cells, 0))
    usual = _usual_length(cells)
    if known >= _LEAST_HEADER:
        # Where no blank line parts the header from the first row, its short cells look like more words.
        return known if usual == known else whole
    return usual


def header_width(cells: Sequence[FlatCell]) -> int:
    """Return the number of words of the header at the head, 0 where none is known."""
    return len(_header(cells, 0))


def run_length(cells: Sequence[FlatCell], most: int) -> int:
    """Return how many cells stand at the end of the stream behind its last blank line, counted up to `most` + 1."""
    near = itertools.islice(reversed(cells), most + 1)
    return next((count for count, cell in enumerate(near, 1) if cell.after_blank), most + 1)


def _usual_length(cells: Sequence[FlatCell]) -> int:
    breaks = [index for index, cell in enumerate(cells) if cell.after_blank or index == 0] + [len(cells)]
    lengths = Counter(after - before for before, after in itertools.pairwise(breaks))
    return max(lengths, key=lambda length: (lengths[length], length))


def are_indented(cells: Sequence[FlatCell]) -> bool:
    """Say whether the cells are paragraphs indented by a tab: no header, none blank, and most end as sentences do."""
    texts = [cell.text for cell in cells]
    if header_width(cells) >= _LEAST_HEADER or not all(texts):
        return False
    return 2 * sum(text.endswith(_SENTENCE_ENDS) for text in texts) >= len(texts)


def _opens_header(cells: Sequence[FlatCell], index: int) -> bool:
    first, second = cells[index], cells[min(index + 1, len(cells) - 1)]
    if is_number_head(first.text):
        return second is not first and bool(second.text)
    return is_header_word(first.text) and len(_known(cells, index)) > _LEAST_HEADER


def _opens_foreign(cells: Sequence[FlatCell], index: int, columns: int) -> bool:
    """Say whether short words side by side head a table of no known kind, of another width than the open one."""
    words = _run(cells, index)
    if len(words) < _LEAST_FOREIGN or len(words) == columns or not reads_like_header(words):
        return False
    return len(_run(cells, index + len(words))) == len(words)


def _run(cells: Sequence[FlatCell], start: int) -> list[str]:
    """Return the texts of the cells from one on up to the next blank line."""
    most = start + 2 * _LONGEST_RUN
    inner = range(start + 1, min(len(cells), most))
    end = next((at for at in inner if cells[at].after_blank or cells[at].glued), min(len(cells), most))
    return _texts(cells, start, end - start)


def _header(cells: Sequence[FlatCell], start: int) -> list[str]:
    """Return the header that begins at a cell: known words, and words of no known column among or behind them."""
    known = _known(cells, start)
    if not known:
        return []
    end = start + len(known)
    while end < len(cells) and end - start - len(known) < _MOST_UNKNOWN and _may_be_word(cells[end]):
        end += 1
    return _texts(cells, start, end - start)


def _known(cells: Sequence[FlatCell], start: int) -> list[str]:
    """Return the known header words that stand side by side from a cell on."""
    end = start
    while end < len(cells) and is_header_word(cells[end].text) and not cells[end].glued:
        end += 1
    return _texts(cells, start, end - start)


def _may_be_word(cell: FlatCell) -> bool:
    short = 0 < len(cell.text) <= _LONGEST_WORD and not _NO_WORD & set(cell.text)
    return short and not cell.after_blank and not cell.glued


def _texts(cells: Sequence[FlatCell], start: int, count: int) -> list[str]:
    return ["".join(cell.text.split()) for cell in cells[start : start + count]]
