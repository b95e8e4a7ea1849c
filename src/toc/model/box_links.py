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
    owner = holder.id
    for target, entry in holder.leads_to.items():
        yield _link(holder, entry, owner, target, "leads_to", owner)
    if isinstance(holder, Activity):
        for participant, entry in holder.engages.items():
            yield _link(holder, entry, participant, owner, "engages", owner)


def _link(
    holder: Box | Factor,
    entry: LinkEntry,
    source: str,
    target: str,
    kind: Literal["leads_to", "engages"],
    owner: str,
) -> Link:
    return Link(
        source,
        target,
        kind,
        owner,
        entry.basis or holder.links.basis,
        entry.cite or holder.links.cite,
        entry.because,
        entry.confidence,
        entry.polarity,
        entry.feedback,
        entry.assumptions,
        entry.moderated_by,
        entry.evidence,
        entry.necessary,
        entry.sufficient,
        entry.ignore,
    )
