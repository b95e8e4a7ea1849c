"""The links of boxes and factors, with both their ends and the defaults of what they stand under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from toc.model.boxes import Activity, Box
from toc.model.context import Factor
from toc.model.links import Link, LinkEntry, LinkKind

__all__ = ["links_of"]


def links_of(holders: Iterable[Box | Factor]) -> Iterator[Link]:
    """Yield every link that is written under boxes and factors, in the order of the file."""
    for holder in holders:
        if holder.leads_to:
            yield from _links(holder, holder.leads_to, "leads_to")
        if isinstance(holder, Activity) and holder.engages:
            yield from _links(holder, holder.engages, "engages")


def _links(holder: Box | Factor, entries: Mapping[str, LinkEntry], kind: LinkKind) -> list[Link]:
    owner, defaults, leads_on = holder.id, holder.links, kind == "leads_to"
    return [
        Link(
            owner if leads_on else other,
            other if leads_on else owner,
            kind,
            owner,
            entry.basis or defaults.basis,
            entry.cite or defaults.cite,
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
        for other, entry in entries.items()
    ]
