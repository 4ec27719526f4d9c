"""Tables of the findings: one a row, and one piece of evidence a row."""

from __future__ import annotations

from collections.abc import Sequence

from data.messages import say
from reports.cards import Card, Quote
from reports.grid import Cell, Grid, Width, grid
from reports.wording import joined

# A row of the findings shows so many quotes and so much of each; the table of evidence has all of all.
SHOWN, OPENING = 3, 120


def findings(cards: Sequence[Card]) -> Grid:
    """Return the findings; a cell shows the opening of the first quotes, the table of evidence has all of them."""
    columns: dict[str, Width] = {
        "id": "name",
        "severity": "short",
        "rule": "short",
        "title": "name",
        "jurisdictions": "name",
        "matter": "name",
        "departments": "name",
        "message": "long",
        "evidence": "long",
        "ground": "long",
        "ground_source": "name",
        "options": "long",
        "notes": "name",
        "waived": "name",
    }
    return grid("findings", columns, map(_finding, cards))


def _finding(card: Card) -> tuple[Cell, ...]:
    finding = card.finding
    return (
        finding.id,
        say(f"severity.{finding.severity}"),
        finding.rule,
        card.title,
        joined(finding.jurisdictions),
        finding.matter,
        joined(finding.departments),
        finding.message,
        _shown(card.quotes),
        finding.ground.text,
        finding.ground.source,
        "\n".join(finding.options),
        "\n".join(card.notes),
        finding.waived or "",
    )


def _shown(quotes: Sequence[Quote]) -> str:
    lines = [_line(quote) for quote in quotes[:SHOWN]]
    rest = [say("report.more-evidence", count=len(quotes))] if len(quotes) > SHOWN else []
    return "\n".join([*lines, *rest])


def _line(quote: Quote) -> str:
    opening = quote.text if len(quote.text) <= OPENING else say("report.opening", text=quote.text[:OPENING])
    form = "report.quote.labelled" if quote.label else "report.quote.plain"
    return say(form, label=quote.label, text=opening or say("report.empty"), place=quote.place)


def evidence(cards: Sequence[Card]) -> Grid:
    """Return every piece of evidence with the finding it belongs to."""
    columns: dict[str, Width] = {
        "id": "name",
        "rule": "short",
        "title": "name",
        "jurisdictions": "name",
        "matter": "name",
        "label": "name",
        "text": "long",
        "place": "name",
    }
    return grid("evidence", columns, (_piece(card, quote) for card in cards for quote in card.quotes))


def _piece(card: Card, quote: Quote) -> tuple[Cell, ...]:
    finding = card.finding
    about = (finding.id, finding.rule, card.title, joined(finding.jurisdictions), finding.matter)
    return (*about, quote.label, quote.text, quote.place)
