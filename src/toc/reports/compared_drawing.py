"""The figure of a theory with what came, what went and what is otherwise since an earlier one."""

from __future__ import annotations

from toc.comparison import Changes, diff
from toc.diagram import BoxChanges, Choice, Mark, compared_view, view_of
from toc.model import TheoryOfChange
from toc.reports.changes_words import summary_of
from toc.reports.drawing import Drawing, drawing_of

__all__ = ["draw_changes"]


def draw_changes(
    old: TheoryOfChange,
    new: TheoryOfChange,
    *,
    page: str = "A4",
    strand: str | None = None,
    language: str | None = None,
) -> Drawing:
    """Draw a theory with signs on all that differs from an earlier one: + added, – dropped, ~ changed.

    What was dropped stands where it stood, dashed. What is not in the figure at all, as the targets of
    indicators, is counted below it. Raises `TocError` as `toc.draw` does, and for what is no theory.
    """
    changes = diff(old, new)
    before, after = (view_of(theory, choice=Choice(strand), language=language) for theory in (old, new))
    title = f"compared with {changes.old}"
    view = compared_view(before, after, _box_changes(changes), subtitle=title, notes=(summary_of(changes),))
    return drawing_of(view, page, new.version)


def _box_changes(changes: Changes) -> BoxChanges:
    """Mark every box but those that only have another id, which nobody sees in a figure."""
    found = (*changes.of("boxes"), *changes.of("factors"))
    marks: dict[str, Mark] = {one.id: one.kind for one in found if one.aspects != ("renamed",)}
    return BoxChanges(marks, {one.was: one.id for one in found if one.was})
