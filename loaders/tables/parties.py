"""The sides of a matter that a header gives columns to: departments, and what each of them does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.column_roles import column_role
from loaders.tables.header import Header
from loaders.tables.words import named_by, names_side, of_township, side_words

Columns = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One side: the columns of its department and of its duty (several where one head stands over them).

    `head` is the printed head where it tells a role. `named` are the words of a head of duties that name the side
    themselves (乡镇（街道）), `township` says that they name townships. `shared` says that other sides share the column
    of duties.
    """

    department: Columns
    duty: Columns
    head: str = ""
    named: str = ""
    township: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the header, or neighbours under one head."""

    at: Columns
    name: str
    head: str

    @property
    def role(self) -> str:
        told = column_role(self.head)
        return told[0] if told else ""


def parties_of(header: Header) -> tuple[Party, ...]:
    """Return the sides of a boundary table, in the order of their columns; those of one matter share its other cells.

    A column of duties belongs to the department whose role its head repeats, else to those right before it that have
    none yet; one that stands before all departments belongs to them all. One whose head names townships is theirs.

    Example: 牵头部门 | 配合部门 | 职责分工 are two sides that share a column; 牵头部门 | 县级部门职责 | 乡镇职责 are
    two sides with a column each.
    """
    columns = [column for column in _columns(header) if column.name in ("department", "duty")]
    departments = [column for column in columns if column.name == "department"]
    if not departments:
        return tuple(_alone(column) for column in columns)
    own = {department.at: _duty_of(department, columns) for department in departments}
    found = [(one.at[0], Party(one.at, own[one.at], one.head if one.role else "")) for one in departments]
    # What no department's column claims is told by names inside the text.
    claimed = {*own.values()}
    found += [(one.at[0], _alone(one)) for one in columns if one.name == "duty" and one.at not in claimed]
    sides = [party for _, party in sorted(found, key=lambda pair: pair[0])]
    if any(one.role == "lead" for one in departments):
        sides = [
            replace(party, head=party.head or _head_at(party.duty, columns)) if party.township else party
            for party in sides
        ]
    duties = [party.duty for party in sides]
    return tuple(replace(party, shared=bool(party.duty) and duties.count(party.duty) > 1) for party in sides)


def _head_at(at: Columns, columns: Sequence[_Column]) -> str:
    return next(column.head for column in columns if column.at == at)


def _columns(header: Header) -> Iterator[_Column]:
    words = header.words or ("",) * len(header.columns)
    open_ = _Column((), "", "")
    for at, (name, head) in enumerate(zip(header.columns, words, strict=True)):
        if name and (name, head) == (open_.name, open_.head) and head:
            open_ = replace(open_, at=(*open_.at, at))
            continue
        yield open_
        open_ = _Column((at,), name, head)
    yield open_


def _alone(column: _Column) -> Party:
    """Return the side of a column of duties that has no column of departments: its head may name it."""
    if of_township(column.head):
        return Party((), column.at, column.head if column.role else "", side_words(column.head), township=True)
    *above, lowest = column.head.split("/")
    own = names_side(lowest) or (above and "duty" not in named_by(lowest, "boundaries"))
    named = side_words(lowest) if own and not column.role else ""
    return Party((), column.at, column.head if column.role else "", named)


def _is_townships(column: _Column, departments: Sequence[_Column]) -> bool:
    return of_township(column.head) and not any(of_township(one.head) for one in departments)


def _duty_of(department: _Column, columns: Sequence[_Column]) -> Columns:
    """Return the columns of what a department does."""
    departments = [column for column in columns if column.name == "department"]
    duties = [one for one in columns if one.name == "duty" and not _is_townships(one, departments)]
    same = [one.at for one in duties if department.role and one.role == department.role]
    if same:
        return same[0]
    taken = {one.role for one in departments if one.role}
    free = [one for one in duties if one.role not in taken or not one.role]
    behind = next((one for one in free if one.at > department.at), None)
    if behind:
        return behind.at
    before_all = [one for one in free if one.at < min(one.at for one in departments)]
    return before_all[-1].at if before_all else ()
