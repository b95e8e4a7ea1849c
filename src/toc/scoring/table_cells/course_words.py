"""What becomes of a person in many groups of indicators, added up in few whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toc.scoring.change import Change
from toc.scoring.indicator_groups import Group
from toc.scoring.pair_cells import Course

__all__ = ["Slot", "slots_of"]

_BITS = 52
"""How many bits of a number are used, so that no library loses one where it divides."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a group of indicators has its counts: in the number `word`, from the bit `at` on, `bits` for each of
    series, pairs, improved and worsened.
    """

    group: Group
    members: frozenset[str]
    word: int
    at: int
    bits: int

    def weight(self, change: Change | None) -> int:
        """Return what one series adds to the word."""
        counts = (1, change is not None, change == "improved", change == "worsened")
        return sum(int(each) << self.at + self.bits * place for place, each in enumerate(counts))

    @property
    def below(self) -> int:
        """What the word is divided by to begin with these counts."""
        return 1 << self.at

    @property
    def base(self) -> int:
        """What the word is then divided by to leave nothing but these counts."""
        return 1 << 4 * self.bits

    def course(self, counts: int) -> Course | None:
        """Return what became of somebody with these counts, None where there is no series."""
        series, *rest = (counts >> self.bits * place & (1 << self.bits) - 1 for place in range(4))
        return Course(*rest) if series else None


def slots_of(
    groups: Mapping[Group, frozenset[str]], classified: Iterable[str], informants: int, *, several_only: bool
) -> Iterator[Slot]:
    """Give every group with a classified indicator its place; `informants` is how many one person may have.

    With `several_only` groups of one indicator have none.
    """
    known = frozenset(classified)
    word, at = 0, 0
    for group, all_members in groups.items():
        members = all_members & known
        if not members or (several_only and len(all_members) == 1):
            continue
        bits = (len(members) * informants).bit_length()
        if at + 4 * bits > _BITS:
            word, at = word + 1, 0
        yield Slot(group, members, word, at, bits)
        at += 4 * bits
