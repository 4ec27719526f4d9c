"""What all tests share: Chinese as the language they start in, and no deadlines (timing belongs to benchmarks)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from data.messages import use

settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    use("zh")
    yield
    use("zh")
