"""Load a corpus: find the documents, read each by itself, and put together what they gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from data.errors import NothingReadable
from data.ids import with_ids
from data.messages import say
from data.rows import Corpus, DocumentRecord
from loaders.confined import Stopped, confined
from loaders.local import read_local
from loaders.onefile import Part, holds_rows, read_file, stopped
from loaders.overrides import Overrides, read_overrides
from loaders.readers.sniff import is_plain
from loaders.sources import Found, find_documents

Progress = Callable[[int, int], None]

# Starting a process costs about as much as reading two hundred pages of text: a few such files are read in this one.
_WORTH_A_PROCESS = 8
# The steps that a progress bar makes for each document.
_STEPS = 100


def load(sources: Iterable[Path], jobs: int | None = None, progress: Progress | None = None) -> Corpus:
    """Return the corpus of all documents that the SOURCEs name.

    A document that cannot be read is named in its record's warnings, and the rest goes on.

    Args:
        sources: files, folders (read recursively) or corpus files.
        jobs: how many processes read documents at most; None for one a processor.
        progress: told (steps done, steps in all) as documents, and pages of long ones, are done.

    Raises:
        UsageError: a SOURCE does not exist, or a lists.toml, reform.toml or law.toml is wrong.
        NothingReadable: no document gave a row.
    """
    paths = list(sources)
    found = find_documents(paths)
    parts = _parts(found, read_overrides(paths), jobs, progress or (lambda done, of: None))
    corpus = Corpus(
        lists=with_ids(one for part in parts for one in part.lists),
        skipped=tuple(piece for part in parts for piece in part.skipped),
        documents=tuple(record for part in parts for record in part.records),
        local=(*read_local(paths), *(entry for part in parts for entry in part.local)),
    )
    if not any(map(holds_rows, corpus.lists)):
        raise NothingReadable("error.nothing-in", why=_why(corpus.documents))
    return corpus


def _parts(found: Sequence[Found], overrides: Overrides, jobs: int | None, progress: Progress) -> list[Part]:
    """Read the files: a few plain ones here, any others in processes that may fail without harm to the rest."""
    work = partial(read_file, overrides=overrides)
    if len(found) < _WORTH_A_PROCESS and all(is_plain(one.path) for one in found):
        parts: list[Part] = []
        for one in found:
            parts.append(work(one))
            progress(_STEPS * len(parts), _STEPS * len(found))
        return parts
    results = confined(work, found, jobs, lambda done: progress(int(_STEPS * done), _STEPS * len(found)))
    pairs = zip(found, results, strict=True)
    return [stopped(one, result) if isinstance(result, Stopped) else result for one, result in pairs]


def _why(records: Sequence[DocumentRecord]) -> str:
    """Return the first warning, so that one file alone gives its own reason."""
    warnings = [warning for record in records for warning in record.warnings]
    return warnings[0] if warnings else say("error.nothing")
