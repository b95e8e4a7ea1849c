"""The figure of a theory with what came, what went and what is otherwise since an earlier one."""

from __future__ import annotations

from dataclasses import replace

from toc.comparison import Changes, diff
from toc.diagram import BoxChanges, Choice, Mark, View, compared_view, view_of
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

    What was dropped stands where it stood, dashed. All changes are counted below it, and how many of them have no
    sign of their own in it, as those of the targets of indicators. Raises `TocError` as `toc.draw` does, and for
    what is no theory.
    """
    changes = diff(old, new)
    before, after = (view_of(theory, choice=Choice(strand), language=language) for theory in (old, new))
    title = f"compared with {changes.old}"
    view = compared_view(before, after, _box_changes(changes), subtitle=title)
    view = replace(view, notes=(f"{summary_of(changes)}{_unseen(changes, view)}", *view.notes))
    return drawing_of(view, page, new)


def _unseen(changes: Changes, view: View) -> str:
    """Say how many of the changes no sign in the figure is of; "" where there are none."""
    boxes = {box.id for box in view.boxes if box.mark}
    links = {f"{link.source} -> {link.target}" for link in view.links if link.mark}
    seen = sum(
        one.id in boxes if one.section in ("boxes", "factors") else one.section == "links" and one.id in links
        for one in changes
    )
    count = len(changes) - seen
    have = "has no sign of its own" if count == 1 else "have no sign of their own"
    return f" {count} of these changes {have} in this figure." if count else ""


def _box_changes(changes: Changes) -> BoxChanges:
    """Mark every box but those that only have another id, which nobody sees in a figure."""
    found = (*changes.of("boxes"), *changes.of("factors"))
    marks: dict[str, Mark] = {one.id: one.kind for one in found if one.aspects != ("renamed",)}
    return BoxChanges(marks, {one.was: one.id for one in found if one.was})
