"""Share the characters of a page out among its tables: each to the cell it stands in, of the innermost table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.readers.pdf.glyphs import Glyph
from loaders.readers.pdf.grid import Box, Grid
from loaders.readers.pdf.unlined import with_rows

# Two cells with a text each, or three with one between them: the end of a row at the top of a page.
_LEAST_TABLE = 3


@dataclass
class Held:
    """A grid with the characters of its fields, by the numbers of these."""

    grid: Grid
    glyphs: dict[int, list[Glyph]] = field(default_factory=lambda: defaultdict(list))

    def inside(self, number: int) -> Sequence[Glyph]:
        """Return the characters of a field."""
        return self.glyphs.get(number, ())

    def is_table(self) -> bool:
        """Say whether this is a table: a box around one text is not, nor are boxes without any."""
        texts = sum(any(not glyph.text.isspace() for glyph in inside) for inside in self.glyphs.values())
        return len(self.grid.xs) > 2 and texts > 0 and texts + len(self.grid.fields) > _LEAST_TABLE

    def turned_out(self) -> list[Glyph]:
        """Return, and no longer hold, what stands in a field turned otherwise than most of its text."""
        out: list[Glyph] = []
        for inside in self.glyphs.values():
            turn = Counter(glyph.turn for glyph in inside).most_common(1)[0][0]
            out += [glyph for glyph in inside if glyph.turn != turn]
            inside[:] = [glyph for glyph in inside if glyph.turn == turn]
        return out


def shared_out(grids: Iterable[Grid], glyphs: Sequence[Glyph]) -> tuple[list[Held], list[Glyph]]:
    """Return the grids that are tables, with their characters, the outermost first; and the rest of the characters.

    Args:
        grids: the grids of a page.
        glyphs: its characters.
    """
    outermost = sorted(grids, key=lambda grid: _area(grid.box), reverse=True)
    held, rest = _held(outermost, glyphs)
    tables = [with_rows(one.grid, one.glyphs) for one in held if one.is_table()]
    if tables != outermost:
        held, rest = _held(tables, glyphs)
    return held, rest + [glyph for one in held for glyph in one.turned_out()]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _held(grids: Sequence[Grid], glyphs: Iterable[Glyph]) -> tuple[list[Held], list[Glyph]]:
    held = [Held(grid) for grid in grids]
    rest: list[Glyph] = []
    for glyph in glyphs:
        for one in reversed(held):
            inside = one.grid.field_at(*glyph.middle)
            if inside is not None:
                one.glyphs[inside].append(glyph)
                break
        else:
            rest.append(glyph)
    return held, rest
