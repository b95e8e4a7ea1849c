"""The figure of a theory with what came, what went and what is otherwise since an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toc.comparison import Change, Changes
from toc.diagram import BoxChanges, Choice, Mark, View, compared_view, languages_of, limited_view, view_of
from toc.diagram.figure_words import figure_words
from toc.diagram.shown import shown_boxes
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.chosen_theme import chosen_theme
from toc.reports.drawing import Drawing, drawing_of

__all__ = ["draw_changes"]

_COUNTED = ("boxes", "links", "indicators")
_DRAWN = ("boxes", "factors", "links")


def draw_changes(
    changes: Changes,
    *,
    page: str = "A4",
    strand: str | None = None,
    chain: str | None = None,
    who: str | None = None,
    language: str | None = None,
    theme: str | Path = "default",
) -> Drawing:
    """Draw the newer theory of a comparison with signs on all that differs: + added, – dropped, ~ changed.

    What was dropped stands where it stood, dashed. `strand`, `chain` and `who` limit the figure as in `toc.draw`,
    to what either theory shows of it; an id of the newer theory is found in the older one where it has another
    there. `language` is asked of both, and one that does not have it is shown in its own. All changes are counted
    below the figure, and how many of them have no sign of their own in it, as those of the targets of indicators.
    Boxes that are not among `changes` have no sign, and are not shown where only the older theory has them; links
    are compared as they are drawn. Raises `TocError` as `toc.draw` does, and for changes without their theories.
    """
    if changes.theories is None:
        raise TocError("These changes come without their theories.", hint="Compare again: toc.diff(old, new).")
    old, new = changes.theories
    was = {one.was for one in changes.of("strands") if one.was}
    look = chosen_theme(theme, len({*new.strands, *old.strands} - was))
    pair = _Pair(_drawn_alike(old, new, changes), new, changes, Choice(strand, chain, who), language)
    view = pair.view()
    words = figure_words(view.language)
    told = " ".join((*_summary(changes, words), *_unseen(pair, view, words)))
    return drawing_of(replace(view, theme=look, notes=(told, *view.notes)), page, new)


def _drawn_alike(old: TheoryOfChange, new: TheoryOfChange, changes: Changes) -> TheoryOfChange:
    """Return the older theory with the columns and opened wholes of the newer one.

    So no way of drawing is told as a change. Wholes that there are no more stay as they were.
    """
    was = {one.id: one.was for one in changes.of("boxes") if one.was}
    opened = [was.get(key, key) for key in new.figure.open]
    opened += [key for key in old.figure.open if key not in new.boxes and key not in {*was.values(), *opened}]
    figure = old.figure.model_copy(update={"columns": new.figure.columns, "open": tuple(opened)})
    return old.model_copy(update={"figure": figure})


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two theories, and which part of them is compared in which language."""

    old: TheoryOfChange
    new: TheoryOfChange
    changes: Changes
    choice: Choice
    language: str | None

    def view(self) -> View:
        """Return the comparison, limited to what is shown of either theory."""
        before, after = self._told_of(self._shown(self.old, Choice())), self._shown(self.new, Choice())
        language = self.language or after.language
        version = figure_words(language)["version"].format(version=self.old.version) if self.old.version else ""
        compared = figure_words(language)["compared"].format(old=f"{before.title}{version}")
        marks = _box_changes(self.changes)
        full = replace(compared_view(before, after, marks, subtitle=compared), language=language)
        if not self.choice.leaves_out:
            return full
        parts = self._parts()
        keep = frozenset(marks.id_of(box.id) for part in parts for box in part.boxes)
        about = "; ".join(filter(None, (parts[0].subtitle, compared)))
        limited = limited_view(full, keep)
        return replace(limited, subtitle=about, notes=parts[0].notes)

    def _told_of(self, before: View) -> View:
        """Return the older view without boxes that only the older theory has and of which nothing is told."""
        marks = _box_changes(self.changes)
        known = {*self.new.boxes, *self.new.factors}
        told = (box for box in before.boxes if marks.id_of(box.id) in known or box.id in marks.marks)
        return replace(before, boxes=tuple(told))

    def signed(self, view: View) -> Iterator[Change]:
        """Yield the changes that have a sign in a view: a link also at the wholes of its ends."""
        marks = _box_changes(self.changes)
        boxes = {box.id for box in view.boxes if box.mark}
        links = {(link.source, link.target) for link in view.links if link.mark}
        after = shown_boxes(self.new).stands_for
        before = {marks.id_of(key): marks.id_of(end) for key, end in shown_boxes(self.old).stands_for.items()}
        for one in self.changes:
            drawn = before if one.kind == "dropped" else after
            source, _, target = one.id.partition(" -> ")
            if one.section == "links":
                is_signed = (drawn.get(source, ""), drawn.get(target, "")) in links
            else:
                is_signed = one.section in _DRAWN and one.id in boxes
            if is_signed:
                yield one

    def _parts(self) -> list[View]:
        """Return what is chosen of the newer theory and of the older, without the one that has nothing of it."""
        sections = {"strand": "strands", "chain": "boxes", "who": "populations"}
        earlier = {
            wish: {one.id: one.was for one in self.changes.of(section) if one.was}
            for wish, section in sections.items()
        }
        wishes = {wish: getattr(self.choice, wish) for wish in sections}
        before = Choice(**{wish: earlier[wish].get(key, key) for wish, key in wishes.items()})
        parts: list[View] = []
        refusals: list[TocError] = []
        for theory, choice in ((self.new, self.choice), (self.old, before)):
            try:
                parts.append(self._shown(theory, choice))
            except TocError as refusal:
                refusals.append(refusal)
        if not parts:
            raise refusals[0]
        return parts

    def _shown(self, theory: TheoryOfChange, choice: Choice) -> View:
        known = any(self.language in languages_of(one) for one in (self.old, self.new))
        usual = known and self.language not in languages_of(theory)
        return view_of(theory, choice=choice, language=None if usual else self.language)


