"""Recognise the columns of a table by its header words, and by its columns the kind of the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.column_roles import column_role
from data.reference import load_yaml
from data.rows import SectionKind
from loaders.numbers import is_number
from loaders.tables.words import (
    by_ending,
    general,
    head_word,
    is_known,
    named_by,
    named_within,
    names_side,
    two_in_one,
)
from loaders.wording import number_value

# So many words of a header must be known: one alone (公共服务) may be a cell of a row.
_LEAST_KNOWN = 2
_LONGEST_CELL = 24
# No table has more columns: Word allows 63, and ten tables beside each other on a sheet have some eighty.
MOST_COLUMNS = 256
_Known = tuple[SectionKind, tuple[str, ...]]
Levels = tuple[str, ...]
Probe = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Naming:
    """What a header says: the kind of the table, the program's name of each column, and how much of it is known."""

    kind: SectionKind
    columns: tuple[str, ...]
    score: float


def is_header_word(text: str) -> bool:
    """Say whether a cell text is the head of a column (序号, 管理\\n事项).

    Example:
        >>> is_header_word("管理\\n事项")
        True
    """
    return len(text) <= _LONGEST_CELL and is_known(head_word(text))


def is_number_head(text: str) -> bool:
    """Say whether a cell text is the head of the column of numbers (序号): no row but a header begins with it."""
    return len(text) <= _LONGEST_CELL and "seq" in general().get(head_word(text), ())


def table_kind(header: Sequence[str], expected: SectionKind | None = None) -> _Known | None:
    """Return the kind of the table under a header row, and the program's name for each of its columns.

    Args:
        header: the texts of the header cells.
        expected: the part of the list that the table stands in, where one is known: under its heading general words
            (事项, 内容) name columns too.

    Returns:
        The kind and one name a column ("" for a column that is not known, or named already); None where this is no
        header of a table of a duty list.

    Example:
        >>> table_kind(["序号", "管理事项", "相关部门", "职责分工"])
        ('boundaries', ('seq', 'matter', 'department', 'duty'))
    """
    if len(header) > MOST_COLUMNS or (header and is_number(header[0])):
        return None
    words = tuple((head_word(text) if len(text) <= _LONGEST_CELL else "",) for text in header)
    named = naming(words, expected, _anything)
    return (named.kind, named.columns) if named else None


def naming(heads: tuple[Levels, ...], expected: SectionKind | None, probe: Probe) -> Naming | None:
    """Return what the heads of all columns say; None where they head no table of a duty list.

    Of the kinds whose columns fit, the one that knows most of the heads counts, then the one of the heading above the
    table, then the first.

    Args:
        heads: a column each, the words of its head from the top level down (see `head_word`).
        expected: the part of the list that the table stands in, where one is known.
        probe: says of a column whether the cells below its head name departments.
    """
    best: tuple[int, Naming] | None = None
    for kind, signatures in load_yaml("headers.yml")["kinds"].items():
        columns = _columns(heads, kind, kind == expected, probe)
        known = sum(map(bool, columns))
        rank = 2 * known + (kind == expected)
        fits = known >= _LEAST_KNOWN and any(set(signature) <= set(columns) for signature in signatures)
        if fits and (best is None or rank > best[0]) and not _is_foreign(heads, kind, columns):
            under = _columns(heads, kind, True, probe)
            score = sum(map(bool, under)) / max(1, sum(map(any, heads)))
            best = rank, Naming(kind, under, min(1.0, score))
    return best[1] if best else None


def usual_columns(row: Sequence[str], part: SectionKind | None) -> tuple[str, ...] | None:
    """Return the columns of a table that has lost its header, by the part it stands in and its first row.

    Args:
        row: the texts of the first row; it has to begin with the number one.
        part: the part of the list, where one is known.

    Example:
        >>> usual_columns(["1", "负责救助", "受理申请"], "duties")
        ('seq', 'main_duty', 'item')
    """
    if not row or not is_number(row[0]) or number_value(row[0]) != 1:
        return None
    forms = load_yaml("headers.yml")["forms"].get(part, ())
    return next((tuple(form) for form in forms if len(form) == len(row)), None)


def _anything(_: int) -> bool:
    return True


def _is_foreign(heads: tuple[Levels, ...], kind: SectionKind, columns: Sequence[str]) -> bool:
    """Say whether the words head a list of powers, or a ledger of tasks: one that divides no duties."""
    words = {word for levels in heads for word in levels}
    foreign = load_yaml("headers.yml")["foreign"]
    ledger = kind == "boundaries" and "duty" not in columns and bool(words & {*foreign["ledger"]})
    return ledger or bool(words & {*foreign["power"]})


def _columns(heads: tuple[Levels, ...], kind: SectionKind, under_heading: bool, probe: Probe) -> tuple[str, ...]:
    options = [_options(levels, kind, under_heading, at, probe) for at, levels in enumerate(heads)]
    if sum(map(bool, options)) >= _LEAST_KNOWN:
        options = [found or by_ending("".join(levels[-1:]), kind) for found, levels in zip(options, heads, strict=True)]
        # The head of the numbers may be left blank.
        options[0] = options[0] or (() if any(heads[0]) else ("seq",))
    columns: list[str] = []
    for at, found in enumerate(options):
        columns.append(next((name for name in found if _is_free(name, at, columns, heads)), ""))
    return tuple(columns)


def _options(levels: Levels, kind: SectionKind, under_heading: bool, at: int, probe: Probe) -> tuple[str, ...]:
    """Return the columns that a head may name: by its lowest level, else by the one above that is known."""
    lowest, *above = reversed(levels or ("",))
    own = named_by("".join(levels), kind) or named_by(lowest, kind)
    over = next((found for found in (named_by(word, kind) for word in above) if found), ())
    # 职责分工 over 牵头部门 | 配合部门: below stand names, or what each of them does. So do they below 部门及分工.
    parted = "duty" in over[:1] and (not own or own[0] == "department")
    if kind == "boundaries" and (parted or two_in_one(lowest)):
        return ("department",) if probe(at) else ("duty",)
    return own or over or (named_within(lowest, kind) if under_heading else ())


def _is_free(name: str, at: int, columns: Sequence[str], heads: tuple[Levels, ...]) -> bool:
    """Say whether a column may bear a name: one that no column before it bears, but for the sides of a matter.

    Of departments each role has a column of its own, and so has what each side does. Two columns under one head are
    two pieces of one cell.
    """
    before = [column for column, former in enumerate(columns) if former == name]
    if not before or (heads[before[-1]] == heads[at] != () and before[-1] == at - 1):
        return True
    if name not in ("department", "duty"):
        return len(heads[at]) > 1 and heads[at][0] == heads[before[-1]][0]
    if name == "department":
        roles = [_role(heads[column]) for column in (*before, at)]
        return len(set(roles)) == len(roles)
    return name == "duty" and _is_own_duty(at, before, columns, heads)


def _is_own_duty(at: int, before: Sequence[int], columns: Sequence[str], heads: tuple[Levels, ...]) -> bool:
    """Say whether a further column of duties is that of another side: of a department since, or of another role."""
    since = "department" in columns[before[-1] + 1 :]
    sides = [(_role(heads[column]), heads[column]) for column in before]
    own = bool(_role(heads[at])) or any(map(names_side, heads[at]))
    return since or (own and (_role(heads[at]), heads[at]) not in sides)


def _role(levels: Levels) -> str:
    told = column_role("/".join(levels))
    return told[0] if told else ""
