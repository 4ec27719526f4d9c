"""A5 vague-verb: a duty that only guides, takes part or "does the work well", or a party that is nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence import list_name, of_rows, several
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.rules.a4_empty_duty import empty_duty, says_nothing
from analysis.statements import by_list
from analysis.wording import fragments, mentions, without
from data.messages import say
from data.reference import load_yaml
from data.rows import DutyList
from data.spacing import squeeze
from graph.dutygraph import DutyGraph, Part
from graph.matter_names import tidy


@jurisdiction_rule("A5")
def vague_verb(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report duties without an act that can be checked, and department cells that name no department.

    Formula: every fragment of the duty text begins, after words of manner, with a vague verb (指导, 参与, 协助,
    支持, or 做好 … 工作), and none holds a firm one. One finding a list (L); a lead with such a text is a finding of
    its own (M). Department cells that name no department (其他有关部门, 邮政部门) are one more finding a list (L).
    What A4 reports is left to it.

    Source: 枣庄 2020 (压实责任: no 指导, no 参与)
    """
    for one, told in by_list(graph):
        parts = [part for statement in told for part in statement.parts]
        vague = [part for part in parts if _vague(part, words)]
        for lead in (part for part in vague if part.role.name == "lead"):
            yield _of_lead(graph, lead)
        yield from _of_list(one, [part for part in vague if part.role.name != "lead"], "")
        yield from _of_list(one, [part for part in parts if _nobody(graph, part)], "generic")


def _vague(part: Part, words: Words) -> bool:
    pieces = fragments(part.row.duty)
    if not pieces or says_nothing(part, empty_duty.words):
        return False
    return all(_vague_piece(piece, words) for piece in pieces)


def _vague_piece(piece: str, words: Words) -> bool:
    head = without(piece, load_yaml("duty_words.yml")["common"]["manners"]).removeprefix("负责")
    doing = head.startswith(words.terms("doing")) and head.endswith(words.terms("work"))
    return (doing or head.startswith(words.terms("vague"))) and not mentions(head, words.terms("firm"))


def _nobody(graph: DutyGraph, part: Part) -> bool:
    """Say whether a party is named so that no department answers: 其他有关部门, or a function that none here has."""
    body = graph.body(part.body)
    return body.generic or body.level == "unknown"


def _of_lead(graph: DutyGraph, lead: Part) -> Draft:
    return Draft(
        matter=tidy(lead.row.matter),
        departments=(graph.body(lead.body).name,),
        evidence=of_rows((lead.row,)),
        severity="M",
        variant="lead",
        confidence=lead.role.confidence,
    )


def _of_list(one: DutyList, parts: Sequence[Part], variant: str) -> Iterator[Draft]:
    if parts:
        cells = dict.fromkeys(squeeze(part.row.department) for part in parts)
        names = [say("quoted", words=cell) for cell in cells]
        matters = tuple(dict.fromkeys(tidy(part.row.matter) for part in parts))
        yield Draft(
            matter="",
            departments=(one.owner,),
            evidence=of_rows(part.row for part in parts),
            values={"list": list_name(one), "matters": several(matters), "names": several(names)},
            variant=variant,
        )
