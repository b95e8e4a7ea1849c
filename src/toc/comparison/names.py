"""`Names`: the newer id of everything that the older theory names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from toc.comparison.identity import Known, renames
from toc.comparison.sections import SECTIONS, entries_of
from toc.model import Strict, TheoryOfChange

__all__ = ["Names", "names_between"]

_NAMED_IN = {
    "part_of": "boxes",
    "measures": "boxes",
    "figure.open": "boxes",
    "affects": "boxes",
    "who": "populations",
    "strand": "strands",
    "scale": "scales",
    "unit": "units",
    "contributors": "contributors",
    "assumptions": "assumptions",
    "moderated_by": "factors",
    "evidence.for": "studies",
    "evidence.against": "studies",
    "cite": "sources",
}
"""Which section an id that stands under a key comes from."""


@dataclass(frozen=True, slots=True)
class Names:
    """`newer` holds, section by section, the newer id of each entry that has another id now."""

    newer: Mapping[str, Mapping[str, str]]

    def of(self, section: str, key: str) -> str:
        """Return the newer id of an entry of the older theory; its own where it kept it or is gone."""
        return self.newer.get(section, {}).get(key, key)

    def of_end(self, key: str) -> str:
        """Return the newer id of what stands at an end of a link: a box, or a factor."""
        return self.newer.get("boxes", {}).get(key) or self.of("factors", key)

    def under(self, field: str, value: str) -> str:
        """Return an id as the newer theory has it, by the key under which it stands; other words unchanged."""
        section = _NAMED_IN.get(field, "")
        if section == "sources":
            source, blank, where = value.partition(" ")
            return f"{self.of(section, source)}{blank}{where}"
        if field == "affects" and " -> " in value:
            return " -> ".join(map(self.of_end, value.split(" -> ")))
        return self.of_end(value) if section == "boxes" else self.of(section, value)


def names_between(old: TheoryOfChange, new: TheoryOfChange) -> Names:
    """Find what has another id in the newer theory, in every section that people read."""
    return Names({section: renames(_known(old, section), _known(new, section)) for section in SECTIONS})


def _known(theory: TheoryOfChange, section: str) -> dict[str, Known]:
    beside = _beside(theory) if section in ("boxes", "factors") else {}
    return {
        key: Known(_label(entry), _place(entry), frozenset(beside.get(key, ())))
        for key, entry in entries_of(theory, section).items()
    }


def _label(entry: Strict) -> str:
    return str(getattr(entry, "label", None) or getattr(entry, "title", None) or "")


def _place(entry: Strict) -> str:
    stage = getattr(entry, "stage", None) or getattr(entry, "role", None)
    return str(stage) if stage else " ".join(sorted(getattr(entry, "who", ())))


def _beside(theory: TheoryOfChange) -> dict[str, set[str]]:
    """Return the labels of what is linked to each box or factor, of its whole, and where it is cited."""
    beside: dict[str, set[str]] = defaultdict(set)
    entries = {**theory.boxes, **theory.factors}
    for link in (*theory.links, *theory.factor_links):
        beside[link.source].add(str(entries[link.target].label))
        beside[link.target].add(str(entries[link.source].label))
    for key, box in theory.boxes.items():
        if box.part_of in entries:
            beside[key].add(str(entries[box.part_of].label))
        beside[key].update(map(str, box.cite))
    return beside
