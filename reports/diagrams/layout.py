"""Where things go: the order of a matrix's rows and columns, and boxes pushed apart until none overlaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Pairs = list[tuple[str, str]]
ROUNDS, STEP, TOLERANCE, CLEAR = 2000, 0.35, 0.01, 2.0


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


def spread(points: Points, frame: tuple[float, float]) -> Points:
    """Scale points (n × 2) to fill a frame in mm; each lies between its own place and its rank, nearer to its rank.

    Force layouts crowd the middle and throw a few nodes far out: the ranks give the middle room.
    """
    import numpy as np

    extent = np.ptp(points, axis=0)
    places = (points - points.min(axis=0)) / np.where(extent > 0, extent, 1.0)
    ranks = points.round(9).argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") / max(1, len(points) - 1)
    spaced: Points = (places + 2 * ranks) / 3 * np.array(frame)
    return spaced


def push_apart(
    centres: Points, sizes: Points, frame: tuple[float, float], ties: Sequence[tuple[int, int]] = ()
) -> Points:
    """Move boxes until no two overlap and none leaves the frame, in small repeated steps, each as little as it takes.

    Every overlapping pair is moved apart along the axis where less is missing, half the lack each. For a while boxes
    are also moved off the ties that run behind them, so that a strong tie is not taken for one of theirs.

    Args:
        centres: n × 2, mm.
        sizes: n × 2, widths and heights in mm; the boxes must have room in the frame to move.
        frame: its width and height in mm.
        ties: pairs of boxes whose straight tie other boxes should not hide.

    Returns:
        The new centres, n × 2.
    """
    import numpy as np

    low, high = sizes / 2, np.array(frame) - sizes / 2
    placed = np.clip(centres, low, high)
    for turn in range(ROUNDS):
        move = _apart(placed, sizes)
        if ties and turn < ROUNDS // 2:
            move = move + _off_ties(placed, sizes, np.array(ties))
        if not move.any():
            break
        placed = np.clip(placed + move * STEP, low, high)
    return placed


def _apart(placed: Points, sizes: Points) -> Points:
    """How far each box must go to be clear of those it overlaps."""
    import numpy as np

    offset = placed[:, None] - placed[None]
    lack = (sizes[:, None] + sizes[None]) / 2 + CLEAR - np.abs(offset)
    lack[np.diag_indices(len(lack))] = 0.0
    hit = (lack > TOLERANCE).all(axis=2, keepdims=True)
    shorter = np.arange(2) == lack.argmin(axis=2)[:, :, None]
    # Boxes on one spot part in the order in which they are given.
    later = np.tri(len(placed), k=-1)[:, :, None]
    way = np.where(offset == 0, later - later.transpose(1, 0, 2), np.sign(offset))
    moves: Points = (hit * shorter * way * lack).sum(axis=1)
    return moves


def _off_ties(placed: Points, sizes: Points, ties: NDArray[np.int64]) -> Points:
    """How far each box must go, square to a tie that runs behind it, to uncover it."""
    import numpy as np

    start, end = placed[ties[:, 0]], placed[ties[:, 1]]
    along = end - start
    length = np.maximum(np.hypot(*along.T), TOLERANCE)
    square = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None]
    offset = placed[:, None] - start[None]
    away = (offset * square).sum(axis=2)
    share = (offset * along).sum(axis=2) / length**2
    lack = sizes @ np.abs(square).T / 2 + CLEAR - np.abs(away)
    ends = (np.arange(len(placed))[:, None, None] == ties[None]).any(axis=2)
    hit = (lack > TOLERANCE) & (share > 0) & (share < 1) & ~ends
    moves: Points = ((hit * np.where(away < 0, -1, 1) * lack)[:, :, None] * square[None]).sum(axis=1)
    return moves
