"""The canonical name of each body of a jurisdiction: 区卫生局, 市公安局蒸湘分局, 区机构编制委员会办公室."""

from __future__ import annotations

from data.body_names import read_name
from graph.body_drafts import Draft, Drafts
from graph.spelling import Spelling

# Bodies of these natures get the jurisdiction's level word; a unit or firm keeps what is printed (农村信用联社).
_WORDED = ("government", "party", "vertical", "mass", "group")


def canonical_names(drafts: Drafts) -> dict[str, str]:
    """Return the name of every body by its key, after linking.

    The owner of a list is called as its title says, with the level word for the place; another body by the fullest form
    of its spellings; a branch as the higher body's branch here, in the longest words printed. Own bodies go without the
    level word where no department cell prints it (a county whose cells say 公安局, 卫生局). No two bodies share a name.
    """
    names: dict[str, str] = {}
    for draft in drafts.open():
        ways = (_name(drafts, draft), draft.best.text, draft.key)
        names[draft.key] = next(name for name in ways if name not in names.values())
    return names


def _name(drafts: Drafts, draft: Draft) -> str:
    best, home = draft.best, drafts.home
    if draft.branch and draft.families:
        return f"{home.above[-1:] or '市'}{_printed_core(drafts, draft)}局{home.stem}分局"
    if best.read.kind in ("generic", "function", "none") or _names_home_inside(drafts, best):
        return best.text
    full = _owner_words(draft) or best.read.full
    prefix = _prefix(drafts, best)
    return prefix + full if prefix else full.removeprefix("委") or full


def _printed_core(drafts: Drafts, draft: Draft) -> str:
    """The words before 局 that are printed longest: 国土资源 of 国土蒸湘分局 and 区国土资源局."""
    rests = [one.read.rest for draft in drafts.group(draft) for one in draft.spellings.values()]
    whole = [rest.removesuffix("分局").removesuffix("局") + "局" for rest in rests if rest.endswith("局")]
    cores = {read_name(name).rest.removesuffix("局") for name in whole}
    return max(cores, key=lambda core: (len(core), core))


def _names_home_inside(drafts: Drafts, one: Spelling) -> bool:
    """Whether the name speaks of the jurisdiction without being its body: 蒸湘交警大队."""
    return drafts.home.stem in one.text and not one.text.startswith((drafts.home.name, drafts.home.bare))


def _owner_words(draft: Draft) -> str:
    """The title's own words behind the place, where they are no short form (人民政府法制办公室)."""
    rests = [one.read.rest for one in draft.spellings.values() if draft.owns]
    return max((rest for rest in rests if len(rest) >= len(draft.best.read.full)), key=len, default="")


def _prefix(drafts: Drafts, one: Spelling) -> str:
    home = drafts.home
    if one.level == "township":
        return ""
    if one.own and one.read.nature not in _WORDED:
        return one.prefix
    if not one.own:
        return home.above if one.prefix == home.word and one.level != home.level else one.prefix
    return home.word if drafts.prefixed[True] or not drafts.prefixed[False] else ""
