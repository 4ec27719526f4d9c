"""C5 basis-weak: matters that rest on rules and papers alone, papers without a title, laws without an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from analysis.cited import quote_text
from analysis.evidence import list_name, several
from analysis.finding import Draft, Severity
from analysis.lists import doubtful
from analysis.rule import Words, jurisdiction_rule
from data.law_lookup import Laws, laws_of
from data.law_titles import is_national_law_name
from data.laws import InstrumentKind
from data.rows import Assignment, DutyList
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
# So many characters before a number tell whether a title stands before it.
_NEAR = 200
# 湖南省实施〈…法〉办法: a local regulation by its form.
_LOCAL = re.compile("实施.{2,}(?:法|条例).{0,4}(?:办法|细则)$")

Strength = Literal["strong", "weak", "own"]
_Cell = tuple[Text, Citation]
# Which message, and the grade where it is not the rule's own.
_Kind = tuple[str, Severity | None]
_REPORTED: tuple[tuple[Strength, _Kind], ...] = (("weak", ("", None)), ("own", ("own", "I")))


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
        cells = [(text, told) for text in texts_of(one) if text.field in _BASES for told in citations_in(text.words)]
        matters = list(_matters(one, cells))
        for strength, kind in _REPORTED:
            found = [told for told in matters if all(_strength(cited, laws, words) == strength for _, cited in told)]
            names = [tidy(told[0][0].matter).strip("。") for told in found]
            yield from _draft(one, kind, names, [cell for told in found for cell in told])
        numbers = list(_bare_numbers(cells))
        yield from _draft(one, ("number", None), _printed(numbers), numbers)
        yield from _without_articles(one, cells, laws)


def _draft(one: DutyList, kind: _Kind, names: Sequence[str], cells: Sequence[_Cell]) -> Iterator[Draft]:
    if cells:
        pieces = dict.fromkeys(quote_text(one, text, told.printed) for text, told in cells)
        values = {"list": list_name(one), "names": several(tuple(dict.fromkeys(names))), "number": str(len(names))}
        yield Draft("", (one.owner,), tuple(pieces), values, severity=kind[1], variant=kind[0])


def _printed(cells: Sequence[_Cell]) -> list[str]:
    return [squeeze(told.printed) for _, told in cells]


def _matters(one: DutyList, cells: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    """What each matter of the boundaries cites; those are left out whose basis says more, or is doubtful."""
    by_row: dict[str, list[_Cell]] = {}
    for text, told in cells:
        if isinstance(text.row, Assignment) and text.field == "basis":
            by_row.setdefault(text.row.id, []).append((text, told))
    for _, group in groupby(one.boundaries, key=lambda row: squeeze(row.matter)):
        rows = tuple(group)
        cited = [cell for row in rows for cell in by_row.get(row.id, ())]
        said = sum(len(squeeze(row.basis)) for row in rows) - sum(map(len, _printed(cited)))
        if cited and said <= _MORE and tidy(rows[0].matter) and not any(map(doubtful, rows)):
            yield cited


def _strength(told: Citation, laws: Laws, words: Words) -> Strength:
    known = laws.named(told.name) if told.name else ()
    if known:
        return "strong" if known[-1].kind in _STRONG or _central(told, words) else "weak"
    if any(word in told.name for word in words.terms("establishment")):
        return "own"
    return "strong" if _taken_for_strong(told, words) else "weak"


def _taken_for_strong(told: Citation, words: Words) -> bool:
    """Whether a citation that no table has is a regulation by its title, of the centre, or cannot be told at all."""
    legal = told.name.endswith(words.terms("laws")) or is_national_law_name(told.name) or _LOCAL.search(told.name)
    untold = is_short(told.name) or not (told.name or (told.number and told.number.code))
    return bool(legal) or untold or _central(told, words)


def _central(told: Citation, words: Words) -> bool:
    by_code = told.number is not None and told.number.code.startswith(words.terms("central_codes"))
    return by_code or any(word in told.name for word in words.terms("central_names"))


def _bare_numbers(cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """File numbers that stand without a title, or without the code of their issuer."""
    for text, told in cells:
        if told.number and told.number.year:
            before = squeeze(_ITEM.split(text.words[max(told.start - _NEAR, 0) : told.start])[-1])
            untitled = not told.name and not before.strip("(（、，,和及")
            if untitled or not told.number.code:
                yield text, told


def _without_articles(one: DutyList, cells: Sequence[_Cell], laws: Laws) -> Iterator[Draft]:
    named = [(text, told, laws.named(told.name)) for text, told in cells if told.name]
    legal = [(text, told) for text, told, known in named if known and known[-1].kind in _WITH_ARTICLES]
    bare = [(text, told) for text, told in legal if not told.articles]
    if len(bare) == len(legal):
        yield from _draft(one, ("no-article", "I"), _printed(bare), bare)
    elif len(bare) <= (1 - _MOST) * len(legal):
        yield from _draft(one, ("article", None), _printed(bare), bare)
