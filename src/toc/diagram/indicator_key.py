"""The key to the numbers of indicators at the foot of a figure."""

from __future__ import annotations

from toc.diagram.figure_words import figure_words
from toc.diagram.view import Tag, View

__all__ = ["has_indicators", "indicator_key"]


def has_indicators(view: View) -> bool:
    """Whether an indicator stands at any box or opened whole."""
    return any(tag.kind == "indicator" for tag in _tags(view))


def _tags(view: View) -> list[Tag]:
    return [tag for box in view.boxes for tag in box.tags] + [tag for group in view.groups for tag in group.tags]


def indicator_key(view: View) -> tuple[str, ...]:
    """Every indicator once with its number, as one paragraph; nothing where the boxes hold the words."""
    if view.tags_in_words or not has_indicators(view):
        return ()
    tags = {tag.sign: tag.label for tag in _tags(view) if tag.kind == "indicator"}
    ordered = sorted(tags, key=lambda sign: (len(sign), sign))
    told = "; ".join(f"{sign} {tags[sign]}" for sign in ordered)
    return (figure_words(view.language)["indicator_key"].format(indicators=told),)
