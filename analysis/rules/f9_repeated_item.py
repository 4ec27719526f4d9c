"""F9 repeated-item: the same duty item stands twice in one list."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import list_name
from analysis.finding import Draft, Evidence
from analysis.lists import quote
from analysis.repeats import Limits, Repeat, repeats, twice_within
from analysis.rule import Words, list_rule
from data.messages import say
from data.rows import DutyList


@list_rule("F9")
def repeated_item(one: DutyList, words: Words) -> Iterator[Draft]:
    """Report the duty items that a list states more than once, all in one finding, group by group.

    Formula: see `analysis.repeats` for `alike`, `shortest` and `piece`; and a text, of a main duty too, that says one
    clause twice. Left out are the catch-all items (交办的其他事项), which say nothing that could be repeated; and main
    duties against their items, which are meant to spell them out.

    Source: 兰州《职责清单》填写说明 (each duty once: clearly different work makes separate duties); DOMAIN 6.3 F; the
    hard negatives of MATCHING 6 (药品类 and 非药品类, 医师 and 护士, 配合 and 负责) differ in object or role.
    """
    rows = [row for row in one.duties if row.item and not any(word in row.item for word in words.terms("catch-all"))]
    light = frozenset("".join(words.terms("light")))
    shortest, piece = int(words.threshold("shortest")), int(words.threshold("piece"))
    found = list(repeats(rows, Limits(words.threshold("alike"), shortest, piece, light)))
    groups = [_quotes(one, repeat, number) for number, repeat in enumerate(found, 1)]
    groups += [[quoted] for quoted in _twice(one, shortest, len(found))]
    if groups:
        evidence = tuple(quoted for group in groups for quoted in group)
        yield Draft("", (one.owner,), evidence, {"list": list_name(one), "groups": str(len(groups))})


def _quotes(one: DutyList, repeat: Repeat, number: int) -> list[Evidence]:
    note = say(f"form.repeat.{repeat.kind}", number=number)
    return [quote(one, "duties", row.item, row.source[0], note) for row in repeat.rows]


def _twice(one: DutyList, shortest: int, number: int) -> Iterator[Evidence]:
    """Quote the main duties and items that say one clause twice, numbered on from `number`."""
    first = {text: row for row in reversed(one.duties) for text in (row.item, row.main_duty)}
    texts = [text for row in one.duties for text in (row.main_duty, row.item) if twice_within(text, shortest)]
    for place, text in enumerate(dict.fromkeys(texts), number + 1):
        yield quote(one, "duties", text, first[text].source[0], say("form.repeat.itself", number=place))
