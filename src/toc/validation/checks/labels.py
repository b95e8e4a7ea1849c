"""Labels that stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toc.model import Entry, TheoryOfChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["duplicate_labels", "labelled", "path_of"]


def duplicate_labels(context: Context) -> Iterator[Hit]:
    """TOC118: entries of one kind with the same label, whatever its capitals and spaces.

    All outcomes are one kind, whatever their stage; an outcome and its indicator may share a label.
    """
    for section, kind in labelled(context.theory):
        first: dict[str, str] = {}
        for key, entry in kind.items():
            label = " ".join(entry.label.casefold().split())
            if label in first:
                words = {**words_of(entry), "other": first[label]}
                here, other = (path_of(context.theory, section, one) for one in (key, first[label]))
                yield Hit("TOC118", key, words, here, other=other)
            else:
                first[label] = key


def labelled(theory: TheoryOfChange) -> Iterator[tuple[str, Mapping[str, Entry]]]:
    """Yield the entries of each kind by their id, with the section in which they stand."""
    outcomes = theory.outcomes
    for section in ("inputs", "participants", "activities", "outputs"):
        yield section, getattr(theory, section)
    yield "outcomes", {**outcomes.short_term, **outcomes.intermediate, **outcomes.long_term}
    for section in ("indicators", "assumptions", "factors", "strands", "populations"):
        yield section, getattr(theory, section)


def path_of(theory: TheoryOfChange, section: str, key: str) -> tuple[str, ...]:
    """Return the keys under which an entry of a section stands; a box may have the id of a population."""
    return theory.path_of(key) if section == "outcomes" else (section, key)
