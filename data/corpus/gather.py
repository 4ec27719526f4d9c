"""The fields of a corpus file from the rows of a workbook: rows go back under the list they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from data.corpus.cells import taken
from data.corpus.columns import FLAGGED, OF_LISTS, Column, stated
from data.corpus.entry import Entry
from data.corpus.marks import SheetRow, corrected
from data.errors import UnreadableDocument
from data.messages import say

CORRECTED = "corrected"
# What must be shown with a place; a list or a section may have none.
STATED = (*FLAGGED, "regimes", "accountability", "skipped")
Sheets = Mapping[str, tuple[str, Sequence[SheetRow]]]
Fields = dict[str, Any]

_NUMBER = re.compile(r"\s*([0-9]{1,9})(?![0-9])")


def gather(path: Path, sheets: Sheets) -> Entry:
    """Return the whole corpus as the fields that its JSON file would have.

    A row that a person has changed or added gets the flag `corrected`; one that gives no source stands in the workbook.

    Raises:
        UnreadableDocument: a cell holds no number or place where one should be, or a row names no list of the workbook.
    """
    return _Gathering(path, sheets).whole()


class _Gathering:
    """The rows of one workbook, and the lists by their numbers."""

    def __init__(self, path: Path, sheets: Sheets) -> None:
        self.path, self.sheets = path, sheets
        self.lists: dict[int, Fields] = {}

    def whole(self) -> Entry:
        entries = [self._list(entry) for entry in self._entries("lists")]
        for table in OF_LISTS:
            self._give(table)
        skipped = [self._skipped(entry) for entry in self._entries("skipped")]
        documents = [_document(entry) for entry in self._entries("documents")]
        whole = {"lists": entries, "skipped": skipped, "documents": documents, "local": list(self._entries("local"))}
        return Entry(str(self.path), "", whole)

    def _list(self, entry: Entry) -> Entry:
        number = entry.number("list")
        if number in self.lists:
            raise self._wrong(entry.place, say("corpus.wanted.other-number"))
        self.lists[number] = entry.fields
        return entry

    def _give(self, table: str) -> None:
        """Put the rows of a table under their lists."""
        for one in self.lists.values():
            one[table] = []
        for entry in self._entries(table):
            if entry.fields["list"] is None:
                raise self._no_list(entry.place)
            rows = self.lists[entry.fields["list"]][table]
            if table == "regimes":
                _add_passage(rows, entry)
            else:
                rows.append(entry)

    def _skipped(self, entry: Entry) -> Entry:
        """The file's own number for a list is its place in the file, whatever number the workbook gives it."""
        number = entry.fields["list"]
        entry.fields["list"] = number and list(self.lists).index(number) + 1
        entry.fields["section"] = entry.fields["section"] or None
        return entry

    def _entries(self, table: str) -> Iterator[Entry]:
        sheet, rows = self.sheets.get(table, ("", ()))
        for row in rows:
            place = say("corpus.sheet-row", sheet=sheet, row=row.number)
            fields = {column.name: self._value(column, row, place) for column in stated(table)}
            if table in FLAGGED and CORRECTED not in fields["flags"] and corrected(table, row, fields):
                fields["flags"].append(CORRECTED)
            if fields.get("source") == [] and table in STATED:
                fields["source"] = self._itself(sheet, row)
            yield Entry(str(self.path), place, fields)

    def _value(self, column: Column, row: SheetRow, place: str) -> Any:
        text = row.texts[column.name]
        if column.kind == "list":
            return self._number(text, place)
        try:
            return taken(column, text)
        except ValueError as error:
            label = say(f"corpus.column.{column.name}")
            raise self._wrong(f"{place}“{label}”", say(f"corpus.wanted.{column.kind}-cell")) from error

    def _number(self, text: str, place: str) -> int | None:
        """The number of the list that a cell names: the number it begins with, else the one list of that owner."""
        if not text.strip():
            return None
        match = _NUMBER.match(text)
        named = [int(match[1])] if match else [n for n, one in self.lists.items() if one["owner"] == text.strip()]
        if len(named) != 1 or named[0] not in self.lists:
            raise self._no_list(place)
        return named[0]

    def _itself(self, sheet: str, row: SheetRow) -> Fields:
        place = {"part": sheet, "unit": "row", "first": row.number, "last": row.number}
        return {"file": self.path.name, **place}

    def _no_list(self, place: str) -> UnreadableDocument:
        return self._wrong(place, say("corpus.wanted.list-cell"))

    def _wrong(self, place: str, wanted: str) -> UnreadableDocument:
        return UnreadableDocument("corpus.error.field", file=self.path, place=place, wanted=wanted)


def _add_passage(regimes: list[Entry], entry: Entry) -> None:
    """Put a row of the regimes under the regime above it where that is the same, else begin another."""
    number, text = entry.fields["regime"], entry.fields["text"]
    if not regimes or number is None or regimes[-1].fields["regime"] != number:
        regimes.append(Entry(entry.file, entry.place, {**entry.fields, "sections": []}))
    if text is not None:
        passage = {"heading": entry.fields["heading"], "text": text}
        places = entry.fields["passage_source"] or entry.fields["source"]
        regimes[-1].fields["sections"].append(Entry(entry.file, entry.place, {**passage, "source": places}))


def _document(entry: Entry) -> Entry:
    prefix = "account_"
    counts = {name.removeprefix(prefix): count for name, count in entry.fields.items() if name.startswith(prefix)}
    return Entry(entry.file, entry.place, {**entry.fields, "account": counts})
