"""Read the role of a department from the words of its row."""

from __future__ import annotations

from data.rows import Role


def read_role(duty: str, department: str, matter: str) -> Role:
    """Return the role that the words of a row give its department.

    Args:
        duty: the duty text, verbatim.
        department: the department cell (or the one name of it), with tags such as （牵头）.
        matter: the name of the matter.
    """
    for word in ("牵头", "主办"):
        if word in duty or word in department:
            return Role("lead", "explicit", word)
    for word in ("配合", "协助", "参与"):
        if word in duty:
            return Role("support", "explicit", word)
    return Role("responsible", "inferred", duty[:4])
