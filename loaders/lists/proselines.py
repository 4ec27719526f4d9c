"""Tell what a line of running text is that divides duties: a department with its duty, a heading, a basis, a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from data.bodies import looks_like_department, nature
from data.body_names import read_name
from data.document import Paragraph
from data.mentions import split_cell
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.lists.headings import nothing_said
from loaders.lists.titles import is_date
from loaders.wording import split_number, unmarked

Kind = Literal["duties", "department", "heading", "basis", "case", "text", "end"]
_LONGEST_NAME, _LONGEST_HEADING, _LONGEST_CLOSED = 60, 40, 24
# A name may go on with a word that a duty may begin with, for so many characters: 县委|组织部, 县人力资源和社会|保障局.
_MORE_NAME = 5
_ENDS = "。；;，,、 \u3000"
# Where a sentence may go on with another department: sure marks, and marks that also part words of one duty.
_SENTENCES = re.compile(r"[；;。]|[，,、](?!由)")
_SENTENCE_END = re.compile("[。；;：:]")
_SURE_MARKS = frozenset("；;。")
_BULLET = re.compile(r"^[-*•·▪■◆●○]\s*")
# The kinds of digits, each with the one that stands for it in the style of a number.
_DIGITS = (
    (re.compile(r"\d+"), "1"),
    (re.compile("[一二三四五六七八九十百]+"), "一"),
    (re.compile("[①-⑳㈠-㈩⑴-⒇]"), "①"),
)
# What no name of a department holds.
_NO_NAME = re.compile("[。；;：:由《〔\\d]")
_WIDE = str.maketrans("（）．", "().")


@dataclass(frozen=True, slots=True)
class Part:
    """A department and the duty that a line gives it, both as printed; the duty is "" where it stands below."""

    department: str
    duty: str


@dataclass(frozen=True, slots=True)
class ProseLine:
    """What a line is, in what style it is numbered, what it says without its number, and the duties it gives.

    An "end" stands behind the text: the date, what is attached. `matter` is that which stands at the head of a line of
    duties ("" for none).
    """

    paragraph: Paragraph
    kind: Kind
    style: str
    words: str
    parts: tuple[Part, ...] = ()
    matter: str = ""

    @property
    def numbered(self) -> bool:
        """Whether the line has a number."""
        return bool(split_number(unmarked(self.paragraph.text))[0])


def prose_line(paragraph: Paragraph) -> ProseLine:
    """Return what a line is.

    Example: （一）县教育局负责校车许可的审核；县公安局负责核发标牌。 gives duties to two departments.
    """
    number, words = split_number(_BULLET.sub("", unmarked(paragraph.text)))
    style = _style(number) or (f"h{paragraph.level}" if paragraph.level else "")
    for kind in ("basis", "case"):
        if (said := _behind_label(words, _words()[kind])) is not None:
            return ProseLine(paragraph, "basis" if kind == "basis" else "case", style, said)
    if is_date(squeeze(words)) or words.startswith(tuple(_words()["closings"])):
        return ProseLine(paragraph, "end", style, words)
    if named := _behind_label(words, _words()["matters"]):
        return ProseLine(paragraph, "heading", style, named)
    if parts := duty_parts(words):
        return ProseLine(paragraph, "duties", style, words, parts)
    if name := _department_alone(words):
        return ProseLine(paragraph, "department", style, words, (Part(name, ""),))
    matter, parts = _matter_and_parts(words)
    if parts:
        return ProseLine(paragraph, "duties", style, words, parts, matter)
    return ProseLine(paragraph, "heading" if _is_heading(words, number) else "text", style, words)


def _style(number: str) -> str:
    """Return how a number is written, whatever its value: （三） is (一)."""
    style = squeeze(number).translate(_WIDE)
    for digits, sign in _DIGITS:
        style = digits.sub(sign, style)
    return style


def duty_parts(words: str) -> tuple[Part, ...]:
    """Return the departments that a text gives duties to, () where it does not begin with one.

    Example:
        >>> [part.department for part in duty_parts("县教育局负责审核；县公安局、县交通局配合。")]
        ['县教育局', '县公安局、县交通局']
    """
    if (named := _by_role(words)) or not (first := _department_at_head(words)):
        return named
    # Of each department: its name, and where its piece and its duty begin.
    found = [(first[0], 0, first[1])]
    for mark in _SENTENCES.finditer(words, first[1]):
        sure = mark[0] in _SURE_MARKS
        start = len(words) - len(split_number(words[mark.end() :])[1]) if sure else mark.end()
        part = _department_at_head(words[start:].rstrip(), own_name=not sure) if mark.end() > found[-1][2] else None
        if part and (sure or not words[: mark.start()].endswith("的")):
            found.append((part[0], mark.end(), start + part[1]))
    ends = [start for _, start, _ in found[1:]] + [len(words)]
    return tuple(
        Part(name, _without_separator(words[duty:end], last=end == len(words)))
        for (name, _, duty), end in zip(found, ends, strict=True)
    )


def matter_name(words: str) -> str:
    """Return the name of a matter without what its heading says besides; "" where the heading names none.

    Example:
        >>> matter_name("关于校外培训机构监管职责分工"), matter_name("职责分工")
        ('校外培训机构监管', '')
    """
    name = words.strip(_ENDS + "：:")
    if squeeze(name) in _words()["labels"] or squeeze(name) in _words()["no_matters"]:
        return ""
    for begins in _words()["matter_begins"]:
        name = name.removeprefix(begins)
    end = next((end for end in _words()["matter_ends"] if name.endswith(end)), "")
    shorter = name.removesuffix(end).removesuffix("的")
    return shorter if len(shorter) > 1 and not shorter.startswith("与") else name


def is_generic(department: str) -> bool:
    """Say whether a department is none by name: 有关部门, 各部门."""
    return nature(department) == "generic"


def _department_at_head(words: str, own_name: bool = False) -> tuple[str, int] | None:
    """Return the department that a text begins with and where its duty begins, None where it gives none a duty.

    Args:
        words: the text.
        own_name: whether only a department of its own name counts, with a sure word of duty right behind it.
    """
    before = next((word for word in _words()["before_names"] if words.startswith(word)), "")
    rest = words[len(before) :]
    duties = {cut: at for cut in _cuts(rest) if (at := _duty_begins(rest, cut, own_name)) is not None}
    names = [cut for cut in duties if _is_name(rest[:cut])]
    if not names:
        return None
    longer = (cut for cut in names[1:] if cut - names[0] <= _MORE_NAME and _is_whole_name(rest[:cut]))
    cut = max(longer, default=names[0])
    if own_name and is_generic(rest[:cut]):
        return None
    return rest[:cut].strip(), len(before) + duties[cut]


def _cuts(text: str) -> Iterator[int]:
    """Yield where a name may end: up to the first word that begins a duty and no name."""
    goes_on = tuple(_words()["name_goes_on"])
    for cut in range(2, min(len(text), _LONGEST_NAME)):
        yield cut
        sure = next((word for word in _words()["duty_words"]["sure"] if text.startswith(word, cut)), "")
        if sure and not text.startswith(goes_on, cut + len(sure)):
            return


def _duty_begins(text: str, cut: int, own_name: bool) -> int | None:
    """Return where a duty begins if a department's name ends at `cut`: past a mark or what may stand behind a name."""
    duty = _words()["duty_words"]
    words = tuple(duty["sure"] if own_name else [*duty["sure"], *duty["other"]])
    at = cut + len(next((word for word in _words()["behind_names"] if text.startswith(word, cut)), ""))
    if text.startswith(words, cut) or text.startswith(words, at):
        return cut
    mark = "" if own_name else next((mark for mark in duty["marks"] if text.startswith(mark, at)), "")
    behind = at + len(mark)
    said = text[behind:].strip() and (mark in duty["colons"] or text.startswith(words, behind))
    return behind if mark and said else None


