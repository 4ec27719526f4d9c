"""Every rule reads cells that no person wrote to the end, and finds what is wrong beside them.

A time that grows with the square of their length would be longer than any test may take (tests/conftest.py);
benchmarks/longcells.py prints the times.
"""

from __future__ import annotations

import datetime

import pytest
from corpora import corpus
from longcells import FAULT, PIECES, long_list

from boundaries import analyse, build_graphs
from graph.dates import Standpoint

_LENGTH = 60_000


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_cell_of_one_piece(piece: str) -> None:
    graphs = build_graphs(corpus([long_list(piece, _LENGTH)]), Standpoint(datetime.date(2026, 11, 22)))
    misquoted = [one for one in analyse(graphs) if one.rule == "C8"]
    assert any(FAULT in quoted.text for one in misquoted for quoted in one.evidence)
