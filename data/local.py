"""What an office adds to the tables: its entries made into steps of reforms, instruments, institutions, splits."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from data.abolished import Abolished, abolished_of
from data.knowledge import Knowledge, national, with_local
from data.laws import COLUMNS, Instrument, instrument_of
from data.rows import LocalEntry, LocalKind
from data.statutory import StatutorySplit, split_of
from data.successions import Succession, succession_of

Known = Instrument | Abolished | Succession | StatutorySplit


def knowledge_of(local: Sequence[LocalEntry]) -> Knowledge:
    """Return what is known with the entries of an office: its own go before the program's.

    Example:
        >>> knowledge_of(()) is national()
        True
    """
    return with_local(national(), [made(one.kind, one.entry) for one in local]) if local else national()


def made(kind: LocalKind, entry: str) -> Known:
    """Return what one entry tells.

    Args:
        kind: which table it belongs to.
        entry: a JSON object with the keys of that table.

    Raises:
        ValueError: a key is missing or not known, or a value is none of its kind; the text says which.

    Example:
        >>> entry = {"name": "东山市养犬条例", "kind": "local", "ended": "2020-01-01", "source": "市人大公告"}
        >>> made("instrument", json.dumps(entry)).name
        '东山市养犬条例'
    """
    try:
        return _MAKERS[kind](json.loads(entry))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _instrument(fields: Mapping[str, Any]) -> Instrument:
    """The keys are the columns of data/law/instruments.csv; several changes or aliases may be a list."""
    if wrong := sorted(fields.keys() - set(COLUMNS)) or [
        key for key in ("name", "kind", "source") if key not in fields
    ]:
        raise ValueError(wrong[0])
    cells = (fields.get(column, "") for column in COLUMNS)
    return instrument_of(["; ".join(map(str, cell)) if isinstance(cell, list) else str(cell) for cell in cells])


_MAKERS: dict[LocalKind, Callable[[Mapping[str, Any]], Known]] = {
    "succession": succession_of,
    "instrument": _instrument,
    "abolished": abolished_of,
    "split": split_of,
}
