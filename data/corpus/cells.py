"""The value of a field as the text of one cell, and back."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from data.corpus import sources
from data.corpus.columns import Column
from data.corpus.escape import joined, parted
from data.messages import say, texts

# Halves of surrogate pairs and the two code points that are no characters: UTF-8 and XML have no form for them.
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BLANK = "corpus.blank"


def neutral(value: Any) -> str:
    """Return the text of any value in the form that is the same in every language: what programs read.

    Example:
        >>> neutral(["甲", "乙"]), neutral(None), neutral(3)
        ('甲；乙', '', '3')
    """
    if isinstance(value, dict) and "file" not in value:
        return joined(f"{name} {share}" for name, share in value.items())
    if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
        return _clean(sources.neutral(value))
    if isinstance(value, list):
        return _clean(joined(value))
    return "" if value is None else _clean(str(value))


def shown(column: Column, value: Any) -> str:
    """Return the text of a value as a person reads it in the language of the run."""
    match column.kind:
        case "source":
            return _clean(sources.shown(value))
        case "code":
            return neutral(value and _word(column.area, value))
        case "codes":
            return neutral([_word(column.area, code) for code in value])
        case "shares":
            return neutral({_word(column.area, name): share for name, share in value.items()})
        case "optional" if value == "":
            return say(_BLANK)
    return neutral(value)


def taken(column: Column, text: str) -> Any:
    """Return the value that the text of a cell stands for, whatever language wrote it.

    Raises:
        ValueError: the text is no whole number, no place, or no name with a number, where the column holds those.
    """
    match column.kind:
        case "text":
            return text
        case "number":
            return int(text) if text.strip() else None
        case "words":
            return parted(text)
        case "source":
            return sources.taken(text)
        case "code":
            return _code(column.area, text)
        case "codes":
            return [_code(column.area, word) for word in parted(text)]
        case "shares":
            named = (part.rpartition(" ") for part in parted(text))
            return {_code(column.area, name): float(share) for name, _, share in named}
        case "optional":
            return None if not text else "" if text in texts()[_BLANK].values() else text
        case "list":
            return text


def _clean(text: str) -> str:
    return _NO_CHARACTER.sub("\ufffd", text)


def _word(area: str, code: str) -> str:
    """Return the word for a code, or the code where it has no word of its own."""
    key = f"{area}.{code}"
    word = say(key) if key in texts() else code
    return word if _code(area, word) == code else code


def _code(area: str, word: str) -> str:
    return _codes(area).get(word, word)


@cache
def _codes(area: str) -> dict[str, str]:
    """Return word → code for one area of the messages, in all languages."""
    found = {key.removeprefix(f"{area}."): both for key, both in texts().items() if key.startswith(f"{area}.")}
    return {word: code for code, both in found.items() for word in both.values()}
