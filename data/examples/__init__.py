"""The example lists that come with the program: an invented prefecture of three counties."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

from data.files import replacing
from data.reference import resource


def write_examples(folder: Path) -> int:
    """Write the example lists below `folder`, one folder a county, and return how many files there are.

    Raises:
        OutputError: a file cannot be written.
    """
    counties = (entry for entry in resource("examples").iterdir() if entry.is_dir() and not entry.name.startswith("_"))
    return sum(_write(county, folder / county.name) for county in counties)


def _write(source: Traversable, target: Path) -> int:
    files = [entry for entry in source.iterdir() if entry.is_file()]
    for entry in files:
        with replacing(target / entry.name) as draft:
            draft.write_bytes(entry.read_bytes())
    return len(files)
