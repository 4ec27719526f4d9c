"""C1 no-basis: a matter of the boundaries, or a duty, for which the list cites nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from analysis.acts import own_act
from analysis.evidence import list_name, several
from analysis.finding import Draft, Evidence, Severity
from analysis.lists import columns, doubtful, quote
from analysis.rule import Words, list_rule
from analysis.statements import NOTHING
from data.rows import Duty, DutyList
from data.spacing import squeeze
from graph.matter_names import tidy
from graph.text import plain

# From this share of blank main duties on, the few filled cells are taken for merged ones.
MOST = 0.5


@list_rule("C1")
def no_basis(one: DutyList, words: Words) -> Iterator[Draft]:
    """Report the matters and duties of a list that stand without a basis, where its form has a column for it.

    Formula: a matter (rows of one number and name) none of whose rows cites an instrument; a main duty none of whose
    rows fills the column of accountability. A cell that says 无 or a dash cites nothing. Rows that the reader had to
    guess at are left out: there the basis may be lost in reading. Where some main duties have it and half of them or
    more have not, one cell may be merged over them all, and nothing is said of the duties. M, and H for duties that
    approve or enforce.

    Source: 兰州《职责清单》填写说明 (column 实施依据); 宁波市级党政部门职责管理办法, article 6; DOMAIN 6.3 C1.
    """
    if "basis" in columns(one, "boundaries"):
        yield from _drafts(one, "", None, tuple(_matters(one, words)))
    if "accountability" in columns(one, "duties"):
        groups = [tuple(group) for _, group in groupby(one.duties, key=lambda row: (row.seq, squeeze(row.main_duty)))]
        bare = list(_duties(one, groups, words))
        if len(groups) > len(bare) >= MOST * len(groups):
            return
        yield from _drafts(one, "duties", "H", tuple(quoted for quoted, grave in bare if grave))
        yield from _drafts(one, "duties", None, tuple(quoted for quoted, grave in bare if not grave))


def _drafts(one: DutyList, variant: str, grade: Severity | None, bare: Sequence[Evidence]) -> Iterator[Draft]:
    if bare:
        names = several([squeeze(piece.text) for piece in bare])
        yield Draft(
            "", (one.owner,), tuple(bare), {"list": list_name(one), "names": names}, severity=grade, variant=variant
        )


def _matters(one: DutyList, words: Words) -> Iterator[Evidence]:
    for _, group in groupby(one.boundaries, key=lambda row: (row.seq, squeeze(row.matter))):
        rows = tuple(group)
        named = tidy(rows[0].matter) not in ("", *NOTHING) and not any(map(doubtful, rows))
        if named and not any(_cites(row.basis, words) for row in rows):
            yield quote(one, "boundaries", rows[0].matter, rows[0].source[0])


def _duties(one: DutyList, groups: Sequence[tuple[Duty, ...]], words: Words) -> Iterator[tuple[Evidence, bool]]:
    for rows in groups:
        named = rows[0].main_duty and not any(map(doubtful, rows))
        if named and not any(_cites(row.accountability, words) for row in rows):
            grave = any(own_act(text) for row in rows for text in (row.main_duty, row.item))
            yield quote(one, "duties", rows[0].main_duty, rows[0].source[0]), grave


def _cites(cell: str, words: Words) -> bool:
    """Say whether a cell cites anything: it has words that are not just 无, 略 or a dash."""
    return bool(plain(cell)) and squeeze(cell).strip("。.") not in words.terms("none")
