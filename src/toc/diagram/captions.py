"""`Caption`: the title of an opened whole in lines, with the small signs that stand beside or below it."""

from __future__ import annotations

from dataclasses import dataclass

from toc.diagram.measures import Measures
from toc.diagram.tag_rows import NO_TAGS, TagRows, rows_of
from toc.diagram.view import ViewGroup
from toc.diagram.wrapping import wrap

__all__ = ["Caption", "Captions", "caption_of"]

BESIDE = 0.5
"""The part of the width that a sign may take to stand beside the title rather than below it."""


@dataclass(frozen=True, slots=True)
class Caption:
    """No lines where the lane around the whole has the same words; `is_beside`: the signs stand at the right."""

    lines: tuple[str, ...]
    tags: TagRows
    is_beside: bool

    def height(self, measures: Measures) -> float:
        """The height of title and signs."""
        lines = 1.18 * measures.group_title * len(self.lines)
        return max(lines, self.tags.height) if self.is_beside else lines + self.tags.height


Captions = dict[str, Caption]
"""The caption of each opened whole by its id."""


def caption_of(group: ViewGroup, measures: Measures, width: float, *, is_told: bool, in_words: bool) -> Caption:
    """Set the title of an opened whole; `is_told` says that the lane around it has the same words."""
    tags = rows_of(group.tags, width, measures, in_words=in_words) if group.tags else NO_TAGS
    is_beside = len(tags.signs) == 1 and tags.signs[0].width <= BESIDE * width
    room = width - tags.signs[0].width - 0.4 * measures.size if is_beside else width
    lines = () if is_told else wrap(group.label, room / measures.group_title, bold=True)
    return Caption(lines, tags, is_beside)
