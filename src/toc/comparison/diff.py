"""`diff`: two theories of change in, what changed from the first to the second out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toc.comparison.changes import Change, Changes
from toc.comparison.leaves import changed_fields, leaves_of
from toc.comparison.link_changes import link_changes
from toc.comparison.names import Names, names_between
from toc.comparison.sections import SECTIONS, entries_of
from toc.comparison.site_reasons import site_reasons, with_reason
from toc.errors import TocError
from toc.model import Box, Strict, TheoryOfChange

__all__ = ["diff"]

_OWN = (
    "toc",
    "id",
    "title",
    "version",
    "language",
    "description",
    "coverage",
    "figure",
    "stage_labels",
    "site",
    "sites",
    "locked",
    "ignore",
)
"""What a theory says of itself as a whole."""


def diff(old: TheoryOfChange, new: TheoryOfChange) -> Changes:
    """Tell what changed from one theory of change to another.

    Boxes, links, indicators and all other entries are compared by their ids; one that has another id now is
    found again by its words and by what it is linked to. The reasons that a site gives go with its changes. What
    is left out of the checks (`ignore`), what sites may not change (`locked`) and which sites there are is
    compared too; the order of a file does not matter. A theory and itself give no change. Raises `TocError` for
    what is no theory.
    """
    if not (isinstance(old, TheoryOfChange) and isinstance(new, TheoryOfChange)):
        raise TocError("toc.diff wants two theories of change.", hint="Load them first: toc.load(path).")
    names = names_between(old, new)
    found = [*_of_itself(old, new, names)]
    for section in SECTIONS:
        found.extend(_in_section(section, old, new, names))
        if section == "boxes":
            found.extend(link_changes(old, new, names))
    reasons, known = site_reasons(new), site_reasons(old)
    return Changes(_title(old), _title(new), tuple(with_reason(one, reasons, known) for one in found), (old, new))


def _title(theory: TheoryOfChange) -> str:
    site = str(theory.site.name) if theory.site else ""
    name = f": {site}" if site not in theory.title else ""
    version = f", version {theory.version}" if theory.version else ""
    return f"{theory.title}{name}{version}"


def _of_itself(old: TheoryOfChange, new: TheoryOfChange, names: Names) -> Iterator[Change]:
    before, after = leaves_of(old, names.under), leaves_of(new)
    # A base lists its sites, and a site has none: that is no change from one to the other.
    apart = {"sites"} if (old.site is None) != (new.site is None) else set()
    fields = tuple(one for one in changed_fields(before, after) if one.key in _OWN and one.key not in apart)
    if fields:
        yield Change(section="model", kind="changed", id=new.id, label=str(new.title), fields=fields)


def _in_section(section: str, old: TheoryOfChange, new: TheoryOfChange, names: Names) -> Iterator[Change]:
    earlier, later = entries_of(old, section), entries_of(new, section)
    if earlier == later and not any(names.newer.values()):
        return
    older = {names.of(section, key): key for key in earlier}
    for key, entry in later.items():
        if key not in older:
            yield Change(section=section, kind="added", id=key, label=_label(entry), stage=_stage(entry))
            continue
        fields = changed_fields(_leaves(earlier[older[key]], names), _leaves(entry))
        was = "" if older[key] == key else older[key]
        if fields or was:
            told = Change(section=section, kind="changed", id=key, label=_label(entry), stage=_stage(entry))
            yield replace(told, was=was, fields=fields)
    for key, before in older.items():
        if key not in later:
            entry = earlier[before]
            yield Change(section=section, kind="dropped", id=before, label=_label(entry), stage=_stage(entry))


def _label(entry: Strict) -> str:
    return str(getattr(entry, "label", None) or getattr(entry, "title", None) or "")


def _stage(entry: Strict) -> str:
    return entry.stage if isinstance(entry, Box) else ""


def _leaves(entry: Strict, names: Names | None = None) -> dict[str, str]:
    leaves = leaves_of(entry, names.under) if names else leaves_of(entry)
    return {"stage": entry.stage, **leaves} if isinstance(entry, Box) else leaves
