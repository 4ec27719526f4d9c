"""The sentence or clause around a piece of a text, found in a time that does not grow with the text."""

from __future__ import annotations

# No sentence that a person reads is longer: a cell of 500 KB without a mark is cut here.
_REACH = 300

SENTENCE = "。；;\n"
CLAUSE = "，,。；;\n"


def around(text: str, start: int, end: int, marks: str) -> tuple[str, str]:
    """Return what stands before and behind a piece of a text, up to the nearest mark on either side.

    Args:
        text: any text.
        start: where the piece begins (characters).
        end: where it ends.
        marks: the characters that part sentences (`SENTENCE`), or clauses (`CLAUSE`).

    Example:
        >>> around("受理；由县局审批，并公示。", 3, 6, CLAUSE)
        ('', '审批')
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    first = max(before.rfind(mark) for mark in marks) + 1
    last = min((place for mark in marks if (place := after.find(mark)) >= 0), default=len(after))
    return before[first:], after[:last]
