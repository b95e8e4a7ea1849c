"""Why a site changed or dropped what it did, by the kind of the change and what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from toc.comparison.changes import Change, Kind
from toc.comparison.sections import entries_of
from toc.model import Derivation, Link, SiteChange, TheoryOfChange

__all__ = ["SiteReason", "SiteReasons", "site_reasons", "with_reason"]

_NAMED = (
    "boxes",
    "indicators",
    "assumptions",
    "factors",
    "studies",
    "strands",
    "populations",
    "units",
    "scales",
    "sources",
    "contributors",
    "frameworks",
    "claims",
)
"""The sections in which a site finds an id, in that order: the first of two that have it is meant."""
_SINGLE = ("coverage", "figure")
_LINKING = frozenset(("leads_to", "engages", "links"))

_Key = tuple[Kind, str, str]
"""The kind of a change, its section and its id, which is "" for what is of the whole theory."""


class SiteReason(NamedTuple):
    """Why, and for which fields; none where the reason is for all of it."""

    text: str
    fields: frozenset[str] = frozenset()


SiteReasons = Mapping[_Key, tuple[SiteReason, ...]]


def site_reasons(theory: TheoryOfChange) -> SiteReasons:
    """Return the reasons that a site and the sites it is derived from give; nearest first where two say why.

    What a site says of the links of a box as a whole counts for each of them that is otherwise than in its base.
    """
    reasons: dict[_Key, list[SiteReason]] = defaultdict(list)
    level: TheoryOfChange | None = theory
    while level is not None and level.derivation is not None:
        for key, reason in _of_level(level, level.derivation):
            reasons[key].append(reason)
        level = level.derivation.base
    return {key: tuple(several) for key, several in reasons.items()}


def with_reason(change: Change, reasons: SiteReasons, known: SiteReasons) -> Change:
    """Return a change with its reason, unless the older theory gave the same one: then it is of something else."""
    key = (change.kind, change.section, "" if change.section == "model" else change.id)
    before = {one.text for one in known.get(key, ())}
    changed = {one.key for one in change.fields}
    fitting = [
        one.text
        for one in reasons.get(key, ())
        if one.text not in before and (not one.fields or not one.fields.isdisjoint(changed))
    ]
    if not fitting:
        return change
    told = dict.fromkeys(fitting) if change.section == "model" else fitting[:1]
    return replace(change, reason="; ".join(told))


def _of_level(level: TheoryOfChange, derivation: Derivation) -> Iterator[tuple[_Key, SiteReason]]:
    """Yield each reason of one site, those of its own entries before those of the links of a box."""
    kinds: tuple[tuple[Kind, tuple[SiteChange, ...]], ...] = (
        ("changed", derivation.changed), ("dropped", derivation.dropped),
    )  # fmt: skip
    given = [(kind, one, one.reason.strip()) for kind, changes in kinds for one in changes if one.reason.strip()]
    for kind, one, text in given:
        if one.subject in _SINGLE:
            yield ("changed", "model", ""), SiteReason(text, frozenset((one.subject,)))
        else:
            section = _section(one.subject, level, derivation.base)
            yield (kind, section, one.subject), SiteReason(text, frozenset(one.fields))
    for _, one, text in given:
        if not _LINKING.isdisjoint(one.fields):
            for key in _links_of(one.subject, level, derivation.base):
                yield key, SiteReason(text)


def _section(subject: str, level: TheoryOfChange, base: TheoryOfChange) -> str:
    if " -> " in subject:
        is_of_stages = subject in base.stage_links or subject in level.stage_links
        return "stage_links" if is_of_stages else "links"
    named = (name for name in _NAMED if any(subject in entries_of(one, name) for one in (level, base)))
    return next(named, "")


def _links_of(owner: str, level: TheoryOfChange, base: TheoryOfChange) -> Iterator[_Key]:
    """Yield what became of each link that stands under a box; one whose other end is gone went with that."""
    before, after = (_owned(owner, theory) for theory in (base, level))
    for key, link in after.items():
        if before.get(key) != link:
            yield ("changed" if key in before else "added", "links", link.name)
    ends = {*level.boxes, *level.factors}
    for key, link in before.items():
        if key not in after and {link.source, link.target} <= ends:
            yield "dropped", "links", link.name


def _owned(owner: str, theory: TheoryOfChange) -> Mapping[tuple[str, str], Link]:
    links = (*theory.links, *theory.factor_links)
    return {(link.kind, link.name): link for link in links if link.owner == owner}
