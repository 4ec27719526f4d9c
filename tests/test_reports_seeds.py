"""The reports of the five real lists: every name has its word, and the page stays small."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportcase import AS_OF

from analysis.engine import analyse
from data.messages import texts
from data.rows import Assignment, Corpus, Duty, Service
from graph.build import build_graphs
from graph.dutygraph import DutyGraph
from loaders.load import load
from reports.content import make_content
from reports.html import render

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"


@pytest.fixture(scope="module")
def read() -> tuple[Corpus, tuple[DutyGraph, ...]]:
    if not SEEDS.is_dir():
        pytest.skip("the seeds lie beside the repository and are not there")
    corpus = load([SEEDS])
    return corpus, build_graphs(corpus)


def test_every_name_that_a_stage_coins_has_a_word(read: tuple[Corpus, tuple[DutyGraph, ...]]) -> None:
    corpus, graphs = read
    rows: list[Assignment | Duty | Service] = [
        row for one in corpus.lists for row in (*one.boundaries, *one.duties, *one.services)
    ]
    names = {f"flag.{flag}" for row in rows for flag in row.flags}
    names |= {f"skipped.{piece.reason}" for one in corpus.lists for piece in one.skipped}
    names |= {f"skipped.{piece.reason}" for piece in corpus.skipped}
    names |= {f"reader.{record.reader}" for record in corpus.documents}
    names |= {link.reason for graph in graphs for node in (*graph.bodies(), *graph.matters()) for link in node.links}
    assert names - texts().keys() == set()


def test_page_quotes_every_finding_and_stays_small(read: tuple[Corpus, tuple[DutyGraph, ...]]) -> None:
    corpus, graphs = read
    findings = analyse(graphs)
    page = render(make_content(corpus, graphs, findings, AS_OF, {}))
    assert page.count('<article class="finding"') == len(findings) > 0
    assert len(page.encode()) < 2_000_000
