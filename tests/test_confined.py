"""Documents are read in processes that may hang or die without harm to the others."""

from __future__ import annotations

import os
import threading
import time

from loaders.confined import Stopped, confined
from loaders.readers import pulse

_LOCK = threading.Lock()


def _take_lock(what: str) -> str:
    with _LOCK:
        return what


def _double(number: int) -> int:
    return 2 * number


def _misbehave(what: str) -> str:
    if what == "hang":
        time.sleep(60)
    if what == "die":
        os._exit(7)
    if what == "eat":
        try:
            return str(len(bytearray(3 * 2**30)))
        except MemoryError:
            return "no memory"
    if what == "live":
        for page in range(5):
            time.sleep(0.3)
            pulse.beat(page, 5)
    return what


def test_results_come_in_the_order_of_the_items() -> None:
    assert confined(_double, list(range(20)), jobs=3) == [2 * number for number in range(20)]


def test_no_items_give_no_results() -> None:
    assert confined(_double, []) == []


def test_a_worker_that_dies_or_hangs_costs_only_its_item() -> None:
    found = confined(_misbehave, ["a", "die", "hang", "b", "die", "c"], jobs=2, seconds=1)
    assert found == ["a", Stopped("crash"), Stopped("time"), "b", Stopped("crash"), "c"]


def test_a_worker_that_gives_signs_of_life_may_take_longer() -> None:
    told: list[float] = []
    assert confined(_misbehave, ["live"], jobs=1, seconds=1, tell=told.append) == ["live"]
    assert any(0 < share < 1 for share in told)
    assert told[-1] == 1


def test_a_process_with_threads_is_not_copied() -> None:
    """A copy would wait for ever for the locks that threads of the first process held (here: `_LOCK`)."""
    held, over = threading.Event(), threading.Event()

    def hold() -> None:
        with _LOCK:
            held.set()
            over.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    try:
        assert confined(_take_lock, ["a"], jobs=1, seconds=20) == ["a"]
    finally:
        over.set()
        thread.join()


def test_memory_is_bounded() -> None:
    assert confined(_misbehave, ["eat"], jobs=1) == ["no memory"]
