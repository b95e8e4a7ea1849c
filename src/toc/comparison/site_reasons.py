"""Why a site changed or dropped what it did, by the kind of the change and what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from toc.comparison.changes import Change, Kind
from toc.model import SiteChange, TheoryOfChange

__all__ = ["SiteReasons", "site_reasons", "with_reason"]

SiteReasons = Mapping[tuple[Kind, str], str]


def site_reasons(theory: TheoryOfChange) -> SiteReasons:
    """Return the reasons that a site and the sites it is derived from give; nearest first where two say why."""
    reasons: dict[tuple[Kind, str], str] = {}
    level: TheoryOfChange | None = theory
    while level is not None and level.derivation is not None:
        kinds: tuple[tuple[Kind, tuple[SiteChange, ...]], ...] = (
            ("changed", level.derivation.changed), ("dropped", level.derivation.dropped),
        )  # fmt: skip
        for kind, changes in kinds:
            for one in changes:
                reasons.setdefault((kind, one.subject), one.reason.strip())
        level = level.derivation.base
    return reasons


def with_reason(change: Change, reasons: SiteReasons, known: SiteReasons) -> Change:
    """Return a change with its reason, unless the older theory gave the same one: then it is of something else."""
    reason = reasons.get((change.kind, change.id), "")
    return replace(change, reason=reason) if reason and reason != known.get((change.kind, change.id)) else change
