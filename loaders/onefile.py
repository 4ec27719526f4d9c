"""Read one file: its document, the lists in it, and what is to be told of it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.corpus.files import is_corpus_file, read_corpus
from data.document import Document
from data.errors import UnreadableDocument
from data.messages import say
from data.rows import Account, DocumentRecord, DutyList, LocalEntry, ReadStatus, Skipped
from data.spacing import one_line
from loaders.account import account, left_over, uses
from loaders.confined import Stopped
from loaders.lists.doctype import ForeignKind, foreign_kind
from loaders.lists.outline import RawList, outline
from loaders.lists.read import all_skipped, read_lists
from loaders.lists.seen import tables_seen
from loaders.overrides import Overrides
from loaders.readers.read import read
from loaders.sources import Found

_NOTHING = Account(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """What one file gave to the corpus; a corpus file gives the records of all its documents."""

    lists: tuple[DutyList, ...]
    skipped: tuple[Skipped, ...]
    records: tuple[DocumentRecord, ...]
    local: tuple[LocalEntry, ...] = ()


def read_file(found: Found, overrides: Overrides) -> Part:
    """Return what a file gives; one that cannot be read gives a record that says why in one line.

    Args:
        found: the file.
        overrides: what people say of the files (lists.toml).
    """
    try:
        return _read(found, overrides)
    except UnreadableDocument as error:
        return unreadable(found, str(error))
    except MemoryError:
        return unreadable(found, say("error.memory", file=found.name))
    except OSError as error:
        return unreadable(found, say("error.unreadable", file=found.name, why=error.strerror or error))
    except Exception as error:
        logging.getLogger(__name__).debug("%s", found.name, exc_info=True)
        return unreadable(found, say("error.our-fault", file=found.name, why=f"{type(error).__name__}: {error}"))


def stopped(found: Found, why: Stopped) -> Part:
    """Return what a file gives whose reading had to be stopped."""
    key = "error.memory" if why.why == "memory" else f"error.stopped.{why.why}"
    return unreadable(found, say(key, file=found.name))


def unreadable(found: Found, told: str) -> Part:
    """Return what a file gives that could not be read, with the line that says why."""
    return Part((), (), (DocumentRecord(found.name, "", "", "", (one_line(told),), _NOTHING, "unreadable"),))


def _read(found: Found, overrides: Overrides) -> Part:
    if is_corpus_file(found.path):
        corpus = read_corpus(found.path)
        return Part(corpus.lists, corpus.skipped, corpus.documents, corpus.local)
    document = read(found.path.read_bytes(), found.name)
    raws = outline(document)
    foreign = foreign_kind(document, raws)
    if foreign:
        return _foreign(document, foreign, raws)
    lists, outside = read_lists(document, found.folder, raws)
    lists = tuple(overrides.applied(one, found.name) for one in lists)
    outside = (*outside, *left_over(document, uses(document, lists, outside)))
    record = replace(_record(document, lists, outside), tables=tables_seen(raws))
    return Part(lists, tuple(outside), (record,))


def _foreign(document: Document, kind: ForeignKind, raws: Sequence[RawList]) -> Part:
    """Return what a document of another kind gives: no row, and the line that says what it looks like."""
    outside = all_skipped(raws, "foreign-document")
    outside = (*outside, *left_over(document, uses(document, (), outside)))
    told = replace(document, warnings=(kind.told(document.file), *document.warnings))
    record = replace(_record(told, (), outside), status="foreign", warnings=tuple(map(one_line, told.warnings)))
    return Part((), outside, (replace(record, tables=tables_seen(raws)),))


def _record(document: Document, lists: Sequence[DutyList], outside: Sequence[Skipped]) -> DocumentRecord:
    status, told = _status(document, lists)
    return DocumentRecord(
        file=document.file,
        sha256=document.sha256,
        reader=document.reader,
        encoding=document.encoding,
        warnings=tuple(map(one_line, (*told, *document.unread, *document.warnings))),
        account=account(document, uses(document, lists, outside)),
        status=status,
    )


def _status(document: Document, lists: Sequence[DutyList]) -> tuple[ReadStatus, tuple[str, ...]]:
    """Return how a document was read, and what is to be said of that."""
    if not lists:
        return "no-rows", (say("error.no-tables", file=document.file),)
    if not any(map(holds_rows, lists)):
        return "no-rows", (say("error.no-rows", file=document.file),)
    return "partly" if document.unread else "read", ()


def holds_rows(one: DutyList) -> bool:
    """Say whether a list holds anything to audit: a row, a regime, or how people answer for their duties."""
    return bool(one.boundaries or one.duties or one.services or one.regimes or one.accountability)
