"""F3 no-service: a service about which the public cannot learn what it is, who does it, or how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.evidence import list_name
from analysis.finding import Draft, Evidence
from analysis.lists import column_name, columns, doubtful, gaps, quote, sections
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import DutyList, Service
from graph.dutygraph import DutyGraph

FIELDS = ("content", "agency", "phone")
_PHONE = re.compile(r"(?<!\d)(?:\d[-—－\s]?){7,}")


@jurisdiction_rule("F3")
def no_service(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the services that lack content, agency or phone, one finding a list.

    Formula: a blank cell in one of these columns that is no part of a merged one (`lists.gaps`; content is each
    service's own); a phone number printed in another cell counts. Where the form has no column for the phone and no
    service of the list names one, the form is at fault and not the department: one finding of severity I for all
    such lists of the jurisdiction.

    Source: the form of Zhejiang 2014 (service, content, agency, phone); DOMAIN 6.3 F3.
    """
    for one in graph.lists:
        lacking = [(row, fields) for row, fields in _lacking(one) if not doubtful(row)]
        if lacking:
            evidence = tuple(_quote(one, row, fields) for row, fields in lacking)
            named = [field for field in FIELDS if any(field in fields for _, fields in lacking)]
            yield Draft("", (one.owner,), evidence, {"list": list_name(one), "columns": _names(named)})
    mute = [one for one in graph.lists if _without_phones(one)]
    if mute:
        heads = [(one, sections(one, "services")[0]) for one in mute]
        evidence = tuple(quote(one, "services", head.title, head.source[0]) for one, head in heads)
        services = {"services": str(sum(len(one.services) for one in mute))}
        owners = tuple(dict.fromkeys(one.owner for one in mute))
        yield Draft("", owners, evidence, services, severity="I", variant="form")


def _without_phones(one: DutyList) -> bool:
    present = columns(one, "services")
    return bool(one.services and present) and "phone" not in present and not any(map(_phone, one.services))


def _lacking(one: DutyList) -> Iterator[tuple[Service, list[str]]]:
    present = columns(one, "services")
    cells = {field: [_cell(row, field) for row in one.services] for field in FIELDS if field in present}
    blank = {field: set(gaps(values)) for field, values in cells.items() if field != "content"}
    blank["content"] = {place for place, text in enumerate(cells.get("content", [])) if not text.strip()}
    for place, row in enumerate(one.services):
        fields = [field for field in FIELDS if place in blank.get(field, ())]
        if fields:
            yield row, fields


def _cell(row: Service, field: str) -> str:
    if field == "phone":
        return row.phone or _phone(row)
    return row.content if field == "content" else row.agency


def _phone(row: Service) -> str:
    """A phone number printed in whichever cell, "" where there is none."""
    met = _PHONE.search(f"{row.content} {row.agency} {row.name} {row.remark}")
    return met[0] if met else ""


def _quote(one: DutyList, row: Service, fields: list[str]) -> Evidence:
    return quote(one, "services", row.name, row.source[0], say("form.blank", column=_names(fields)))


def _names(fields: list[str]) -> str:
    return say("join").join(map(column_name, fields))
