"""Damaged documents of every format end in rows or in one foreseen line (benchmarks/fuzz.py tries thousands)."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mutations.damage import damaged_file, documents

from boundaries import extract
from data.ids import with_ids
from data.rows import Corpus
from loaders.onefile import read_file
from loaders.overrides import Overrides
from loaders.readers import office
from loaders.sources import Found

# The formats whose damaged files take a moment; of Word's old ones LibreOffice reads many, of scans all take seconds.
_QUICK = [kind for kind in documents() if kind not in ("scan", "doc", "wps", "misnamed")]
_EACH = 4
_CASES = [(kind, number) for kind in _QUICK for number in range(_EACH)]


@pytest.mark.parametrize(("kind", "number"), _CASES)
def test_a_damaged_document_is_read_or_refused_by_a_foreseen_line(
    kind: str, number: int, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    everything = [path for paths in documents().values() for path in paths]
    original = documents()[kind][number % len(documents()[kind])]
    path = tmp_path / f"damaged{original.suffix}"
    path.write_bytes(damaged_file(original, everything, f"suite:{kind}:{number}"))
    with caplog.at_level(logging.DEBUG, "loaders.onefile"):
        part = read_file(Found(path, path.name, "岚川市望溪县"), Overrides(()))
    assert not [one for one in caplog.records if one.name == "loaders.onefile"]
    (record,) = part.records
    assert part.lists or record.warnings
    extract(Corpus(with_ids(part.lists), part.skipped, part.records), tmp_path / "corpus.json")
