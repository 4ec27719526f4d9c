"""Write the test documents, their answers and the page that describes them.

Run `PYTHONPATH=tests python -m makedocs` from the project's root; words choose the documents whose names hold them.
LibreOffice makes those of .doc, .wps, .rtf, .odt, .ods and most .pdf.
"""

from __future__ import annotations

import sys

from makedocs import guide
from makedocs.every import DOCUMENTS


def main(words: list[str]) -> None:
    """Write the documents whose names hold one of the words, or all."""
    for name, one in DOCUMENTS.items():
        if not words or any(word in name for word in words):
            one.write()
            print(name)
    guide.PAGE.write_text(guide.page(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
