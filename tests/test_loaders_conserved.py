"""Whatever a text holds, in whatever order: nothing crashes, and every visible line is used exactly once."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from duty_documents import (
    BOUNDARY,
    DUTY,
    SERVICE,
    Grid,
    check_conserved,
    check_words,
    flattened,
    marked,
    piped,
    read,
    tabbed,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import UnreadableDocument
from loaders.lists.read import read_lists
from loaders.readers.text.textfile import read as read_text

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
MUTATIONS = 100
# A list of a whole county has 4,000 rows; a file of 10,000 is read while a person waits.
ROWS = 10_000

_CELLS = st.sampled_from(
    [
        "",
        " ",
        "1",
        "（二）",
        "殡葬管理",
        "县民政局",
        "牵头殡葬管理，\n审批设施。",
        "1、甲；\n\n2、乙",
        "<p>甲</p> <p>乙</p>",
        "《条例》（",
        "无",
    ]
)
_TEXTS = """
青岗县民政局责任清单|青岗县林业局|（县扶贫办）责任清单|责任清单|目录|一、部门职责.....1|一、部门职责→1|一、部门职责|
二、与相关部门的职责边界|职责边界|三、事中事后监管制度|四、公共服务事项|五、责任追究机制|一一、部门职责|
（一）殡葬监管|一、监督检查对象|第一条 为加强监管|（1）监督检查内容|责任追究|殡葬服务单位。|无|......|
— 3 —|第4页|7|（续表）|注：见附件。|附：通讯录|二〇一五年七月|管理|---|→| →社会救助|→县公安局|　→|→→→|
1→负责救助→受理→|县公安局→查处→→→→|序号→姓名→电话|→序号
"""
_LINES = st.sampled_from([line.replace("→", "\t") for line in _TEXTS.replace("\n", "").split("|")])
_HEADERS = st.sampled_from([BOUNDARY, DUTY, SERVICE, ("姓名", "电话"), ("序号", "事项", "内容")])


def tables() -> st.SearchStrategy[str]:
    def rows(header: Sequence[str]) -> st.SearchStrategy[Grid]:
        row = st.lists(_CELLS, min_size=len(header) - 1, max_size=len(header) + 1)
        return st.lists(row, max_size=5).map(lambda found: Grid(header, found))

    shapes: list[Callable[[Grid], str]] = [flattened, tabbed, marked, piped]
    return st.builds(lambda shape, grid: shape(grid), st.sampled_from(shapes), _HEADERS.flatmap(rows))


@settings(max_examples=150)
@given(st.lists(_LINES | tables(), min_size=1, max_size=14), st.sampled_from(["\n", "\n\n", "\n\n\n"]))
def test_mixtures_of_pieces_lose_no_line(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    if text.strip():
        check_words(text, read(text))


@settings(max_examples=80)
@given(st.text(st.sampled_from("一、部门职责序号\t\n 　（）1.|<p>/清单。县局…"), min_size=1, max_size=200))
def test_any_text_loses_no_line(text: str) -> None:
    if text.strip():
        read(text)


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        found = read_text(raw, "清单.txt")
    except UnreadableDocument:
        return
    check_conserved(found, *read_lists(found))


def _mutated(lines: Sequence[str], chance: random.Random) -> list[str]:
    """Return the lines with some deleted, doubled, blanked, glued, shifted or cut short."""
    found = list(lines)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(found))
        change = chance.choice(("delete", "double", "blank", "glue", "shift", "tab", "swap", "cut", "lose"))
        if change == "delete":
            del found[at]
        elif change == "double":
            found.insert(at, found[at])
        elif change == "glue":
            found[at : at + 2] = ["".join(found[at : at + 2])]
        elif change == "swap":
            other = chance.randrange(len(found))
            found[at], found[other] = found[other], found[at]
        elif change == "lose":
            del found[at : at + chance.randrange(30)]
        else:
            line = found[at]
            found[at] = {"blank": "", "shift": f" {line}", "tab": f"\t{line}", "cut": line[: len(line) // 2]}[change]
        found = found or ["无"]
    return found


@pytest.fixture(scope="module")
def seeds() -> list[list[str]]:
    if not SEEDS.is_dir():
        pytest.skip("the shared seeds are not beside the project")
    return [path.read_text(encoding="utf-8").split("\n") for path in sorted(SEEDS.glob("*.txt"))]


@pytest.mark.parametrize("number", range(MUTATIONS))
def test_mutated_seeds_lose_no_line(number: int, seeds: list[list[str]]) -> None:
    chance = random.Random(number)
    lines = seeds[number % len(seeds)]
    first = chance.randrange(max(len(lines) - 1000, 1))
    text = "\n".join(_mutated(lines[first : first + 1000], chance))
    check_words(text, read(text))


@pytest.mark.parametrize("shape", [flattened, tabbed, marked])
def test_a_table_of_ten_thousand_rows_is_read(shape: Callable[[Grid], str]) -> None:
    merged = ["", "", "县公安局", "依法查处违法行为。", "", ""]
    head = ["1", "殡葬管理", "县民政局", "牵头殡葬管理。", "《条例》第三条", ""]
    grid = Grid(BOUNDARY, [[*(merged if row % 4 else head)] for row in range(ROWS)])
    raw = f"青岗县民政局责任清单\n\n二、职责边界\n\n{shape(grid)}".encode()
    (one,), _ = read_lists(read_text(raw, "清单.txt"))
    assert len(one.boundaries) == ROWS
