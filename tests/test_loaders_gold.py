"""The real lists: rows equal to the gold files, line for line, and every line of every seed accounted for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.corpus.files import write_corpus
from data.rows import Corpus
from graph.build import build_graphs, readings
from loaders.load import load

SHARED = Path(__file__).parents[1].parent / "shared"
SEEDS = SHARED / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not beside the project")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load([SEEDS])


@pytest.fixture(scope="module")
def extracted(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "seeds.json"
    write_corpus(corpus, path, readings(build_graphs(corpus)))
    return path


@needs_seeds
@pytest.mark.parametrize("gold", ["000", "001", "003_part2"])
def test_rows_equal_the_gold(gold: str, extracted: Path) -> None:
    command = [sys.executable, SHARED / "tools" / "score_extraction.py", SHARED / "gold" / f"{gold}.json", extracted]
    scored = subprocess.run([*map(str, command), "--misses", "5"], capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout


@needs_seeds
def test_every_line_of_every_seed_is_used_once(corpus: Corpus) -> None:
    assert len(corpus.documents) == len(list(SEEDS.glob("*.txt")))
    for record in corpus.documents:
        used = record.account
        parts = (used.rows, used.continuations, used.headings, used.text, used.skipped)
        visible = [line for line in (SEEDS / record.file).read_text(encoding="utf-8").splitlines() if line.strip()]
        assert sum(parts) == used.units == len(visible), record.file


@needs_seeds
def test_nothing_in_the_seeds_is_left_without_being_understood(corpus: Corpus) -> None:
    pieces = (*corpus.skipped, *(piece for one in corpus.lists for piece in one.skipped))
    assert [piece for piece in pieces if piece.reason == "not-understood"] == []


@needs_seeds
def test_no_line_stands_in_two_rows(corpus: Corpus) -> None:
    held: dict[tuple[str, int], tuple[str, ...]] = {}
    for one in corpus.lists:
        rows = (*one.boundaries, *(duty for duty in one.duties if "split" not in duty.flags), *one.services)
        for row in rows:
            lines = {(place.file, number) for place in row.source for number in range(place.first, place.last + 1)}
            taken = {line: held[line] for line in lines if line in held}
            assert not taken, (row, taken)
            held.update(dict.fromkeys(lines, (one.owner, row.id)))


@needs_seeds
def test_a_lost_matter_is_kept_apart(corpus: Corpus) -> None:
    """A run of rows whose matter the source has lost is kept under no name, flagged, and not given to its neighbour."""
    lost = [row for one in corpus.lists for row in one.boundaries if "matter-lost" in row.flags]
    assert lost
    assert all(row.matter == "" and row.seq is None and row.department for row in lost)


def test_gold_files_hold_what_they_say() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared gold is not beside the project")
    for path in sorted((SHARED / "gold").glob("*.json")):
        assert json.loads(path.read_text(encoding="utf-8"))["format"] == "boundaries-corpus/1"
