"""Write the generated parts of the documentation: the commands and the catalogue of rules, from the program itself.

Run `python docs/generate.py` after a change, `python docs/generate.py --check` to learn whether they are current.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import click

from analysis.catalogue import CATALOGUE
from boundaries import cli
from data.messages import LANGUAGES, say, use
from reports.catalogue import rule_page

FOLDER = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py: change the program's words, not this page. -->\n\n"
WIDTH = 100


def main() -> None:
    """Write the pages, or with --check exit with 1 where one is not current."""
    texts = pages()
    stale = [path for path, text in texts.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        sys.exit("not current: " + ", ".join(path.name for path in stale) if stale else 0)
    for path in stale:
        path.write_text(texts[path], encoding="utf-8")


def pages() -> dict[Path, str]:
    """Return the text of every generated page."""
    found = {}
    for language in LANGUAGES:
        use(language)
        found[FOLDER / f"commands.{language}.md"] = NOTE + _commands()
        found[FOLDER / f"rules.{language}.md"] = NOTE + _rules()
    return found


def _commands() -> str:
    parts = [f"# boundaries\n\n{_help(cli, 'boundaries')}"]
    for name, command in cli.commands.items():
        path = f"boundaries {name}"
        parts.append(f"## {path}\n\n{_help(command, path)}")
    return "\n".join(parts)


def _help(command: click.Command, path: str) -> str:
    context = click.Context(command, info_name=path, terminal_width=WIDTH, max_content_width=WIDTH)
    return f"```text\n{command.get_help(context)}\n```\n"


def _rules() -> str:
    rows = ["| | | |", "|---|---|---|"]
    sections = []
    for rule in CATALOGUE:
        anchor, severity = rule.id.lower(), say(f"severity.{rule.words.severity}")
        rows.append(f"| [{rule.id}](#{anchor}) | {rule.words.title} | {severity} |")
        sections.append(f'<a id="{anchor}"></a>\n\n#{_deeper(rule_page(rule.id))}')
    return "\n".join([*rows, "", *sections]) + "\n"


def _deeper(page: str) -> str:
    """Put the headings of a page one level down: the catalogue is one page of many rules."""
    return page.replace("\n## ", "\n### ")


if __name__ == "__main__":
    main()
