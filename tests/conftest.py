"""What all tests share: Chinese as the language they start in, an end to tests that hang, and no deadlines else.

How fast something is belongs to benchmarks; that it ends at all, within a minute a document, is promised (DESIGN 7).
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from data.messages import use

# Threads of the linear algebra library would let every worker be begun afresh instead of copied (loaders/confined.py).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

# Some tests read several documents.
_PATIENCE = 180


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    use("zh")
    yield
    use("zh")


@pytest.fixture(autouse=True)
def _patience() -> Iterator[None]:
    """Fail a test that hangs, where the system has alarms."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(*_: object) -> None:
        pytest.fail(f"still running after {_PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(_PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
