"""Cut Chinese text into words: the one place that knows the segmenter.

jieba keeps a cache of its dictionary as a marshal file, by default in the temporary folder that all users share;
ours lies in the user's own cache folder.
"""

from __future__ import annotations

import logging
import os
import warnings
from functools import cache
from pathlib import Path
from typing import Any


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in order; together they are the text.

    Example:
        >>> words("退役士兵职业教育")
        ('退役', '士兵', '职业', '教育')
    """
    return tuple(_tokenizer().cut(text))


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
