"""A sign of life from a reader that takes long: pages done so far. Who watches it decides what becomes of it."""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[int, int], None]


def _nobody(done: int, of: int) -> None:
    """Listen to nothing."""


_listener: Listener = _nobody


def listen(listener: Listener | None) -> None:
    """Send the signs of life of this process to `listener`, or to nobody."""
    global _listener
    _listener = listener or _nobody


def beat(done: int, of: int) -> None:
    """Say that `done` of `of` pages (sheets, pictures) of the open document are read."""
    _listener(done, of)
