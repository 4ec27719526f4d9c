"""Nothing is left of a worker: no process, no file, no word on the terminal, however it or its owner ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.confined import Stopped, confined
from loaders.readers import pulse

ROOT = Path(__file__).parents[1]
unix = pytest.mark.skipif(sys.platform == "win32", reason="signals and process groups of Unix")


def _odd(what: str) -> object:
    if what == "cannot be sent":
        return lambda: None
    if what == "cannot be received":
        return _Unreceivable("a", "b")
    if what == "raise":
        raise ValueError(what)
    if what == "print":
        print("out")
        print("err", file=sys.stderr)
        os.write(1, b"out\n")
        os.write(2, b"err\n")
    if what == "leave":
        Path(tempfile.mkdtemp(), "left").write_text("a")
        subprocess.Popen(["sleep", "100"])
        time.sleep(100)
    if what == "backwards":
        for done in (3, 1, 9, 2):
            pulse.beat(done, 4)
            time.sleep(0.1)
    return what


class _Unreceivable(Exception):
    """It is made of two words, and remembers one: what arrives cannot be made again."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one + other)


@pytest.mark.parametrize("what", ["cannot be sent", "cannot be received", "raise"])
def test_a_result_that_cannot_travel_costs_only_its_item(what: str) -> None:
    assert confined(_odd, ["a", what, "b"], jobs=1) == ["a", Stopped("crash"), "b"]


def test_progress_never_goes_back() -> None:
    told: list[float] = []
    assert confined(_odd, ["backwards", "a"], jobs=1, tell=told.append) == ["backwards", "a"]
    assert told == sorted(told)
    assert max(told) == 2


@unix
def test_a_worker_that_died_between_two_items_is_replaced() -> None:
    ended: list[int] = []

    def end(done: float) -> None:
        """End the worker behind its first item, as a system short of memory does."""
        from multiprocessing import active_children

        if done == 1 and not ended:
            (worker,) = active_children()
            ended.append(worker.pid or 0)
            os.kill(ended[0], signal.SIGKILL)
            worker.join()

    assert confined(_odd, ["a", "b"], jobs=1, tell=end) == ["a", "b"]
    assert ended


@unix
def test_what_a_stopped_worker_had_started_and_written_is_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert confined(_odd, ["leave", "a"], jobs=1, seconds=1) == [Stopped("time"), "a"]
    assert not list(tmp_path.iterdir())
    assert not _processes_with(str(tmp_path))


@unix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_nothing_is_left_when_the_owner_ends(number: signal.Signals, tmp_path: Path) -> None:
    with _owner(["leave", "leave", "a"], tmp_path) as owner:
        _until(lambda: len(list(tmp_path.rglob("left"))) == 2)
        owner.send_signal(number)
        assert owner.wait(20) != 0
    _until(lambda: not list(tmp_path.iterdir()))
    _until(lambda: not _processes_with(str(tmp_path)))


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_print_nothing_however_they_are_started(method: str, tmp_path: Path) -> None:
    """Windows and macOS start a worker as a new program ("spawn")."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"{method} is not known to this system")
    with _owner(["a", "raise", "cannot be sent", "print", "b"], tmp_path, method) as owner:
        said, complained = owner.communicate(timeout=100)
    assert said.decode().split() == ["a", "crash", "crash", "print", "b"]
    assert not complained


def _owner(items: list[str], temporary: Path, method: str = "fork") -> subprocess.Popen[bytes]:
    """Start a program that has workers; where they write is also how they are known."""
    script = ROOT / "tests" / "hostile" / "owner.py"
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    command = [sys.executable, str(script), method, ",".join(items)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _processes_with(value: str) -> list[str]:
    """Return the processes that live with a value in their environment (Linux; elsewhere none is known)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if value.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue
    return found


def _until(true: Callable[[], bool], seconds: float = 15) -> None:
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < seconds
        time.sleep(0.1)
