"""One `View` of two: what both show, what only the newer one shows, and what is no longer there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from toc.diagram.view import Mark, Strand, View, ViewBox, ViewGroup, ViewLink
from toc.model import FACTOR_ROLES, STAGES

__all__ = ["BoxChanges", "compared_view", "limited_view"]

_SIGNS: Mapping[Mark, str] = {"": "", "added": "+ ", "dropped": "\N{EN DASH} ", "changed": "~ "}


@dataclass(frozen=True, slots=True)
class BoxChanges:
    """Which boxes came, went or are otherwise, by their newer id (of those that went, their older one).

    `newer` holds the newer id of each box that has another now, `strands` that of each such strand.
    """

    marks: Mapping[str, Mark] = field(default_factory=dict)
    newer: Mapping[str, str] = field(default_factory=dict)
    strands: Mapping[str, str] = field(default_factory=dict)

    def id_of(self, older: str) -> str:
        """Return the newer id of a box of the older view."""
        return self.newer.get(older, older)


def compared_view(
    old: View, new: View, changes: BoxChanges, *, subtitle: str, notes: tuple[str, ...] = ()
) -> View:
    """Return the newer view with what only the older one shows in it, and a mark on all that differs.

    A sign stands before the label of a marked box: + added, an en dash for dropped, ~ changed. Links are compared
    as they are drawn: one between the same two boxes on another basis is changed. Strands have the looks that
    they have in the newer view, and those that are gone the next ones.
    """
    old = _with_newer_strands(old, changes.strands)
    known = _ids(new.boxes, new.groups)
    gone = tuple(box for box in old.boxes if changes.id_of(box.id) not in known)
    boxes = (*(_marked(box, changes.marks.get(box.id, "")) for box in new.boxes), *map(_gone, gone))
    groups = (*new.groups, *_kept_groups(old, gone, known))
    shown = _ids(boxes, groups)
    used = {box.column for box in boxes}
    columns = {column.id: column for column in (*old.columns, *new.columns)}
    return replace(
        new,
        subtitle=subtitle,
        columns=tuple(columns[key] for key in (*STAGES, *FACTOR_ROLES) if key in columns and key in used),
        strands=_strands(old, new, _drawn_strands(boxes, groups)),
        strand_labels=tuple({**dict(old.strand_labels), **dict(new.strand_labels)}.items()),
        boxes=boxes,
        groups=groups,
        links=tuple(link for link in _links(old, new, changes) if {link.source, link.target} <= shown),
        notes=(*notes, *new.notes),
    )


def limited_view(view: View, keep: frozenset[str]) -> View:
    """Return what a view shows of the boxes `keep`; links, frames, columns and strands go with their boxes."""
    boxes = tuple(box for box in view.boxes if box.id in keep)
    framed, columns = {box.group for box in boxes}, {box.column for box in boxes}
    groups = tuple(group for group in view.groups if group.id in framed)
    shown = _ids(boxes, groups)
    own = _drawn_strands(boxes, groups)
    return replace(
        view,
        columns=tuple(column for column in view.columns if column.id in columns),
        strands=tuple(one for one in view.strands if one.id in own),
        boxes=boxes,
        groups=groups,
        links=tuple(link for link in view.links if {link.source, link.target} <= shown),
        stage_links=tuple(one for one in view.stage_links if {one.source, one.target} <= columns),
    )


def _ids(boxes: tuple[ViewBox, ...], groups: tuple[ViewGroup, ...]) -> set[str]:
    return {*(box.id for box in boxes), *(group.id for group in groups)}


def _marked(box: ViewBox, mark: Mark) -> ViewBox:
    return replace(box, mark=mark, label=f"{_SIGNS[mark]}{box.label}")


def _gone(box: ViewBox) -> ViewBox:
    return _marked(replace(box, badge=None), "dropped")


def _kept_groups(old: View, gone: tuple[ViewBox, ...], known: set[str]) -> tuple[ViewGroup, ...]:
    """Return the frames of the older view around what is no longer there."""
    framed = {box.group for box in gone}
    return tuple(group for group in old.groups if group.id in framed and group.id not in known)


def _drawn_strands(boxes: tuple[ViewBox, ...], groups: tuple[ViewGroup, ...]) -> set[str]:
    """Return the strands that something drawn belongs to alone, by which they have a lane and a look."""
    several = (*(box.strands for box in boxes), *(group.strands for group in groups))
    return {strands[0] for strands in several if len(strands) == 1}


def _with_newer_strands(old: View, newer: Mapping[str, str]) -> View:
    """Return the older view with the ids that its strands have in the newer one."""
    return replace(
        old,
        strands=tuple(replace(strand, id=newer.get(strand.id, strand.id)) for strand in old.strands),
        strand_labels=tuple((newer.get(key, key), label) for key, label in old.strand_labels),
        boxes=tuple(replace(box, strands=tuple(newer.get(key, key) for key in box.strands)) for box in old.boxes),
        groups=tuple(
            replace(group, strands=tuple(newer.get(key, key) for key in group.strands)) for group in old.groups
        ),
    )


def _strands(old: View, new: View, drawn: set[str]) -> tuple[Strand, ...]:
    """Return the strands that are drawn, in the order of the newer view; those that are gone come last."""
    tones = {key: place for place, (key, _) in enumerate(new.strand_labels)}
    tones.update({strand.id: strand.tone for strand in new.strands})
    labels = dict(new.strand_labels)
    strands = {strand.id: replace(strand, label=labels.get(strand.id, strand.label)) for strand in old.strands}
    strands.update({strand.id: strand for strand in new.strands})
    gone = [key for key in strands if key in drawn and key not in tones]
    first = max(tones.values(), default=-1) + 1
    tones.update({key: place for place, key in enumerate(gone, start=first)})
    kept = (replace(strand, tone=tones[key]) for key, strand in strands.items() if key in drawn)
    return tuple(sorted(kept, key=lambda strand: strand.tone))


def _links(old: View, new: View, changes: BoxChanges) -> tuple[ViewLink, ...]:
    earlier = {}
    for link in old.links:
        ends = (changes.id_of(link.source), changes.id_of(link.target))
        earlier[ends] = replace(link, source=ends[0], target=ends[1])
    later = {(link.source, link.target): link for link in new.links}
    kept = tuple(replace(link, mark=_mark(earlier.get(ends), link)) for ends, link in later.items())
    return (*kept, *(replace(link, mark="dropped") for ends, link in earlier.items() if ends not in later))


def _mark(before: ViewLink | None, link: ViewLink) -> Mark:
    if before is None:
        return "added"
    return "" if before == link else "changed"
