"""One jurisdiction has one name in a run."""

from __future__ import annotations

from duty_documents import read

from graph.kin import with_full_names

TEXT = "{place}民政局责任清单\n一、部门职责\n序号\t主要职责\t具体工作事项\n1\t负责救助\t受理\n"


def test_a_county_is_known_by_its_full_name_where_another_list_tells_it() -> None:
    lists = [*read(TEXT.format(place="岚川市望溪县")), *read(TEXT.format(place="望溪县"))]
    found = with_full_names(lists)
    assert {one.jurisdiction for one in found} == {"岚川市望溪县"}
    assert {row.owner for one in found for row in one.duties} == {"岚川市望溪县民政局"}


def test_a_name_that_two_counties_share_stays_as_it_is() -> None:
    places = ("岚川市望溪县", "江北市望溪县", "望溪县")
    lists = [one for place in places for one in read(TEXT.format(place=place))]
    assert [one.jurisdiction for one in with_full_names(lists)] == list(places)
