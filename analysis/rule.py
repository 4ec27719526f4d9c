"""A rule: its check, its scope, and its words in data/rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from analysis.finding import Draft, Ground, Severity
from data.messages import language
from data.reference import load_yaml
from data.rows import DutyList
from graph.dutygraph import DutyGraph

Scope = Literal["list", "jurisdiction", "region"]
ListCheck = Callable[[DutyList, "Words"], Iterator[Draft]]
JurisdictionCheck = Callable[[DutyGraph, "Words"], Iterator[Draft]]
RegionCheck = Callable[[Sequence[DutyGraph], "Words"], Iterator[Draft]]
Check = ListCheck | JurisdictionCheck | RegionCheck


@dataclass(frozen=True, slots=True)
class Words:
    """The words and numbers of one rule, from data/rules/<id>.yml, in the language of the run."""

    id: str
    entry: dict[str, Any]

    @property
    def name(self) -> str:
        """The short English name, the same in every language (multi-lead)."""
        return str(self.entry["name"])

    @property
    def title(self) -> str:
        """The rule's title (多头牵头)."""
        return self._text("title")

    @property
    def severity(self) -> Severity:
        """The severity unless a draft says otherwise."""
        severity: Severity = self.entry["severity"]
        return severity

    @property
    def page(self) -> str:
        """The page that `boundaries rule ID` prints, under fixed headings."""
        return self._text("page")

    @property
    def ground(self) -> Ground:
        """Why it is a finding at all, and the source of that."""
        return Ground(self._text("ground"), str(self.entry["source"]))

    @property
    def options(self) -> tuple[str, ...]:
        """What can be done about it."""
        return tuple(self.entry["options"][language()])

    def threshold(self, name: str) -> float:
        """Return the threshold `name` (KeyError where the rule has none)."""
        return float(self.entry["thresholds"][name])

    def terms(self, name: str) -> tuple[str, ...]:
        """Return the word list `name` that the check looks for in Chinese texts (KeyError where there is none)."""
        return tuple(self.entry["terms"][name])

    def message(self, variant: str, values: dict[str, str]) -> str:
        """Return the message of `variant` ("" for the usual one) with `values` in place, as a sentence begins."""
        said = str(self.entry["message"][variant or "usual"][language()]).format(**values)
        return said[:1].upper() + said[1:]

    def _text(self, key: str) -> str:
        return str(self.entry[key][language()])


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the catalogue."""

    id: str
    scope: Scope
    check: Check

    @property
    def words(self) -> Words:
        """The rule's words and thresholds."""
        return Words(self.id, load_yaml(f"rules/{self.id}.yml"))


def list_rule(identity: str) -> Callable[[ListCheck], Rule]:
    """Make a check of one duty list a rule, e.g. ``@list_rule("F7")``."""
    return lambda check: Rule(identity, "list", check)


def jurisdiction_rule(identity: str) -> Callable[[JurisdictionCheck], Rule]:
    """Make a check of one jurisdiction's graph a rule."""
    return lambda check: Rule(identity, "jurisdiction", check)


def region_rule(identity: str) -> Callable[[RegionCheck], Rule]:
    """Make a check across all jurisdictions of the run a rule."""
    return lambda check: Rule(identity, "region", check)
