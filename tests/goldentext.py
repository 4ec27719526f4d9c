"""Golden files: the whole text that a writer makes, kept in tests/golden.

To rewrite them after a wanted change: ``REWRITE_GOLDEN=1 python -m pytest tests/test_reports_golden.py``, then read the
difference before it is committed. With the flag left on a test fails, so that nothing passes by rewriting itself.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def rewriting() -> bool:
    """Whether golden files are being rewritten."""
    return bool(os.environ.get("REWRITE_GOLDEN"))


def golden(name: str, made: str) -> str:
    """Return the kept text of `name`, after putting `made` in its place where golden files are being rewritten."""
    path = FOLDER / name
    if rewriting():
        path.write_text(made, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")
