"""R4 wrong-level: the owner speaks in its own voice with the words or powers of another level of government."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from analysis.evidence import excerpt, list_name, several
from analysis.finding import Draft, Evidence, Severity
from analysis.level_bodies import acting_superiors, bare_halls, bodies_below, peer_bodies
from analysis.level_scopes import hosted, ours, scopes
from analysis.levels import Slip, higher, peers
from analysis.lists import quote
from analysis.rule import Words, jurisdiction_rule
from analysis.voices import Said, foreign, quoted, voices
from data.body_names import read_name
from data.level_powers import Power, powers
from data.messages import say
from data.places import leading
from data.rows import Assignment, DutyList
from data.spacing import squeeze
from graph.dutygraph import DutyGraph, Level
from graph.home import Home, home_of
from graph.matter_names import tidy


@jurisdiction_rule("R4")
def wrong_level(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the words of another level of government in the lists of counties, districts and county-level cities.

    Formula: outside quoted titles, in a clause of the owner's own: (higher) an act of the owner on 全市, 全省, 我市 or
    市直单位, a superior's bureau that acts in the owner's procedure, or a province's without its place (卫生厅); (peer)
    县 words in a district's list and the like; (lower) bureaus below a county's, which are not there; (powers) what the
    table data/level_powers.yml gives to other levels; (establishment) the job description of a superior body as the
    basis of a duty; (departments) a matter most of whose departments, and at least `departments`, are a superior's. A
    clause that speaks of a true superior (配合, 参加, 统一, 报 …) is left alone. One finding a list and kind; L where
    only cases or loose words show it, I for cases that tell of 某县.

    Source: 立法法; 地方各级人民代表大会和地方各级人民政府组织法; the articles in data/level_powers.yml; DOMAIN 6.3.
    """
    home = home_of(graph.jurisdiction)
    if home.level != "county" or not home.word:
        return
    for one in graph.lists:
        said = tuple(voices(one, home))
        found = [slip for text in said for slip in _slips(text, home, one.owner, words)]
        yield from _drafts(one, found)
        yield from _powers(one, home, said)
        yield from _establishment(one, home, said)
        yield from _departments(one, home, words)


def _slips(said: Said, home: Home, owner: str, words: Words) -> Iterator[Slip]:
    if said.voice in ("other", "cited") or not _telling(home).search(said.bare):
        return
    yield from scopes(said, home, words)
    yield from ours(said, home, words)
    yield from hosted(said, home)
    yield from peer_bodies(said, home, words)
    yield from acting_superiors(said, home, owner, words)
    yield from bare_halls(said, home)
    yield from bodies_below(said, home, owner, words)


@cache
def _telling(home: Home) -> re.Pattern[str]:
    """What a text must have to be read closely; most have nothing of it."""
    named = f"{re.escape(home.above)}|" if home.above else ""
    whole = f"{named}省|全[国省市县区旗州盟]|[省市县区]直|[我本][市县区旗州]|[市省{peers(home)}]级?[一-龥]"
    return re.compile(f"{whole}|厅|各地|下级|各[级县区市]|当地|[乡镇道]级")


def _drafts(one: DutyList, found: Sequence[Slip]) -> Iterator[Draft]:
    groups: dict[tuple[str, Level, bool], list[Slip]] = {}
    for slip in found:
        level = slip.level if slip.kind == "higher" else "county"
        groups.setdefault((slip.kind, level, slip.kind == "lower" and slip.sure), []).append(slip)
    for (kind, level, _), group in groups.items():
        loose: Severity = "I" if kind in ("lower", "elsewhere") else "L"
        grade = None if any(slip.sure for slip in group) and kind != "elsewhere" else loose
        told = "case" if kind == "higher" and all(slip.said.voice == "case" for slip in group) else kind
        yield _draft(one, told, [(slip.said, slip.start, slip.end) for slip in group], grade, level)


