"""A published coverage that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["coverage_above_everyone"]


def coverage_above_everyone(context: Context) -> Iterator[Hit]:
    """TOC322: more people with two assessments than there are people."""
    coverage = context.theory.coverage
    if coverage is not None and coverage.with_two > coverage.people:
        words = {"people": coverage.people, "with_two": coverage.with_two}
        path = ("coverage", "with_two")
        yield Hit("TOC322", "coverage", words, path=path, other=("coverage", "people"))
