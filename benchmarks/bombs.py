"""Read hostile files one by one, and print for each how long it took, how much memory, and what was said.

Run `PYTHONPATH=.:tests python -m benchmarks.bombs [NAME ...]` from the project's root; without names all of
tests/bombs.py are read, each by the command of a user, in a folder with one good list. Exit 1 where one takes more than
a minute and a quarter, more than two gigabytes and a quarter, or costs the good list.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import hostile_files
from bombs import BOMBS

from data.messages import say

# A worker may be silent for a minute and take two gigabytes; the program around it has its own.
SECONDS, MEGABYTES = 75, 2300
_FAULT = say("error.our-fault", file="", why="|").partition("|")[0].lstrip("： :")
# The command, and behind it the most memory that it or a process of its had, in KB as Linux counts it. It is run by a
# program of its own, for what this one has taken would count with it.
_MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
sys.exit(code)
"""


def main(names: list[str]) -> int:
    """Read the files, print a line for each, and return 1 where one goes beyond the bounds."""
    within = [_within(name) for name in names or BOMBS]
    print(f"{sum(within)} of {len(within)} within {SECONDS} s and {MEGABYTES} MB")
    return int(not all(within))


def _within(name: str) -> bool:
    with tempfile.TemporaryDirectory() as place:
        batch, output = Path(place, "batch"), Path(place, "corpus.json")
        batch.mkdir()
        Path(batch, name).write_bytes(BOMBS[name]())
        Path(batch, "good.txt").write_bytes(hostile_files.text())
        begun = time.monotonic()
        command = [sys.executable, "-m", "boundaries", "extract", str(batch), "-o", str(output), "-q"]
        done = subprocess.run([sys.executable, "-c", _MEASURED, *command], capture_output=True, text=True, check=False)
        seconds = time.monotonic() - begun
        rows = json.loads(output.read_text(encoding="utf-8"))["lists"] if output.is_file() else []
    peak = int(done.stdout.split()[-1]) if "peak" in done.stdout else 0
    good = any(one["duties"] and one["duties"][0]["source"]["file"] == "good.txt" for one in rows)
    said = " / ".join(done.stderr.splitlines())
    print(
        f"{name:20} {seconds:6.1f} s {peak:6} MB exit {done.returncode} {'' if good else 'GOOD LIST LOST '}{said[:150]}"
    )
    return good and seconds < SECONDS and peak < MEGABYTES and done.returncode in (0, 3) and _FAULT not in said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
