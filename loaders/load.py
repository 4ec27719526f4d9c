"""Load a corpus: find the documents, read each with its reader, make lists, account for every line."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from data.corpus.files import is_corpus_file, read_corpus
from data.errors import NothingReadable, UnreadableDocument
from data.ids import with_ids
from data.messages import say
from data.rows import Account, Corpus, DocumentRecord, DutyList, Skipped
from data.workers import mapped
from loaders.account import account, left_over, uses
from loaders.lists.read import read_lists
from loaders.overrides import Overrides, read_overrides
from loaders.readers.read import read
from loaders.sources import Found, find_documents

_NOTHING = Account(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one document gave."""

    lists: tuple[DutyList, ...]
    skipped: tuple[Skipped, ...]
    records: tuple[DocumentRecord, ...]


def load(
    sources: Iterable[Path], jobs: int | None = None, progress: Callable[[int, int], None] | None = None
) -> Corpus:
    """Return the corpus of all documents that the SOURCEs name.

    A document that cannot be read is named in its record's warnings, and the rest goes on.

    Args:
        sources: files, folders (read recursively) or corpus files.
        jobs: how many processes read documents at most; None for one a processor.
        progress: told (documents done, documents in all) after each document.

    Raises:
        UsageError: a SOURCE does not exist, or a lists.toml is wrong.
        NothingReadable: no document gave a row.
    """
    paths = list(sources)
    found = find_documents(paths)
    overrides = read_overrides(paths)
    parts: list[_Read] = []
    work = partial(_read_or_warn, overrides=overrides)
    for number, part in enumerate(mapped(work, found, jobs), 1):
        parts.append(part)
        if progress:
            progress(number, len(found))
    corpus = Corpus(
        lists=with_ids(one for part in parts for one in part.lists),
        skipped=tuple(piece for part in parts for piece in part.skipped),
        documents=tuple(record for part in parts for record in part.records),
    )
    if not any(one.boundaries or one.duties or one.services or one.regimes for one in corpus.lists):
        raise NothingReadable("error.nothing-in", why=_why(corpus.documents))
    return corpus


def _why(records: Sequence[DocumentRecord]) -> str:
    """Return the first warning, so that one file alone gives its own reason."""
    warnings = [warning for record in records for warning in record.warnings]
    return warnings[0] if warnings else say("error.nothing")


def _read_or_warn(found: Found, overrides: Overrides) -> _Read:
    try:
        return _read(found, overrides)
    except UnreadableDocument as error:
        told = str(error)
    except OSError as error:
        told = say("error.unreadable", file=found.name, why=error.strerror or error)
    except Exception as error:
        logging.getLogger(__name__).debug("%s", found.name, exc_info=True)
        told = say("error.our-fault", file=found.name, why=f"{type(error).__name__}: {error}")
    return _Read((), (), (DocumentRecord(found.name, "", "", "", (told,), _NOTHING),))


def _read(found: Found, overrides: Overrides) -> _Read:
    if is_corpus_file(found.path):
        corpus = read_corpus(found.path)
        return _Read(corpus.lists, corpus.skipped, corpus.documents)
    document = read(found.path.read_bytes(), found.name)
    lists, outside = read_lists(document, found.folder)
    lists = tuple(overrides.applied(one, found.name) for one in lists)
    outside = (*outside, *left_over(document, uses(document, lists, outside)))
    warnings = (*document.warnings, *document.unread)
    if not lists:
        warnings = (*warnings, say("error.no-tables", file=found.name))
    balance = account(document, uses(document, lists, outside))
    record = DocumentRecord(document.file, document.sha256, document.reader, document.encoding, warnings, balance)
    return _Read(lists, tuple(outside), (record,))
