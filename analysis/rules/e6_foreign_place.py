"""E6 foreign-place: a list that names another county, city or province, or its organs, as if it were its own."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import list_name
from analysis.finding import Draft
from analysis.foreign import Foreign, ForeignReader, quoted
from analysis.foreign_towns import foreign_towns
from analysis.rule import Words, jurisdiction_rule
from data.place_kin import kin_of
from data.rows import DutyList
from data.texts import texts_of
from graph.dutygraph import DutyGraph
from graph.home import home_of

# What a place is named for, the gravest first, with the grade and the message of each.
_VARIANTS = {"own": ("H", ""), "basis": ("M", "basis"), "named": ("M", "named")}


@jurisdiction_rule("E6")
def foreign_place(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report each foreign place that a list names, all its places in one finding.

    Formula: a division of the tables that is neither the jurisdiction nor above, below or before it, in any text but
    a case. H where its organs or its area are meant (雁峰区财政局): nobody rules for a neighbour. M where a paper made
    there is cited, where it is named for no reason that the sentence tells, or where three townships in a row are its
    and none is an own one. Silent where the sentence speaks of
    elsewhere on purpose (交界, 对口支援, 参照), where several neighbours stand in a row, and where the name is part of
    another one (a company, a road, a court).

    Source: 《地方各级人民代表大会和地方各级人民政府组织法》, article 73; DOMAIN 6.3 E6.
    """
    kin = kin_of(graph.jurisdiction)
    if kin is None:
        return
    reader = ForeignReader(kin, words)
    for one in graph.lists:
        found: dict[str, list[Foreign]] = {}
        for text in texts_of(one):
            for foreign in reader.read(text):
                found.setdefault(foreign.place, []).append(foreign)
        for place, pieces in found.items():
            # A list that bears the name in its title is of that place: its jurisdiction was told wrongly.
            if place not in one.owner_text:
                yield _draft(one, place, pieces)
        towns: dict[str, list[Foreign]] = {}
        for foreign in foreign_towns(one, home_of(graph.jurisdiction), words):
            towns.setdefault(foreign.place, []).append(foreign)
        yield from (_draft(one, place, pieces, "towns") for place, pieces in towns.items())


def _draft(one: DutyList, place: str, pieces: list[Foreign], told: str = "") -> Draft:
    gravest = next(kind for kind in _VARIANTS if any(piece.kind == kind for piece in pieces))
    severity, variant = _VARIANTS[gravest]
    matters = {piece.text.matter for piece in pieces}
    return Draft(
        matter=matters.pop() if len(matters) == 1 and pieces[0].text.section == "boundaries" else "",
        departments=(one.owner,),
        evidence=tuple(quoted(one, piece) for piece in pieces),
        values={"list": list_name(one), "place": place},
        severity="H" if severity == "H" else "M",
        variant=told or variant,
    )
