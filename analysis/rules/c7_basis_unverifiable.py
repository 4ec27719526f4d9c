"""C7 basis-unverifiable: titles that stand in no table of law, so that nothing is known of their standing."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.cited import quote_text, titles
from analysis.evidence import list_name
from analysis.finding import Draft
from analysis.misquoted import Unknown, unknown_titles
from analysis.rule import Words, jurisdiction_rule
from graph.dutygraph import DutyGraph


@jurisdiction_rule("C7")
def basis_unverifiable(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report, once a list, the titles that it cites and that no table has: they have to be looked up by hand.

    Formula: a citation with a title that the tables of law do not know, and that is not nearly one they know (C8).
    Mostly these are local rules, ministry rules and documents; nothing is said against them. Short forms (《条例》),
    citations by number alone, and plans and the like without a number are left out. Always I.

    Source: DOMAIN 6.3 C7; 《行政法规制定程序条例》 and the like tell where texts in force are published.
    """
    for one in graph.lists:
        met: dict[str, Unknown] = {}
        for told in unknown_titles(graph, one):
            plan = not told.citation.number and told.citation.name.endswith(words.terms("plans"))
            if not told.nearest and not told.no_law and not plan:
                met.setdefault(told.instrument, told)
        if met:
            yield Draft(
                "",
                (one.owner,),
                tuple(quote_text(one, told.text, told.citation.printed) for told in met.values()),
                {"list": list_name(one), "names": titles(f"《{told.citation.name}》" for told in met.values())},
            )
