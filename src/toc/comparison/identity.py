"""Which entry of the older theory is which of the newer, also where it has got another id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

__all__ = ["Known", "renames"]

_MOST_COMPARED = 20_000
"""Pairs of labels compared letter by letter; above it only equal labels count."""
_NEAR = 0.8
"""From here on two labels of one stage are taken for the same words, mended."""
_NEAR_BESIDE = 0.5
"""The same where also most of what they are linked to is the same."""


@dataclass(frozen=True, slots=True)
class Known:
    """By what an entry is known besides its id: its label, where it stands, and what is beside it.

    `place` is its stage, or whom it is about; `beside` are the words of what it is linked to and part of.
    """

    label: str
    place: str = ""
    beside: frozenset[str] = frozenset()


def renames(old: Mapping[str, Known], new: Mapping[str, Known]) -> dict[str, str]:
    """Return the newer id of each entry that has another id now.

    An id that both theories have is the same entry, whatever it says. Of the others, two are the same entry
    where their labels are equal but for capitals and spaces, or nearly so and they stand at one place. Each is
    paired once, the most alike first; what is equally alike goes by the order of the newer theory.
    """
    gone = {key: known for key, known in old.items() if key not in new and known.label}
    come = {key: known for key, known in new.items() if key not in old and known.label}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, before, after in sorted(_alike(gone, come)):
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def _alike(gone: Mapping[str, Known], come: Mapping[str, Known]) -> list[tuple[float, int, str, str]]:
    """Return `(distance, place in the newer theory, older id, newer id)` of every two that could be one entry."""
    fuzzy = len(gone) * len(come) <= _MOST_COMPARED
    by_label: dict[str, list[str]] = defaultdict(list)
    for key, known in gone.items():
        by_label[_plain(known.label)].append(key)
    listed = []
    for place, (key, known) in enumerate(come.items()):
        for other in gone if fuzzy else by_label[_plain(known.label)]:
            likeness = _likeness(gone[other], known)
            if likeness:
                listed.append((-likeness, place, other, key))
    return listed


def _likeness(one: Known, other: Known) -> float:
    """Return how sure it is that two are one entry; 0 where they are not.

    Equal words come before near ones, then the same place, then the same neighbours.
    """
    first, second = _plain(one.label), _plain(other.label)
    beside = _shared(one.beside, other.beside)
    if first == second:
        return 4 + 2 * (one.place == other.place) + beside
    if one.place != other.place:
        return 0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    least = _NEAR_BESIDE if beside > 0.5 else _NEAR
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0
    near = matcher.ratio()
    return near + beside if near >= least else 0


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    both = one | other
    return len(one & other) / len(both) if both else 0.0


def _plain(label: str) -> str:
    return " ".join(label.casefold().split())
