"""F8 empty-section: a part of the form that is missing, or holds only 无 or dots."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.finding import Draft, Evidence
from analysis.lists import PARTS, filled, part_name, quote, sections, title_place, whole_form
from analysis.rule import Words, list_rule
from data.messages import say
from data.rows import DutyList, SectionKind

Empty = tuple[SectionKind, str, Evidence]


@list_rule("F8")
def empty_section(one: DutyList, words: Words) -> Iterator[Draft]:
    """Report the parts of a list that are missing or have no content, all in one finding.

    Formula: of the four parts of the form, those without a heading; and every heading whose part says 无 or holds
    dots. The boundaries are what coordination stands on: where they are missing or left as dots, and stand nowhere
    else in the list, the finding is of severity M. A department may well say that it has none (无): that stays L.
    A document of one part only is no list of several parts, and nothing is missing from it.

    Source: the form of Zhejiang 2014 (four parts), DOMAIN 1.2 and 6.3 F.
    """
    if not whole_form(one):
        return
    empty = [*_missing(one), *_hollow(one)]
    if not empty:
        return
    grave = any(kind == "boundaries" and state in ("missing", "dots") for kind, state, _ in empty)
    named = [say("form.empty", part=part_name(kind), state=say(f"form.state.{state}")) for kind, state, _ in empty]
    yield Draft(
        matter="",
        departments=(one.owner,),
        evidence=tuple(evidence for _, _, evidence in empty),
        values={"parts": say("join").join(named)},
        severity="M" if grave else None,
    )


def _missing(one: DutyList) -> Iterator[Empty]:
    for kind in PARTS:
        if not sections(one, kind):
            yield kind, "missing", quote(one, kind, one.owner_text, title_place(one), say("form.state.missing"))


def _hollow(one: DutyList) -> Iterator[Empty]:
    for section in one.sections:
        if section.state in ("none", "dots"):
            state = "again" if filled(one, section.kind) else section.state
            note = say(f"form.state.{state}")
            yield section.kind, state, quote(one, section.kind, section.title, section.source[0], note)
