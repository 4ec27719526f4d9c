"""Citations in running text: titles with good and broken marks, file numbers of every form, articles, short forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.citations import article_numbers, citations_in


def names(text: str) -> list[str]:
    return [citation.name for citation in citations_in(text)]


def numbers(text: str) -> list[tuple[str, int | None, str]]:
    found = [citation.number for citation in citations_in(text)]
    return [(number.code, number.year, number.number) for number in found if number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《水法》和《防洪法》", ["水法", "防洪法"]),
        ("《湖南省实施<中华人民共和国水法>办法》", ["湖南省实施〈中华人民共和国水法〉办法"]),
        ("《关于印发《节水办法》的通知》", ["关于印发《节水办法》的通知"]),
        ("《关于印发〈节水办法〉、〈用水办法〉的通知》", ["关于印发〈节水办法〉、〈用水办法〉的通知"]),
        ("〈中华人民共和国水法〉第三条", ["中华人民共和国水法"]),
        ("《中华人民共和国水法〉第三条", ["中华人民共和国水法"]),
        ("《城市供水条例第三条，《节约用水办法》", ["城市供水条例", "节约用水办法"]),
        ("《关于加强节水的决定（湘发〔2001〕15号）第5条", ["关于加强节水的决定"]),
        ("《关于加强节水的决定》的通知（湘发〔2001〕15号）", ["关于加强节水的决定"]),
        ("《关于加强节水的决定（湘发〔2001〕15号）》", ["关于加强节水的决定"]),
        ("《安全生产法、《消防法》", ["安全生产法", "消防法"]),
        ("1、湖南省实施<中华人民共和国水法>办法》第34条", ["湖南省实施〈中华人民共和国水法〉办法"]),
        ("1、城市节约用水管理规定》（建设部令第1号）", ["城市节约用水管理规定"]),
        ("《关于贯彻中发〔2006〕22号文件的实施意见》（鲁发〔2007〕9号）", ["关于贯彻中发[2006]22号文件的实施意见"]),
        ("《《海岛省节水条例》（2014年修订）", ["海岛省节水条例"]),
        ("《省水利厅\n 省财政厅关于水价的通知》", ["省水利厅省财政厅关于水价的通知"]),
    ],
)
def test_titles_in_marks(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依据中华人民共和国立法法办理", ["中华人民共和国立法法"]),
        ("《中华人民共和国法律援助法》", ["中华人民共和国法律援助法"]),
        ("2、关于开展节水工作的会议纪要（湘府阅〔2007〕37号）", ["关于开展节水工作的会议纪要"]),
        ("湖南省节约用水管理规定（省政府令第270号）第5条", ["湖南省节约用水管理规定"]),
        ("省政府关于推进节水的意见\n（湘政发〔2013〕18号）", ["省政府关于推进节水的意见"]),
        ("医疗机构药品监督管理办法（试行）（国食药监安[2011]442号）", ["医疗机构药品监督管理办法(试行)"]),
        ("根据行政许可法第十二条", ["行政许可法"]),
        ("依法管理，执行方法、办法和规定", []),
        ("发放《食品经营许可证》和《责令改正通知书》，填写《登记表》", []),
    ],
)
def test_titles_without_marks_where_they_are_certain(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("brackets", ["〔〕", "[]", "［］", "【】", "（）", "()", "﹝﹞", "〖〗"])
def test_every_bracket_is_the_same(brackets: str) -> None:
    assert numbers(f"《节水办法》（湘政办发{brackets[0]}2011{brackets[1]}62 号）") == [("湘政办发", 2011, "62")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《节水办法》（财预[2014]90号", [("财预", 2014, "90")]),
        ("《节水办法》（衡政办发[2011 62号）", [("衡政办发", 2011, "62")]),
        ("《节水办法》（衡政办发2011]62号）", [("衡政办发", 2011, "62")]),
        ("衡政办发2011年62号文件", [("衡政办发", 2011, "62")]),
        ("《节水办法》（2013第12号）", [("", 2013, "12")]),
        ("《节水办法》(［2008］15号)", [("", 2008, "15")]),
        ("衡政办发\n【2011】\n19号", [("衡政办发", 2011, "19")]),
        ("《节水办法》的通知湘办〔2013〕39号", [("湘办", 2013, "39")]),
        ("（财政部、中国人民银行财监字〔2000〕39号）", [("财监字", 2000, "39")]),
        ("《节水条例》（国务院令第629号）", [("国务院令", None, "629")]),
        ("《节水条例》（2009年4月29日中华人民共和国国务院令555号）", [("国务院令", None, "555")]),
        ("《节水条例》（国务院第158号令）", [("国务院令", None, "158")]),
        ("《行政处罚法》（主席令第六十三号）", [("主席令", None, "63")]),
        ("《节水办法》（第226号省长令）", [("省长令", None, "226")]),
        ("《节水办法》（商务部令2007年第8号）", [("商务部令", 2007, "8")]),
        ("《节水条例》（省人大常委会45号公告）", [("省人大常委会公告", None, "45")]),
        ("2011年5月，全市第1号项目，门牌2011号，2014年3月", []),
        ("地方标准DB43[2011]15号", []),
    ],
)
def test_numbers_of_every_form(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert numbers(text) == expected


def test_a_number_belongs_to_the_name_before_it_and_one_alone_is_a_citation() -> None:
    found = citations_in("《节水办法》（试行）（湘政办发〔2011〕62号，2011年5月1日施行）第三条；国发〔2012〕5号")
    assert [(one.name, one.number and one.number.printed, one.articles) for one in found] == [
        ("节水办法", "湘政办发〔2011〕62号", ("第三条",)),
        ("", "国发〔2012〕5号", ()),
    ]


def test_a_number_right_before_a_title_belongs_to_it() -> None:
    found = citations_in("国务院令第591号《节水条例》第六条；（国发〔2012〕5号）《用水条例》")
    assert [(one.name, one.number and one.number.number, one.articles) for one in found] == [
        ("节水条例", "591", ("第六条",)),
        ("", "5", ()),
        ("用水条例", None, ()),
    ]


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("《水法》第三十五条第二款第（三）项", ("第三十五条第二款第（三）项",)),
        ("《水法》第17条、第18条和第二十条", ("第17条", "第18条", "第二十条")),
        ("《水法》第四十八、四十九条", ("第四十八、四十九条",)),
        ("《水法》第三条至第六条", ("第三条至第六条",)),
        (
            "《水法》（2002年8月29日修订）第四章第三十六条；第五章第四十七条，第四十八条",
            ("第三十六条", "第四十七条", "第四十八条"),
        ),
        ("《水法》第三条 水属于国家。第八条 节约用水", ("第三条", "第八条")),
        ("《水法》规定：第三条", ("第三条",)),
        ("《水法》，第三人负责第三项工作", ()),
    ],
)
def test_articles(text: str, articles: tuple[str, ...]) -> None:
    assert citations_in(text)[0].articles == articles


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("第三十五条第二款", (35,)),
        ("第12、13、14条", (12, 13, 14)),
        ("第四十八、第五章第四十九条", (48, 49)),
        ("第三条至第六条", (3, 4, 5, 6)),
        ("第一百零二条之一", (102,)),
    ],
)
def test_article_numbers(article: str, expected: tuple[int, ...]) -> None:
    assert article_numbers(article) == expected


def test_short_forms_stand_for_what_the_text_says() -> None:
    text = "《节约用水管理条例》（以下简称《条例》）第三条规定，《条例》第五条；《办法》第二条"
    assert [(one.name, one.articles) for one in citations_in(text)] == [
        ("节约用水管理条例", ("第三条",)),
        ("节约用水管理条例", ("第五条",)),
        ("办法", ("第二条",)),
    ]


def test_printed_words_are_those_of_the_text() -> None:
    text = "依据 《节水\n办法》（湘政发〔2011〕\n6号）第三条 办理"
    (found,) = citations_in(text)
    assert found.printed == "《节水\n办法》（湘政发〔2011〕\n6号）第三条"
    assert text[found.start :].startswith(found.printed)


@given(st.text("《》〈〉（）()〔〕[]第条号令法办规定水年、，。 \n12009三", max_size=60))
def test_any_text_gives_citations_with_words_of_its_own(text: str) -> None:
    for found in citations_in(text):
        assert text[found.start :].startswith(found.printed)
        assert found.name or found.number