def _summary(changes: Changes, words: Mapping[str, str]) -> Iterator[str]:
    """Yield sentence by sentence how much came, went and is otherwise."""
    if not changes:
        yield words["nothing_changed"]
    for section in _COUNTED:
        counts = {kind: len(changes.of(section, kind)) for kind in ("added", "dropped", "changed")}
        told = ", ".join(words[f"count_{kind}"].format(n=n) for kind, n in counts.items() if n)
        if told:
            yield words[f"changed_{section}"].format(counts=told)
    rest = len(changes) - sum(len(changes.of(section)) for section in _COUNTED)
    if rest:
        yield words["changed_rest"].format(n=rest)


def _unseen(pair: _Pair, view: View, words: Mapping[str, str]) -> Iterator[str]:
    """Say how many of the changes no sign in the figure is of, and why."""
    drawn = {box.id for box in view.boxes} | {group.id for group in view.groups}
    signed = set(map(id, pair.signed(view)))
    unseen = [one for one in pair.changes if id(one) not in signed]
    away = sum(one.section in _DRAWN and not set(one.id.split(" -> ")) <= drawn for one in unseen)
    if away:
        yield words["unseen_outside" if pair.choice.leaves_out else "unseen_boxes"].format(n=away)
    if rest := len(unseen) - away:
        yield words["unseen_rest"].format(n=rest)
    if unseen:
        yield words["unseen_told"]


def _box_changes(changes: Changes) -> BoxChanges:
    """Mark every box but those that only have another id, which nobody sees in a figure; tell ids of strands."""
    found = (*changes.of("boxes"), *changes.of("factors"))
    marks: dict[str, Mark] = {one.id: one.kind for one in found if one.aspects != ("renamed",)}
    newer = {one.was: one.id for one in found if one.was}
    return BoxChanges(marks, newer, {one.was: one.id for one in changes.of("strands") if one.was})
