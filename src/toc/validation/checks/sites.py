"""What a site may not do to the base that it shares with other sites."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import leading_to
from toc.model import Derivation, Outcome, Output, SiteChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = [
    "added_activities_without_path",
    "changes_without_reason",
    "dropped_required_outcomes",
    "locked_entries_dropped",
    "locked_fields_changed",
]

_OUTPUT_FIGURES = frozenset(("count", "unit", "qualifier"))


def dropped_required_outcomes(context: Context) -> Iterator[Hit]:
    """TOC601: required outcomes of the base that the site leaves out."""
    for base, change in _each(context, "dropped"):
        box = base.base.boxes.get(change.subject)
        if isinstance(box, Outcome) and box.required:
            yield Hit("TOC601", change.subject, words_of(box), place=change.place)


def added_activities_without_path(context: Context) -> Iterator[Hit]:
    """TOC602: activities that the site adds and that lead to no outcome."""
    derivation, theory = context.theory.derivation, context.theory
    added = [box for box in derivation.added if box in theory.activities] if derivation else []
    useful = leading_to(context.graph, context.outcomes) if added else frozenset()
    for box in added:
        if box not in useful:
            yield Hit("TOC602", box, words_of(theory.boxes[box]))


def changes_without_reason(context: Context) -> Iterator[Hit]:
    """TOC609: changes and drops without a reason; an output's own figures need none."""
    for base, change in _each(context, "changed"):
        figures = isinstance(base.base.boxes.get(change.subject), Output) and set(change.fields) <= _OUTPUT_FIGURES
        if not figures and not change.reason.strip():
            yield Hit("TOC609", change.subject, {"id": change.subject, "verb": "changes"}, place=change.place)
    for _, change in _each(context, "dropped"):
        if not change.reason.strip():
            yield Hit("TOC609", change.subject, {"id": change.subject, "verb": "drops"}, place=change.place)


def locked_fields_changed(context: Context) -> Iterator[Hit]:
    """TOC611: changes of an entry, or of one field of it, that the base has locked."""
    for base, change in _each(context, "changed"):
        locked = frozenset(base.base.locked)
        names = [name for name in (change.subject, *_fields(change)) if name in locked]
        if names:
            yield Hit("TOC611", change.subject, {"locked": ", ".join(names)}, place=change.place)


def _fields(change: SiteChange) -> Iterator[str]:
    return (f"{change.subject}.{name}" for name in change.fields)


def locked_entries_dropped(context: Context) -> Iterator[Hit]:
    """TOC612: entries that the site leaves out although the base has locked them or a field of them."""
    for base, change in _each(context, "dropped"):
        if any(name.partition(".")[0] == change.subject for name in base.base.locked):
            yield Hit("TOC612", change.subject, {"id": change.subject}, place=change.place)


def _each(context: Context, which: str) -> Iterator[tuple[Derivation, SiteChange]]:
    derivation = context.theory.derivation
    if derivation is not None:
        changes = derivation.changed if which == "changed" else derivation.dropped
        for change in changes:
            yield derivation, change
