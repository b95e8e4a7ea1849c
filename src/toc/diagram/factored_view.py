"""A view with the factors around the theory, and their letters at what they act on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from toc.diagram.factor_letters import letter_of
from toc.diagram.figure_words import figure_words
from toc.diagram.shown import Shown, all_links
from toc.diagram.view import Tag, View, ViewFactor
from toc.model import FACTOR_ROLES, Factor, FactorRole, TheoryOfChange

__all__ = ["factored_view"]


BANDS: tuple[FactorRole, ...] = ("moderator", *(role for role in FACTOR_ROLES if role != "moderator"))
"""The roles from the uppermost band downwards: what acts on links is next to them."""


@dataclass(frozen=True, slots=True)
class _Targets:
    """What of a figure a factor acts on: boxes or opened wholes, and links by their ends."""

    boxes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.boxes or self.links)


def factored_view(view: View, theory: TheoryOfChange, shown: Shown, heading: Callable[[FactorRole], str]) -> View:
    """Return the view with the factors that are no boxes of it, by their role and in the order of the model.

    A factor acts on what it `affects` or leads to, and on the links that are `moderated_by` it. One that names
    nothing surrounds the whole and is shown; one all of whose targets are away is not, and a note counts these.
    Those of a role that is a column are boxes, or left out with the boxes that a view leaves out. A letter stands
    for the same factor in every view of the theory. `heading` words a role.
    """
    targets = {key: _targets_of(key, factor, theory, shown, view) for key, factor in theory.factors.items()}
    around = [key for role in BANDS for key, one in theory.factors.items() if one.role == role]
    around = [key for key in around if theory.factors[key].role not in (theory.figure.columns or ())]
    kept = {
        key: letter_of(number)
        for number, key in enumerate(around)
        if targets[key] or not _names_something(key, theory)
    }
    factors = tuple(
        ViewFactor(
            key,
            letter,
            theory.factors[key].label.in_language(view.language),
            theory.factors[key].role,
            heading(theory.factors[key].role),
            targets[key].boxes,
            targets[key].links,
        )
        for key, letter in kept.items()
    )
    away = len(around) - len(kept)
    note = figure_words(view.language)["factors_away"].format(n=away)
    return _marked(replace(view, factors=factors, notes=(*view.notes, note) if away else view.notes))


def _marked(view: View) -> View:
    """Put the letter of each factor at the boxes and links on which it acts."""
    tags: dict[str, tuple[Tag, ...]] = defaultdict(tuple)
    letters: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for factor in view.factors:
        for box in factor.boxes:
            tags[box] += (Tag("factor", factor.sign, factor.label),)
        for link in factor.links:
            letters[link] += (factor.sign,)
    return replace(
        view,
        boxes=tuple(replace(box, tags=(*box.tags, *tags[box.id])) for box in view.boxes),
        groups=tuple(replace(group, tags=(*group.tags, *tags[group.id])) for group in view.groups),
        links=tuple(replace(link, factors=letters[link.source, link.target]) for link in view.links),
    )


def _targets_of(key: str, factor: Factor, theory: TheoryOfChange, shown: Shown, view: View) -> _Targets:
    drawn = {(link.source, link.target) for link in view.links}
    boxes: dict[str, None] = {}
    links: dict[tuple[str, str], None] = {}
    led = (link.target for link in theory.factor_links if link.source == key)
    for target in (*factor.affects, *_moderated(key, theory), *led):
        ends = [shown.end(end) for end in target.split(" -> ")]
        source, sink = ends[0], ends[-1]
        if source is None or sink is None:
            continue
        if source == sink:
            boxes[source] = None
        elif (source, sink) in drawn:
            links[source, sink] = None
    return _Targets(tuple(boxes), tuple(links))


def _moderated(key: str, theory: TheoryOfChange) -> Iterator[str]:
    return (link.name for link in all_links(theory) if key in link.moderated_by)


def _names_something(key: str, theory: TheoryOfChange) -> bool:
    """Whether a factor acts on anything at all, in the figure or not."""
    linked = (link for link in theory.factor_links if key in (link.source, link.target))
    return bool(theory.factors[key].affects) or any(_moderated(key, theory)) or any(linked)
