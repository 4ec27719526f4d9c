"""The page that says what each test document is for: docs/test-documents.md."""

from __future__ import annotations

from pathlib import Path

from makedocs.cases import CASES
from makedocs.every import DOCUMENTS

PAGE = Path(__file__).parents[2] / "docs" / "test-documents.md"
_INTRODUCTION = """<!-- Written by `PYTHONPATH=tests python -m makedocs`: change tests/makedocs, not this page. -->

# Test documents

`tests/documents` holds documents of every format that the program reads, each with its right answer beside it
(`NAME.expected.json`): the rows, whose list it is, the warnings and the status of its record. Answer and document are
written from the same data (`tests/makedocs/content`), the answer never from what the program reads. Places and
departments are invented.

`python -m pytest tests/test_documents.py tests/test_document_scans.py` compares them: every row equal, white space
apart; of scans at least 97 of 100 characters and 9 of 10 rows. `PYTHONPATH=tests python -m makedocs` writes the
documents anew, `PYTHONPATH=tests python -m makedocs WORD` those whose names hold a word; LibreOffice is needed for the
formats that it writes.
"""


def page() -> str:
    """Return the text of the page."""
    lines = [_INTRODUCTION, "## By case", "", "| case | documents |", "|---|---|"]
    for title, cases in CASES.items():
        lines.append(f"| **{title}** | |")
        lines += [f"| {words} | {_shown_by(key)} |" for key, words in cases.items()]
    lines += ["", "## By document", "", "| document | what it is |", "|---|---|"]
    lines += [f"| `{name}` | {one.purpose} |" for name, one in sorted(DOCUMENTS.items())]
    return "\n".join(lines) + "\n"


def _shown_by(case: str) -> str:
    return ", ".join(f"`{name}`" for name, one in sorted(DOCUMENTS.items()) if case in one.cases)
