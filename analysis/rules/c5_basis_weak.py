"""C5 basis-weak: matters that rest on rules and papers alone, papers without a title, laws without an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, cast

from analysis.cited import quote_text
from analysis.evidence import list_name, several
from analysis.finding import Draft, Evidence, Severity
from analysis.lists import doubtful, quote
from analysis.rule import Words, jurisdiction_rule
from data.law_lookup import Laws, laws_of
from data.law_titles import is_national_law_name
from data.laws import InstrumentKind
from data.rows import DutyList
from data.spacing import squeeze
from data.texts import Text, texts_of
from graph.citations import Citation, citations_in
from graph.dutygraph import DutyGraph
from graph.instruments import is_short
from graph.matter_names import tidy

# So large a share of the laws that a list cites as basis must have an article, before those without are told apart.
_MOST = 0.5
# A basis that says more than this beside its citations rests on something that was not read.
_MORE = 40
_STRONG: tuple[InstrumentKind, ...] = ("law", "regulation", "local", "party")
_WITH_ARTICLES: tuple[InstrumentKind, ...] = ("law", "regulation")

# Columns that hold bases, and what parts the items of one cell.
_BASES = ("basis", "accountability", "remark")
_ITEM = re.compile(r"[。；;\n]|(?<![0-9])[0-9]{1,2}[、.．]|[》）)]、")
# 湖南省实施〈…法〉办法: a local regulation by its form.
_LOCAL = re.compile("实施.{2,}(?:法|条例).{0,4}(?:办法|细则)$")

Strength = Literal["strong", "weak", "own"]


@jurisdiction_rule("C5")
def basis_weak(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report what a list rests on where that is weak: each kind once a list.

    Formula: a matter all of whose bases are ministry rules, rules of governments, documents or minutes, none of them a
    law, a regulation, a party rule, a paper of the centre, or an establishment paper (三定): L. A matter that rests on
    the establishment paper of the department alone: I, for that binds no other department. A basis that is a file
    number without a title, or has no issuer code: L. Laws and regulations without an article: L where at least half of
    those in the list's bases have one, I where none has. A matter whose basis says much more than it cites is left out.

    Source: 《宁波市市级党政部门职责管理办法》 article 6 (rules, documents and passing tasks found no duty; L, for other
    places may have it otherwise); 兰州《职责清单》填写说明 (column 实施依据); DOMAIN 1.1, 6.3 C5.
    """
    laws = laws_of(graph.known.instruments)
    for one in graph.lists:
        for strength, variant, grade in (("weak", "", None), ("own", "own", "I")):
            yield from _draft(one, variant, cast(Severity, grade), list(_matters(one, strength, laws, words)))
        cells = [(text, told) for text in texts_of(one) if text.field in _BASES for told in citations_in(text.words)]
        yield from _draft(one, "number", None, [quote_text(one, *piece) for piece in _numbers(cells)])
        yield from _without_articles(one, cells, laws)


def _draft(one: DutyList, variant: str, grade: Severity | None, found: Sequence[Evidence]) -> Iterator[Draft]:
    if found:
        pieces = tuple(dict.fromkeys(found))
        names = several(tuple(dict.fromkeys(squeeze(piece.text).strip("。") for piece in pieces)))
        yield Draft("", (one.owner,), pieces, {"list": list_name(one), "names": names}, severity=grade, variant=variant)


def _matters(one: DutyList, strength: str, laws: Laws, words: Words) -> Iterator[Evidence]:
    """The names of the matters all of whose bases are of that strength."""
    for _, group in groupby(one.boundaries, key=lambda row: (row.seq, squeeze(row.matter))):
        rows = tuple(group)
        cited = [told for row in rows for told in citations_in(row.basis)]
        said = sum(len(squeeze(row.basis)) for row in rows) - sum(len(squeeze(told.printed)) for told in cited)
        if not cited or said > _MORE or any(map(doubtful, rows)) or not tidy(rows[0].matter):
            continue
        if all(_strength(told, laws, words) == strength for told in cited):
            yield quote(one, "boundaries", rows[0].matter, rows[0].source[0])


def _strength(told: Citation, laws: Laws, words: Words) -> Strength:
    known = laws.named(told.name) if told.name else ()
    code = told.number.code if told.number else ""
    if known:
        return "strong" if known[-1].kind in _STRONG or _central(told, words) else "weak"
    legal = told.name.endswith(words.terms("laws")) or is_national_law_name(told.name)
    if is_short(told.name) or legal or _central(told, words):
        return "strong"
    if any(word in told.name for word in words.terms("establishment")):
        return "own"
    return "strong" if _LOCAL.search(told.name) or not (told.name or code) else "weak"


def _central(told: Citation, words: Words) -> bool:
    by_code = told.number is not None and told.number.code.startswith(words.terms("central_codes"))
    return by_code or any(word in told.name for word in words.terms("central_names"))


def _numbers(cells: Sequence[tuple[Text, Citation]]) -> Iterator[tuple[Text, str]]:
    """File numbers that stand without a title, or without the code of their issuer."""
    for text, told in cells:
        if told.number and told.number.year:
            before = squeeze(_ITEM.split(text.words[: told.start])[-1])
            untitled = not told.name and not before.strip("(（、，,和及")
            if untitled or not told.number.code:
                yield text, told.printed


def _without_articles(one: DutyList, cells: Sequence[tuple[Text, Citation]], laws: Laws) -> Iterator[Draft]:
    named = [(text, told, laws.named(told.name)) for text, told in cells if told.name]
    legal = [(text, told) for text, told, known in named if known and known[-1].kind in _WITH_ARTICLES]
    bare = [quote_text(one, text, told.printed) for text, told in legal if not told.articles]
    if len(bare) == len(legal):
        yield from _draft(one, "no-article", "I", bare)
    elif len(bare) <= (1 - _MOST) * len(legal):
        yield from _draft(one, "article", None, bare)
