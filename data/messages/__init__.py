"""Every word a user reads, in Chinese (the default) and English.

The texts stand side by side in the YAML files of this folder, one file an area: `key: {zh: …, en: …}`.
A test holds both languages to the same names in braces. `use` sets the language of the run.
"""

from __future__ import annotations

from functools import cache

from data.reference import load_yaml, resource

LANGUAGES = ("zh", "en")
_chosen = ["zh"]


def use(language: str) -> None:
    """Set the language of all messages that follow: "zh" or "en" (KeyError for another)."""
    if language not in LANGUAGES:
        raise KeyError(language)
    _chosen[0] = language


def language() -> str:
    """Return the language of the run, "zh" or "en"."""
    return _chosen[0]


def say(key: str, **values: object) -> str:
    """Return the message `key` in the language of the run, with `values` put in place of the names in braces.

    Raises KeyError for an unknown key: a missing word is a fault of the program, not of the user.

    Example:
        >>> say("role.lead")
        '牵头'
    """
    return str(texts()[key][language()]).format(**values)


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return all messages, by key and language."""
    names = sorted(entry.name for entry in resource("messages").iterdir() if entry.name.endswith(".yml"))
    return {key: text for name in names for key, text in load_yaml(f"messages/{name}").items()}
