"""Every word a user reads is there in both languages, names the same things, and is used."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from data import messages

ROOT = Path(__file__).parents[1]
CODE = [path for name in ("data", "loaders", "graph", "analysis", "reports") for path in (ROOT / name).rglob("*")]
SOURCES = [path for path in [*CODE, ROOT / "boundaries.py"] if path.suffix in {".py", ".html", ".j2"}]


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(messages.texts()))
def test_both_languages_say_it_and_name_the_same(key: str) -> None:
    text = messages.texts()[key]
    assert set(text) == {"zh", "en"}
    assert all(str(words).strip() for words in text.values())
    assert names_in(str(text["zh"])) == names_in(str(text["en"]))


def test_every_message_asked_for_exists() -> None:
    asked = {key for path in SOURCES for key in re.findall(r'say\("([\w.\-]+)"[,)]', path.read_text(encoding="utf-8"))}
    assert asked
    assert asked <= set(messages.texts())


def test_no_message_is_left_over() -> None:
    """Each key stands in the code, whole, or with a beginning that the code completes ("role.", "corpus.kind")."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    literals = set(re.findall(r'"([\w.\-]+)(?:\{|")', code))
    assert [key for key in messages.texts() if not _beginnings(key) & literals] == []


def _beginnings(key: str) -> set[str]:
    """The key, and each beginning of it up to a dot or hyphen, with and without it; one word alone is none."""
    ends = [at for at, char in enumerate(key) if char in ".-"]
    return {key, *(key[: end + 1] for end in ends), *(key[:end] for end in ends[1:])}


def test_the_language_is_one_of_two() -> None:
    with pytest.raises(KeyError):
        messages.use("fr")
