"""Say what a document is that is no duty list: a list of powers, a ledger of tasks, a notice, news.

The heads of its tables tell, else its title and the turns of phrase of its text (data/doctypes.yml). A document in
which anything of a duty list stands is read, whatever else is in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.document import Document, Paragraph, Table
from data.messages import say
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.lists.outline import RawList, outline
from loaders.lists.prosedocs import opened
from loaders.lists.titles import is_list_title
from loaders.tables.foreign import is_foreign_table, list_heads
from loaders.tables.grid import grid_rows
from loaders.wording import unmarked

# A title stands in the first lines of a document, and turns of phrase tell its kind in so many.
_TITLE_LINES, _TITLE_LENGTH, _TEXT_LINES = 6, 70, 400
_TITLE_WEIGHT = 2
_MOST_WORDS = 5
# The header of a table stands in one of its first rows; its heads are short.
_HEADER_ROWS, _LONGEST_HEAD = 4, 16
_SENTENCE = re.compile("[。；]")


@dataclass(frozen=True, slots=True)
class ForeignKind:
    """What a document is instead of a duty list, and the words of it that tell."""

    kind: str
    words: tuple[str, ...]

    def told(self, file: str) -> str:
        """Return the line that tells the user, in the language of the run.

        Args:
            file: the name of the document.
        """
        words = say("foreign.join").join(self.words[:_MOST_WORDS])
        return say("foreign.told", file=file, kind=say(f"foreign.kind.{self.kind}"), words=words)


def foreign_kind(document: Document, raws: Sequence[RawList] | None = None) -> ForeignKind | None:
    """Return what a document is that is no duty list; None where it is one, or where nothing tells.

    Args:
        document: a read document.
        raws: its lists as they stand, where they are known already.

    Example: a document titled 县2024年重点工作任务台账 with a table 序号 | 重点任务 | 责任单位 | 完成时限 is a ledger.
    """
    raws = outline(document) if raws is None else raws
    lines = [line for raw in raws for line in _lines(raw)]
    title = [line for line in lines[:_TITLE_LINES] if len(line) <= _TITLE_LENGTH and not _SENTENCE.search(line)]
    known = [table for raw in raws for part in raw.sections for table in part.tables]
    if known:
        sure = any(list_heads(table.header.words) for table in known)
        return None if sure or any(map(_is_list, raws)) else _titled(title, "ledger")
    if any(map(_is_list, raws)) or any(opened(raw) is not raw for raw in raws):
        return None
    return _by_tables([table for raw in raws for table in _foreign(raw)], title) or _by_text(title, lines)


def _is_list(raw: RawList) -> bool:
    """Say whether a list has a title of one and a part with its heading."""
    titled = any(is_list_title(line.text) for line in raw.title)
    return titled and any(part.heading for part in raw.sections)


def _by_tables(tables: Sequence[Table], title: Sequence[str]) -> ForeignKind | None:
    """Return the kind of which most of the tables are, each counted by its rows."""
    kinds: Counter[str] = Counter()
    words: dict[str, list[str]] = {}
    for table in tables:
        for heads in _headers(table):
            if found := is_foreign_table(heads):
                kinds[found.kind] += len(table.cells)
                words.setdefault(found.kind, []).extend(found.words)
                break
    if not kinds:
        named = (_titled(title, kind) for kind in _told("tables"))
        return next(filter(None, named), None) if tables else None
    kind = kinds.most_common(1)[0][0]
    said = _titled(title, kind)
    return ForeignKind(kind, tuple(dict.fromkeys([*(said.words if said else ()), *words[kind]])))


def _titled(title: Sequence[str], kind: str) -> ForeignKind | None:
    words = [word for word in _told("tables")[kind]["titles"] if any(word in line for line in title)]
    return ForeignKind(kind, tuple(words)) if words else None


def _by_text(title: Sequence[str], lines: Sequence[str]) -> ForeignKind | None:
    """Return the kind of a text that its title and its turns of phrase tell, None where too few do."""
    text = "\n".join(lines[:_TEXT_LINES])
    best: tuple[int, ForeignKind] | None = None
    for kind, told in _told("texts").items():
        named = [word for word in told["titles"] if any(word in line for line in title)]
        turns = [turn for group in told["turns"] if (turn := next((one for one in group if one in text), ""))]
        score = _TITLE_WEIGHT * bool(named) + len(turns)
        if score >= told["least"] and (best is None or score > best[0]):
            best = score, ForeignKind(kind, tuple(word.strip("，：:") for word in (*named, *turns)))
    return best[1] if best else None


def _lines(raw: RawList) -> Iterator[str]:
    """Yield the lines of a list in the order of its parts."""
    rest = [block for block in raw.rest if isinstance(block, Paragraph)]
    parts = [line for part in raw.sections for line in ([part.heading] if part.heading else []) + part.paragraphs]
    for line in (*raw.title, *rest, *parts):
        if words := squeeze(unmarked(line.text)):
            yield words


def _foreign(raw: RawList) -> Iterator[Table]:
    yield from (table for part in raw.sections for table in part.foreign)
    yield from (block for block in raw.rest if isinstance(block, Table))


def _headers(table: Table) -> Iterator[list[str]]:
    """Yield the heads in each of the first rows of a table, and those of all of them together."""
    rows = [[squeeze(text) for text in row.texts if text.strip()] for row in grid_rows(table)[:_HEADER_ROWS]]
    heads = [[text for text in row if len(text) <= _LONGEST_HEAD] for row in rows]
    yield from heads
    yield [head for row in heads[:2] for head in row]


@cache
def _told(what: str) -> dict[str, Any]:
    told: dict[str, Any] = load_yaml("doctypes.yml")[what]
    return told