def _draft(
    one: DutyList, kind: str, places: Iterable[tuple[Said, int, int]], grade: Severity | None, level: Level
) -> Draft:
    pieces = _once(quoted(one, *place) for place in places)
    values = {
        "list": list_name(one),
        "level": say(f"level.{level}"),
        "names": several([say("quoted", words=excerpt(squeeze(piece.text))) for piece in pieces], 3),
    }
    variant = "lower_loose" if (kind, grade) == ("lower", "I") else "" if kind == "higher" else kind
    return Draft("", (one.owner,), pieces, values, severity=grade, variant=variant, confidence="inferred")


def _once(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(piece.text, piece.source): piece for piece in pieces}.values())


def _powers(one: DutyList, home: Home, said: Sequence[Said]) -> Iterator[Draft]:
    own = [text for text in said if text.voice == "own" and text.text.section in ("duties", "boundaries", "services")]
    lacking = [power for power in powers() if not power.had_by(home.bare, home.level)]
    met = [
        (power, text, text.clause(start)) for text in own for power in lacking for start in power.claimed_in(text.bare)
    ]
    for grade in ("M", "L"):
        of_grade = [(power, text, span) for power, text, span in met if power.grade == grade]
        if of_grade:
            yield _of_powers(one, grade, of_grade)


def _of_powers(one: DutyList, grade: Severity, met: Sequence[tuple[Power, Said, tuple[int, int]]]) -> Draft:
    named = dict.fromkeys((power.name, power.source) for power, _, _ in met)
    values = {
        "list": list_name(one),
        "names": several([name for name, _ in named]),
        "sources": several([source for _, source in named]),
    }
    pieces = _once(quoted(one, text, *span) for _, text, span in met)
    return Draft("", (one.owner,), pieces, values, severity=grade, variant="powers", confidence="inferred")


def _establishment(one: DutyList, home: Home, said: Sequence[Said]) -> Iterator[Draft]:
    """The job description (三定) of a provincial or city body of the owner's family, cited for the owner's duties."""
    met = [
        (text, found.start(), found.end())
        for text in said
        if text.voice == "cited"
        for found in re.finditer(
            "《(?P<body>[^《》]{4,40}?)(?:主要)?职[责能](?:配置)?、?内设机构和人员编制[^》]{0,6}》?", text.words
        )
        if _of_superior(found["body"], one, home)
    ]
    if met:
        yield _draft(one, "establishment", met, None, "province")


def _departments(one: DutyList, home: Home, words: Words) -> Iterator[Draft]:
    """Matters most of whose departments are a superior's, vertical ones and branches aside: a superior's table."""
    groups = [tuple(rows) for _, rows in groupby(one.boundaries, key=lambda row: (row.seq, squeeze(row.matter)))]
    met = [(rows, above) for rows in groups if (above := _above(rows, home, int(words.threshold("departments"))))]
    if met:
        pieces = _once(quote(one, "boundaries", row.department, row.source[0]) for _, above in met for row in above)
        values = {
            "list": list_name(one),
            "matters": several([say("quoted", words=tidy(rows[0].matter)) for rows, _ in met]),
            "names": several(list(dict.fromkeys(squeeze(row.department) for _, above in met for row in above))),
        }
        yield Draft("", (one.owner,), pieces, values, variant="departments", confidence="inferred")


def _above(rows: Sequence[Assignment], home: Home, least: int) -> tuple[Assignment, ...]:
    """Return the rows of a superior's departments, where they are most of a matter's and at least so many."""
    told = [row for row in rows if row.department.strip()]
    above = [row for row in told if foreign(row, home) and read_name(squeeze(row.department)).nature != "vertical"]
    return tuple(above) if len(above) >= least and len(above) * 2 > len(told) else ()


def _of_superior(body: str, one: DutyList, home: Home) -> bool:
    place = leading(body)
    level = home.level_of(place[-1:], above=True)
    kin = set(read_name(body[len(place) :]).families) & set(read_name(one.owner).families)
    return bool(place) and place != home.name and not place.endswith(home.bare) and higher(home, level) and bool(kin)
