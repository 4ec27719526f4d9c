"""Where work is mapped: this process, or several of this computer, behind one standard Executor."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from data import messages

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting a process costs about as much as reading two hundred pages: fewer items are read faster in this one.
_WORTH_A_POOL = 8


def mapped(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int | None, worth: int = _WORTH_A_POOL
) -> Iterator[Result]:
    """Yield the result of `work` for each item, in the order of the items, whatever the number of processes.

    Args:
        work: a function of a module (it travels to other processes by name).
        items: what it is called with.
        jobs: how many processes at most; None for one a processor. Few items are done in this process.
        worth: from how many items on other processes are worth their start.

    Example:
        >>> list(mapped(abs, [-1, 2], jobs=1))
        [1, 2]
    """
    waiting = list(items)
    count = min(jobs or os.cpu_count() or 1, len(waiting))
    if count < 2 or len(waiting) < worth:
        yield from map(work, waiting)
        return
    with ProcessPoolExecutor(count, initializer=messages.use, initargs=(messages.language(),)) as pool:
        yield from pool.map(work, waiting)
