"""findings.json, the format boundaries-findings/1 that other programs read; read back here as well."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from analysis.finding import Evidence, Finding, Ground
from data.document import Source
from data.errors import UsageError
from data.files import write_text
from reports.content import Content

FORMAT = "boundaries-findings/1"


@dataclass(frozen=True, slots=True)
class Audited:
    """What a findings file holds: the findings, and the date that the audit spoke of."""

    as_of: date
    findings: tuple[Finding, ...]


def write(content: Content, path: Path) -> None:
    """Write the findings of `content` to `path`, atomically, in UTF-8.

    Raises:
        OutputError: the file cannot be written.
    """
    entries = [asdict(finding) for finding in content.findings]
    whole = {"format": FORMAT, "audited_as_of": content.as_of.isoformat(), "findings": [_entry(one) for one in entries]}
    write_text(path, json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _entry(plain: dict[str, Any]) -> dict[str, Any]:
    peers = plain["peers"]
    return {**plain, "peers": {"same": peers[0], "of": peers[1]} if peers else None}


def read_findings(path: Path) -> Audited:
    """Read a findings file.

    Raises:
        UsageError: there is no such file, it is no findings file, or an entry lacks a field.

    Example:
        >>> read_findings(Path("audit/findings.json")).as_of  # doctest: +SKIP
        datetime.date(2026, 11, 22)
    """
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        if whole["format"] != FORMAT:
            raise UsageError("report.error.format", file=path, format=whole["format"], wanted=FORMAT)
        findings = tuple(_finding(entry) for entry in whole["findings"])
        return Audited(date.fromisoformat(whole["audited_as_of"]), findings)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError("report.error.findings", file=path, why=error) from error


def _finding(entry: dict[str, Any]) -> Finding:
    """Any further field of a later writer is passed over."""
    peers = entry["peers"]
    return Finding(
        id=entry["id"],
        rule=entry["rule"],
        name=entry["name"],
        severity=entry["severity"],
        jurisdictions=tuple(entry["jurisdictions"]),
        matter=entry["matter"],
        departments=tuple(entry["departments"]),
        message=entry["message"],
        confidence=entry["confidence"],
        as_of=entry["as_of"],
        evidence=tuple(_evidence(piece) for piece in entry["evidence"]),
        ground=Ground(entry["ground"]["text"], entry["ground"]["source"]),
        peers=(peers["same"], peers["of"]) if peers else None,
        options=tuple(entry["options"]),
        waived=entry["waived"],
    )


def _evidence(piece: dict[str, Any]) -> Evidence:
    names = ("file", "part", "unit", "first", "last")
    source = Source(**{name: piece["source"][name] for name in names})
    return Evidence(piece["text"], source, piece.get("label", ""))
