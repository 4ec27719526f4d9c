"""Run all rules over lists with cells of one piece, and print how the time grows with their length.

Run `PYTHONPATH=.:tests python -m benchmarks.longcells [LENGTH]` from the project's root (in characters, 60,000 unless
told). Printed for each piece of tests/longcells.py: seconds at that length and at twice that length, and their ratio,
which is about 2 where the time grows with the length only.
"""

from __future__ import annotations

import datetime
import sys
import time

from corpora import corpus
from longcells import PIECES, long_list

from boundaries import analyse, build_graphs
from graph.dates import Standpoint


def main(length: int) -> None:
    """Print a line for each piece."""
    _seconds("甲", length)  # the tables are read by the first run
    for piece in PIECES:
        once, twice = _seconds(piece, length), _seconds(piece, 2 * length)
        print(f"{piece!r}: {once:.2f} s, {twice:.2f} s, ratio {twice / once:.1f}", flush=True)


def _seconds(piece: str, length: int) -> float:
    read = corpus([long_list(piece, length)])
    begun = time.monotonic()
    analyse(build_graphs(read, Standpoint(datetime.date(2026, 11, 22))))
    return time.monotonic() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60_000)
