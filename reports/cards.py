"""Findings in words: what a card of the report says beside the finding's own message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from os.path import commonprefix

from analysis.catalogue import CATALOGUE
from analysis.finding import Evidence, Finding
from data.messages import say
from data.where import place


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, whose they are, and where they stand."""

    label: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Card:
    """One finding with everything about it in words: the rule's title, both sides' quotes, how sure it is.

    `origin` is what the labels of all quotes begin with (a list, a matter), so that a table says it once.
    """

    finding: Finding
    title: str
    quotes: tuple[Quote, ...]
    origin: str
    notes: tuple[str, ...]


def card(finding: Finding) -> Card:
    """Put a finding into words."""
    quotes = tuple(_quote(piece) for piece in finding.evidence)
    return Card(finding, rule_title(finding), quotes, _origin(finding), tuple(_notes(finding)))


def rule_title(finding: Finding) -> str:
    """Return the title of the finding's rule, or its short name where the catalogue has no such rule (any more)."""
    titles = {rule.id: rule.words.title for rule in CATALOGUE}
    return titles.get(finding.rule, finding.name)


def _quote(piece: Evidence) -> Quote:
    return Quote(piece.label, piece.text, place(piece.source))


def _origin(finding: Finding) -> str:
    """The common beginning of all labels, up to and with its last colon."""
    shared = commonprefix([piece.label for piece in finding.evidence])  # noqa: RUF071 - labels, no paths
    return shared[: 1 + max(shared.rfind("："), shared.rfind(":"))]


def _notes(finding: Finding) -> Iterator[str]:
    yield say("report.confidence", how=say(f"confidence.{finding.confidence}"))
    yield say(f"report.as-of.{finding.as_of}")
    if finding.peers:
        same, of = finding.peers
        yield say("report.peers", same=same, of=of)
