"""Say of each table what it was taken for, and by which of its header words: an official checks that first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.document import Table
from data.messages import say
from data.spacing import squeeze
from data.where import places
from loaders.lists.outline import RawList, RawTable
from loaders.tables.grid import first_row, grid_rows, merged_places

# So many words of a header that is not known are shown, each cut to this length.
_WORDS = 8
_LONGEST = 12


def tables_seen(raws: Sequence[RawList]) -> tuple[str, ...]:
    """Return a line for each table of a document, in the language of the run.

    Args:
        raws: the lists of the document as they stand.

    Example: 清单.docx · 表2 表格第 1–9 行：职责边界，8 行，把握 100%（管理事项＝事项名称，相关部门＝涉及部门 …）
    """
    return tuple(line for raw in raws for line in _of_list(raw))


def _of_list(raw: RawList) -> Iterator[str]:
    for section in raw.sections:
        yield from map(_known, section.tables)
        yield from (_unknown(table) for table in section.foreign)
    yield from (_unknown(block) for block in raw.rest if isinstance(block, Table))


def _known(one: RawTable) -> str:
    header = one.header
    known = {"where": _where(one.table), "kind": say(f"part.{header.kind}")}
    rows = len(grid_rows(one.table)) - header.rows
    if not header.rows:
        return say("table.goes-on", **known, rows=rows)
    heads = (say("table.head", column=say(f"column.{name}"), word=word) for word, name in header.reason)
    return say("table.known", **known, rows=rows, score=round(100 * header.score), heads=say("join").join(heads))


def _unknown(table: Table) -> str:
    words = [squeeze(text)[:_LONGEST] for text in first_row(table) if text.strip()]
    return say("table.unknown", where=_where(table), words=say("join").join(words[:_WORDS]))


def _where(table: Table) -> str:
    return places(merged_places(cell.source for cell in table.cells))
