"""A text in which the places of its faults are marked: «word» stands where a fault is said to be."""

from __future__ import annotations

import re

from toc.errors import Fault
from toc.places import Place

HEAD = "toc: 1\nid: m\ntitle: T\n"

Told = tuple[str, str, str, str] | tuple[str, str, str, str, int]
"""The kind, message, hint and subject of a fault; the number of the mark of its other place, where it has one."""


def unmarked(text: str, file: str = "<text>") -> tuple[str, list[Place]]:
    """Return the text without its marks, and the place of each."""
    clean, places = "", []
    for index, part in enumerate(re.split("[«»]", text)):
        if index % 2:
            lines = clean.split("\n")
            places.append(Place(file, len(lines), len(lines[-1]) + 1, max(len(part), 1)))
        clean += part
    return clean, places


def told_faults(told: list[Told], places: list[Place]) -> tuple[Fault, ...]:
    """Return the faults as they must be told, each at the next mark that is not another's other place."""
    others = {one[4] for one in told if len(one) == 5}
    own = [place for index, place in enumerate(places) if index not in others]
    return tuple(
        Fault(one[0], one[1], place, one[2], one[3], places[one[4]] if len(one) == 5 else None)
        for one, place in zip(told, own, strict=True)
    )
