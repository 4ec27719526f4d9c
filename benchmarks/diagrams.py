"""How long figures take: run `PYTHONPATH=.:tests python benchmarks/diagrams.py` from the root.

Measured on 2 shared cores, long names, five pages: matrix of 30 departments × 60 matters 1.8 s as PDF, 2.1 s as PNG,
1.7 s as SVG; network 0.7 s; a page of a boundary diagram 0.2-0.3 s.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from diagram_samples import large

from reports.diagrams.department import draw_department
from reports.diagrams.matrix import draw_matrix
from reports.diagrams.matter import draw_matter
from reports.diagrams.network import draw_network


def main() -> None:
    graph = large(bodies=30, matters=60)
    matter, body = graph.matters()[0].id, graph.bodies()[0].id
    draws = {
        "first figure of the process": draw_network,
        "matrix": draw_matrix,
        "matter": lambda graph, path: draw_matter(graph, matter, path),
        "department": lambda graph, path: draw_department(graph, body, path),
        "network": draw_network,
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, draw in draws.items():
            for suffix in (".pdf", ".png", ".svg"):
                start = time.perf_counter()
                written = draw(graph, Path(folder) / f"figure{suffix}")
                size = sum(path.stat().st_size for path in written) // 1024
                print(f"{name} {suffix}: {time.perf_counter() - start:.2f} s, {len(written)} files, {size} KB")


if __name__ == "__main__":
    main()
