"""The small signs of a box in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toc.diagram.picture import PictureTag
from toc.diagram.plain_text import strip_unprintable

__all__ = ["words_of_tags"]


def words_of_tags(signs: tuple[PictureTag, ...], words: Mapping[str, str]) -> Iterator[str]:
    """Yield what measures a box, or that nothing does, and the letters of what acts on it."""
    tags = [tag for sign in signs for tag in sign.tags]
    indicators = [strip_unprintable(tag.label).strip() for tag in tags if tag.kind == "indicator"]
    if indicators:
        yield words["told_indicators"].format(indicators="; ".join(indicators))
    yield from (tag.label for tag in tags if tag.kind == "no_indicator")
    letters = [tag.sign for tag in tags if tag.kind == "factor"]
    if letters:
        yield words["told_factors"].format(letters=", ".join(letters))
