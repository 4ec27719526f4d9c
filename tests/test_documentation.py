"""The documentation says what is there: commands, rules, generated pages, the two lines of the README."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from boundaries import cli
from data.messages import texts

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", [*cli.commands, "cli"])
def test_every_command_has_help_and_an_example_in_both_languages(name: str) -> None:
    for key in (f"help.{name}", f"example.{name}"):
        assert all(texts()[key].values())
    assert "boundaries" in texts()[f"example.{name}"]["zh"]


def test_generated_pages_are_current() -> None:
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_sets_up_with_two_lines(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert len(re.findall(r"^python3 -m venv", text, flags=re.MULTILINE)) == 2


@pytest.mark.parametrize(
    "page", ["README.md", "README.zh-CN.md", *(path.name for path in (ROOT / "docs").glob("*.md"))]
)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page if page.startswith("README") else ROOT / "docs" / page
    targets = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_both_readmes_name_the_same_commands() -> None:
    used = [re.findall(r"^boundaries (\w+)", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
            for name in ("README.md", "README.zh-CN.md")]  # fmt: skip
    assert used[0] == used[1]
    assert set(used[0]) <= set(cli.commands)
