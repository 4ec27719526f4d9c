"""Cut a text that speaks of several departments, each named at the head of its piece, into the piece of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from data.bodies import looks_like_department
from data.body_names import read_name
from data.mentions import split_cell
from data.reference import load_yaml
from loaders.tables.words import head_word, named_by

# Pieces begin with the text, with a line, or with a sentence; a number may stand before the name.
_STARTS = re.compile(r"(?:^|[\n。；;])\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]+\s*|[①-⑳]\s*)?")
_ENDS = tuple("。；;")
_LONGEST_NAME = 40
_TAG = re.compile(r"[（(][^（）()]{1,8}[)）]$")
# Verbs that stand inside no name; others do (县委组织部).
_NEVER_INSIDE = re.compile("负责|会同|承担|履行|牵头|配合|协助|参与|协同|协办")
_LABEL = re.compile(r"(?:^|[\n。；;])\s*(?P<label>[^\s，。；：:]{2,12})[：:]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a text: the department named at its head, as printed, and the words behind the name."""

    name: str
    said: str
    whole: str


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a text that begins with the name of a department; () for any other text.

    Example:
        >>> [(piece.name, piece.said) for piece in pieces_of("县民政局：负责审批；县财政局负责拨付资金。")]
        [('县民政局', '负责审批；'), ('县财政局', '负责拨付资金。')]
    """
    heads = list(_heads(text))
    if not heads or text[: heads[0].start].strip():
        return ()
    ends = [head.start for head in heads[1:]] + [len(text)]
    return tuple(
        Piece(head.name, text[head.behind : end].strip(), text[head.at : end].strip())
        for head, end in zip(heads, ends, strict=True)
    )


def shared_out(text: str, cells: Sequence[str]) -> tuple[str, ...] | None:
    """Return the piece of each department cell in a text that several share; None where it does not name each.

    Every piece must be that of a department in one of the cells. A cell of several departments keeps their names in its
    text.

    Args:
        text: the shared text.
        cells: the department cells, as printed.

    Example:
        >>> shared_out("县民政局：负责审批；县财政局：拨付资金。", ["县民政局", "县财政局"])
        ('负责审批；', '拨付资金。')
    """
    names = [frozenset(_key(mention.name) for mention in split_cell(cell)) for cell in cells]
    told: list[list[str]] = [[] for _ in cells]
    for piece in pieces_of(text):
        own = {_key(mention.name) for mention in split_cell(piece.name)}
        holder = next((at for at, keys in enumerate(names) if own & keys), None)
        if holder is None:
            return None
        told[holder].append(piece.said if len(names[holder]) == 1 else piece.whole)
    return tuple("\n".join(said) for said in told) if all(told) else None


def labelled(text: str) -> tuple[str, str] | None:
    """Return the department and the duty of a cell that holds both behind labels; None for any other cell.

    Example:
        >>> labelled("承接部门：县民政局\\n工作方式：由县民政局依法查处")
        ('县民政局', '由县民政局依法查处')
    """
    found = list(_LABEL.finditer(text))
    if not found or text[: found[0].start()].strip():
        return None
    cells = {"department": "", "duty": ""}
    for label, following in zip(found, [*(one.start() for one in found[1:]), len(text)], strict=True):
        name = next((name for name in named_by(head_word(label["label"]), "boundaries") if name in cells), "")
        if not name or cells[name]:
            return None
        cells[name] = text[label.end() : following].strip()
    return (cells["department"], cells["duty"]) if cells["department"] else None


@dataclass(frozen=True, slots=True)
class _Head:
    """The name at the head of a piece: where the piece starts, where the name stands, where what is said starts."""

    start: int
    at: int
    name: str
    behind: int


def _heads(text: str) -> Iterator[_Head]:
    for met in _STARTS.finditer(text):
        rest = text[met.end() : met.end() + _LONGEST_NAME]
        if name := _name(rest):
            behind = met.end() + len(name) + (rest[len(name) : len(name) + 1] in ("：", ":"))
            # The mark that ends the sentence before belongs to that one.
            yield _Head(met.start() + (met[0][:1] in _ENDS), met.end(), name, behind)


def _name(rest: str) -> str:
    """Return the name that a piece begins with: up to a colon, or to a verb; "" where there is none."""
    label = re.match(r"[^，。；：:\n]{2,}(?=[：:])", rest)
    if label and _is_department(label[0]):
        return label[0]
    verbs = tuple(_verbs())
    end = _NEVER_INSIDE.search(rest)
    before = (
        rest[: verb.start()] for verb in re.finditer("|".join(verbs), rest) if not end or verb.start() <= end.start()
    )
    names = [name for name in before if len(name) > 1 and not name.endswith(verbs) and _is_department(name)]
    # 社会|保障局, 县委|组织部: a verb's characters may stand inside a name that is known as a whole.
    whole = [name for name in names if all(read_name(one.text).known for one in split_cell(_TAG.sub("", name)))]
    ended = [name for name in names if _TAG.sub("", name).endswith(tuple(load_yaml("roles.yml")["bodies"]))]
    return max(whole, key=len, default=next(iter([*ended, *names]), ""))


def _is_department(text: str) -> bool:
    name = _TAG.sub("", text)
    return not re.search("[，。；：:\n]", name) and looks_like_department(name)


@cache
def _verbs() -> list[str]:
    """Return the words that follow a name as what it does, the longest first."""
    words = load_yaml("roles.yml")
    before = [*words["adverbs"], *words["circumstances"], *words["by_others"], *load_yaml("bodies/words.yml")["verbs"]]
    leads = [word for block in words["lead"] for word in block["words"]]
    return sorted({*words["deeds"], *words["support"], *leads, *before, "按"}, key=len, reverse=True)


def _key(name: str) -> str:
    """Return a name as it is compared with others of one county: in full words, without its place."""
    return read_name(name).full
