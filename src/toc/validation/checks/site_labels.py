"""Labels of a site that say something else than those of its base."""

from __future__ import annotations

from collections.abc import Iterator

from toc.model import Outcome, Output, Population, TheoryOfChange, Unit
from toc.validation.checks.site_levels import site_changes
from toc.validation.checks.wordings import likeness
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["labels_of_another_meaning"]


def labels_of_another_meaning(context: Context) -> Iterator[Hit]:
    """TOC608: labels of outputs, outcomes, populations and units that share few words with those of the base.

    These are what sites are compared on and what is added up; inputs and activities may be local. Texts that
    are in no language of both are passed over.
    """
    least: float | None = None
    for site, base, change in site_changes(context.theory, "changed"):
        if "label" in change.fields:
            before, after = _shared(base, change.subject), _shared(site, change.subject)
            if before is not None and after is not None:
                least = context.number("TOC608", "similarity") if least is None else least
                if likeness(before.label, base, after.label, site) < least:
                    words = {**words_of(before), "local": words_of(after)["label"]}
                    other = context.theory.path_of(change.subject)
                    yield Hit("TOC608", change.subject, words, place=change.place, other=other)


def _shared(theory: TheoryOfChange, subject: str) -> Output | Outcome | Population | Unit | None:
    box = theory.boxes.get(subject)
    if isinstance(box, Output | Outcome):
        return box
    if box is not None:
        return None
    return theory.populations.get(subject) or theory.units.get(subject)
