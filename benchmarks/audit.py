"""Time the stages of an audit: load, graph, analyse, and the whole with reports and diagrams.

Run `python -m benchmarks.audit SOURCE...` from the project's root; without a SOURCE the example lists are timed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from boundaries import analyse, audit, build_graphs, load
from data.examples import write_examples


@contextmanager
def timed(stage: str) -> Iterator[None]:
    """Print how many seconds a stage takes."""
    start = time.perf_counter()
    yield
    print(f"{stage:<10} {time.perf_counter() - start:6.2f} s")


def main(sources: list[Path], folder: Path) -> None:
    """Print the seconds of each stage."""
    with timed("load"):
        corpus = load(sources)
    with timed("graph"):
        graphs = build_graphs(corpus)
    with timed("analyse"):
        findings = analyse(graphs)
    with timed("audit"):
        audit(corpus, folder / "audit", date(2026, 1, 1))
    rows = sum(len(one.boundaries) + len(one.duties) + len(one.services) for one in corpus.lists)
    print(f"{len(corpus.lists)} lists, {rows} rows, {len(findings)} findings")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        given = [Path(arg) for arg in sys.argv[1:]]
        if not given:
            write_examples(Path(name) / "lists")
        main(given or [Path(name) / "lists"], Path(name))
