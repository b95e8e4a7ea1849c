"""Parts that together hold every box and every link of a figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from toc.diagram.framed_boxes import ends_of, framed_boxes
from toc.diagram.part import Part
from toc.diagram.view import View

__all__ = ["covered_parts"]


def covered_parts(
    parts: Sequence[Part], view: View, rest: str, *, guest: Literal["source", "target"]
) -> tuple[Part, ...]:
    """Return the parts, with one more called `rest` where a box is in none, and with guests.

    A link stands on every page where both its ends are at home. Where there is none it stands on the first page of
    its other end, with `guest` as a guest there. A frame of which no box stands on a page is drawn as a box.
    """
    left = ends_of(view) - frozenset[str]().union(*(part.home for part in parts))
    every = [*parts, Part(rest, left)] if left else list(parts)
    for link in view.links:
        pair = (link.source, link.target)
        places = [place for place, part in enumerate(every) if part.home.issuperset(pair)]
        if not places:
            stays = link.source if guest == "target" else link.target
            places = [next(place for place, part in enumerate(every) if stays in part.home)]
        for place in places:
            every[place] = _with_link(every[place], pair)
    frames = framed_boxes(view)
    return tuple(_framed(part, frames) for part in every)


def _with_link(part: Part, link: tuple[str, str]) -> Part:
    return replace(part, links=part.links | {link}, guests=part.guests | (frozenset(link) - part.home))


def _framed(part: Part, frames: Mapping[str, frozenset[str]]) -> Part:
    """Bring along the frames of the boxes that are there, and close the others."""
    drawn = part.home | part.guests
    around = frozenset(whole for whole, own in frames.items() if not own.isdisjoint(drawn))
    return replace(part, guests=part.guests | (around - part.home), closed=frozenset(frames) - around)
