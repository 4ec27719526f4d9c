"""R7 personal-data: names of persons, mobile numbers and identity numbers in a list that is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.evidence import list_name, owner_name
from analysis.finding import Draft, Evidence
from analysis.lists import quote
from analysis.personal import Personal, personal_in
from analysis.rule import Words, list_rule
from data.messages import say
from data.rows import DutyList
from data.texts import texts_of


@list_rule("R7")
def personal_data(one: DutyList, words: Words) -> Iterator[Draft]:
    """Report the personal data of a list, all of it in one finding.

    Formula: a name is told by its surname (data/people.yml) and by the words beside it: after 联系人 or 负责人, before
    同志, after 村民 in a case, before a telephone number, or in a column that holds nothing else. Mobile numbers have
    11 digits from 13 to 19 on; identity numbers 18 characters with the right check character. Posts, offices, office
    telephones and names made unknown (王某) are silent. The message names the kinds only, never the data.

    Source: 《政府信息公开条例》, article 15; 《个人信息保护法》, articles 6 and 34; GB 11643-1999.
    """
    found = list(personal_in(tuple(texts_of(one)), words))
    if not found:
        return
    counts = Counter(piece.kind for piece in found)
    kinds = [say("personal.count", kind=say(f"personal.{kind}"), count=count) for kind, count in counts.items()]
    yield Draft(
        matter="",
        departments=(one.owner,),
        evidence=_evidence(one, found),
        values={"list": list_name(one), "kinds": say("join").join(kinds)},
    )


def _evidence(one: DutyList, found: list[Personal]) -> tuple[Evidence, ...]:
    """One piece a clause: a name and the number beside it are in one."""
    clauses = {(piece.words, piece.text.source): piece for piece in found}
    return tuple(_quoted(one, piece) for piece in clauses.values())


def _quoted(one: DutyList, piece: Personal) -> Evidence:
    if piece.text.section is None:
        return Evidence(piece.words, piece.text.source, owner_name(one))
    return quote(one, piece.text.section, piece.words, piece.text.source)
