"""Draw pages with tables, and make scans of pages: skewed, blurred, noisy, JPEG; also PDFs and TIFFs of such scans.

page, cells = drawn_page(table, title="望溪县卫生健康局责任清单")
scan = degraded(page, seed=1, skew=1.0)
write_bytes(as_pdf([scan]))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pylopdf_fonts_zh_cn import sans_path, serif_path

Picture = NDArray[np.uint8]
A4 = (8.27, 11.69)
_MARGIN = 0.9
_CLOSING = "，。、；：）》”？！"


@dataclass(frozen=True)
class Drawn:
    """A table to draw: the texts of its cells by (row, column), spans of those merged, widths in shares of the page."""

    texts: dict[tuple[int, int], str]
    widths: tuple[float, ...]
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return 1 + max(row for row, _ in self.texts)

    def span(self, place: tuple[int, int]) -> tuple[int, int]:
        return self.spans.get(place, (1, 1))


@dataclass(frozen=True)
class Style:
    """How a page is drawn; sizes in points, `line` is the width of ruled lines in pixels and `grey` their darkness."""

    size: float = 10.5
    dpi: int = 200
    landscape: bool = False
    serif: bool = True
    line: int = 2
    grey: int = 0
    centred: bool = False

    @property
    def em(self) -> int:
        return round(self.size * self.dpi / 72)

    def font(self, scale: float = 1.0) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(serif_path() if self.serif else sans_path()), round(self.em * scale))


def drawn_page(table: Drawn, title: Sequence[str] = (), foot: str = "", style: Style | None = None) -> Picture:
    """Return a white page with lines of title, the table below them, and a line at its foot (a page number)."""
    style = style or Style()
    wide, high = (A4[1], A4[0]) if style.landscape else A4
    page = Image.new("L", (round(wide * style.dpi), round(high * style.dpi)), 255)
    pen = ImageDraw.Draw(page)
    left, top = round(_MARGIN * style.dpi), _MARGIN * style.dpi
    for line in title:
        pen.text((page.width / 2, top), line, fill=0, font=style.font(1.5), anchor="ma")
        top += 2.5 * style.em
    _draw_table(pen, table, left, top, page.width - 2 * left, style)
    if foot:
        pen.text((page.width / 2, page.height - 0.5 * style.dpi), foot, fill=0, font=style.font(), anchor="mm")
    return np.asarray(page.convert("RGB"))


def _draw_table(pen: ImageDraw.ImageDraw, table: Drawn, left: float, top: float, width: float, style: Style) -> None:
    shares = np.concatenate(([0.0], np.cumsum(table.widths))) / sum(table.widths)
    xs, pad, pitch = left + shares * width, 0.45 * style.em, 1.35 * style.em
    lines = {
        place: wrapped(text, xs[place[1] + table.span(place)[1]] - xs[place[1]] - 2 * pad, style.font())
        for place, text in table.texts.items()
    }
    heights = np.full(table.rows, pitch)
    for (row, column), texts in sorted(lines.items(), key=lambda item: table.span(item[0])[0]):
        down = table.span((row, column))[0]
        short = max(0.0, len(texts) * pitch - heights[row : row + down].sum())
        heights[row + down - 1] += short
    ys = top + np.concatenate(([0.0], np.cumsum(heights + 0.5 * style.em)))
    for (row, column), texts in lines.items():
        down, right = table.span((row, column))
        box = (xs[column], ys[row], xs[column + right], ys[row + down])
        pen.rectangle(box, outline=style.grey, width=style.line)
        _write(pen, texts, box, pad, pitch, style)


def _write(
    pen: ImageDraw.ImageDraw,
    texts: Sequence[str],
    box: tuple[float, float, float, float],
    pad: float,
    pitch: float,
    style: Style,
) -> None:
    top = (box[1] + box[3] - len(texts) * pitch) / 2 if style.centred else box[1] + 0.3 * style.em
    for number, text in enumerate(texts):
        at = ((box[0] + box[2]) / 2, top + number * pitch) if style.centred else (box[0] + pad, top + number * pitch)
        pen.text(at, text, fill=0, font=style.font(), anchor="ma" if style.centred else "la")


def wrapped(text: str, width: float, font: ImageFont.FreeTypeFont) -> list[str]:
    """Return the lines of a text in a width: a closing mark begins none."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for character in paragraph:
            if line and font.getlength(line + character) > width:
                keep = -1 if character in _CLOSING else len(line)
                lines.append(line[:keep])
                line = line[keep:]
            line += character
        lines.append(line)
    return lines


def degraded(
    image: Picture, seed: int, skew: float = 1.0, blur: float = 0.7, noise: float = 6.0, quality: int = 60
) -> Picture:
    """Return what an office scanner makes of a page: the same for the same seed.

    Args:
        image: the page, height × width × 3.
        seed: of the noise.
        skew: degrees by which it lies crooked, clockwise.
        blur: of the optics, in pixels.
        noise: standard deviation, in 256 levels.
        quality: of the JPEG.
    """
    page = Image.fromarray(image).rotate(-skew, Image.Resampling.BICUBIC, fillcolor=(250, 250, 250))
    soft = np.asarray(page.filter(ImageFilter.GaussianBlur(blur)), dtype=np.float64)
    grain = np.random.default_rng(seed).normal(0, noise, soft.shape[:2])[:, :, None]
    noisy = np.clip(soft * 0.94 + 8 + grain, 0, 255).astype(np.uint8)
    return np.asarray(Image.open(BytesIO(as_file(noisy, "JPEG", quality=quality))))


def rendered(pdf: bytes, dpi: int = 200) -> list[Picture]:
    """Return the pages of a PDF as pictures."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [np.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB")) for page in document]


def as_file(image: Picture, kind: str, **options: int) -> bytes:
    """Return the bytes of a picture file of a kind: PNG, JPEG, TIFF, BMP, GIF."""
    file = BytesIO()
    Image.fromarray(image).save(file, kind, **options)
    return file.getvalue()


def as_pages(images: Sequence[Picture], kind: str, dpi: int = 200, quality: int = 60) -> bytes:
    """Return a TIFF or a PDF of a scan a page."""
    file = BytesIO()
    first, *rest = [Image.fromarray(image) for image in images]
    first.save(file, kind, save_all=True, append_images=rest, resolution=dpi, quality=quality)
    return file.getvalue()
