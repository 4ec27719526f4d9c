"""Names in a figure whose title already says the place."""

from __future__ import annotations


def without_place(owner: str, jurisdiction: str) -> str:
    """Return the owner of a list without the place that all lists of the figure share.

    Example:
        >>> without_place("威县人口和计划生育局", "邢台市威县"), without_place("区卫生局", "衡阳市蒸湘区")
        ('人口和计划生育局', '区卫生局')
    """
    places = (jurisdiction[first:] for first in range(len(jurisdiction) - 1))
    return next((owner.removeprefix(one) for one in places if owner.startswith(one)), owner) or owner


def with_place(body: str, jurisdiction: str) -> str:
    """Return the full name of a body: the kind of place that its own name begins with is not said twice.

    Example:
        >>> with_place("区卫生局", "衡阳市蒸湘区")
        '衡阳市蒸湘区卫生局'
    """
    return jurisdiction + (body[1:] if jurisdiction and body.startswith(jurisdiction[-1]) else body)
