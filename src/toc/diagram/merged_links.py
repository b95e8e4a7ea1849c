"""One link for several between the same two ends of a figure."""

from __future__ import annotations

from dataclasses import replace

from toc.diagram.view import Basis, Support, ViewLink

__all__ = ["merged_link"]

_STRENGTH: dict[Basis | None, int] = {"stated": 3, "generic": 2, "inferred": 1, None: 0}


def merged_link(old: ViewLink, new: ViewLink) -> ViewLink:
    """Return the first link on the strongest basis of the two; all studies count, and the lowest confidence."""
    return replace(
        old,
        basis=max(old.basis, new.basis, key=lambda basis: _STRENGTH[basis]),
        feedback=old.feedback and new.feedback,
        negative=old.negative and new.negative,
        support=_both(old.support, new.support) if old.support and new.support else None,
    )


def _both(one: Support, other: Support) -> Support:
    told = [each for each in (one.confidence, other.confidence) if each is not None]
    return Support(
        tuple(dict.fromkeys((*one.for_, *other.for_))),
        tuple(dict.fromkeys((*one.against, *other.against))),
        min(told, default=None),
    )
