"""`Sign`: every small numbered or lettered shape of a picture, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toc.diagram.picture import Picture, TextLine

__all__ = ["SIGN_STYLES", "Sign", "signs_of"]

SIGN_STYLES: Mapping[str, tuple[str, str]] = {
    "assumption": ("box", "rounded,filled"),
    "indicator": ("box", "filled"),
    "no_indicator": ("box", "filled,dashed"),
    "factor": ("ellipse", "filled"),
}
"""Shape and style of each kind of sign, in the names of Graphviz: no two look alike without colour."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign around (`x`, `y`); `owner` is the id of the box, opened whole or factor that has it, or ""."""

    name: str
    kind: str
    owner: str
    x: float
    y: float
    width: float
    height: float
    text: tuple[TextLine, ...]


def signs_of(picture: Picture) -> tuple[Sign, ...]:
    """Every flag of a link, tag of a box or opened whole and letter of a factor, each by a name of its own."""
    flags = (
        Sign(f"flag-{number}", one.kind, "", one.x, one.y, one.width, one.height, (one.text,))
        for number, one in enumerate(picture.flags)
    )
    letters = (
        Sign(f"letter-{number}", "factor", one.id, one.x, one.y, one.width, one.height, (one.letter,))
        for number, one in enumerate(picture.factors)
    )
    return (*flags, *_tags(picture), *letters)


def _tags(picture: Picture) -> Iterator[Sign]:
    owned = [(box.id, tag) for box in picture.boxes for tag in box.tags]
    owned += [(frame.id, tag) for frame in picture.frames for tag in frame.tags]
    for number, (owner, tag) in enumerate(owned):
        yield Sign(f"tag-{number}", tag.kind, owner, tag.x, tag.y, tag.width, tag.height, tag.text)
