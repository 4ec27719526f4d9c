"""Hypothesis strategies for corpora: any text in any cell, every kind of row, ids made as the program makes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from hypothesis import strategies as st

from data.document import Source
from data.ids import with_ids
from data.rows import (
    Account,
    Assignment,
    Confidence,
    Corpus,
    DocumentRecord,
    Duty,
    DutyList,
    Passage,
    Reading,
    Regime,
    Role,
    RoleName,
    Section,
    SectionKind,
    SectionState,
    Service,
    Skipped,
)

# What spreadsheets, CSV readers and XML are known to stumble over, beside whatever hypothesis thinks of.
NASTY = ["=1+1", "+86", "-1", "@a", "'x", "\tx", " x ", "0730-5725156", "13900001111", "1e5", "a\nb", "a\r\nb", "\x00",
         "\x0b", "_x000D_", "；", "｜", "\\", "\\；", "a；b｜c", "，", "第3行", "line 3", "TRUE",
         "#N/A", "<b>", "𫓹", "\ufeff"]  # fmt: skip
anything = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")
texts = st.sampled_from(NASTY) | st.text(anything, max_size=12)
filled = texts.filter(bool)
words = st.lists(filled, max_size=3).map(tuple)
numbers = st.integers(1, 99_999)
units = st.sampled_from(["line", "row", "paragraph", "page", "slide"])
single = st.builds(Source, file=texts, part=texts, unit=units, first=numbers, last=numbers)
places = st.lists(single, min_size=1, max_size=3).map(tuple)
seqs = st.none() | filled
recognised = st.sampled_from(["matter", "duty", "item", "phone", "remark"])
shares = st.dictionaries(recognised, st.integers(0, 100).map(lambda one: one / 100), max_size=2).map(
    lambda found: tuple(found.items())
)
KINDS = st.sampled_from(get_args(SectionKind))


def rows(kind: type, **cells: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    row = st.builds(kind, id=st.just(""), jurisdiction=st.just(""), owner=st.just(""), seq=seqs, flags=words,
                    source=places, confidence=shares, **cells)  # fmt: skip
    return st.lists(row, max_size=4).map(tuple)


def cells(names: str) -> dict[str, st.SearchStrategy[str]]:
    return dict.fromkeys(names.split(), texts)


passages = st.lists(st.builds(Passage, heading=texts, text=texts, source=places), max_size=3).map(tuple)
sections = st.builds(
    Section, kind=KINDS, title=texts, state=st.sampled_from(get_args(SectionState)), columns=words,
    source=places | st.just(()),
)  # fmt: skip
skipped = st.builds(
    Skipped, text=texts, reason=filled, source=single, jurisdiction=st.none() | filled, owner=st.none() | filled,
    section=st.none() | KINDS, matter=st.none() | texts,
)  # fmt: skip
pieces = st.lists(skipped, max_size=3).map(tuple)
documents = st.builds(
    DocumentRecord, file=texts, sha256=texts, reader=texts, encoding=texts, warnings=words,
    account=st.builds(Account, *[st.integers(0, 9_999)] * 6),
)  # fmt: skip


@st.composite
def lists(draw: st.DrawFn) -> DutyList:
    jurisdiction, owner = draw(filled), draw(filled)
    one = DutyList(
        jurisdiction,
        owner,
        owner_text=draw(texts),
        aliases=draw(words),
        year=draw(st.none() | st.integers(1949, 2100)),
        sections=draw(st.lists(sections, max_size=3).map(tuple)),
        boundaries=draw(rows(Assignment, **cells("matter department duty basis case remark column"))),  # type: ignore[arg-type]
        duties=draw(rows(Duty, **cells("main_duty item office remark accountability code"))),  # type: ignore[arg-type]
        services=draw(rows(Service, **cells("name content agency phone remark"))),  # type: ignore[arg-type]
        regimes=draw(
            st.lists(st.builds(Regime, number=texts, title=texts, sections=passages, source=places), max_size=2)
        ),
        accountability=draw(passages),
        skipped=draw(pieces),
        title_source=draw(places | st.just(())),
        source=draw(places | st.just(())),
    )
    return owned(replace(one, regimes=tuple(one.regimes)))


def owned(one: DutyList) -> DutyList:
    """Every row and skipped piece carries the jurisdiction and owner of its list."""
    head: dict[str, Any] = {"jurisdiction": one.jurisdiction, "owner": one.owner}
    return replace(
        one,
        boundaries=tuple(replace(row, **head) for row in one.boundaries),
        duties=tuple(replace(row, **head) for row in one.duties),
        services=tuple(replace(row, **head) for row in one.services),
        skipped=tuple(replace(piece, **head) for piece in one.skipped),
    )


corpora = st.builds(
    Corpus,
    lists=st.lists(lists(), max_size=3).map(with_ids),
    skipped=pieces,
    documents=st.lists(documents, max_size=2).map(tuple),
)

roles = st.builds(
    Role, name=st.none() | st.sampled_from(get_args(RoleName)), confidence=st.sampled_from(get_args(Confidence)),
    words=texts,
)  # fmt: skip
readings = st.builds(Reading, departments=words, bodies=words, families=words, role=roles)


@st.composite
def read_corpora(draw: st.DrawFn) -> tuple[Corpus, dict[str, Reading]]:
    """A corpus, and a reading for some of its assignments."""
    corpus = draw(corpora)
    ids = [row.id for one in corpus.lists for row in one.boundaries]
    return corpus, {identity: draw(readings) for identity in ids if draw(st.booleans())}
