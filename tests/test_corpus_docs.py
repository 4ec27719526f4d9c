"""docs/formats.md names every field that is written, and no other; its examples can be read."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from corpus_county import COUNTY, READING
from test_corpus_graph import GRAPH

from analysis.finding import Finding
from data.corpus.columns import COLUMNS
from data.corpus.files import read_corpus
from data.corpus.plain import plain_corpus
from data.messages import say
from data.reference import load_yaml
from data.rows import DocumentRecord
from graph.files import write_graph

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")
PLAIN = plain_corpus(COUNTY, READING)
LIST = PLAIN["lists"][0]


def told(section: str) -> set[str]:
    """The fields of the table below the heading `section`."""
    found = re.search(rf"^### `{section}`\n(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"docs/formats.md has no section {section}"
    return set(re.findall(r"^\| `(\w+)` \|", found[1], re.MULTILINE))


def part(title: str) -> str:
    """The text below a heading of the second level."""
    found = re.search(rf"^## {title}.*?\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


ROWS = ("sections", "boundaries", "duties", "services", "regimes")
WRITTEN: dict[str, Any] = {
    "corpus": PLAIN,
    "lists": LIST,
    **{table: LIST[table][0] for table in ROWS},
    "skipped": PLAIN["skipped"][0],
    "documents": PLAIN["documents"][0],
    "source": PLAIN["skipped"][0]["source"],
    "findings": Finding.__dataclass_fields__,
}


@pytest.mark.parametrize("section", WRITTEN)
def test_every_field_written_is_told_and_no_other(section: str) -> None:
    assert told(section) == set(WRITTEN[section])


def test_passages_and_accounts_are_told() -> None:
    passage = {"heading", "text", "source"}
    assert told("accountability") == passage - {"heading"} | {"title"}
    assert all(f"`{name}`" in PAGE for name in [*passage, *DocumentRecord.__dataclass_fields__])
    assert all(f"`{name}`" in part("Corpus, JSON") for name in PLAIN["documents"][0]["account"])


def test_the_columns_of_flat_tables_are_told() -> None:
    flat = set(re.findall(r"`(\w+)`", part("Corpus, CSV")))
    for table, columns in COLUMNS.items():
        names = {column.name for column in columns}
        assert names <= flat | told(table), table
        assert f"`FILE.{table}.csv`" in PAGE


def test_the_sheets_are_told() -> None:
    assert all(say(f"corpus.sheet.{table}") in part("Corpus, workbook") for table in COLUMNS)


def test_the_fields_of_graphs_are_told(tmp_path: Path) -> None:
    write_graph(GRAPH, tmp_path / "a.json")
    whole = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert told("graph") == set(whole)
    assert told("nodes") == {name for node in whole["nodes"] for name in node}
    assert told("edges") == set(whole["edges"][0])


def test_the_values_of_graphml_are_told(tmp_path: Path) -> None:
    write_graph(GRAPH, tmp_path / "a.graphml")
    keys = ElementTree.parse(tmp_path / "a.graphml").iter("{http://graphml.graphdrawing.org/xmlns}key")
    edges = {key.get("attr.name") for key in keys if key.get("for") == "edge"}
    assert edges <= set(re.findall(r"`(\w+)`", part("Graph, GraphML")))


def test_every_flag_and_reason_with_words_is_told() -> None:
    coined = {**load_yaml("messages/form.yml"), **load_yaml("messages/skipped.yml")}
    names = [key.partition(".")[2] for key in coined if key.startswith(("flag.", "skipped."))]
    assert names
    # A word that rule F6 coins for its own evidence, and no flag of a row.
    names.remove("no-role")
    assert [name for name in names if f"`{name}`" not in PAGE] == []


def test_the_example_of_a_corpus_is_one(tmp_path: Path) -> None:
    (example,) = [text for text in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL) if '"boundaries-corpus/1"' in text]
    (tmp_path / "a.json").write_text(example, encoding="utf-8")
    corpus = read_corpus(tmp_path / "a.json")
    assert corpus.lists[0].boundaries[0].matter == "饮用水卫生"
    assert len(corpus.lists[0].boundaries[0].source) == 2
    assert corpus.lists[0].skipped[0].reason == "empty-row"
    assert corpus.documents[0].account.units == 90
    assert set(json.loads(example)["lists"][0]) == told("lists")
