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
    """Each key stands in the code, whole, or behind a prefix that the code completes (f"role.{name}")."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    completed = set(re.findall(r'f?"([\w.\-]+[.\-])(?:\{|")', code))
    unused = [key for key in messages.texts() if f'"{key}"' not in code and f"'{key}'" not in code]
    assert [key for key in unused if not any(key.startswith(prefix) for prefix in completed)] == []


def test_the_language_is_one_of_two() -> None:
    with pytest.raises(KeyError):
        messages.use("fr")
