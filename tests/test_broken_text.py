"""The checks of rule R6 on texts of a list: where they must speak, where they must keep silent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from corpora import duty_list
from hypothesis import given
from hypothesis import strategies as st

from analysis.broken_citations import citations
from analysis.broken_doubled import doubled
from analysis.broken_endings import cut_off, lines
from analysis.broken_flow import Flow, Place
from analysis.broken_marks import marks
from analysis.broken_numbers import numbering
from analysis.broken_terms import terms
from analysis.broken_twice import twice
from analysis.broken_typos import sentences, typos
from analysis.rules.r6_broken_text import broken_text
from data.document import Source
from data.messages import LANGUAGES
from data.reference import load_yaml
from data.rows import DutyList, Passage, Regime

PLACE = (Source("甲县.txt", "", "line", 1, 9),)
CHECKS: tuple[Callable[[Flow], Iterator[Place]], ...] = (
    marks, lines, citations, doubled, cut_off, sentences, typos, terms, numbering,
)  # fmt: skip


def passage(text: str) -> DutyList:
    """A list with one regime that has this text."""
    regime = Regime("1", "监督检查制度", (Passage("一、检查处理", text, PLACE),), PLACE)
    one: DutyList = duty_list({"owner": "岚川市望溪县农业局"})
    return replace(one, regimes=(regime,))


def item(text: str) -> DutyList:
    """A list with one duty item of this text, line breaks included."""
    one: DutyList = duty_list({"owner": "岚川市望溪县农业局", "duties": "seq | main_duty | item\n1 | 综合管理 | 一"})
    return replace(one, duties=(replace(one.duties[0], item=text),))


def quotes(check: Callable[[Flow], Iterator[Place]], one: DutyList) -> list[str]:
    return [place.quote for place in check(Flow(one))]


ANNOUNCED = [
    ("（一）未经许可的，给予警告；有下列情形之一的，吊销许可证；\n（二）逾期不改的，处以罚款。", 1),
    ("（一）有下列情形之一的，吊销许可证：1.出借的；2.涂改的；\n（二）逾期不改的，处以罚款。", 0),
    ("（一）有下列情形之一的，吊销许可证。\n1.出借的；\n2.涂改的。", 0),
    ("有下列情形之一的，责令改正\n（一）出借的；\n（二）涂改的。", 0),
]


@pytest.mark.parametrize(("text", "found"), ANNOUNCED)
def test_a_list_of_cases_that_is_announced_must_follow(text: str, found: int) -> None:
    assert len(quotes(cut_off, passage(text))) == found


def test_half_a_sentence_after_a_whole_one() -> None:
    assert quotes(cut_off, passage("3、批准。审核材料，作出是否受理的决定。作出受理决定的。")) == ["作出受理决定的。"]
    assert quotes(cut_off, passage("（一）出借证照的；\n（二）涂改证照的。")) == []


def test_two_items_in_one_line_where_the_others_have_lines_of_their_own() -> None:
    text = "1、私设账簿的；\n2、未按规定填制凭证的；\n3、编制依据不一致的； 4、未按规定保管资料的；\n5、拒绝检查的。"
    assert quotes(numbering, passage(text)) == ["3、编制依据不一致的； 4、未按规定保管资料的；"]
    assert quotes(numbering, passage(text.replace(" 4", "\n4"))) == []


def test_penalties_repeat_from_one_offence_to_the_next_but_items_of_one_count_do_not() -> None:
    count = "1、擅自举办大型活动造成严重后果的；\n2、未办理变更登记手续的；\n"
    one = passage(count + "3、擅自举办大型活动造成严重后果的；")
    assert [place.quote for place in twice(Flow(one), 12)] == ["3、擅自举办大型活动造成严重后果的；"]
    assert list(twice(Flow(passage(count + count)), 12)) == []


def test_the_one_line_of_a_cell_that_ends_otherwise() -> None:
    cell = "制定应急预案；\n负责灾情核报，\n接收救灾款物；\n发放救灾款物；\n开展宣传"
    assert quotes(lines, item(cell)) == ["负责灾情核报，"]
    assert quotes(lines, item("负责灾情\n核报和救\n灾款物的\n接收；\n发放")) == []


def test_a_title_whose_marks_are_mixed_up_by_direction_is_balanced() -> None:
    assert quotes(marks, item("评选”放心店”，不评“优秀“")) == []
    assert quotes(marks, item("评选“放心店，并予公布")) == ["评选“放心店，并予公布"]


def test_text_recognised_in_a_picture_is_left_out() -> None:
    one = item("督促企业签定合同，")
    seen = replace(one, duties=(replace(one.duties[0], confidence=(("item", 0.9),)),))
    assert list(broken_text.check(seen, broken_text.words)) == []  # type: ignore[arg-type]
    assert len(list(broken_text.check(one, broken_text.words))) == 2  # type: ignore[arg-type]


def test_a_word_that_the_width_of_the_cell_breaks_is_found_and_quoted_as_printed() -> None:
    assert quotes(typos, item("督促企业签\n定劳动合同")) == ["督促企业签\n定劳动合同"]


@given(st.text(alphabet="负责的的，、；。（）《》<>“”1、（一）\n 对工作", max_size=60))
def test_every_place_is_quoted_verbatim(text: str) -> None:
    one = item(text)
    for check in CHECKS:
        assert all(place.quote and place.quote in place.text.words for place in check(Flow(one)))


def test_no_form_is_twice_in_the_table_and_each_right_word_holds_the_wrong_one() -> None:
    rows = load_yaml("text/typos.yml")
    wrong = [row["wrong"] for row in rows]
    assert len(wrong) == len(set(wrong)) > 60
    assert [row for row in rows if row["wrong"] == row["right"] or not row["source"]] == []
    assert [word for row in rows for word in row.get("but", ()) if row["wrong"] not in word] == []


def test_each_form_of_the_table_is_found_and_each_right_word_that_holds_it_is_not() -> None:
    rows = load_yaml("text/typos.yml")
    flow = Flow(item("；".join(row["wrong"] for row in rows)))
    assert {f"“{row['wrong']}”疑为“{row['right']}”" for row in rows} == {place.note for place in typos(flow)}
    lawful = Flow(item("；".join(word for row in rows for word in row.get("but", ()))))
    assert [place.note for place in typos(lawful)] == []


@pytest.mark.parametrize("row", load_yaml("text/terms.yml"), ids=lambda row: row["term"])
def test_each_term_is_known_with_an_inner_character_wrong_or_left_out(row: dict[str, str]) -> None:
    term = row["term"]
    forms = [f"{term[:2]}某{term[3:]}", f"{term[:-2]}某{term[-1]}", f"{term[:-2]}{term[-1]}"]
    for form in forms:
        assert [place.note for place in terms(Flow(item(f"负责{form}")))] == [f"“{form}”疑为“{term}”"]
    assert list(terms(Flow(item(f"负责{term}")))) == []


def test_a_cell_that_ends_within_a_word_which_stands_elsewhere_whole() -> None:
    one = duty_list(
        {"owner": "岚川市望溪县农业局", "duties": "seq | main_duty | item\n1 | 综合管理 | 落实农产品监管措"}
    )
    assert quotes(cut_off, one) == []
    both = "seq | main_duty | item\n1 | 制定并落实农产品监管措施 | 落实农产品监管措"
    assert quotes(cut_off, duty_list({"owner": "岚川市望溪县农业局", "duties": both})) == ["落实农产品监管措"]


def test_the_right_forms_and_terms_are_no_errors_themselves() -> None:
    right = [row["right"] for row in load_yaml("text/typos.yml")] + [row["term"] for row in load_yaml("text/terms.yml")]
    flow = Flow(item("；".join(right)))
    assert [place.note for check in (typos, terms) for place in check(flow)] == []


@pytest.mark.parametrize("row", load_yaml("text/broken.yml")["sentences"], ids=lambda row: row["pattern"][:30])
def test_each_pattern_is_whole(row: dict[str, str]) -> None:
    pattern = re.compile(row["pattern"])
    values = dict.fromkeys(pattern.groupindex, "某")
    assert row["source"]
    assert all(row[language].format(**values) for language in LANGUAGES)
    assert row.get("grade", "L") in ("M", "L")
