"""The HTML report: complete without script or network, safe, in both languages."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from lxml import html as page_parser
from reportcase import FINDINGS, SVG, case_content, evidence, finding, speaking

from reports.html import departments, render
from reports.svg import inline

ADDRESSES = {"src", "href", "xlink:href", "action", "data", "poster", "srcset", "background"}


class Addresses(HTMLParser):
    """Every attribute of a page that a browser follows or loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ADDRESSES]


def test_nothing_is_loaded_from_outside_the_page() -> None:
    page = render(case_content())
    reader = Addresses()
    reader.feed(page)
    assert reader.found
    assert [address for address in reader.found if not address.startswith("#")] == []
    assert "@import" not in page
    assert not re.search(r"url\((?!#)", page)


def test_policy_lets_the_pages_own_script_run_and_no_other() -> None:
    page = page_parser.fromstring(render(case_content()))
    script = page.findtext(".//script")
    assert script
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert f"script-src 'sha256-{digest}'" in policy


def test_every_finding_reads_without_the_script() -> None:
    page = page_parser.fromstring(render(case_content()))
    cards = page.xpath("//article[@class='finding']")
    assert [card.get("id") for card in cards] == [one.id for one in FINDINGS]
    for card, one in zip(cards, FINDINGS, strict=True):
        said = card.text_content()
        assert one.message in said
        assert all(piece.text in said for piece in one.evidence)
        assert card.get("hidden") is None
    assert page.xpath("//form[@id='filters']/@hidden") == [""]


def test_both_sides_stand_beside_each_other_and_many_pieces_in_a_folded_table() -> None:
    page = page_parser.fromstring(render(case_content()))
    two, many = page.xpath("//article[@class='finding']")[:2]
    assert [quote.text_content() for quote in two.xpath(".//blockquote")] == ["牵头负责出生人口性别比治理"] * 2
    assert two.xpath(".//figure/p/text()") == ["甲县/卫生局.txt 第 3 行", "甲县/卫生局.txt 第 7 行"]
    assert len(many.xpath(".//details//tbody/tr")) == 29
    assert not many.xpath(".//blockquote")


def test_filter_offers_what_the_findings_name() -> None:
    content = case_content()
    page = page_parser.fromstring(render(content))
    assert page.xpath("//select[@name='rule']/option/@value") == ["", "X2", "X3", "X4", "X10"]
    assert page.xpath("//select[@name='department']/option/text()") == ["全部", *departments(content)]
    assert page.xpath("//article[@id=$id]/@data-jurisdiction", id=FINDINGS[3].id) == ["东山市甲县\n东山市乙区"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_audit_that_finds_nothing_says_so(language: str) -> None:
    with speaking(language):
        page = page_parser.fromstring(render(case_content(findings=(), diagrams={})))
    assert not page.xpath("//form | //article | //section[@id='diagrams']")
    assert len(page.xpath("//section[@id='findings']/p")) == 1


def test_english_report_has_no_chinese_words_of_its_own() -> None:
    with speaking("en"):
        page = page_parser.fromstring(render(case_content(findings=(), diagrams={})))
    words = page.xpath("//h1/preceding::*/text() | //h2/text() | //th/text() | //dt/text() | //caption/text()")
    assert words
    assert not [word for word in words if re.search("[\u4e00-\u9fff]", word) and "东山市" not in word]


def test_drawings_of_one_page_share_letters_and_no_other_id() -> None:
    page = page_parser.fromstring(render(case_content(diagrams={"甲": SVG, "乙": SVG})))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    drawings = page.xpath("//section[@id='diagrams']/figure")
    assert [drawing.xpath(".//@clip-path") for drawing in drawings] == [["url(#d1-frame)"], ["url(#d2-frame)"]]
    assert {href for drawing in drawings for href in drawing.xpath(".//use/@*")} == {"#o0"}
    assert page.xpath("count(//path)") == 1


def test_figures_are_listed_by_their_titles_or_names() -> None:
    titled = SVG.replace("<defs>", "<title>甲县部门职责分工矩阵</title><defs>")
    page = page_parser.fromstring(render(case_content(diagrams={"甲县 matrix": titled, "乙区 network": SVG})))
    captions = ["甲县部门职责分工矩阵", "乙区 network"]
    assert page.xpath("//ol[@class='figures']//a/text()") == captions
    assert page.xpath("//section[@id='diagrams']/figure/@aria-label") == captions


def test_a_drawing_brings_nothing_that_runs_or_loads() -> None:
    _, drawings = inline(
        {
            "": '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()">'
            "<metadata>made by</metadata><script>x()</script><foreignObject/><a xlink:href='http://x.test'>甲</a>"
            "<clipPath id='c'/><g clip-path='url(#c)'/><use xlink:href='#c'/><text>&lt;script&gt;</text></svg>"
        }
    )
    for word in ("onload", "x.test", "<script", "metadata", "foreignObject", "ENTITY"):
        assert word not in drawings[0].element
    assert 'clip-path="url(#d1-c)"' in drawings[0].element
    assert 'xlink:href="#d1-c"' in drawings[0].element
    assert "&lt;script&gt;" in drawings[0].element


def test_an_outline_that_is_more_than_a_shape_is_not_shared() -> None:
    hostile = '<defs><path id="p" d="&quot;&gt;&lt;script&gt;"/></defs><use href="#p"/>'
    outlines, drawings = inline({"": f'<svg xmlns="http://www.w3.org/2000/svg">{hostile}</svg>'})
    assert "<path" not in outlines
    assert "<script" not in drawings[0].element
    assert 'href="#d1-p"' in drawings[0].element


def test_size_stays_small_for_a_county_of_many_findings() -> None:
    many = tuple(
        finding(number, evidence=(evidence(1, "职" * 200), evidence(2, "责" * 200))) for number in range(1, 501)
    )
    assert len(render(case_content(findings=many)).encode()) < 3_000_000
