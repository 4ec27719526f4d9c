"""Foreseen errors: one line that says what is wrong and what to do, and the exit code that goes with it."""

from __future__ import annotations

from data.messages import say
from data.spacing import one_line


class BoundariesError(Exception):
    """The base of all foreseen errors; its text is the message `key` in the language of the run.

    Args:
        key: key of the message in data/messages.
        **values: what the message names.

    Example:
        >>> str(NothingReadable("error.no-tables", file="a.txt")) != ""
        True
    """

    exit_code = 4

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(one_line(say(key, **values)))


class UsageError(BoundariesError):
    """The command was used wrongly, a missing SOURCE included: nothing is written (exit code 2)."""

    exit_code = 2


class UnreadableDocument(BoundariesError):
    """One document could not be read; the batch goes on without it (exit code 3)."""

    exit_code = 3


class NothingReadable(BoundariesError):
    """Nothing at all could be read, or no row was found (exit code 4)."""


class OutputError(BoundariesError):
    """An output could not be written (exit code 4)."""
