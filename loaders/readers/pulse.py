"""A sign of life from a reader that takes long: pages done so far. Who watches it decides what becomes of it."""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[int, int], None]


def _nobody(done: int, of: int) -> None:
    """Listen to nothing."""


_listener: Listener = _nobody
_last = (0, 1)


def listen(listener: Listener | None) -> None:
    """Send the signs of life of this process to `listener`, or to nobody."""
    global _listener
    _listener = listener or _nobody


def beat(done: int, of: int) -> None:
    """Say that `done` of `of` pages (sheets, pictures) of the open document are read."""
    global _last
    _last = (done, of)
    _listener(done, of)


def alive() -> None:
    """Say in the middle of a page that takes long how far the document is read: as far as was said last.

    What was said last of a document that is done says nothing of the next one.
    """
    done, of = _last
    _listener(done if done < of else 0, of)
