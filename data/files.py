"""Writing files so that half a file is never left."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import OutputError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path` to write to, and move it into place when the block ends well.

    The folder is made when it is missing. On any error the temporary file is removed and `path` stays as it was.

    Raises:
        OutputError: the folder cannot be made, or the file cannot be written.

    Example:
        >>> with replacing(Path("report.json")) as draft:  # doctest: +SKIP
        ...     draft.write_text("{}", encoding="utf-8")
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise OutputError("error.output", file=path, why=error.strerror or error) from error
    draft = Path(name)
    try:
        yield draft
        _give_usual_mode(draft)
        draft.replace(path)
    except OSError as error:
        raise OutputError("error.output", file=path, why=error.strerror or error) from error
    finally:
        draft.unlink(missing_ok=True)


def _give_usual_mode(path: Path) -> None:
    """Undo mkstemp's private mode: a report is read by colleagues too."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def write_text(path: Path, text: str) -> None:
    """Write `text` to `path` in UTF-8, atomically."""
    with replacing(path) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")


def write_with(path: Path, writer: Callable[[Path], None]) -> None:
    """Let `writer` write a draft of `path`, then move the draft into place."""
    with replacing(path) as draft:
        writer(draft)
