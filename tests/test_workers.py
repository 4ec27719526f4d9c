"""Work that is handed over gives the same, here and in other processes."""

from __future__ import annotations

import math

import pytest

from data.workers import workers


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_and_errors_come_back(jobs: int) -> None:
    with workers(jobs) as pool:
        begun = [pool.submit(math.sqrt, number) for number in (4, -1, 9)]
    assert [begun[0].result(), begun[2].result()] == [2, 3]
    with pytest.raises(ValueError, match="math domain"):
        begun[1].result()
