"""The inside of a process that works on documents for another: bounded, silent, and gone when its owner is gone."""

from __future__ import annotations

import logging
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from threading import Thread
from typing import Any, Literal

from data import messages
from loaders.readers import office, pulse

MOST_MEMORY = 2 * 2**30
# What a library has once taken it may keep for itself, and the next document would have the less.
_TIRED = MOST_MEMORY // 2
# Programs that are killed have ended after so many seconds.
_MOMENT = 0.2
# What a worker says: a share of the item is done; its result; its result, and that it takes no other; that it failed.
Said = Literal["share", "result", "last", "failed"]


@dataclass(frozen=True, slots=True)
class Post:
    """Where a worker stands: its end of the pipe, the folder for its temporary files, the language it speaks."""

    pipe: Connection
    folder: str
    language: str


def serve(work: Callable[[Any], Any], post: Post) -> None:
    """Work on what comes through the pipe until it is closed.

    Args:
        work: called with each item; what it returns goes back, ("failed", "crash" or "memory") where it raises.
        post: where the worker stands.
    """
    _settle(post)
    pulse.listen(lambda done, of: post.pipe.send(("share", done / max(of, 1))))
    while True:
        try:
            item = post.pipe.recv()
        except (EOFError, OSError):
            return
        post.pipe.send_bytes(_packed(work, item))


def _settle(post: Post) -> None:
    if hasattr(os, "setpgrp"):
        # A group of its own: what a reader starts ends with it.
        os.setpgrp()
    # Who presses Ctrl-C speaks to the owner, who ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    messages.use(post.language)
    tempfile.tempdir = post.folder
    if not logging.getLogger().isEnabledFor(logging.DEBUG):
        _hush()
    _bound_memory()
    Thread(target=_end_with_owner, args=(post.folder,), daemon=True).start()


def _hush() -> None:
    """Let nothing be printed: libraries complain of damaged files on the terminal, each in its own words."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _bound_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _end_with_owner(folder: str) -> None:
    """Wait until the owner has ended, in whatever way, and end with all that was started and written here."""
    owner = multiprocessing.parent_process()
    if owner is None:
        return
    owner.join()
    if sys.platform == "win32":
        clear(folder)
        os._exit(1)
    group = os.getpgrp()
    if os.fork() == 0:
        # Only from outside of the group can it be ended and then swept up after.
        os.setpgid(0, 0)
        os.killpg(group, signal.SIGKILL)
        time.sleep(_MOMENT)
        clear(folder)
        os._exit(0)


def clear(folder: str) -> None:
    """Take away the temporary files of a worker, and those that its programs left elsewhere."""
    office.sweep(Path(folder))
    shutil.rmtree(folder, ignore_errors=True)


def _packed(work: Callable[[Any], Any], item: Any) -> Any:
    """Return the bytes of what is to be said of an item."""
    try:
        result = work(item)
        said: Said = "last" if _peak() > _TIRED else "result"
        return ForkingPickler.dumps((said, result))
    except MemoryError:
        return ForkingPickler.dumps(("failed", "memory"))
    except Exception:
        # Of a reader's exceptions `work` knows what to say; this is one of what it says, which cannot travel.
        logging.getLogger(__name__).debug("%s", item, exc_info=True)
        return ForkingPickler.dumps(("failed", "crash"))


def _peak() -> int:
    """Return the most memory that this process has had, in bytes (0 where that is not told)."""
    if sys.platform == "win32":
        return 0
    import resource

    # Linux counts in units of 1024 bytes, macOS in bytes (getrusage(2)).
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
