"""The catalogue: every rule by name, in the order of its id. Adding a rule = one file, one line here, words, cases."""

from __future__ import annotations

from analysis.rule import Rule

CATALOGUE: tuple[Rule, ...] = ()
