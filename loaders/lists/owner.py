"""Find whose list it is, of which jurisdiction, and of which year: from the title, else the text, else the folder."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data import places
from data.bodies import expand, looks_like_department
from data.document import Document, Label, Paragraph
from data.spacing import squeeze
from loaders.lists.labels import label_owner, label_place
from loaders.lists.named import filled_in
from loaders.lists.outline import RawList
from loaders.lists.titles import cut_title, is_date, is_list_title, is_township
from loaders.tables.grid import grid_rows
from loaders.wording import unmarked

UNKNOWN_JURISDICTION = "未知行政区"
_BRACKETS = re.compile(r"[（(]([^（）()]*)[)）]")
_PLACE_ENDS = "省市州盟县区旗"
_COUNTY_ENDS = "县区旗"
_BODY_ENDS = "局委办会院所社台站处室"
_SHORTEST_PLACE = 2
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|版|[）)])")
# Words that stand for the jurisdiction itself: 县人口计生局 is the bureau of the county that the list is about.
# 市场, 市容 and 区划 begin names of departments.
_OWN_LEVEL = re.compile(r"^(?!市[场容]|市政(?!府)|区划)(?:全|本)?[县区市旗](?=[^县区市旗]{2}|市[场容政]|区划)")


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose list it is, as far as the document tells."""

    jurisdiction: str
    owner: str
    owner_text: str
    aliases: tuple[str, ...]
    year: int | None


def identify(raw: RawList, document: Document, place: str) -> Identity:
    """Return the identity of a list.

    Args:
        raw: the list as it stands.
        document: the document it stands in.
        place: the jurisdiction of the document (see `document_place`), used where the title names none.

    Example: a list titled 县人口计生局责任清单 in a document of 邢台市威县 is that of 威县人口和计划生育局.
    """
    lines = _last_title(raw)
    printed = "".join(lines)
    name, _ = cut_title(printed)
    aliases = tuple(part for group in _BRACKETS.findall(name) for part in re.split("[、，]", group) if part)
    name = _of_department(_BRACKETS.sub("", name))
    if not name and aliases:
        name, aliases = aliases[0], aliases[1:]
    told = _filled_in(raw)
    # What the form tells in full counts where the title, or the tab of a sheet, leaves out the place.
    name = told if told and (not looks_like_department(name) or told.endswith(name)) else name or _first_named(raw)
    own = title_place(name)
    jurisdiction = _full(own) if own else _label_place(raw) or place
    return Identity(
        jurisdiction=jurisdiction or UNKNOWN_JURISDICTION,
        owner=_owner(name, own, jurisdiction),
        owner_text=printed,
        aliases=aliases,
        year=_year(squeeze(line.text) for line in raw.title),
    )


def _last_title(raw: RawList) -> list[str]:
    """Return the lines of the last title: that of a collection may stand above it, or its own on a cover before."""
    lines = [squeeze(unmarked(line.text)) for line in raw.title if not isinstance(line, Label)]
    if not any(looks_like_department(_BRACKETS.sub("", cut_title(line)[0])) for line in lines):
        lines = _below_labels(_label_owners(raw), lines)
    whole = [index for index, line in enumerate(lines) if is_list_title(line) and cut_title(line)[0]]
    behind = lines[whole[-2] + 1 :] if len(whole) > 1 else lines
    return list(itertools.dropwhile(is_date, dict.fromkeys(_below_cover(behind))))


def _below_labels(owners: list[str], lines: list[str]) -> list[str]:
    """Return the lines of a title that names no department, the names that labels tell in their place.

    云溪县部门责任清单 on a tab 水利局 is 云溪县, 水利局, 部门责任清单.
    """
    if not owners:
        return lines
    place = next((name for name, _ in map(cut_title, lines) if name and title_place(name) == name), "")
    kinds = [cut_title(line)[1] or line for line in lines]
    return [*([place] if place and not title_place(owners[0]) else []), *owners, *kinds]


def _below_cover(lines: list[str]) -> list[str]:
    """Return the lines of a title without those above one that names a department and its place by itself.

    Above 云溪县水利局责任清单 may stand who put the collection together, 云溪县委编办, and its date.
    """
    named = [index for index, line in enumerate(lines) if is_list_title(line) and title_place(cut_title(line)[0])]
    if not named:
        return lines
    above, last = lines[: named[-1]], cut_title(lines[named[-1]])[0]
    covered = title_place(last) in map(title_place, above)
    # 权责清单 alone is the name of a shelf: whose list it is stands below.
    return lines[named[-1] :] if covered else [*itertools.filterfalse(_is_kind_alone, above), *lines[named[-1] :]]


