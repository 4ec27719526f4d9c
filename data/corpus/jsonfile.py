"""The corpus as a JSON file: everything, a line a row, so that two extractions can be compared by any tool."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from data.corpus.entry import Entry
from data.corpus.limits import safe_text
from data.corpus.plain import FORMAT, Readings, plain_corpus
from data.corpus.rebuild import rebuild_corpus
from data.errors import UnreadableDocument
from data.files import replacing
from data.rows import Corpus

_HALF_PAIR = re.compile(r"\\u[dD][89a-fA-F]")


def write(corpus: Corpus, path: Path, readings: Readings) -> tuple[Path, ...]:
    """Write `corpus` to `path`, with what the graph read in each assignment beside its words; return the file.

    Args:
        corpus: what was read.
        path: the file, replaced atomically.
        readings: row id → reading, as `graph.build.readings` makes them.

    Raises:
        OutputError: the file cannot be written.
    """
    write_object(plain_corpus(corpus, readings), path)
    return (path,)


def write_object(value: dict[str, Any], path: Path) -> None:
    """Write a JSON object with an object a line, in UTF-8, atomically.

    Raises:
        OutputError: the file cannot be written.
    """
    with replacing(path) as draft:
        # Half a surrogate pair (from a file name in no encoding) has no bytes in UTF-8.
        draft.write_bytes((_laid_out(value) + "\n").encode("utf-8", "replace"))


def _laid_out(value: Any, levels: int = 2) -> str:
    """JSON with a row a line: the whole and its lists are broken over lines where they hold rows, a row is not."""
    if levels and isinstance(value, dict) and any(_are_rows(item) for item in value.values()):
        lines = (f"{json.dumps(name)}: {_table(item, levels - 1)}" for name, item in value.items())
        return "{\n" + ",\n".join(lines) + "}"
    return json.dumps(value, ensure_ascii=False)


def _table(value: Any, levels: int) -> str:
    if _are_rows(value):
        return "[\n" + ",\n".join(_laid_out(item, levels) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def read(path: Path) -> Corpus:
    """Read a corpus file; row ids and readings are not taken from it but made again.

    Raises:
        UnreadableDocument: the file is no JSON, is too large, is of another format or version, or a field is not what
            the format says. The message is one line that names the file and the place.
    """
    return rebuild_corpus(read_object(path, FORMAT))


def read_object(path: Path, wanted: str) -> Entry:
    """Return the JSON object in a file, refusing what is too large, too deep, cut off or not Unicode.

    Args:
        path: the file.
        wanted: the format that the object must name, such as `boundaries-corpus/1`.

    Raises:
        UnreadableDocument: there is no such object; the message says why.
    """
    try:
        fields = _parsed(path, safe_text(path))
    except OSError as error:
        raise UnreadableDocument("corpus.error.file", file=path, why=error.strerror or error) from error
    version = fields.get("format") if isinstance(fields, dict) else None
    if version != wanted:
        family = wanted.partition("/")[0]
        known = isinstance(version, str) and version.startswith(f"{family}/")
        key = "corpus.error.version" if known else "corpus.error.foreign"
        raise UnreadableDocument(key, file=path, version=_in_a_line(version), wanted=wanted)
    return Entry(str(path), "", fields)


def _in_a_line(value: object) -> str:
    return " ".join(str(value).split())[:40]


def _parsed(path: Path, text: str) -> Any:
    try:
        value = json.loads(text)
        if _HALF_PAIR.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise UnreadableDocument("corpus.error.json", file=path, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise UnreadableDocument("corpus.error.deep", file=path) from error
    except UnicodeEncodeError as error:
        raise UnreadableDocument("corpus.error.unicode", file=path) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise UnreadableDocument("corpus.error.digits", file=path) from error
    return value
