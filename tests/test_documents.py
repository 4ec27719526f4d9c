"""The test documents of every format: rows equal to the answer beside each, with their sources, accounts, warnings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from answers import FOLDER, SUFFIX, TABLES, answers, as_told, differences, fields, rows
from makedocs import guide
from makedocs.cases import KEYS
from makedocs.every import DOCUMENTS

from data.document import Document, Table, Unit
from data.rows import Account, Corpus, DocumentRecord, DutyList
from data.spacing import squeeze
from graph.build import build_graphs, readings
from loaders.load import load
from loaders.readers.read import read

ANSWERS = answers()
DIGITAL = [name for name, told in ANSWERS.items() if not told["scan"]]
# Folders whose documents need no other program to be made.
OURS = ("xlsx/", "xls/", "et/", "html/", "mht/", "md/", "txt/", "csv/")
# Formats that LibreOffice opens for us.
BY_OFFICE = (".rtf", ".odt", "实为富文本.doc")


@dataclass
class Read:
    """What the program read in one document."""

    record: DocumentRecord
    lists: list[DutyList] = field(default_factory=list)


@cache
def corpus() -> Corpus:
    """All digital documents, read at once as a user reads a folder."""
    return load([FOLDER / name for name in DIGITAL])


@cache
def by_document() -> dict[str, Read]:
    found = {record.file: Read(record) for record in corpus().documents}
    for one in corpus().lists:
        if one.source:
            found[one.source[0].file].lists.append(one)
    return found


def reading(name: str) -> Read:
    """Return what was read in a document; skip where it needs a program that is not here."""
    if name.endswith(BY_OFFICE) and which("soffice") is None:
        pytest.skip("LibreOffice is not installed: it opens this format")
    return by_document()[Path(name).name]


@cache
def document(name: str) -> Document:
    return read((FOLDER / name).read_bytes(), Path(name).name)


def holding(told: dict[str, Any]) -> bool:
    return any(told.get(table) for table in TABLES)


def test_every_case_has_a_document_and_every_document_an_answer() -> None:
    shown = {case for one in DOCUMENTS.values() for case in one.cases}
    assert shown == set(KEYS)
    assert set(DOCUMENTS) == set(ANSWERS) == {name for name in _files() if not name.endswith(SUFFIX)}


def _files() -> list[str]:
    return [path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()]


def test_the_page_that_describes_them_is_current() -> None:
    assert guide.PAGE.read_text(encoding="utf-8") == guide.page()


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.startswith(OURS)])
def test_an_answer_is_that_of_its_maker(name: str) -> None:
    assert DOCUMENTS[name].make().answer(DOCUMENTS[name]) == (FOLDER / f"{name}{SUFFIX}").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["docx/修订批注隐藏文字.docx", "xlsx/公式.xlsx", "pdf/无线表格.pdf"])
def test_a_document_is_made_the_same_again(name: str) -> None:
    assert DOCUMENTS[name].make().raw == DOCUMENTS[name].make().raw


def test_no_two_documents_share_a_name() -> None:
    assert len({Path(name).name for name in ANSWERS}) == len(ANSWERS)


def test_every_list_stands_somewhere() -> None:
    assert [one.owner for one in corpus().lists if not one.source] == []


@pytest.mark.parametrize("name", DIGITAL)
def test_every_row_is_read_and_none_is_invented(name: str) -> None:
    found, wanted = reading(name), ANSWERS[name]["lists"]
    lists = [as_told(one) for one in found.lists if holding(as_told(one))]
    wrong = []
    for number, told in enumerate(wanted):
        got = lists[number] if number < len(lists) else {}
        for table in TABLES:
            names = [name for name in fields(told, table) if name != "role"]
            wrong += [f"{table}: {line}" for line in differences(rows(told, table, names), rows(got, table, names))]
    assert not wrong, "\n".join([*wrong, *found.record.warnings])
    assert len(lists) == len(wanted), [one["owner"] for one in lists]


@pytest.mark.parametrize("name", DIGITAL)
def test_it_is_known_whose_list_it_is(name: str) -> None:
    lists = [one for one in reading(name).lists if holding(as_told(one))]
    whose = [(one.jurisdiction, one.owner) for one in lists]
    assert whose == [(one["jurisdiction"], one["owner"]) for one in ANSWERS[name]["lists"]]


@pytest.mark.parametrize("name", DIGITAL)
def test_the_record_says_how_it_was_read(name: str) -> None:
    record, told = reading(name).record, ANSWERS[name]
    assert record.status == told["status"], record.warnings
    assert record.reader == told["reader"]
    assert len(record.warnings) == len(told["warnings"]), record.warnings
    for words, warning in zip(told["warnings"], record.warnings, strict=True):
        assert words in warning


@pytest.mark.parametrize("name", DIGITAL)
def test_every_unit_is_accounted_for(name: str) -> None:
    used: Account = reading(name).record.account
    assert used.units == sum((used.rows, used.continuations, used.headings, used.text, used.skipped))
    assert used.units > 0


@pytest.mark.parametrize("name", [name for name in DIGITAL if ANSWERS[name]["lists"]])
def test_sources_point_to_the_words_of_the_row(name: str) -> None:
    found = reading(name)
    said = _words(document(name))
    for one in found.lists:
        told: list[tuple[str, Any]] = [(row.duty or row.department, row) for row in one.boundaries]
        told += [(row.item or row.main_duty, row) for row in one.duties]
        told += [(row.name, row) for row in one.services]
        for words, row in told:
            units = [(s.part, s.unit, n) for s in row.source for n in range(s.first, s.last + 1)]
            assert units
            assert all(unit in said for unit in units), (row.source, words)
            assert squeeze(words)[:12] in "".join(said[unit] for unit in units), (row.source, words)


def _words(found: Document) -> dict[Unit, str]:
    """Return what stands in each unit, without white space; a merged cell says its words in every row it covers."""
    said: defaultdict[Unit, str] = defaultdict(str)
    for block in found.blocks:
        places = _cells(block) if isinstance(block, Table) else [(block.text, block.source, 1)]
        for text, source, high in places:
            for number in range(source.first, source.last + high):
                said[source.part, source.unit, number] += squeeze(text)
    return said


def _cells(table: Table) -> list[tuple[str, Any, int]]:
    found = []
    for cell in table.cells:
        found.append((cell.text, cell.source, cell.row_span))
        for inner in cell.inner:
            found += [(text, source, high) for text, source, high in _cells(inner)]
    return found


@pytest.mark.parametrize("name", [name for name in DIGITAL if '"role"' in str(ANSWERS[name]).replace("'", '"')])
def test_columns_tell_the_role(name: str) -> None:
    one = Corpus(tuple(reading(name).lists), (), ())
    roles = readings(build_graphs(one))
    rows_of = [row for duty_list in one.lists for row in duty_list.boundaries]
    told = [row.get("role") for one in ANSWERS[name]["lists"] for row in one["boundaries"]]
    by_column = [(row, roles[row.id].role, role) for row, role in zip(rows_of, told, strict=True) if role]
    assert [read.name for _, read, _ in by_column] == [role for _, _, role in by_column]
    # Of several superiors in one cell, the order tells which leads.
    of_one = [read.confidence for row, read, _ in by_column if "\n" not in row.department]
    assert set(of_one) == {"explicit"}
