"""Damage to the members of a zip: their XML, their bytes, and whether they are there at all."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from random import Random

from lxml import etree

from mutations.octets import damaged
from mutations.written import NUMBERS, damaged_page

_TEXTS = ("", " ", "\t\n", "第" * 3000, "1" * 3000, "（" * 3000, "=1+1", "序号", "\ufeff", "\ue000", "①②③", "a\n" * 500)
_VALUES = (
    *(number.decode() for number in NUMBERS),
    "true",
    "continue",
    "restart",
    "A1:XFD1048576",
    "rId999",
    "../x",
    "#",
)
Change = Callable[[etree._Element, list[etree._Element], Random], None]


def damaged_zip(raw: bytes, other: bytes, random: Random) -> bytes:
    """Return a zip of which one to three members are changed inside, dropped or swapped.

    Args:
        raw: the zip.
        other: another file, of which a piece may be put in.
        random: what is done where.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    for _ in range(random.choice((1, 1, 2, 3))):
        name = _likely(members, random)
        way = random.random()
        if way < 0.75:
            members[name] = _damaged_xml(members[name], random)
        elif way < 0.85:
            members[name] = damaged_page(members[name], random)
        elif way < 0.95:
            members[name] = damaged(members[name], other, random)
        else:
            _moved(members, name, random)
    return _zipped(members)


def _likely(members: dict[str, bytes], random: Random) -> str:
    """Return one of the members; the larger, the likelier, for the larger hold the text."""
    names = list(members)
    return random.choices(names, [len(members[name]) ** 0.5 + 1 for name in names])[0]


def _moved(members: dict[str, bytes], name: str, random: Random) -> None:
    content = members.pop(name)
    if members and random.random() < 0.5:
        members[random.choice(list(members))] = content


def _zipped(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, member in members.items():
            packed.writestr(name, member)
    return content.getvalue()


def _damaged_xml(raw: bytes, random: Random) -> bytes:
    """Return an XML text with one to five damages to its elements; the bytes are changed where it is none."""
    try:
        root = etree.fromstring(raw)
    except etree.XMLSyntaxError:
        return damaged(raw, b"", random)
    for _ in range(random.choice((1, 1, 2, 5))):
        inner = [one for one in root.iter() if isinstance(one.tag, str)][1:]
        if inner:
            random.choice(_CHANGES)(random.choice(inner), inner, random)
    return etree.tostring(root, encoding="utf-8")


def _value(one: etree._Element, _: list[etree._Element], random: Random) -> None:
    if one.attrib:
        one.set(random.choice(list(one.attrib)), random.choice(_VALUES))


def _values_of_kind(one: etree._Element, inner: list[etree._Element], random: Random) -> None:
    """Give the same attribute of all elements of one name the same extreme value."""
    if one.attrib:
        name, value = random.choice(list(one.attrib)), random.choice(_VALUES)
        for each in inner:
            if each.tag == one.tag and name in each.attrib:
                each.set(name, value)


def _unset(one: etree._Element, _: list[etree._Element], random: Random) -> None:
    if one.attrib:
        del one.attrib[random.choice(list(one.attrib))]


def _drop(one: etree._Element, _: list[etree._Element], random: Random) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _double(one: etree._Element, _: list[etree._Element], random: Random) -> None:
    for _number in range(random.choice((1, 3, 100)) if len(one) < 500 else 1):
        one.addnext(copy.deepcopy(one))


def _nest(one: etree._Element, _: list[etree._Element], random: Random) -> None:
    for _number in range(random.choice((1, 2, 30))):
        around = copy.deepcopy(one) if len(one) < 50 else etree.Element(one.tag)
        one.append(around)
        one = around


def _move(one: etree._Element, inner: list[etree._Element], random: Random) -> None:
    random.choice(inner).append(copy.deepcopy(one))


def _text(one: etree._Element, _: list[etree._Element], random: Random) -> None:
    one.text = random.choice(_TEXTS)


def _rename(one: etree._Element, inner: list[etree._Element], random: Random) -> None:
    one.tag = random.choice(inner).tag


_CHANGES: tuple[Change, ...] = (_value, _value, _values_of_kind, _unset, _drop, _double, _nest, _move, _text, _rename)
