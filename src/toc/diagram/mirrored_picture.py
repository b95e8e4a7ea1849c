"""A picture turned round for readers of Arabic, Hebrew and Persian: it begins at the right of the page."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from toc.diagram.picture import Picture

__all__ = ["mirrored_picture"]

_OTHER_SIDE = {"start": "end", "middle": "middle", "end": "start"}


def mirrored_picture(picture: Picture) -> Picture:
    """Return a picture with left and right exchanged: every place moves across the page, and words stay readable.

    What touches nothing still touches nothing. A line of words that began at a place ends there. Mirrored twice,
    a picture is as it was, but for what is lost in counting with decimals.
    """
    turned: Picture = _mirrored(picture, picture.page.width)
    return turned


def _mirrored(one: Any, width: float) -> Any:
    return replace(
        one, **{field.name: _across(field.name, getattr(one, field.name), width) for field in fields(one)}
    )


def _across(name: str, value: Any, width: float) -> Any:
    """Return what a field holds after the move; `x` is a centre, or where a line of words is anchored."""
    if name == "x":
        return width - value
    if name == "anchor":
        return _OTHER_SIDE[value]
    if name == "points":
        return tuple((width - x, y) for x, y in value)
    if name == "badge_box":
        return value and (width - value[0], *value[1:])
    if isinstance(value, tuple):
        return tuple(_mirrored(part, width) if is_dataclass(part) else part for part in value)
    return _mirrored(value, width) if is_dataclass(value) else value
