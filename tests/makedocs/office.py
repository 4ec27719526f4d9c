"""Let LibreOffice turn a document into another format."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from shutil import which

from makedocs.word import repacked

PROGRAM = which("soffice")
# The filter that writes a format, where the suffix alone does not name it.
_FILTERS = {
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "xls": "xls:MS Excel 97",
    "pdf": "pdf:writer_pdf_Export",
}
# Without this a web page loses its first heading.
_READ_AS = {"html": ("--infilter=HTML (StarWriter)",)}


def converted(raw: bytes, suffix: str, wanted: str) -> bytes:
    """Return a document in another format; `suffix` is that of its own."""
    return all_converted({"document": raw}, suffix, wanted)["document"]


def all_converted(raws: Mapping[str, bytes], suffix: str, wanted: str) -> dict[str, bytes]:
    """Return several documents in another format, by their names: one start of the program for all."""
    if PROGRAM is None:
        raise RuntimeError("LibreOffice (soffice) is needed to make this document")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, raw in raws.items():
            (folder / f"{stem}.{suffix}").write_bytes(raw)
        subprocess.run(
            [
                *(PROGRAM, f"-env:UserInstallation=file://{folder}/profile", "--headless"),
                *_READ_AS.get(suffix, ()),
                *(
                    "--convert-to",
                    _FILTERS.get(wanted, wanted),
                    "--outdir",
                    str(folder / "out"),
                ),
                *(str(folder / f"{stem}.{suffix}") for stem in raws),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {stem: _dated((folder / "out" / f"{stem}.{wanted}").read_bytes(), wanted) for stem in raws}


def _dated(raw: bytes, wanted: str) -> bytes:
    """Return a document with one fixed date and no random names, so that it comes out the same again."""
    if wanted == "pdf":
        raw = re.sub(rb"/CreationDate\(D:\d{14}", b"/CreationDate(D:20240301090000", raw)
        return re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}", b"0" * 32, raw)
    if wanted in ("odt", "ods"):
        return repacked(raw, change=_dated_member)
    return raw


def _dated_member(name: str, data: bytes) -> bytes:
    if name == "settings.xml":
        return re.sub(rb'(config:name="Rsid[^>]*>)\d+', rb"\g<1>1", data)
    return re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+", b"2024-03-01T09:00:00", data) if name == "meta.xml" else data