def _is_kind_alone(line: str) -> bool:
    return is_list_title(line) and not cut_title(line)[0]


def _of_department(name: str) -> str:
    """Return a name without what stands behind the department: 县水利局涉及多部门监管事项 → 县水利局."""
    if not name or _is_body(name):
        return name
    fitting = (name[:end] for end in range(len(name), 0, -1) if name[end - 1] in _BODY_ENDS)
    return next((short for short in fitting if looks_like_department(short)), name)


def _filled_in(raw: RawList) -> str:
    """Return the department that a line of the list says it is filled in by, "" for none."""
    lines = [*raw.title, *raw.rest, *(line for part in raw.sections for line in part.paragraphs)]
    return next((name for line in lines if isinstance(line, Paragraph) and (name := filled_in(line.text))), "")


def _label_owners(raw: RawList) -> list[str]:
    return [squeeze(line.text) for line in raw.title if isinstance(line, Label) and label_owner(line)]


def _label_place(raw: RawList) -> str:
    named = (_full(label_place(line)) for line in raw.title if isinstance(line, Label))
    return next((place for place in named if place), "")


def document_place(document: Document, raws: Sequence[RawList], folder: str) -> str:
    """Return the jurisdiction of a document: from a title, else the place its text names most, else its folder."""
    for raw in raws:
        own = title_place(cut_title("".join(_last_title(raw)))[0])
        if own:
            return _full(own)
    return _named_most(_text(document)) or (_full(folder) if folder[-1:] in tuple(_PLACE_ENDS) else "")


def title_place(name: str) -> str:
    """Return the place that a department's name begins with ("" for none), known or not to the table of places.

    Example:
        >>> title_place("衡阳市蒸湘区财政局")
        '衡阳市蒸湘区'
    """
    known = places.leading(name)
    if known or name[:1] in tuple(_PLACE_ENDS):
        # 区市场监管局 is the bureau of a district, not that of 区市.
        return known
    if len(name) > _SHORTEST_PLACE and name[-1] in _COUNTY_ENDS:
        return name
    ends = [index + 1 for index, char in enumerate(name) if char in _PLACE_ENDS and index]
    fitting = [end for end in ends if end < len(name) and _is_body(name[end:])]
    # A county stands behind its city; a 市 further on may belong to the department (城市管理局).
    county = [end for end in fitting if name[end - 1] in _COUNTY_ENDS]
    return name[: (county or fitting)[0]] if fitting else ""


def _is_body(name: str) -> bool:
    return looks_like_department(name) or is_township(name)


def _owner(name: str, own: str, jurisdiction: str) -> str:
    rest = name[len(own) :] if own else _OWN_LEVEL.sub("", name)
    if not rest:
        return name or jurisdiction
    # A short form is written out; a name printed in full stays as it is printed.
    return f"{own or places.bare_name(jurisdiction)}{max(expand(rest), rest, key=len)}"


def _full(place: str) -> str:
    """Return a place behind its city: 蒸湘区 → 衡阳市蒸湘区; as it is where not known, or printed with another."""
    bare = places.bare_name(place)
    known = places.full_name(bare, place) or place
    printed, city = place.removesuffix(bare), known.removesuffix(bare)
    return place if printed.endswith("市") and city.endswith("市") and not printed.endswith(city) else known


def _first_named(raw: RawList) -> str:
    """Return the department that most often stands first in a matter: a department's list begins with itself."""
    firsts: Counter[str] = Counter()
    for section in raw.sections:
        for table in section.tables:
            if "department" in table.columns and "matter" in table.columns:
                matter, department = table.columns.index("matter"), table.columns.index("department")
                rows = grid_rows(table.table)[1:]
                firsts.update(squeeze(row.texts[department]) for row in rows if not row.loose and row.texts[matter])
    return firsts.most_common(1)[0][0] if firsts else ""


def _named_most(text: str) -> str:
    """Return the county-level place that a text names most often, behind its city."""
    counts = places.find_in(text)
    counties = {name: count for name, count in counts.items() if name[-1] in "县区旗市" and _is_county(name)}
    if not counties:
        return ""
    name = max(counties, key=lambda name: counties[name])
    return places.full_name(name, text) or name


def _is_county(name: str) -> bool:
    """Say whether a name is that of a county or district today, or was at the end (邢台市 was one only long ago)."""
    return any(place.level == "county" for place in places.find(places.bare_name(name))[:1])


def _text(document: Document) -> str:
    parts: list[str] = []
    for block in document.blocks:
        parts += [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
    return "\n".join(parts)


def _year(lines: Iterable[str]) -> int | None:
    for line in lines:
        found = _YEAR.search(line.translate(_CHINESE_DIGITS))
        if found:
            return int(found[0])
    return None
