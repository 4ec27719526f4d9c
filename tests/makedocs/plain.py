"""Lists as characters: Markdown, comma separated values, plain text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from makedocs import expected, lists, tables
from makedocs.catalogue import Made, document
from makedocs.content import department
from makedocs.layout import unmerged
from makedocs.lists import Piece


def _marked(pieces: Iterable[Piece]) -> str:
    """Return the pieces as Markdown with pipe tables."""
    marks = {"title": "# ", "heading": "## ", "line": ""}
    return "\n".join(
        _piped(unmerged(one.rows)) if one.kind == "table" else f"{marks[one.kind]}{one.text}\n" for one in pieces
    )


def _piped(rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(cell.replace(chr(10), '<br>') for cell in row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]) + "\n"


@document("md/完整清单.md", "markdown")
def markdown() -> Made:
    """A whole list in Markdown."""
    source = department("柳塘县农业农村局")
    return Made(_marked(lists.whole(source)).encode(), [expected.of_list(source)], "text")


@document("txt/制表符文本.txt", "text")
def tabbed_text() -> Made:
    """A whole list as text whose cells are parted by tabs, in GBK."""
    source = department("望溪县交通运输局")
    lines = [
        "\n".join("\t".join(row) for row in unmerged(one.rows)) if one.kind == "table" else f"\n{one.text}\n"
        for one in lists.whole(source)
    ]
    return Made("\r\n".join("\n".join(lines).split("\n")).encode("gbk"), [expected.of_list(source)], "text")


@document("csv/职责边界_GBK.csv", "csv-gbk", "csv-quoted")
def separated() -> Made:
    """Boundaries as Excel saves them under Chinese Windows: GBK without a mark, quotes and newlines inside cells."""
    source = department("望溪县民政局")
    rows = unmerged(tables.boundaries(source.matters))
    steps = "负责制定接送返回方案：\n1.核实身份；\n2.联系流出地救助管理站，办理“交接”手续"
    rows.append(["4", '流出人员"接送返回"', "县民政局", steps, "《条例》,第五条", ""])
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([source.title, "", "", "", "", ""])
    writer.writerows(rows)
    of = [
        *expected.boundaries(source.matters),
        expected.assignment("4", '流出人员"接送返回"', "县民政局", steps, basis="《条例》,第五条"),
    ]
    return Made(written.getvalue().encode("gbk"), [expected.of_boundaries(source, boundaries=of)], "csv")


@document("csv/汇总_UTF8.csv", "csv-flat")
def separated_flat() -> Made:
    """Services of two departments in one file, in UTF-8 with a mark, parted by semicolons."""
    names = ("望溪县民政局", "望溪县交通运输局")
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(("填报部门", *tables.SERVICES))
    told = []
    for name in names:
        source = department(name)
        writer.writerows((name, *row) for row in tables.services(source.services)[1:])
        empty = {"boundaries": [], "duties": [], "regimes": []}
        told.append(expected.of_list(source, jurisdiction="望溪县", owner=name, **empty))
    return Made(written.getvalue().encode("utf-8-sig"), told, "csv")
