"""F7 empty-row: rows of a table in which every cell is empty."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import list_name, owner_name
from analysis.finding import Draft, Evidence
from analysis.lists import part_name
from analysis.rule import Words, list_rule
from data.messages import say
from data.rows import DutyList, Skipped


@list_rule("F7")
def empty_row(one: DutyList, words: Words) -> Iterator[Draft]:
    """Report the wholly empty rows of a list, all in one finding.

    Formula: what the reader left out for the reason `empty-row`. Inside a matter of the boundaries such a row often is
    what remains of a department that was cut out, so the message says so.

    Source: DOMAIN 6.3 F (completeness of the form).
    """
    empty = [piece for piece in one.skipped if piece.reason == "empty-row"]
    if not empty:
        return
    matters = tuple(dict.fromkeys(piece.matter for piece in empty if piece.matter and piece.section == "boundaries"))
    yield Draft(
        matter=matters[0] if len(matters) == 1 else "",
        departments=(one.owner,),
        evidence=tuple(_quote(one, piece) for piece in empty),
        values={"list": list_name(one), "matters": say("join").join(matters)},
        variant="boundaries" if matters else "",
    )


def _quote(one: DutyList, piece: Skipped) -> Evidence:
    part = part_name(piece.section) if piece.section else ""
    label = say("form.label", owner=owner_name(one), part=part)
    note = say("form.empty_row_in", matter=piece.matter) if piece.matter else say("form.empty_row")
    return Evidence(piece.text.strip(), piece.source, say("form.note", label=label, note=note))
