"""Draw one diagram of a jurisdiction by its kind, and by the name of a matter or department as any list spells it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.errors import UsageError
from data.messages import say
from graph.dutygraph import Body, DutyGraph, Matter

NAMED_KINDS = ("matter", "department")
KINDS = ("matrix", *NAMED_KINDS, "network")
SUFFIXES = (".pdf", ".png", ".svg")
# An error names this many of the names there are.
_SHOWN = 8


def draw(graph: DutyGraph, kind: str, name: str, output: Path) -> list[Path]:
    """Draw one diagram; return the files written.

    Args:
        graph: the jurisdiction.
        kind: matrix, matter, department or network.
        name: of the matter or department, as any list spells it ("" for the other kinds).
        output: a .pdf, .png or .svg.

    Raises:
        UsageError: no matter or department of that name, or another suffix.
        OutputError: the file cannot be written.

    Example:
        >>> draw(graph, "matter", "校车安全管理", Path("校车.pdf"))  # doctest: +SKIP
    """
    from reports.diagrams.department import draw_department
    from reports.diagrams.matrix import draw_matrix
    from reports.diagrams.matter import draw_matter
    from reports.diagrams.network import draw_network

    if output.suffix.lower() not in SUFFIXES:
        raise UsageError("error.diagram-suffix", suffix=output.suffix)
    if kind == "matter":
        return draw_matter(graph, _named(name, kind, graph.matters()), output)
    if kind == "department":
        return draw_department(graph, _named(name, kind, graph.bodies()), output)
    return draw_matrix(graph, output) if kind == "matrix" else draw_network(graph, output)


def _named(name: str, kind: str, nodes: Sequence[Body | Matter]) -> str:
    wanted = "".join(name.split())
    for node in nodes:
        if wanted in {"".join(spelling.split()) for spelling in (node.name, *node.spellings)}:
            return node.id
    known = say("join").join(node.name for node in nodes[:_SHOWN] if node.name)
    raise UsageError(f"error.no-such-{kind}", name=name, known=known)
