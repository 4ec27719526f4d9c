"""Know a list that two documents hold: offices send one as .docx and as .pdf, and an audit of both finds all twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from data.ids import CELLS
from data.rows import Corpus, DutyList
from data.spacing import squeeze
from graph.kin import with_full_names


def without_twins(corpus: Corpus) -> tuple[Corpus, tuple[tuple[str, str], ...]]:
    """Return the corpus without the lists that an earlier document holds too, and the pairs of documents.

    Two lists are the same where jurisdiction, owner, and the words of all rows and regimes are, white space aside.

    Args:
        corpus: what was read.

    Returns:
        The corpus with each list once, and (the document left out, the one that is used) for each list left out.
    """
    first: dict[tuple[object, ...], DutyList] = {}
    kept: list[DutyList] = []
    pairs: dict[tuple[str, str], None] = {}
    for one in with_full_names(corpus.lists):
        other = first.setdefault(_words(one), one)
        if other is one or not _rows(one) or _file(other) == _file(one):
            kept.append(one)
        else:
            pairs[_file(one), _file(other)] = None
    return replace(corpus, lists=tuple(kept)), tuple(pairs)


def _rows(one: DutyList) -> tuple[object, ...]:
    return (*one.boundaries, *one.duties, *one.services)


def _words(one: DutyList) -> tuple[object, ...]:
    """Return what a list says, in a form to compare."""
    rows = (squeeze("\t".join(_cells(row))) for row in _rows(one))
    regimes = (squeeze(passage.text) for regime in one.regimes for passage in regime.sections)
    return one.jurisdiction, one.owner, tuple(rows), tuple(regimes)


def _cells(row: object) -> Iterable[str]:
    return (str(getattr(row, name) or "") for name in CELLS[type(row)])


def _file(one: DutyList) -> str:
    return one.source[0].file if one.source else ""
