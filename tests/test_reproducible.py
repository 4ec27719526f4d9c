"""The same lists give the same findings in the same words, whatever the order that a process keeps its sets in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = {"examples": ROOT / "data" / "examples", "real lists": ROOT.parent / "shared" / "seeds"}
SCRIPT = """
import datetime, sys
from pathlib import Path
from boundaries import analyse, build_graphs, load
from graph.dates import Standpoint
for one in analyse(build_graphs(load([Path(sys.argv[1])], jobs=1), Standpoint(datetime.date(2026, 11, 22)))):
    print(ascii(one))
"""


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_findings_do_not_depend_on_the_order_of_sets(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    first, second = (_findings(folder, seed) for seed in ("1", "3"))
    assert first
    assert first == second


def _findings(folder: Path, seed: str) -> list[str]:
    """The findings of a process of its own, a line each."""
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.splitlines()
