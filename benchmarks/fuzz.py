"""Read damaged documents by the thousand, and say what became of them.

Run `PYTHONPATH=.:tests python -m benchmarks.fuzz --count 5000 --seed 1` from the project's root. The test documents
are damaged one by one (tests/mutations), each damage decided by its seed alone; each is read as `load` reads it, in a
process that may take a minute and two gigabytes, and what was read is written as a corpus. Printed by format: how many
were read, gave no row, were refused with a line that was foreseen; and what must not be: an unforeseen exception in the
reader ("fault") or behind it ("behind"), a crash, a hang, too much memory. Of these the document, the seed and the last
line of the traceback; `--only 'FORMAT:NUMBER'` does one again, `--keep FOLDER` keeps the files that show a fault.
"""

from __future__ import annotations

import argparse
import collections
import logging
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mutations.damage import damaged_file, documents

from boundaries import extract
from data.ids import with_ids
from data.messages import say
from data.rows import Corpus
from loaders import onefile
from loaders.confined import Stopped, confined
from loaders.onefile import Part, read_file
from loaders.overrides import Overrides
from loaders.sources import Found

OUTCOMES = ("read", "no rows", "refused", "fault", "behind", "crash", "time", "memory")
BUGS = OUTCOMES[3:]
# In seconds: what takes so long is told too, for another machine may need more than a minute for it.
SLOW = 20.0
# How often a format is tried against the others: LibreOffice and the recognition of text take seconds a document.
_SHARES = {"scan": 0.1, "doc": 0.5, "wps": 0.5, "pdf": 1.5, "docx": 2.5, "xlsx": 2.5}


@dataclass(frozen=True, slots=True)
class Case:
    """One damage: the format, the document, and the number that with the seed decides what is done to it."""

    kind: str
    path: Path
    seed: str

    def raw(self) -> bytes:
        """Return the damaged document."""
        everything = [path for paths in documents().values() for path in paths]
        return damaged_file(self.path, everything, self.seed)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a case, what was said of it, and how many seconds it took."""

    outcome: str
    told: str
    seconds: float


def cases(count: int, seed: int, only: Sequence[str]) -> list[Case]:
    """Return so many cases over all formats, or those that `only` names ("docx:17", or "docx" for all of a format)."""
    known = documents()
    whole = sum(_SHARES.get(kind, 1.0) for kind in known)
    return [
        Case(kind, paths[number % len(paths)], f"{seed}:{kind}:{number}")
        for kind, paths in known.items()
        for number in range(round(count * _SHARES.get(kind, 1.0) / whole))
        if not only or kind in only or f"{kind}:{number}" in only
    ]


def outcome(case: Case) -> Result:
    """Return what becomes of a case; called in a process of its own."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "damaged" + case.path.suffix)
        path.write_bytes(case.raw())
        heard: list[str] = []
        _hear_faults(heard)
        part = read_file(Found(path, path.name, "岚川市望溪县"), Overrides(()))
        kind, told = _outcome(part, heard, path.name)
        if kind == "read":
            kind, told = _written(part, Path(folder, "corpus.json"))
    return Result(kind, told, time.monotonic() - begun)


def _hear_faults(heard: list[str]) -> None:
    """Let the traceback of an unforeseen exception be heard: the program itself only says its last line."""
    handler = logging.Handler()
    handler.emit = lambda record: heard.append(_where())  # type: ignore[method-assign]
    logger = logging.getLogger(onefile.__name__)
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.DEBUG)


def _where() -> str:
    error = sys.exc_info()[1]
    frames = traceback.extract_tb(error.__traceback__ if error else None)[-4:]
    return " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames)) + f" {error!r:.200}"


def _outcome(part: Part, heard: list[str], file: str) -> tuple[str, str]:
    (record,) = part.records
    told = record.warnings[0] if record.warnings else ""
    if heard:
        return "fault", heard[0]
    if record.status == "unreadable":
        return ("memory" if told == say("error.memory", file=file) else "refused"), told
    return ("read" if part.lists else "no rows"), told


def _written(part: Part, path: Path) -> tuple[str, str]:
    try:
        extract(Corpus(with_ids(part.lists), part.skipped, part.records), path)
    except Exception:
        return "behind", _where()
    return "read", ""


def main() -> None:
    """Run the cases, print the table and the bugs; exit 1 if there are any."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--count", type=int, default=5000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=None)
    asked.add_argument("--only", action="append", default=[])
    asked.add_argument("--keep", type=Path)
    options = asked.parse_args()
    todo = cases(options.count, options.seed, options.only)
    results = [_result(one) for one in confined(outcome, todo, options.jobs, _progress(len(todo)))]
    told = [pair for pair in zip(todo, results, strict=True) if pair[1].outcome in BUGS or pair[1].seconds > SLOW]
    _print_table(todo, results)
    for case, result in told:
        print(f"{result.outcome:8} {case.seed} {case.path.name} {result.seconds:.1f}s {result.told}")
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{case.seed.replace(':', '-')}{case.path.suffix}").write_bytes(case.raw())
    sys.exit(any(result.outcome in BUGS for result in results))


def _result(told: Result | Stopped) -> Result:
    return Result(told.why, "", 60.0) if isinstance(told, Stopped) else told


def _progress(of: int) -> collections.abc.Callable[[float], None]:
    def tell(done: float) -> None:
        print(f"\r{int(done)}/{of}", end="", file=sys.stderr)

    return tell


def _print_table(todo: Sequence[Case], results: Sequence[Result]) -> None:
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    slowest: dict[str, float] = collections.defaultdict(float)
    for case, result in zip(todo, results, strict=True):
        for kind in (case.kind, "all"):
            counts[kind][result.outcome] += 1
            slowest[kind] = max(slowest[kind], result.seconds)
    print(f"\n{'format':10}" + "".join(f"{name:>9}" for name in (*OUTCOMES, "slowest")))
    for kind in (*sorted(set(counts) - {"all"}), "all"):
        print(f"{kind:10}" + "".join(f"{counts[kind][name]:9}" for name in OUTCOMES) + f"{slowest[kind]:8.1f}s")


if __name__ == "__main__":
    main()
