"""F2 no-supervision: a department approves or enforces, and its list has no supervision regime."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.acts import Act, own_act
from analysis.evidence import list_name, several
from analysis.finding import Draft, Evidence
from analysis.lists import filled, quote, unprinted, whole_form
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import Duty
from graph.dutygraph import DutyGraph


@jurisdiction_rule("F2")
def no_supervision(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the lists whose own duties approve or enforce while their part on supervision is missing or empty.

    Formula: at least one duty item (the main duty where it has none) that is an approval or an act of enforcement of
    the department itself, see `analysis.acts`; no regime read, and no text in that part. A document of one part only
    has no room for regimes, nor has a form without that part (`lists.unprinted`); both are left alone.

    Source: the form of Zhejiang 2014 (555 regimes for 43 departments); DOMAIN 6.3 F2.
    """
    if "regimes" in unprinted(graph):
        return
    for one in filter(whole_form, graph.lists):
        if one.regimes or filled(one, "regimes"):
            continue
        told = [(own_act(_text(row)), row) for row in one.duties]
        acting = [(act, quote(one, "duties", _text(row), row.source[0])) for act, row in told if act]
        if acting:
            yield Draft(
                "", (one.owner,), tuple(piece for _, piece in acting), {"list": list_name(one), "acts": _kinds(acting)}
            )


def _text(row: Duty) -> str:
    return row.item or row.main_duty


def _kinds(acting: list[tuple[Act, Evidence]]) -> str:
    kinds: tuple[Act, ...] = ("approval", "enforcement")
    return several([say(f"form.act.{kind}") for kind in kinds if any(act == kind for act, _ in acting)])
