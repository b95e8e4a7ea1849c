"""The whole as which a part is drawn where it is not drawn itself."""

from __future__ import annotations

from collections.abc import Mapping

from toc.model import TheoryOfChange

__all__ = ["nearest_wholes", "outermost_wholes"]


def outermost_wholes(theory: TheoryOfChange, drawn: frozenset[str]) -> Mapping[str, str]:
    """Return for each part the outermost of the `drawn` wholes that it is in, at any depth."""
    found = {}
    for key in theory.boxes:
        above = [whole for whole in _above(theory, key) if whole in drawn]
        if key in drawn and above:
            found[key] = above[-1]
    return found


def nearest_wholes(theory: TheoryOfChange, parts: frozenset[str], drawn: frozenset[str]) -> Mapping[str, str]:
    """Return for each of these parts the nearest whole around it that is drawn, in the order of the model."""
    found = {}
    for key in theory.boxes:
        above = [whole for whole in _above(theory, key) if whole in drawn]
        if key in parts and above:
            found[key] = above[0]
    return found


def _above(theory: TheoryOfChange, key: str) -> list[str]:
    """Return the wholes around a part, from the nearest to the outermost."""
    found: list[str] = []
    whole = theory.boxes[key].part_of
    while whole is not None and whole in theory.boxes and whole not in found and whole != key:
        found.append(whole)
        whole = theory.boxes[whole].part_of
    return found
