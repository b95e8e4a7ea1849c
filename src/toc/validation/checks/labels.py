"""Labels that stand twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toc.model import Entry, TheoryOfChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["duplicate_labels"]


def duplicate_labels(context: Context) -> Iterator[Hit]:
    """TOC118: entries of one kind with the same label, whatever its capitals and spaces.

    All outcomes are one kind, whatever their stage; an outcome and its indicator may share a label.
    """
    for kind in _kinds(context.theory):
        first: dict[str, str] = {}
        for key, entry in kind.items():
            label = " ".join(entry.label.casefold().split())
            if label in first:
                yield Hit("TOC118", key, {**words_of(entry), "other": first[label]})
            else:
                first[label] = key


def _kinds(theory: TheoryOfChange) -> Iterator[Mapping[str, Entry]]:
    outcomes = theory.outcomes
    yield from (theory.inputs, theory.participants, theory.activities, theory.outputs)
    yield {**outcomes.short_term, **outcomes.intermediate, **outcomes.long_term}
    yield from (theory.indicators, theory.assumptions, theory.factors, theory.strands, theory.populations)
