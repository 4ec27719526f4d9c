"""The HTML report: one file that opens from a disk, with no network, and reads without its script too."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.finding import SEVERITIES
from data.files import write_text
from data.messages import language, say
from reports.content import Content
from reports.counts import AMOUNTS
from reports.svg import inline
from reports.wording import joined, some

if TYPE_CHECKING:
    from jinja2 import Environment

APPENDICES = ("lists", "documents", "skipped", "matters", "bodies")
# So many pieces of evidence stand side by side; more of them are a table that opens on demand.
SIDE_BY_SIDE = 4
TAGS = {"zh": "zh-CN", "en": "en"}


def write(content: Content, path: Path) -> None:
    """Write the report of one audit to `path`, atomically.

    Raises:
        OutputError: the file cannot be written.
    """
    write_text(path, render(content))


def render(content: Content) -> str:
    """Return the report as one HTML document in the language of the run."""
    from markupsafe import Markup

    environment = _environment()
    template = environment.get_template("report.html")
    outlines, drawings = inline(content.diagrams)
    return template.render(
        content=content,
        subject=some(content.jurisdictions).split(say("join")),
        language=TAGS[language()],
        severities=SEVERITIES,
        amounts=AMOUNTS,
        departments=departments(content),
        side_by_side=SIDE_BY_SIDE,
        appendices=[content.grids[key] for key in APPENDICES],
        # Made by this program and tamed by `inline`: the one text of the page that is markup already.
        outlines=Markup(outlines),  # noqa: S704
        diagrams=[(one.caption, Markup(one.element)) for one in drawings],  # noqa: S704
        policy=_policy(environment),
    )


def departments(content: Content) -> tuple[str, ...]:
    """Return the names that the filter offers: every department that a finding concerns, in the order of names."""
    return tuple(sorted({name for finding in content.findings for name in finding.departments}))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(say=say, joined=joined, some=some)
    environment.filters["lines"] = _lines
    return environment


def _policy(environment: Environment) -> str:
    """The content security policy: no source at all but the page's own style, and its one script by its hash."""
    script = environment.get_template("report.js").render()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'"


def _lines(names: Iterable[str]) -> str:
    """Names as an attribute that the script splits at line ends: no name holds one."""
    return "\n".join(" ".join(name.split()) for name in names)
