"""F8 empty-section: a part of the form that is missing, or holds only 无 or dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence import list_name, whole
from analysis.finding import Draft, Evidence
from analysis.lists import PARTS, filled, part_name, printed, quote, sections, title_place, unprinted, whole_form
from analysis.rule import Words, jurisdiction_rule
from data.document import Source
from data.messages import say
from data.rows import DutyList, SectionKind
from graph.dutygraph import DutyGraph

Empty = tuple[SectionKind, str, Evidence]


@jurisdiction_rule("F8")
def empty_section(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the parts of a list that are missing or have no content, one finding a list.

    Formula: of the four parts of the form, those without a heading; and every heading whose part says 无 or holds
    dots. The boundaries are what coordination stands on: where they are missing or left as dots, and stand nowhere
    else in the list, the finding is of severity M. A department may well say that it has none (无): that stays L.
    A document of one part only is no list of several parts, and nothing is missing from it; nor is a part that no
    list of the jurisdiction has (`lists.unprinted`): its form is another.

    Source: the form of Zhejiang 2014 (four parts), DOMAIN 1.2 and 6.3 F.
    """
    wanted = [kind for kind in PARTS if kind not in unprinted(graph)]
    for one in filter(whole_form, graph.lists):
        empty = [*_missing(one, wanted), *_hollow(one)]
        if empty:
            yield _draft(one, empty)


def _draft(one: DutyList, empty: Sequence[Empty]) -> Draft:
    grave = any(kind == "boundaries" and state in ("missing", "dots") for kind, state, _ in empty)
    named = [say("form.empty", part=part_name(kind), state=say(f"form.state.{state}")) for kind, state, _ in empty]
    return Draft(
        matter="",
        departments=(one.owner,),
        evidence=tuple(evidence for _, _, evidence in empty),
        values={"list": list_name(one), "parts": say("join").join(named)},
        severity="M" if grave else None,
    )


def _missing(one: DutyList, wanted: Sequence[SectionKind]) -> Iterator[Empty]:
    for kind in wanted:
        if not sections(one, kind):
            text, place = _before(one, kind)
            yield kind, "missing", quote(one, kind, text, place, say("form.state.missing"))


def _before(one: DutyList, kind: SectionKind) -> tuple[str, Source]:
    """The heading after which a missing part should stand: the last one before it in the form, else the title."""
    earlier = PARTS[: PARTS.index(kind)]
    headings = [part for part in printed(one) if part.kind in earlier and part.title and part.source]
    if headings:
        return headings[-1].title, headings[-1].source[0]
    return one.owner_text or one.owner, title_place(one)


def _hollow(one: DutyList) -> Iterator[Empty]:
    for section in one.sections:
        if section.state in ("none", "dots"):
            state = "again" if filled(one, section.kind) else section.state
            note = say(f"form.state.{state}")
            yield section.kind, state, quote(one, section.kind, section.title, whole(section.source), note)
