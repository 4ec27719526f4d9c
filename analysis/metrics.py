"""Numbers that describe one matter: how many take part, and how evenly the work is spread."""

from __future__ import annotations

from collections import Counter, defaultdict

from analysis.statements import Statement


def parties(statement: Statement) -> int:
    """Return n(m): the number of bodies with any part in the matter, a body that stands twice counted once.

    A name plate in brackets (区纪委（区监察局）) is no further body, see `analysis.statements.stands_outside`.

    The crowding measure of responsibility charting (RACI): many with a part in one activity is a call to divide it.
    """
    return len({part.body for part in statement.sides})


def fragmentation(statement: Statement) -> float:
    """Return 1 - sum of s_d squared, where s_d is the share of body d in the characters of the matter's duty texts.

    0 where one body does everything; it approaches 1 as many bodies share evenly (at most 1 - 1/n for n bodies). Bodies
    of one cell share its text evenly. Without any duty text each body counts the same.

    Source: the Herfindahl-Hirschman form that Kalmenovitz, Lowry and Volkova ("Regulatory Fragmentation") use for
    agencies over topics; here over the departments of one matter.

    Example:
        Two bodies with texts of equal length have 0.5; with 90 and 10 characters 0.18.
    """
    cells = Counter(part.row.id for part in statement.sides)
    share: defaultdict[str, float] = defaultdict(float)
    for part in statement.sides:
        share[part.body] += len(part.row.duty) / cells[part.row.id]
    total = sum(share.values())
    if not total:
        return 1 - 1 / len(share)
    return 1 - sum((one / total) ** 2 for one in share.values())
