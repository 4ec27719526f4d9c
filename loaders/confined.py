"""Do work on documents in processes of its own, so that a file that hangs, crashes or eats memory costs only itself.

A worker that gives no sign of life for a minute is stopped, one that dies is replaced, and on systems that can bound a
process's memory it may take two gigabytes (DESIGN 7: within bounded time and memory). What a worker has started and
its temporary files go with it, also when this process is asked to end (Ctrl-C, a closed terminal, `kill`).
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Generic, TypeVar

from data import messages
from loaders.worker import MOST_MEMORY, Post, clear, serve

Item = TypeVar("Item")
Result = TypeVar("Result")

SECONDS = 60.0
# How often the parent looks whether a worker has been silent too long.
_LOOK = 0.5
# What asks a process to end, besides Ctrl-C; without more it would end at once and leave its workers behind.
_ENDINGS = ("SIGTERM", "SIGHUP")


@dataclass(frozen=True, slots=True)
class Stopped:
    """What stands in place of a result: the worker was too slow ("time"), it died ("crash"), or wanted "memory"."""

    why: str


@dataclass
class _Worker(Generic[Item, Result]):
    """One process, its end of the pipe, the folder of its temporary files, and the item it works on."""

    work: Callable[[Item], Result]
    process: Any = None
    pipe: Connection | None = None
    folder: str | None = None
    busy: int | None = None
    heard: float = 0.0
    share: float = 0.0

    def give(self, number: int, item: Item) -> None:
        """Hand over an item; the process is started with the first one, and after each that stopped it."""
        try:
            (self.pipe or self._start()).send(item)
        except OSError:
            # It died since its last item: the system was short of memory, or somebody ended it.
            self.stop()
            self._start().send(item)
        self.busy, self.share, self.heard = number, 0.0, time.monotonic()

    def _start(self) -> Connection:
        self.folder = mkdtemp(prefix="boundaries-")
        context = _context()
        self.pipe, other = context.Pipe()
        told = (self.work, Post(other, self.folder, messages.language()))
        self.process = context.Process(target=serve, args=told, daemon=True)
        self.process.start()
        other.close()
        return self.pipe

    def late(self, seconds: float) -> bool:
        """Say whether nothing was heard of the item for too long."""
        return self.busy is not None and time.monotonic() - self.heard > seconds

    def stop(self) -> None:
        """End the process and what it has started, and take away its temporary files."""
        if self.pipe is not None:
            self.pipe.close()
        if self.process is not None:
            _kill(self.process)
        if self.folder is not None:
            clear(self.folder)
        self.process = self.pipe = self.folder = None


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
            said, told = pipe.recv()
        except Exception:
            # It died, or what it says cannot be understood here.
            logging.getLogger(__name__).debug("%s", worker.busy, exc_info=True)
            said, told = "failed", "crash"
        worker.heard = time.monotonic()
        if said == "share":
            worker.share = max(worker.share, min(told, 1.0))
        elif said == "failed":
            self._fail(worker, told)
        elif worker.busy is not None:
            self.results[worker.busy] = told
            worker.busy = None
        if said == "last":
            worker.stop()

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
    with _orderly_end():
        try:
            return list(team.run(tell))
        finally:
            for worker in team.workers:
                worker.stop()


@contextmanager
def _orderly_end() -> Iterator[None]:
    """Let this process, asked to end while it has workers, first end these."""
    if threading.current_thread() is not threading.main_thread():
        # Only the main thread may say what signals do.
        yield
        return
    signals = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]
    before = {one: signal.getsignal(one) for one in signals}
    unheard = [one for one, handler in before.items() if handler is signal.SIG_DFL]
    for one in unheard:
        signal.signal(one, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        for one in unheard:
            signal.signal(one, before[one])


def _context() -> Any:
    """Return how processes are started: copied where that is the system's way and safe, else begun afresh.

    Of a process with several threads a copy has one, and waits for ever for the locks that the others held (fork(2));
    libraries of numbers and of recognition start threads that Python does not know of.
    """
    copied = multiprocessing.get_start_method() == "fork"
    return multiprocessing.get_context("spawn" if copied and _threads() > 1 else None)


def _threads() -> int:
    """Return how many threads this process has, those of libraries among them where the system tells."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count()


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
