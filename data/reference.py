"""The one way to the reference data: tables edited by people, read from the installed package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

# The C parser is eight times faster; PyYAML's own is the same language where the C one was not built.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def resource(name: str) -> Traversable:
    """Return the file `name` (a path below data/) of the installed package."""
    return files("data").joinpath(*name.split("/"))


@cache
def load_yaml(name: str) -> Any:
    """Return the YAML file `name` (a path below data/), read once a process."""
    return yaml.load(resource(name).read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader


@cache
def load_text(name: str) -> str:
    """Return the text file `name` (a path below data/), read once a process."""
    return resource(name).read_text(encoding="utf-8")
