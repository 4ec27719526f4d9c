"""What the audit reports: findings, and the drafts that rules make them from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from data.document import Source
from data.rows import Confidence
from graph.dates import AsOf

Severity = Literal["H", "M", "L", "I"]
SEVERITIES: tuple[Severity, ...] = ("H", "M", "L", "I")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a document, verbatim, and where they stand; `label` says whose words they are (a list, a matter)."""

    text: str
    source: Source
    label: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a finding is one: the text of the rule of law or practice, and its source."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a check yields: the facts of one finding; words and ids are put to it by the engine.

    Args:
        matter: name of the matter, "" where the finding is about a whole list.
        departments: names of the bodies concerned.
        evidence: both sides' own words.
        values: what the message names in braces, beside {matter}, {departments} and {count}.
        severity: where it differs from the rule's own.
        variant: which message of the rule's words to use ("" for the first).
        confidence: the weakest reading that the finding stands on.
        peers: (same, of): how many of how many jurisdictions do as this one.
        jurisdictions: all jurisdictions concerned; filled by the engine for list and jurisdiction rules.
        as_of: the day for which it holds: that of the list, or that of the audit.
    """

    matter: str
    departments: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    values: dict[str, str] = field(default_factory=dict)
    severity: Severity | None = None
    variant: str = ""
    confidence: Confidence = "explicit"
    peers: tuple[int, int] | None = None
    jurisdictions: tuple[str, ...] = ()
    as_of: AsOf = "list"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that one person would decide on (fields as in the file format boundaries-findings/1)."""

    id: str
    rule: str
    name: str
    severity: Severity
    jurisdictions: tuple[str, ...]
    matter: str
    departments: tuple[str, ...]
    message: str
    confidence: Confidence
    as_of: AsOf
    evidence: tuple[Evidence, ...]
    ground: Ground
    peers: tuple[int, int] | None
    options: tuple[str, ...]
    waived: str | None = None
