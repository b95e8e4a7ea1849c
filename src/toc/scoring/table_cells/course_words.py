"""What becomes of a person in many groups of indicators, added up in few whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from toc.errors import TocError
from toc.scoring.change import Change
from toc.scoring.indicator_groups import Group
from toc.scoring.pair_cells import Course
from toc.scoring.table_cells.moves import Move

__all__ = ["CourseWords", "Slot", "course_words"]

_BITS = 52
"""How many bits of a number are used, the most of which none is lost where libraries divide."""

_MOST = (1 << _BITS // 4) - 1
"""How many series of one person can be counted in one number, four times over."""


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


@dataclass(frozen=True, slots=True)
class CourseWords:
    """The numbers in which everything about a person is added up.

    The lowest `bits` of the first count the series with two readings to compare, on whatever scale; then come the
    counts of `slots`.
    """

    slots: tuple[Slot, ...]
    bits: int

    @property
    def names(self) -> list[str]:
        """The names of the columns, at least one."""
        return [f"word_{at}" for at in range(self.slots[-1].word + 1 if self.slots else 1)]

    def weights(self, move: Move) -> list[int]:
        """Return what one series adds to each word."""
        words = [0 for _ in self.names]
        words[0] = int(move.two is not None)
        for slot in self.slots:
            if move.indicator in slot.members:
                words[slot.word] += slot.weight(move.change)
        return words


def course_words(
    groups: Mapping[Group, frozenset[str]],
    moves: Collection[Move],
    informants: int,
    longest: Callable[[], int],
    *,
    several_only: bool,
) -> CourseWords:
    """Give every group with a classified indicator its place; `informants` is how many one person may have.

    `longest` counts the series of the person with the most of them, and is asked only where so many informants
    leave too little place. With `several_only` groups of one indicator have none. Raises `TocError` where somebody
    has more series than one number can count.
    """
    series = len({move.indicator for move in moves}) * informants
    classified = frozenset(move.indicator for move in moves if move.classified)
    wanted = {
        group: members & classified
        for group, members in groups.items()
        if members & classified and not (several_only and len(members) == 1)
    }
    most = max((len(members) * informants for members in wanted.values()), default=0)
    if most > _MOST:
        most = longest()
    if most > _MOST:
        raise TocError(
            f"One person has more than {_MOST:,} series of readings, which are too many to be counted.",
            hint="Look whether `person` and `informant` are the right columns.",
        )
    return CourseWords(tuple(_slots(wanted, informants, most, series.bit_length())), series.bit_length())


def _slots(groups: Mapping[Group, frozenset[str]], informants: int, most: int, at: int) -> Iterator[Slot]:
    word = 0
    for group, members in groups.items():
        bits = min(len(members) * informants, most).bit_length()
        if at + 4 * bits > _BITS:
            word, at = word + 1, 0
        yield Slot(group, members, word, at, bits)
        at += 4 * bits
