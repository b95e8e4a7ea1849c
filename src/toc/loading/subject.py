"""Whom something is about that stands in a file: the id, or the name of the link, at a path of keys."""

from __future__ import annotations

from collections.abc import Sequence

from toc.loading.sections import SINGLE_SECTIONS

__all__ = ["subject_of"]


def subject_of(path: Sequence[str | int]) -> str:
    """Return the id, link (`from -> to`) or section that the keys lead to; "" for the model as a whole."""
    words = [str(step) for step in path]
    if words[:1] == ["add"]:
        words = words[1:]
    if words[:1] == ["outcomes"]:
        words = words[1:]
    if len(words) < 2:
        return ""
    if words[0] in SINGLE_SECTIONS:
        return words[0]
    if len(words) > 3 and words[2] == "leads_to":
        return f"{words[1]} -> {words[3]}"
    if len(words) > 3 and words[2] == "engages":
        return f"{words[3]} -> {words[1]}"
    return words[1]