def _by_role(words: str) -> tuple[Part, ...]:
    """Return the departments of a line that names them by their role (配合部门：县公安局、县民政局。)."""
    role = next((role for role in _words()["roles"] if words.startswith((f"{role}：", f"{role}:"))), "")
    names = words[len(role) + 1 :].strip(_ENDS)
    return (Part(names, role),) if role and names and looks_like_department(names) else ()


def _department_alone(words: str) -> str:
    name = words.rstrip(_ENDS + "：:")
    name = next((name.removesuffix(end) for end in _words()["behind_names"] if name.endswith(end)), name)
    return name if 1 < len(name) <= _LONGEST_NAME and _is_name(name) else ""


def _is_whole_name(text: str) -> bool:
    """Say whether a name is one to its last character, and does not end with a word of duty."""
    duty = _words()["duty_words"]
    known = all(read_name(mention.name).known for mention in split_cell(text))
    return known and not text.endswith((*duty["sure"], *duty["other"]))


def _is_name(text: str) -> bool:
    ends_as_duty = text.endswith(tuple(_words()["duty_words"]["sure"]))
    return not ends_as_duty and not _NO_NAME.search(text) and looks_like_department(text)


def _matter_and_parts(words: str) -> tuple[str, tuple[Part, ...]]:
    """Return the matter and the duties of a line that holds both (校车安全管理：县教育局负责…；县公安局负责…)."""
    for mark in re.finditer("[。：:]|——", words[: _LONGEST_HEADING + 1]):
        head, parts = squeeze(words[: mark.start()]), duty_parts(split_number(words[mark.end() :])[1])
        if not parts or head in _words()["labels"]:
            return "", parts
        if head in _words()["roles"]:
            return "", (replace(parts[0], duty=f"{head}：{parts[0].duty}"), *parts[1:])
        return (matter_name(head), parts) if matter_name(head) else ("", ())
    return "", ()


def _is_heading(words: str, number: str) -> bool:
    """Say whether a line heads what follows: it is short and no sentence; one that is numbered may end with a stop."""
    plain = words.rstrip("：:")
    if not plain or len(plain) > _LONGEST_HEADING or nothing_said(words):
        return False
    closed = bool(number) and plain.endswith("。") and len(plain) <= _LONGEST_CLOSED and "，" not in plain
    return (closed or plain[-1] not in _ENDS) and not _SENTENCE_END.search(plain[:-1])


def _behind_label(words: str, labels: list[str]) -> str | None:
    """Return what a line says behind one of the labels and a colon or bracket, None where it begins with none."""
    bare = words.lstrip("【[〔")
    label = next((label for label in labels if bare.startswith(label)), None)
    if label is None:
        return None
    rest = bare[len(label) :].lstrip("】]〕")
    marked = rest[:1] in ("：", ":", "") or len(bare) < len(words)
    return rest.lstrip("：: \u3000") if marked else None


def _without_separator(duty: str, last: bool) -> str:
    """Return a duty without the mark that parts it from the next one; the stop at the end of a line stays."""
    return duty.strip() if last else duty.strip().rstrip("；;，,、")


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = load_yaml("prose.yml")
    return words
