"""Drawing pages with matplotlib: PDF, PNG or SVG by the suffix of the path, the same bytes for the same pages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data import fonts
from data.errors import UsageError
from data.files import write_with
from data.messages import say
from reports.diagrams.canvas import MARGIN_LEFT, MARGIN_TOP, PAPER, WIDTH, Box, Label, Mark, Page, Shape, Stroke
from reports.diagrams.typeset import MM, plain

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Transform

INCH = 25.4
DPI = 200
EDGE = 4.0
# A CJK glyph stands in its em square from 0.12 em below the baseline to 0.88 em above it (Noto's own metrics).
MIDDLE = 0.38

# Type 3 because PDF readers fail on CFF fonts embedded as Type 42 (matplotlib issue 12636); outlines in SVG, so that
# the figure looks the same where no Chinese font is installed; a fixed salt for the ids in SVG; no hinting, which
# would round the width of every character to whole pixels and make lines longer than they were measured.
SETTINGS: Any = {
    "pdf.fonttype": 3,
    "svg.fonttype": "path",
    "svg.hashsalt": "boundaries",
    "text.hinting": "no_hinting",
}

log = logging.getLogger(__name__)


def write(pages: Sequence[Page], paths: Sequence[Path], title: str) -> list[Path]:
    """Write the pages of one figure, in one format or several.

    Args:
        pages: at least one page.
        paths: .pdf (all pages in one A4 document with official margins), .png (200 dpi) or .svg (both cut to the
            figure, one file a page: name.png, name-2.png, …).
        title: what the document says it is.

    Returns:
        The files written, format by format in the order of the pages.

    Raises:
        UsageError: another suffix.
        OutputError: a file cannot be written.
    """
    writers = {".pdf": _write_pdf, ".png": _write_each, ".svg": _write_each}
    for path in paths:
        if path.suffix.lower() not in writers:
            raise UsageError("error.figure-suffix", file=path)
    _report_missing(pages, paths[0])
    title = fonts.drawable(plain(title))
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(SETTINGS)
        return [file for path in paths for file in writers[path.suffix.lower()](pages, path, title)]


def figure(page: Page, *, cut: bool) -> Figure:
    """Return the page as a matplotlib figure: cut to its content, or on A4 with the official margins.

    The marks lie on the figure itself: axes would clip each of them to their frame, which took a third of the time.
    """
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    left, top = (EDGE, EDGE) if cut else (MARGIN_LEFT, MARGIN_TOP)
    width, height = (WIDTH + 2 * EDGE, page.height + 2 * EDGE) if cut else PAPER
    drawing = Figure(figsize=(width / INCH, height / INCH))
    place = Affine2D().translate(left, top - height).scale(1 / INCH, -1 / INCH) + drawing.dpi_scale_trans
    for mark in page.marks:
        _DRAW[type(mark)](drawing, place, mark)
    for order, artist in enumerate(drawing.get_children()):
        artist.set_zorder(order)
    return drawing


def _write_pdf(pages: Sequence[Page], path: Path, title: str) -> list[Path]:
    from matplotlib.backends.backend_pdf import PdfPages

    about = {"Title": title, "Creator": "boundaries", "Producer": "boundaries", "CreationDate": None}

    def draw(draft: Path) -> None:
        with PdfPages(draft, metadata=about) as document:
            for page in pages:
                document.savefig(figure(page, cut=False))

    write_with(path, draw)
    return [path]


def _write_each(pages: Sequence[Page], path: Path, title: str) -> list[Path]:
    names = [path if number == 1 else path.with_stem(f"{path.stem}-{number}") for number in range(1, len(pages) + 1)]
    for number, (page, name) in enumerate(zip(pages, names, strict=True), 1):
        counted = f"{title} {say('figure.page', page=number, pages=len(pages))}" if len(pages) > 1 else title
        write_with(name, _saver(page, counted))
    return names


def _saver(page: Page, title: str) -> Callable[[Path], None]:
    def draw(draft: Path) -> None:
        kind = draft.suffix.lower().lstrip(".")
        about = {
            "png": {"Title": title, "Software": None},
            "svg": {"Title": title, "Date": None, "Creator": "boundaries"},
        }
        figure(page, cut=True).savefig(draft, format=kind, dpi=DPI, metadata=about[kind])

    return draw


def _report_missing(pages: Sequence[Page], path: Path) -> None:
    used = {one for page in pages for mark in page.marks if isinstance(mark, Label) for one in mark.text}
    missing = sorted(one for one in used if fonts.font_of(one) is None)
    if missing:
        listed = say("join").join(f"{one}(U+{ord(one):04X})" for one in missing)
        log.warning(say("figure.glyphs", file=path, characters=listed))


def _draw_label(drawing: Figure, place: Transform, mark: Label) -> None:
    """Set each run on its baseline: the place of a line then depends on the type size alone, not on its ink."""
    from reports.diagrams.textrun import Run

    ahead, below = _DIRECTIONS[mark.angle]
    along = -{"left": 0.0, "center": 0.5, "right": 1.0}[mark.align] * fonts.width(mark.text)
    for font, piece in fonts.runs(mark.text):
        x, y = (
            start + (along * forth + MIDDLE * down) * mark.size * MM
            for start, forth, down in zip((mark.x, mark.y), ahead, below, strict=True)
        )
        look = _look(str(font.path), mark.size)
        turn: dict[str, Any] = {"rotation": mark.angle, "rotation_mode": "anchor", "va": "baseline"}
        drawing.add_artist(Run(x, y, piece, color=mark.colour, fontproperties=look, transform=place, **turn))
        along += fonts.width(piece)


@cache
def _look(path: str, size: float) -> FontProperties:
    """The font of a file in a size, made once: matplotlib looks up what it is told for each text by its own."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=path, size=size)


def _draw_box(drawing: Figure, place: Transform, mark: Box) -> None:
    from matplotlib.patches import Rectangle

    drawing.add_artist(
        Rectangle(
            (mark.x, mark.y),
            mark.width,
            mark.height,
            facecolor=mark.fill,
            edgecolor=mark.edge or "none",
            linewidth=mark.line,
            linestyle=_style(mark.dash),
            joinstyle="miter",
            transform=place,
        )
    )


def _draw_stroke(drawing: Figure, place: Transform, mark: Stroke) -> None:
    from matplotlib.lines import Line2D

    xs, ys = zip(*mark.points, strict=True)
    drawing.add_artist(
        Line2D(
            xs,
            ys,
            color=mark.colour,
            linewidth=mark.width,
            linestyle=_style(mark.dash),
            solid_capstyle="butt",
            transform=place,
        )
    )


def _draw_shape(drawing: Figure, place: Transform, mark: Shape) -> None:
    from matplotlib.patches import Polygon

    drawing.add_artist(
        Polygon(mark.points, facecolor=mark.fill, edgecolor=mark.edge, linewidth=mark.line, transform=place)
    )


def _style(dash: tuple[float, ...]) -> Any:
    return (0, dash) if dash else "solid"


# For each angle of a line: where it runs, and where the feet of its letters are (x to the right, y down).
_DIRECTIONS = {0: ((1, 0), (0, 1)), 90: ((0, -1), (1, 0)), 270: ((0, 1), (-1, 0))}
_DRAW: dict[type[Mark], Callable[[Figure, Transform, Any], None]] = {
    Label: _draw_label,
    Box: _draw_box,
    Stroke: _draw_stroke,
    Shape: _draw_shape,
}
