"""Read boundaries that are written as running text: matters with a line a department, or departments with their duties.

A heading opens a matter, a line or a heading that names a department opens its row, other lines below it go on with the
duty. Headings nest by the styles of their numbers (一、, （一）, 1.). The text counts as boundaries only where at least
two departments of their own names have duties in one matter: else it is running text, and gives no rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from data.document import Paragraph, Source
from data.rows import Assignment
from data.spacing import squeeze
from loaders.lists.proselines import Part, ProseLine, is_generic, matter_name, prose_line
from loaders.wording import unmarked

_FLAG = "prose"
_LEAST_DEPARTMENTS = 2


@dataclass
class Prose:
    """What a text gave: rows, the headings above them, and the lines that are neither."""

    rows: list[Assignment] = field(default_factory=list)
    headings: list[Paragraph] = field(default_factory=list)
    rest: list[Paragraph] = field(default_factory=list)


@dataclass
class _Row:
    matter: _Matter
    department: str
    style: str
    duty: list[str]
    lines: list[Paragraph]
    basis: list[str] = field(default_factory=list)
    case: list[str] = field(default_factory=list)


@dataclass
class _Matter:
    """A matter, the headings that lead to it, its rows, and lines of basis and case that stand before the first."""

    name: str
    path: list[ProseLine]
    rows: list[_Row] = field(default_factory=list)
    waiting: list[tuple[str, str, Paragraph]] = field(default_factory=list)


def read_prose(lines: Sequence[Paragraph], jurisdiction: str, owner: str, matter: str = "") -> Prose:
    """Return the rows of a text that divides duties, and what became of each of its lines.

    Args:
        lines: the paragraphs of a part of a list, or of a document.
        jurisdiction: of the list.
        owner: of the list.
        matter: the matter of the whole text where no heading names one ("" for none).

    Example: 一、校车安全 / （一）县教育局负责审核。 / （二）县公安局负责核发标牌。 are two rows of one matter.
    """
    reader = _Reader([prose_line(line) for line in lines], matter)
    reader.read()
    return reader.result(lines, jurisdiction, owner)


class _Reader:
    def __init__(self, lines: Sequence[ProseLine], matter: str) -> None:
        self.lines = lines
        self.path: list[ProseLine] = []
        self.matters: list[_Matter] = [_Matter(matter, [])]
        self.open: _Row | None = None
        self.evidence = ""

    def read(self) -> None:
        """Go through the lines in order."""
        for index, line in enumerate(self.lines):
            if line.kind in ("basis", "case"):
                self.evidence = line.kind
                self._give_evidence(line, line.words)
            elif line.kind in ("duties", "department") and not self._tells_case(line):
                self._duties(line)
            elif self._opens_matter(index):
                self._heading(line)
            elif line.kind == "end":
                self.open, self.evidence = None, ""
            elif self.evidence:
                self._give_evidence(line, unmarked(line.paragraph.text))
            elif self.open and not self._stands_beside(line):
                self.open.duty.append(unmarked(line.paragraph.text))
                self.open.lines.append(line.paragraph)
            else:
                self.open = None

    def result(self, lines: Sequence[Paragraph], jurisdiction: str, owner: str) -> Prose:
        """Return the rows that are sure enough, and the lines by what became of them."""
        kept = [matter for matter in self.matters if matter.name and any(row.duty for row in matter.rows)]
        if not any(_departments(matter) >= _LEAST_DEPARTMENTS for matter in kept):
            return Prose(rest=list(lines))
        found = Prose()
        used: set[int] = set()
        for matter in kept:
            rows = [row for row in matter.rows if row.duty]
            found.rows += [_assignment(row, jurisdiction, owner) for row in rows]
            used.update(id(line) for row in rows for line in row.lines)
            headings = [line.paragraph for line in matter.path if id(line.paragraph) not in used]
            found.headings += headings
            used.update(map(id, headings))
        found.rest = [line for line in lines if id(line) not in used]
        return found

    def _duties(self, line: ProseLine) -> None:
        self.evidence = ""
        if line.matter:
            self._heading(replace(line, words=line.matter))
        for part in line.parts:
            self._open_row(part, line)

    def _open_row(self, part: Part, line: ProseLine) -> None:
        matter = self.matters[-1]
        duty = [part.duty] if part.duty else []
        self.open = _Row(matter, part.department, line.style, duty, [line.paragraph])
        matter.rows.append(self.open)
        for kind, text, paragraph in matter.waiting:
            self._attach(matter.rows[0], kind, text, paragraph)
        matter.waiting.clear()

    def _heading(self, line: ProseLine) -> None:
        self._leave(line.style)
        self.path.append(line)
        self.matters.append(_Matter(matter_name(line.words), list(self.path)))
        self.open, self.evidence = None, ""

    def _leave(self, style: str) -> None:
        """Close the headings of this style and those below them."""
        at = next((index for index, heading in enumerate(self.path) if heading.style == style), len(self.path))
        del self.path[at:]

    def _tells_case(self, line: ProseLine) -> bool:
        """Say whether a line that begins with a department goes on with a case: it has no number, as rows have."""
        rows = self.matters[-1].rows
        return self.evidence == "case" and bool(rows and rows[0].style) and not line.style

    def _opens_matter(self, index: int) -> bool:
        """Say whether a line that reads like a heading heads a matter, and is no line of the open duty."""
        line = self.lines[index]
        if line.kind != "heading":
            return False
        if line.style in {heading.style for heading in self.path if heading.style}:
            return True
        if self.open is None and not self.evidence:
            return True
        return not line.numbered and self._departments_follow(index)

    def _departments_follow(self, index: int) -> bool:
        following = self.lines[index + 1 : index + 2]
        return any(line.kind in ("duties", "department") for line in following)

    def _stands_beside(self, line: ProseLine) -> bool:
        """Say whether a line is numbered as the open row's department is: it goes on with the matter, not the duty."""
        return bool(self.open and line.numbered and line.style == self.open.style)

    def _give_evidence(self, line: ProseLine, text: str) -> None:
        matter = self.matters[-1]
        if matter.rows:
            self._attach(matter.rows[0], self.evidence, text, line.paragraph)
        else:
            matter.waiting.append((self.evidence, text, line.paragraph))

    def _attach(self, row: _Row, kind: str, text: str, paragraph: Paragraph) -> None:
        (row.basis if kind == "basis" else row.case).append(text)
        row.lines.append(paragraph)


def _departments(matter: _Matter) -> int:
    return len({squeeze(row.department) for row in matter.rows if row.duty and not is_generic(row.department)})


def _assignment(row: _Row, jurisdiction: str, owner: str) -> Assignment:
    return Assignment(
        id="",
        jurisdiction=jurisdiction,
        owner=owner,
        seq=None,
        matter=row.matter.name,
        department=row.department,
        duty="\n".join(row.duty),
        basis="\n".join(filter(None, row.basis)),
        case="\n".join(filter(None, row.case)),
        flags=(_FLAG,),
        source=_places(row.lines),
    )


def _places(lines: Sequence[Paragraph]) -> tuple[Source, ...]:
    """Return the places of lines in order, those that follow each other as one."""
    places: list[Source] = []
    for place in sorted((line.source for line in lines), key=lambda place: (place.part, place.first)):
        last = places[-1] if places else None
        if last and (last.part, last.unit) == (place.part, place.unit) and last.last + 1 >= place.first:
            places[-1] = replace(last, last=max(last.last, place.last))
        else:
            places.append(place)
    return tuple(places)
