"""Do work on documents in processes of its own, so that a file that hangs, crashes or eats memory costs only itself.

A worker that gives no sign of life for a minute is stopped, one that dies is replaced, and on systems that can bound a
process's memory it may take two gigabytes (DESIGN 7: within bounded time and memory).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from data import messages
from loaders.readers import pulse

Item = TypeVar("Item")
Result = TypeVar("Result")

SECONDS = 60.0
MOST_MEMORY = 2 * 2**30
# How often the parent looks whether a worker has been silent too long.
_LOOK = 0.5


@dataclass(frozen=True, slots=True)
class Stopped:
    """What stands in place of a result: the worker was too slow ("time"), or it died ("crash")."""

    why: str


@dataclass
class _Worker(Generic[Item, Result]):
    """One process, its end of the pipe, and the item it works on."""

    work: Callable[[Item], Result]
    process: Any = None
    pipe: Connection | None = None
    busy: int | None = None
    heard: float = 0.0
    share: float = 0.0

    def give(self, number: int, item: Item) -> None:
        """Hand over an item; the process is started with the first one, and after each that stopped it."""
        pipe = self.pipe or self._start()
        self.busy, self.share, self.heard = number, 0.0, time.monotonic()
        pipe.send(item)

    def _start(self) -> Connection:
        self.pipe, other = multiprocessing.Pipe()
        told = (self.work, other, messages.language())
        self.process = multiprocessing.Process(target=_serve, args=told, daemon=True)
        self.process.start()
        other.close()
        return self.pipe

    def late(self, seconds: float) -> bool:
        """Say whether nothing was heard of the item for too long."""
        return self.busy is not None and time.monotonic() - self.heard > seconds

    def stop(self) -> None:
        """End the process, and what it has started."""
        if self.process is not None and self.pipe is not None:
            self.pipe.close()
            _kill(self.process)
            self.process = self.pipe = None


@dataclass
class _Team(Generic[Item, Result]):
    """The workers, the items that wait, and what came back."""

    workers: list[_Worker[Item, Result]]
    items: Sequence[Item]
    seconds: float
    results: dict[int, Result | Stopped] = field(default_factory=dict)
    next: int = 0

    def run(self, tell: Callable[[float], None]) -> Iterator[Result | Stopped]:
        """Work until every item has a result."""
        while len(self.results) < len(self.items):
            self._employ()
            ready = wait([one.pipe for one in self.workers if one.pipe is not None], timeout=_LOOK)
            for worker in self.workers:
                if worker.pipe is not None and worker.pipe in ready:
                    self._hear(worker, worker.pipe)
                elif worker.late(self.seconds):
                    self._fail(worker, "time")
            tell(len(self.results) + sum(one.share for one in self.workers if one.busy is not None))
        yield from (self.results[number] for number in range(len(self.items)))

    def _employ(self) -> None:
        for worker in self.workers:
            if worker.busy is None and self.next < len(self.items):
                worker.give(self.next, self.items[self.next])
                self.next += 1

    def _hear(self, worker: _Worker[Item, Result], pipe: Connection) -> None:
        try:
            done, told = pipe.recv()
        except (EOFError, OSError):
            self._fail(worker, "crash")
            return
        worker.heard = time.monotonic()
        if not done:
            worker.share = told
        elif worker.busy is not None:
            self.results[worker.busy] = told
            worker.busy = None

    def _fail(self, worker: _Worker[Item, Result], why: str) -> None:
        worker.stop()
        if worker.busy is not None:
            self.results[worker.busy] = Stopped(why)
        worker.busy = None


def confined(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int | None = None,
    tell: Callable[[float], None] = lambda done: None,
    seconds: float = SECONDS,
) -> list[Result | Stopped]:
    """Return the result of `work` for each item, in order, each made in another process.

    Args:
        work: a function of a module; items and results travel between processes.
        items: what it is called with.
        jobs: how many processes at most; None for as many as there are processors and memory for.
        tell: told how many items are done, with the share of those that give signs of life (see `readers.pulse`).
        seconds: how long a worker may be silent.

    Example:
        >>> confined(abs, [-1, 2], jobs=1)
        [1, 2]
    """
    count = min(jobs or _capacity(), len(items))
    team = _Team([_Worker(work) for _ in range(count)], items, seconds)
    try:
        return list(team.run(tell))
    finally:
        for worker in team.workers:
            worker.stop()


def _serve(work: Callable[[Any], Any], pipe: Connection, language: str) -> None:
    """Work on what comes through the pipe until it is closed."""
    if hasattr(os, "setpgrp"):
        # A group of its own: what a reader starts ends with it.
        os.setpgrp()
    messages.use(language)
    _bound_memory()
    pulse.listen(lambda done, of: pipe.send((False, done / max(of, 1))))
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send((True, work(item)))


def _bound_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, hard))


def _kill(process: Any) -> None:
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        # It has ended by itself, or has not yet made its group.
        process.kill()
    process.join()


def _capacity() -> int:
    """Return for how many documents at once there are processors and memory."""
    processors = os.cpu_count() or 1
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return processors
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(1, min(processors, memory // MOST_MEMORY))
