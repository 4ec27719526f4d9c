"""Where things go: the order of a matrix's rows and columns, and boxes pushed apart until none overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Pairs = list[tuple[str, str]]
ROUNDS, STEP, TOLERANCE = 3000, 0.35, 0.01


def seriate(rows: list[str], columns: list[str], pairs: Pairs) -> tuple[list[str], list[str]]:
    """Order the rows and columns of a sparse matrix so that what belongs together stands together.

    Rows and columns that hang together (the connected components) come in blocks, the largest first. Within a block
    they are ordered by the first axis of correspondence analysis: with A the 0/1 matrix, r and c its row and column
    sums, the second left and right singular vectors of A_ij / √(r_i c_j), divided by √r and √c. It is the fixed
    point of reciprocal averaging, where each row stands at the mean of its columns and each column at the mean of
    its rows (M. O. Hill, Reciprocal averaging, Journal of Ecology 61, 1973, 237-249; the use of reordering for
    reading a matrix: J. Bertin, Sémiologie graphique, 1967). Ties keep the given order; the busier end comes first.

    Args:
        rows: names of the rows; columns: names of the columns; pairs: (row, column) of the filled cells.

    Returns:
        Rows and columns in their new order. Rows and columns without a filled cell come last.

    Example:
        >>> seriate(["m1", "m2", "m3"], ["a", "b"], [("m1", "a"), ("m3", "a"), ("m2", "b"), ("m3", "a")])
        (['m1', 'm3', 'm2'], ['a', 'b'])
    """
    network: nx.Graph[tuple[str, str]] = nx.Graph()
    network.add_nodes_from([("row", row) for row in rows] + [("column", column) for column in columns])
    network.add_edges_from((("row", row), ("column", column)) for row, column in pairs)
    ordered: tuple[list[str], list[str]] = ([], [])
    for block in sorted(nx.connected_components(network), key=lambda one: (len(one) == 1, -len(one))):
        inner = [row for row in rows if ("row", row) in block], [one for one in columns if ("column", one) in block]
        for whole, part in zip(ordered, _along_axis(*inner, pairs), strict=True):
            whole.extend(part)
    return ordered


def _along_axis(rows: list[str], columns: list[str], pairs: Pairs) -> tuple[list[str], list[str]]:
    import numpy as np

    if min(len(rows), len(columns)) < 2:
        return rows, columns
    filled = set(pairs)
    matrix = np.array([[(row, column) in filled for column in columns] for row in rows], dtype=float)
    down, across = matrix.sum(axis=1), matrix.sum(axis=0)
    left, _, right = np.linalg.svd(matrix / np.sqrt(np.outer(down, across)), full_matrices=False)
    row_axis, column_axis = left[:, 1] / np.sqrt(down), right[1] / np.sqrt(across)
    # A singular vector has no sign of its own: turn the axis so that the busier half comes first.
    turn = -1.0 if float(np.dot(down - down.mean(), row_axis)) > 0 else 1.0
    return _sorted(rows, turn * row_axis), _sorted(columns, turn * column_axis)


def _sorted(names: list[str], axis: NDArray[np.float64]) -> list[str]:
    places = dict(zip(names, axis.round(9).tolist(), strict=True))
    return sorted(names, key=places.__getitem__)


def push_apart(
    centres: NDArray[np.float64], sizes: NDArray[np.float64], frame: tuple[float, float], gap: float = 2.0
) -> NDArray[np.float64]:
    """Move boxes until no two overlap and none leaves the frame, each as little as it takes.

    Every overlapping pair is moved apart along the axis where less is missing, half the lack each, in small repeated
    steps.

    Args:
        centres: n × 2, mm; sizes: n × 2, widths and heights in mm; frame: width and height in mm; gap: least distance.

    Returns:
        The new centres, n × 2.
    """
    import numpy as np

    low, high = sizes / 2, np.array(frame) - sizes / 2
    need = (sizes[:, None] + sizes[None]) / 2 + gap
    above = np.triu(np.ones((len(sizes), len(sizes))), 1)[:, :, None]
    placed = np.clip(centres, low, high)
    for _ in range(ROUNDS):
        offset = placed[:, None] - placed[None]
        lack = need - np.abs(offset)
        np.einsum("iik->ik", lack)[:] = 0
        hit = (lack > TOLERANCE).all(axis=2, keepdims=True)
        if not hit.any():
            break
        shorter = np.arange(2) == lack.argmin(axis=2)[:, :, None]
        # Boxes on the same spot part in the order they are given.
        way = np.where(offset == 0, above.transpose(1, 0, 2) - above, np.sign(offset))
        placed = np.clip(placed + (hit * shorter * way * lack).sum(axis=1) * STEP, low, high)
    return placed
