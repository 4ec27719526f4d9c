"""Whether a duty text gives its department an approval or an act of enforcement of its own."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from data.reference import load_yaml
from data.spacing import squeeze

Act = Literal["approval", "enforcement"]

# Numbers and brackets (审批（许可）) stand between the words; 检查处理 and 调查处理 hold 查处 by accident.
_NO_ACT = re.compile(r"（[^）]{0,200}）|\([^)]{0,200}\)|^\d+[、.．]|(?<=[检调审])查处理")

# So many characters may stand between 经 or 报 and the act (经县政府审批).
_REACH = 12


def own_act(text: str) -> Act | None:
    """Return what the department itself does to others by the text: it approves, it enforces, or neither.

    A clause counts by its act word, unless the clause helps with, watches over or speaks of an act (配合查处, 规范执法,
    经县政府审批), or the word is part of a name (许可证, 执法人员). The words stand in data/act_words.yml.

    Example:
        >>> own_act("负责公共场所卫生许可证的核发"), own_act("依法查处违法行为")
        ('approval', 'enforcement')
        >>> own_act("配合有关部门查处违法案件") or own_act("负责执法人员的培训")
    """
    for clause in re.split("[，,；;。\n]", _NO_ACT.sub("", squeeze(text))):
        if _speaks_of_others(clause):
            continue
        for met in _acts().finditer(clause):
            if not _by().search(clause[: met.start()]):
                return "approval" if met["approval"] else "enforcement"
    return None


def _speaks_of_others(clause: str) -> bool:
    words = load_yaml("act_words.yml")
    head = re.sub(f"^(?:{_any(words['openings'])})+", "", clause)
    return head.startswith(tuple(words["heads"])) or any(word in clause for word in words["others"])


@cache
def _acts() -> re.Pattern[str]:
    words = load_yaml("act_words.yml")
    kinds = "|".join(f"(?P<{kind}>{_any(names)})" for kind, names in words["acts"].items())
    return re.compile(f"(?:{kinds})(?!{_any(words['things'])})")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(f"(?:{_any(load_yaml('act_words.yml')['by'])})[^、]{{0,{_REACH}}}$")


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, words))
