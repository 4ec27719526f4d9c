"""Cut a document into duty lists, and each list into its parts: by titles, by headings, by the headers of tables."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.document import Block, Document, Label, PageLine, Paragraph, Table
from data.rows import SectionKind
from loaders.lists.contents import contents_lines
from loaders.lists.headings import part_in_title, part_of
from loaders.lists.labels import label_at, labelled, named_by_headings
from loaders.lists.named import department_of, headings_of_departments
from loaders.lists.parted import parted
from loaders.lists.parts import belongs_to_regime
from loaders.lists.starts import begins_list, may_be_title, title_start
from loaders.readers.text.cells import reads_like_header
from loaders.tables.captions import caption_above, caption_matter
from loaders.tables.columns import is_number_head, usual_columns
from loaders.tables.foreign import is_foreign_table
from loaders.tables.grid import first_row
from loaders.tables.header import Header, find_header


@dataclass
class RawTable:
    """A table of a known kind, and what its header says; one without a header has that of the table it goes on with.

    `matter` is the one matter of a table that has no column of matters, `caption` the line above that names it.
    """

    table: Table
    header: Header
    matter: str = ""
    caption: Paragraph | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The program's names of its columns."""
        return self.header.columns


@dataclass
class RawSection:
    """A part as it stands: its heading (None where only the table tells), its paragraphs, its tables, and others.

    `matter` is the one matter of which the whole part speaks, where the title above it names one.
    """

    kind: SectionKind
    heading: Paragraph | None
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[RawTable] = field(default_factory=list)
    foreign: list[Table] = field(default_factory=list)
    matter: str = ""

    @property
    def bare(self) -> bool:
        """Whether nothing stands below the heading yet."""
        return not (self.paragraphs or self.tables or self.foreign)


@dataclass
class RawList:
    """One list as it stands: the lines of its title, its parts, what is neither, its contents, and lines of pages."""

    title: list[Paragraph] = field(default_factory=list)
    sections: list[RawSection] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    contents: list[Block] = field(default_factory=list)
    pages: list[Paragraph] = field(default_factory=list)


def outline(document: Document) -> list[RawList]:
    """Return the lists of a document in order; the first may have no title.

    A list begins at its title: a line that ends with a word for duty lists, or the lines that name a department
    right before the heading of the duties.
    """
    whole = labelled(_named(parted(document.blocks)))
    if not any(begins_list(whole, index) for index in range(len(whole))):
        # Only there: beside a title, a heading may write the name of the same department otherwise.
        whole = named_by_headings(whole)
    text = [block for block in whole if not isinstance(block, PageLine)]
    contents = contents_lines(text)
    blocks = [block for index, block in enumerate(text) if index not in contents]
    starts = sorted({title_start(blocks, index) for index in range(len(blocks)) if begins_list(blocks, index)})
    bounds = [*starts, len(blocks)] if starts and not starts[0] else [0, *starts, len(blocks)]
    cut: list[Sequence[Block]] = [blocks[first:last] for first, last in itertools.pairwise(bounds)]
    lists = [_raw_list(part) for part in _with_front_matter(_below_labels(cut)) if part]
    if whole and not lists:
        lists = [RawList()]
    if lists:
        lists[0].contents = [block for index, block in enumerate(text) if index in contents]
    _give_pages(whole, lists)
    return lists


