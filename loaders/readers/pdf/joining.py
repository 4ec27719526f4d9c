"""Put the pieces of a table that runs over pages together to one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.document import Block, Cell, PageLine, Table
from data.spacing import squeeze
from loaders.readers.pdf.cutcells import mended
from loaders.readers.pdf.piece import Piece
from loaders.tables.columns import is_header_word

# Columns that differ by less across pages are the same (points). Inner and outer margins of facing pages may change
# places, so what is compared is the distance from the table's own left border.
_SAME = 5.0

Item = Piece | Block


@dataclass
class _Open:
    """The table that the last page ended with; later pages may go on with it."""

    pieces: list[Piece] = field(default_factory=list)

    def goes_on(self, piece: Piece) -> bool:
        """Say whether a page's first table is the rest of this one."""
        return (
            bool(self.pieces)
            and _same_columns(self.pieces[0].xs, piece.xs)
            and not _heads_another(piece, self.pieces[0])
        )

    def table(self) -> Table:
        """Return the whole table."""
        xs = max((piece.xs for piece in self.pieces), key=len)
        heads = [_repeated(self.pieces[0], piece) if number else 0 for number, piece in enumerate(self.pieces)]
        pieces, torn = mended([_in_columns(piece, xs) for piece in self.pieces], heads)
        cells: list[Cell] = []
        gaps: set[int] = set()
        rows = 0
        for piece, head, cut in zip(pieces, heads, torn, strict=True):
            if cut:
                gaps |= {rows + row for row in range(head + 1)}
            cells += [replace(cell, row=cell.row + rows) for cell in piece.cells]
            rows += piece.rows
        return Table(tuple(cells), len(xs) - 1, frozenset(gaps))


def joined(pages: Iterable[Sequence[Item]]) -> list[Block]:
    """Return the blocks of all pages, tables that go on over pages as one, at the place of their first piece.

    Args:
        pages: for each page what it holds, in reading order.
    """
    blocks: list[Block | _Open] = []
    last = _Open()
    for items in pages:
        first = True
        for item in items:
            if isinstance(item, Piece):
                if first and last.goes_on(item):
                    last.pieces.append(item)
                else:
                    last = _Open([item])
                    blocks.append(last)
                first = False
            else:
                blocks.append(item)
                if not isinstance(item, PageLine):
                    first, last = False, _Open()
    return [block.table() if isinstance(block, _Open) else block for block in blocks]


def _same_columns(xs: Sequence[float], others: Sequence[float]) -> bool:
    """Say whether two tables have the same columns; one may lack borders that the other has in a single row."""
    few, many = sorted((_from_left(xs), _from_left(others)), key=len)
    return abs(few[-1] - many[-1]) < _SAME and all(_nearest(at, many)[0] < _SAME for at in few) and len(few) > 2


def _from_left(xs: Sequence[float]) -> list[float]:
    return [at - xs[0] for at in xs]


def _nearest(at: float, others: Sequence[float]) -> tuple[float, int]:
    return min((abs(other - at), index) for index, other in enumerate(others))


def _heads_another(piece: Piece, first: Piece) -> bool:
    """Say whether a piece begins with the header of another table."""
    header, own = _texts(piece, 0), _texts(first, 0)
    return len(header) > 1 and all(map(is_header_word, header)) and header != own and all(map(is_header_word, own))


def _texts(piece: Piece, row: int) -> list[str]:
    return [squeeze(cell.text) for cell in piece.cells if cell.row == row and cell.text]


def _repeated(first: Piece, piece: Piece) -> int:
    """Return how many rows a page repeats from the top of the table: its header."""
    count = 0
    while count < min(first.rows, piece.rows) and (texts := _texts(piece, count)) and texts == _texts(first, count):
        count += 1
    return count


def _in_columns(piece: Piece, xs: Sequence[float]) -> Piece:
    """Return a piece with its cells in the columns of the whole table."""
    whole = _from_left(xs)
    columns = [_nearest(at, whole)[1] for at in _from_left(piece.xs)]
    cells = tuple(
        replace(
            cell,
            column=columns[cell.column],
            column_span=columns[cell.column + cell.column_span] - columns[cell.column],
        )
        for cell in piece.cells
    )
    return replace(piece, cells=cells)
