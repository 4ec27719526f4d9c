"""What merged cells carry down: the number and the head that the rows of one matter or main duty share."""

from __future__ import annotations

from data.spacing import squeeze


class Carried:
    """The number and the head (matter, main duty, service name) that merged rows below them share."""

    def __init__(self, head: str = "") -> None:
        self.seq: str | None = None
        self.head = head
        self.case = ""

    def take(self, cells: dict[str, str], column: str, flags: list[str]) -> str | None:
        """Take over a new head, and return the row's number: its own, or the one carried down."""
        head, own = cells.get(column, ""), cells.get("seq", "")
        if head and squeeze(head) != squeeze(self.head):
            self.head, self.seq, self.case = head, own or None, ""
            if not own and "seq" in cells:
                flags.append("number-lost")
            return self.seq
        if own and head:
            self.seq = own
        return own or self.seq

    def lose(self) -> None:
        """Forget the head: the row belongs to another one whose name the source has lost."""
        self.seq, self.head, self.case = None, "", ""

    def same_case(self, case: str) -> bool:
        """Say whether a row shows the case of the head above it, and so belongs to it."""
        return bool(case) and squeeze(case) == squeeze(self.case)

    def note_case(self, case: str) -> None:
        """Remember the last case printed."""
        self.case = case or self.case
