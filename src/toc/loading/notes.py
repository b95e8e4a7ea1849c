"""Which of the things told of a file are notes: worth a finding, but no reason to refuse the model."""

from __future__ import annotations

from collections.abc import Iterable

from toc.errors import Fault

__all__ = ["faults_and_notes"]

_NOTES = frozenset(
    (
        "implicit-type",
        "hidden-characters",
        "unused-anchor",
        "duplicate-link",
        "site-file-missing",
        "site-of-another-base",
        "site-of-another-id",
    )
)


def faults_and_notes(told: Iterable[Fault]) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Return the faults and the notes of what is told; a note on the line of a fault is left to that fault.

    Of what stands twice in a list on that line another id may be at fault: it is told.
    """
    everything = tuple(told)
    faults = tuple(one for one in everything if one.kind not in _NOTES)
    lines = {(one.place.file, one.place.line) for one in faults if one.place}
    subjects = {one.subject for one in faults}
    notes = (one for one in everything if one.kind in _NOTES and one.place)
    return faults, tuple(
        one
        for one in notes
        if (one.place and (one.place.file, one.place.line) not in lines)
        or (one.kind == "duplicate-link" and one.subject not in subjects)
    )
