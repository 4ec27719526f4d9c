"""Cut Chinese text into words, and tell what is a word: the one place that knows the segmenter.

jieba keeps a cache of its dictionary as a marshal file, by default in the temporary folder that all users share;
ours lies in the user's own cache folder.
"""

from __future__ import annotations

import logging
import os
import warnings
from functools import cache, lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in order; together they are the text. Copied clauses are cut once.

    Example:
        >>> words("退役士兵职业教育")
        ('退役', '士兵', '职业', '教育')
    """
    return tuple(_tokenizer().cut(text))


def frequency(word: str) -> int:
    """Return how often the dictionary has met a word in its corpus; 0 for what is no word.

    Example:
        >>> frequency("市场") > frequency("市容") > frequency("区容") == 0
        True
    """
    return int(_dictionary().FREQ.get(word, 0))


def likelihood(text: str) -> float:
    """Return the natural logarithm of the probability of a text, cut into words in the likeliest way.

    The model is the dictionary's: words are independent, a character that is no word counts as met once.

    Example:
        >>> likelihood("零售市场") > likelihood("零售区场")
        True
    """
    route: dict[int, tuple[float, int]] = {}
    tokenizer = _dictionary()
    tokenizer.calc(text, tokenizer.get_DAG(text), route)
    return route[0][0]


@cache
def _dictionary() -> Any:
    """The tokenizer with its dictionary read: it reads it by itself only when it first cuts."""
    tokenizer = _tokenizer()
    tokenizer.initialize()
    return tokenizer


@cache
def _tokenizer() -> Any:
    with warnings.catch_warnings():
        # jieba 0.42.1, the last release, has invalid escapes and looks for pkg_resources.
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = _cache_folder()
    return tokenizer


def _cache_folder() -> str | None:
    """Return a folder of this user for the cache; None, the segmenter's own choice, where none can be made."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "boundaries"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return None
    return str(folder)
