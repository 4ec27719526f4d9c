"""Time our readers side by side with the best other libraries on the same big files (docs/dependencies.md).

Run `PYTHONPATH=.:tests python -m benchmarks.readers [docx xlsx html csv pdf]` from the project's root. Each reader
reads each file in a process of its own, once a small file has warmed it up. A page is what the measured Word files have
on one: 8.7 rows (20 pages of 174 rows); of a PDF it is a page. The PDF is made by LibreOffice and takes a minute.
"""

from __future__ import annotations

import csv
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from makedocs import office, sheets, web, word
from makedocs.content import Matter, department
from makedocs.layout import unmerged
from makedocs.lists import Piece
from makedocs.tables import boundaries
from makedocs.word_lists import written

from loaders.readers.read import read

ROWS_A_PAGE = 174 / 20
# Rows of the big file, and of the small one that warms up.
BIG, SMALL = 2320, 20
PDF_ROWS = 1400


def pieces(rows: int) -> list[Piece]:
    """Return a list of about so many rows: the matters of the test documents over and over."""
    names = ("望溪县民政局", "望溪县交通运输局", "柳塘县农业农村局", "鹤桥县卫生健康局", "鹤桥县住房和城乡建设局")
    source = [matter for name in names for matter in department(name).matters]
    matters: list[Matter] = []
    while sum(len(one.parties) for one in matters) < rows:
        one = source[len(matters) % len(source)]
        matters.append(Matter(str(len(matters) + 1), one.name, one.parties, one.basis, one.case))
    return [Piece("title", department(names[0]).title), Piece("table", "", boundaries(matters))]


def _docx(rows: int) -> bytes:
    return word.saved(written(pieces(rows)))


def _xlsx(rows: int) -> bytes:
    book = sheets.new()
    sheets.page(book.create_sheet("清单"), pieces(rows))
    return sheets.saved(book)


def _html(rows: int) -> bytes:
    return web.plain("清单", web.body(pieces(rows))).encode()


def _csv(rows: int) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(unmerged(pieces(rows)[1].rows))
    return text.getvalue().encode("utf-8-sig")


def _pdf(rows: int) -> bytes:
    return office.converted(_docx(min(rows, PDF_ROWS)), "docx", "pdf")


def _ours(path: Path) -> None:
    read(path.read_bytes(), path.name)


def _python_docx(path: Path) -> None:
    import docx

    for table in docx.Document(str(path)).tables:
        _ = [[cell.text for cell in row.cells] for row in table.rows]


def _mammoth(path: Path) -> None:
    import mammoth

    with path.open("rb") as file:
        mammoth.convert_to_html(file)


def _openpyxl(path: Path) -> None:
    import openpyxl

    for sheet in openpyxl.load_workbook(path, data_only=True):
        _ = list(sheet.iter_rows(values_only=True))


def _pandas_html(path: Path) -> None:
    import pandas

    pandas.read_html(path)


def _pandas_csv(path: Path) -> None:
    import pandas

    pandas.read_csv(path)


def _pdfplumber(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()


MAKERS: Mapping[str, Callable[[int], bytes]] = {"docx": _docx, "xlsx": _xlsx, "html": _html, "csv": _csv, "pdf": _pdf}
READERS: Mapping[str, Mapping[str, Callable[[Path], None]]] = {
    "docx": {"boundaries": _ours, "python-docx": _python_docx, "mammoth": _mammoth},
    "xlsx": {"boundaries": _ours, "openpyxl": _openpyxl},
    "html": {"boundaries": _ours, "pandas.read_html": _pandas_html},
    "csv": {"boundaries": _ours, "pandas.read_csv": _pandas_csv},
    "pdf": {"boundaries": _ours, "pdfplumber": _pdfplumber},
}


def measure(kind: str, reader: str, folder: Path) -> None:
    """Read the small file, then the big one; print seconds and the peak of memory in MB as JSON."""
    run = READERS[kind][reader]
    run(folder / f"small.{kind}")
    start = time.perf_counter()
    run(folder / f"big.{kind}")
    seconds = time.perf_counter() - start
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


def compare(kind: str, folder: Path) -> None:
    """Make the files of a format, and print what each reader took for the big one, and ours as a ratio."""
    for name, rows in (("small", SMALL), ("big", BIG)):
        (folder / f"{name}.{kind}").write_bytes(MAKERS[kind](rows))
    pages = _pages(kind, folder / f"big.{kind}")
    print(f"{kind}: {pages:.0f} pages, {(folder / f'big.{kind}').stat().st_size // 1024} KB")
    taken: dict[str, float] = {}
    for reader in READERS[kind]:
        taken[reader], memory = _in_a_process(kind, reader, folder)
        ratio = f"{taken[reader] / taken['boundaries']:6.1f} x ours"
        print(f"  {reader:<18}{taken[reader]:7.2f} s {pages / taken[reader]:8.0f} pages/s {memory:6.0f} MB {ratio}")


def _pages(kind: str, path: Path) -> float:
    if kind != "pdf":
        return BIG / ROWS_A_PAGE
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return float(len(pdf))


def _in_a_process(kind: str, reader: str, folder: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.readers", "--measure", kind, reader, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: tuple[float, float] = tuple(json.loads(done.stdout))
    return found


def main(arguments: Sequence[str]) -> None:
    """Compare the formats named, or all; `--measure` is how a comparison calls itself."""
    if arguments[:1] == ["--measure"]:
        measure(arguments[1], arguments[2], Path(arguments[3]))
        return
    with tempfile.TemporaryDirectory() as name:
        for kind in arguments or MAKERS:
            compare(kind, Path(name))


if __name__ == "__main__":
    main(sys.argv[1:])
