"""The links of a box or factor, with both their ends and its own defaults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from toc.model.boxes import Activity, Box
from toc.model.context import Factor
from toc.model.links import Link, LinkEntry

__all__ = ["links_of"]


def links_of(holder: Box | Factor) -> Iterator[Link]:
    """Yield every link that is written under a box or factor, in the order of the file."""
    for target, entry in holder.leads_to.items():
        yield _link(holder, entry, source=holder.id, target=target, kind="leads_to")
    if isinstance(holder, Activity):
        for participant, entry in holder.engages.items():
            yield _link(holder, entry, source=participant, target=holder.id, kind="engages")


def _link(
    holder: Box | Factor, entry: LinkEntry, *, source: str, target: str, kind: Literal["leads_to", "engages"]
) -> Link:
    return Link(
        source=source,
        target=target,
        kind=kind,
        owner=holder.id,
        basis=entry.basis or holder.links.basis,
        cite=entry.cite or holder.links.cite,
        because=entry.because,
        confidence=entry.confidence,
        polarity=entry.polarity,
        feedback=entry.feedback,
        assumptions=entry.assumptions,
        moderated_by=entry.moderated_by,
        evidence=entry.evidence,
        necessary=entry.necessary,
        sufficient=entry.sufficient,
    )
