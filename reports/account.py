"""What `boundaries extract` prints of each document: how it was read, what came of it, and what did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from data.messages import say
from data.rows import Corpus, DocumentRecord, DutyList
from data.spacing import one_line
from reports.wording import term


def account_lines(corpus: Corpus, verbose: bool = False) -> Iterator[str]:
    """Yield what was read, a block a document: reader, tables, rows by kind, what was skipped and why, warnings.

    Args:
        corpus: what was read.
        verbose: say what each table was taken for and why, and for each list whose it is, and which parts it has.
    """
    for record in corpus.documents:
        lists = [one for one in corpus.lists if one.source and one.source[0].file == record.file]
        yield say(
            "account.document",
            file=one_line(record.file),
            status=say(f"corpus.status.{record.status}"),
            reader=_reader(record),
        )
        yield from _units(record)
        yield from _rows(lists)
        yield from _tables(record, verbose)
        yield from _skipped(record, corpus)
        yield from (say("account.warning", warning=warning) for warning in record.warnings)
        if verbose:
            yield from (line for one in lists for line in _list(one))


def _reader(record: DocumentRecord) -> str:
    reader = term(f"reader.{record.reader}") if record.reader else "-"
    return say("account.encoding", reader=reader, encoding=record.encoding) if record.encoding else reader


def _units(record: DocumentRecord) -> Iterator[str]:
    used = record.account
    if used.units:
        yield say(
            "account.units",
            units=used.units,
            rows=used.rows,
            continuations=used.continuations,
            headings=used.headings,
            text=used.text,
            skipped=used.skipped,
        )


def _rows(lists: Sequence[DutyList]) -> Iterator[str]:
    if lists:
        yield say(
            "account.rows",
            lists=len(lists),
            boundaries=sum(len(one.boundaries) for one in lists),
            duties=sum(len(one.duties) for one in lists),
            services=sum(len(one.services) for one in lists),
            regimes=sum(len(one.regimes) for one in lists),
        )


def _tables(record: DocumentRecord, verbose: bool) -> Iterator[str]:
    yield say("account.tables", count=len(record.tables))
    if verbose:
        yield from (say("account.table", table=one_line(table)) for table in record.tables)


def _skipped(record: DocumentRecord, corpus: Corpus) -> Iterator[str]:
    pieces = (*corpus.skipped, *(piece for one in corpus.lists for piece in one.skipped))
    counts = Counter(piece.reason for piece in pieces if piece.source.file == record.file)
    for reason, count in sorted(counts.items()):
        yield say("account.skipped", reason=term(f"skipped.{reason}"), count=count)


def _list(one: DutyList) -> Iterator[str]:
    yield say("account.list", jurisdiction=one.jurisdiction, owner=one.owner)
    for part in one.sections:
        names = say("join").join(term(f"column.{column}") for column in part.columns if column)
        yield say("account.part", kind=say(f"part.{part.kind}"), state=say(f"state.{part.state}"), columns=names or "-")
