"""No label is cut off, none lies on another, none is too small: measured on what is drawn, for hard graphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import matplotlib
import pytest
from diagram_samples import graph, large, two_lists
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox

from data import messages
from graph.build import build_graphs
from graph.dutygraph import DutyGraph
from loaders.load import load
from reports.diagrams import render
from reports.diagrams.canvas import Page
from reports.diagrams.department import draw_department
from reports.diagrams.matrix import draw_matrix
from reports.diagrams.matter import draw_matter
from reports.diagrams.network import draw_network

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
Draw = Callable[[DutyGraph, Path], list[Path]]


def _busiest_matter(drawn: DutyGraph) -> str:
    return max(drawn.matters(), key=lambda one: len(drawn.parts(one.id))).id


def _busiest_body(drawn: DutyGraph) -> str:
    return max(drawn.bodies(), key=lambda one: len(drawn.parts(one.id))).id


def _draw_busiest_matter(drawn: DutyGraph, path: Path) -> list[Path]:
    return draw_matter(drawn, _busiest_matter(drawn), path)


def _draw_busiest_body(drawn: DutyGraph, path: Path) -> list[Path]:
    return draw_department(drawn, _busiest_body(drawn), path)


KINDS: dict[str, Draw] = {
    "matrix": draw_matrix,
    "matter": _draw_busiest_matter,
    "department": _draw_busiest_body,
    "network": draw_network,
}


def _hard_names() -> DutyGraph:
    """Names that are very long, foreign, bracketed, or look like mathematics."""
    names = [
        "县委统一战线工作部（县民族宗教事务局、县侨务办公室、县人民政府台湾工作办公室）",
        "Bureau of Human Resources and Social Security of the County",
        "县$\\frac{1}{2}$局",
        "县局（挂牌：粮食和物资储备局）",
        "甲",
    ]
    matter = "关于进一步加强和改进" * 12
    return graph([("", matter, one, "lead", "x" * 400) for one in names] + [("", "短", names[0], None, "")])


@pytest.fixture(params=["zh", "en"])
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    messages.use(request.param)
    yield
    messages.use("zh")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """The figures that are drawn during the test, in their order."""
    figures: list[Figure] = []
    plain = render.figure

    def keep(page: Page, *, cut: bool) -> Figure:
        figures.append(plain(page, cut=cut))
        return figures[-1]

    monkeypatch.setattr(render, "figure", keep)
    return figures


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [two_lists, _hard_names])
@pytest.mark.usefixtures("_language")
def test_labels(kind: str, make: Callable[[], DutyGraph], drawn: list[Figure], tmp_path: Path) -> None:
    KINDS[kind](make(), tmp_path / "a.pdf")
    assert drawn
    for figure in drawn:
        _check(figure)


@pytest.mark.parametrize("kind", KINDS)
def test_labels_of_a_large_graph(kind: str, drawn: list[Figure], tmp_path: Path) -> None:
    KINDS[kind](large(), tmp_path / "a.pdf")
    assert drawn
    for figure in drawn:
        _check(figure)


@pytest.mark.parametrize("kind", KINDS)
def test_labels_of_a_real_district(kind: str, drawn: list[Figure], tmp_path: Path) -> None:
    if not SEEDS.exists():
        pytest.skip("the shared lists are not on this machine")
    for one in build_graphs(load([next(SEEDS.glob("003*.txt"))], jobs=1)):
        KINDS[kind](one, tmp_path / "a.svg")
    assert drawn
    for figure in drawn:
        _check(figure)


def _check(figure: Figure) -> None:
    """Every text inside the type area (or the cut figure), apart from every other, at least 6.5 pt."""
    figure.set_dpi(render.DPI)
    texts = [one for one in figure.findobj(Text) if isinstance(one, Text) and one.get_text()]
    with matplotlib.rc_context(render.SETTINGS):
        renderer = FigureCanvasAgg(figure).get_renderer()
        boxes = [(one.get_window_extent(renderer), one.get_text()) for one in texts]
    assert min(one.get_fontsize() for one in texts) >= 6.5
    area = _type_area(figure)
    for box, words in boxes:
        assert area.x0 <= box.x0 < box.x1 <= area.x1, words
        assert area.y0 <= box.y0 < box.y1 <= area.y1, words
    for (one, words), (other, others) in _neighbours(boxes):
        assert not _overlap(one, other), (words, others)


def _type_area(figure: Figure) -> Bbox:
    """On A4 the paper less its official margins (and a millimetre for the height of letters); else the figure."""
    width, height = (side * 25.4 for side in figure.get_size_inches())
    if (round(width), round(height)) != (210, 297):
        return Bbox.from_extents(*figure.bbox.extents)
    return Bbox.from_extents(27.5, 34.5, 184.5, 260.5).transformed(Affine2D().scale(figure.dpi / 25.4))


def _neighbours(boxes: list[tuple[Bbox, str]]) -> Iterator[tuple[tuple[Bbox, str], tuple[Bbox, str]]]:
    """All pairs whose heights meet."""
    by_height = sorted(boxes, key=lambda one: one[0].y0)
    for place, (box, words) in enumerate(by_height):
        for other in by_height[place + 1 :]:
            if other[0].y0 >= box.y1:
                break
            yield (box, words), other


def _overlap(one: Bbox, other: Bbox) -> bool:
    """By more than a pixel at 200 dpi, which is rounding."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(wide > 1 and high > 1)
