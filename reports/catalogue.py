"""The catalogue of rules as text: one line a rule, or one rule's page."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.catalogue import CATALOGUE
from analysis.rule import Words
from data.errors import UsageError
from data.messages import say


def rule_lines() -> Iterator[str]:
    """Yield the catalogue, a line a rule: id, severity, title, short name."""
    for rule in CATALOGUE:
        words = rule.words
        severity = say(f"severity.{words.severity}")
        yield say("rules.line", id=f"{rule.id:<4}", severity=severity, title=words.title, name=words.name)


def rule_page(identity: str) -> str:
    """Return the page of a rule, asked for by its id or its short name (A2, multi-lead).

    Raises:
        UsageError: there is no such rule.
    """
    for rule in CATALOGUE:
        if identity.lower() in {rule.id.lower(), rule.words.name.lower()}:
            return _page(rule.words)
    raise UsageError("error.no-such-rule", identity=identity)


def _page(words: Words) -> str:
    head = say(
        "rules.head", id=words.id, title=words.title, name=words.name, severity=say(f"severity.{words.severity}")
    )
    ground = say("rules.ground", text=words.ground.text, source=words.ground.source)
    return f"# {head}\n\n{words.page.strip()}\n\n{ground}"
