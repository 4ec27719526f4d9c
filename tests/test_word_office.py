"""LibreOffice is borrowed carefully: for a limited time, without a network, and said where it is missing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from data.errors import UnreadableDocument
from loaders.readers import office

RTF = rb"{\rtf1\ansi{\b \u32844?\u36131?}\par}"
needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


@pytest.fixture
def asked() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine: its port, and what was asked of it."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port, paths
        server.shutdown()


def _office_processes() -> set[str]:
    names = ((path.parent.name, path) for path in Path("/proc").glob("[0-9]*/comm"))
    return {number for number, path in names if path.exists() and "soffice" in path.read_text()}


@needs_office
def test_a_document_changes_its_format() -> None:
    assert office.convert(RTF, "rtf", "docx", "a.rtf").startswith(b"PK\x03\x04")


@needs_office
def test_nothing_is_fetched(asked: tuple[int, list[str]]) -> None:
    port, paths = asked
    page = f'<html><body><img src="http://127.0.0.1:{port}/a.png"><p>职责</p></body></html>'
    assert office.convert(page.encode(), "html", "odt", "a.html").startswith(b"PK\x03\x04")
    assert paths == []


@needs_office
@pytest.mark.skipif(not Path("/proc/self/comm").exists(), reason="processes are looked for in /proc")
def test_an_office_that_takes_too_long_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch) -> None:
    before = _office_processes()
    monkeypatch.setattr(office, "_SECONDS", 0.4)
    with pytest.raises(UnreadableDocument, match="LibreOffice 转换超时"):
        office.convert(RTF, "rtf", "docx", "a.rtf")
    assert _office_processes() <= before


@needs_office
def test_what_it_cannot_open_is_said() -> None:
    with pytest.raises(UnreadableDocument, match="无法打开"):
        office.convert(b"PK\x03\x04 no document", "docx", "odt", "a.docx")


def test_without_it_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_NAMES", ("no-such-office",))
    monkeypatch.setattr(office, "_USUAL", ())
    with pytest.raises(UnreadableDocument, match="另存为"):
        office.convert(RTF, "rtf", "docx", "a.rtf")
