"""The lists that the test documents print: departments of invented counties, as YAML in content/."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "content"


@dataclass(frozen=True)
class Matter:
    """One matter and its parties: (department, duty), in the order in which they are printed."""

    seq: str
    name: str
    parties: tuple[tuple[str, str], ...]
    basis: str
    case: str


@dataclass(frozen=True)
class MainDuty:
    """One main duty and its items: (item, office)."""

    seq: str
    name: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Service:
    """One public service."""

    seq: str
    name: str
    content: str
    agency: str
    phone: str


@dataclass(frozen=True)
class Regime:
    """One supervision regime and its passages: (heading, text)."""

    title: str
    passages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Source:
    """One department's list, as it is to be printed."""

    title: str
    jurisdiction: str
    owner: str
    duties: tuple[MainDuty, ...] = ()
    matters: tuple[Matter, ...] = ()
    regimes: tuple[Regime, ...] = ()
    services: tuple[Service, ...] = ()

    @property
    def department(self) -> str:
        """The owner without its place: 县民政局."""
        return self.owner.removeprefix(self.jurisdiction)


@cache
def department(name: str) -> Source:
    """Return the list of content/<name>.yml."""
    told = text(name)
    return Source(
        title=told["title"],
        jurisdiction=told["jurisdiction"],
        owner=told["owner"],
        duties=tuple(
            MainDuty(str(seq), one["main"], tuple((item["item"], item["office"]) for item in one["items"]))
            for seq, one in enumerate(told["duties"], 1)
        ),
        matters=tuple(_matter(seq, one) for seq, one in enumerate(told["boundaries"], 1)),
        regimes=tuple(Regime(one["title"], tuple(map(tuple, one["sections"]))) for one in told["regimes"]),
        services=tuple(Service(str(seq), **one) for seq, one in enumerate(told["services"], 1)),
    )


def text(name: str) -> Any:
    """Return what content/<name>.yml holds."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


def _matter(seq: int, told: dict[str, Any]) -> Matter:
    parties = tuple((name, duty) for name, duty in told["parties"])
    return Matter(str(seq), told["matter"], parties, told["basis"], told["case"])
