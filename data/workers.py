"""Where work goes on: this process, or several of this computer, behind one standard Executor."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import ParamSpec, TypeVar

from data import messages

Given = ParamSpec("Given")
Result = TypeVar("Result")


def workers(jobs: int | None) -> Executor:
    """Return where work is handed to; used in a `with`, it ends when all that was begun is done.

    Args:
        jobs: how many processes work at most, this one, which goes on meanwhile, included; None for one a processor.
            Where this is the only one, what is handed over is done at once.

    Example:
        >>> with workers(jobs=1) as pool:
        ...     pool.submit(abs, -1).result()
        1
    """
    others = (jobs or os.cpu_count() or 1) - 1
    if not others:
        return _Here()
    return ProcessPoolExecutor(others, initializer=messages.use, initargs=(messages.language(),))


class _Here(Executor):
    """This process in the place of others."""

    def submit(self, fn: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        """Do the work, and return its result or what it raised as something that is done already."""
        done: Future[Result] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # whatever it was, `result` raises it where it is asked for
            done.set_exception(error)
        return done
