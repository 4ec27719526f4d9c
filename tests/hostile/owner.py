"""A program that has workers; started by test_confined_ends.py, and ended by it."""

from __future__ import annotations

import multiprocessing
import sys

from test_confined_ends import _odd

from loaders.confined import Stopped, confined

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    results = confined(_odd, sys.argv[2].split(","), jobs=2)
    print(*(one.why if isinstance(one, Stopped) else one for one in results))