def _named(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with a label above each heading that begins the list of another department."""
    heads = headings_of_departments(blocks)
    found: list[Block] = []
    for index, block in enumerate(blocks):
        if index in heads and isinstance(block, Paragraph):
            found.append(label_at(block, department_of(block)))
        found.append(block)
    return found


def _give_pages(blocks: Sequence[Block], lists: Sequence[RawList]) -> None:
    """Give each line of a page to the list in which it stands."""
    holders = {id(block): raw for raw in lists for block in (*blocks_of(raw), *raw.contents)}
    holder = lists[0] if lists else RawList()
    for block in blocks:
        if isinstance(block, PageLine):
            holder.pages.append(block)
        else:
            holder = holders[id(block)]


def blocks_of(raw: RawList) -> list[Block]:
    """Return the blocks of a list: its title, its parts, and what is neither."""
    headings = [part.heading for part in raw.sections if part.heading]
    texts = [line for part in raw.sections for line in part.paragraphs]
    tables = [table.table for part in raw.sections for table in part.tables]
    foreign = [table for part in raw.sections for table in part.foreign]
    captions = [table.caption for part in raw.sections for table in part.tables if table.caption]
    return [*raw.title, *raw.rest, *headings, *texts, *captions, *tables, *foreign]


def _below_labels(cut: Sequence[Sequence[Block]]) -> list[Sequence[Block]]:
    """Give a label that stands right above the title of a list to that list, behind the title.

    The tab of a sheet may name the part (职责边界) of the list whose title is its first row.
    """
    found: list[Sequence[Block]] = []
    labels: list[Block] = []
    for blocks in cut:
        title = list(itertools.takewhile(may_be_title, blocks)) if labels else []
        whole = [*title, *labels, *blocks[len(title) :]]
        labels = list(itertools.takewhile(lambda block: isinstance(block, Label), reversed(blocks)))[::-1]
        found.append(whole[: len(whole) - len(labels)])
    return [*found[:-1], [*found[-1], *labels]] if found else []


def _with_front_matter(cut: list[Sequence[Block]]) -> list[Sequence[Block]]:
    """Give what stands before the first list to that list, when it holds no part of its own."""
    titled = _titled(cut[0]) if len(cut) > 1 else None
    if len(cut) > 1 and not any(_kind(block, titled) for block in cut[0]):
        return [[*cut[0], *cut[1]], *cut[2:]]
    return cut


def _raw_list(blocks: Sequence[Block]) -> RawList:
    raw = RawList()
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            _place_table(raw, block, caption_above(blocks, index))
        elif (kind := part_of(block.text)) and not _is_regime_text(raw, blocks, index, kind):
            _open_section(raw, RawSection(kind, block))
        elif raw.sections:
            raw.sections[-1].paragraphs.append(block)
        elif may_be_title(block):
            raw.title.append(block)
        else:
            raw.rest.append(block)
    return raw


def _is_regime_text(raw: RawList, blocks: Sequence[Block], index: int, kind: SectionKind) -> bool:
    """Say whether a line that could head a part is a passage of an open regime (一、主要职责, 六、责任追究)."""
    block = blocks[index]
    if not raw.sections or raw.sections[-1].kind != "regimes" or isinstance(block, Table):
        return False
    present = any(section.kind == kind for section in raw.sections)
    return belongs_to_regime(block, raw.sections[-1].heading, blocks[index + 1 : index + 3], present)


def _open_section(raw: RawList, section: RawSection) -> None:
    """Open a part; a caption that says the heading above it once more (公共服务事项登记表) opens none."""
    last = raw.sections[-1] if raw.sections else None
    if last and last.kind == section.kind and last.bare and last.heading and section.heading:
        last.paragraphs.append(section.heading)
    else:
        raw.sections.append(section)


def _place_table(raw: RawList, table: Table, caption: Paragraph | None) -> None:
    """Put a table into the open part if it is of its kind, else into a part of its own."""
    last = raw.sections[-1] if raw.sections else None
    header = find_header(table, last.kind if last else _titled(raw.title))
    if header is None or is_foreign_table(header.words):
        _place_unknown(raw, last, table)
        return
    if not last or last.kind != header.kind:
        last = RawSection(header.kind, None)
        raw.sections.append(last)
    last.tables.append(_with_matter(raw, last, RawTable(table, header), caption))


def _with_matter(raw: RawList, part: RawSection, one: RawTable, caption: Paragraph | None) -> RawTable:
    """Return a table of boundaries without a column of matters with the matter that stands above it.

    One without a caption right above goes on with the matter of the table before it.
    """
    if part.kind != "boundaries" or "matter" in one.columns:
        return one
    if caption is not None and _taken(raw, caption):
        return replace(one, matter=caption_matter(caption.text), caption=caption)
    before = part.tables[-1] if part.tables else None
    return replace(one, matter=before.matter) if before and before.columns == one.columns else one


def _taken(raw: RawList, caption: Paragraph) -> bool:
    """Take the line right above a table from where it was put as text; False where it is part of the title."""
    if raw.rest and raw.rest[-1] is caption:
        raw.rest.pop()
        return True
    lines = next((part.paragraphs for part in raw.sections if part.paragraphs and part.paragraphs[-1] is caption), None)
    return bool(lines and lines.pop())


def _titled(lines: Iterable[Block]) -> SectionKind | None:
    """Return the part that a title names as all that its list holds."""
    titles = (line.text for line in lines if isinstance(line, Paragraph) and not isinstance(line, Label))
    return next((kind for title in titles if (kind := part_in_title(title))), None)


def _place_unknown(raw: RawList, last: RawSection | None, table: Table) -> None:
    """Place a table without a known header.

    One as wide as the one before it goes on with it; one that begins with the number one has the usual columns of
    its part.
    """
    if not last:
        raw.rest.append(table)
    elif last.tables and _goes_on(table, last.tables[-1]):
        last.tables.append(RawTable(table, replace(last.tables[-1].header, rows=0, above=0)))
    elif columns := usual_columns(first_row(table), last.kind):
        last.tables.append(RawTable(table, Header(last.kind, columns)))
    else:
        last.foreign.append(table)


def _goes_on(table: Table, before: RawTable) -> bool:
    first = first_row(table)
    other = is_number_head(first[0]) or reads_like_header(first)
    return table.columns == len(before.columns) and not other


def _kind(block: Block, expected: SectionKind | None) -> SectionKind | None:
    if isinstance(block, Paragraph):
        return part_of(block.text)
    header = find_header(block, expected)
    return header.kind if header else None
