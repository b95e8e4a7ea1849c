"""Which other pages a box of one page refers to, by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from toc.diagram.cells_view import Cells
from toc.diagram.part import Part
from toc.diagram.view import View

__all__ = [
    "FIRST",
    "References",
    "cell_references",
    "home_references",
    "inside_references",
    "link_references",
    "told_pages",
    "united",
]

References = Mapping[str, tuple[int, ...]]
"""The numbers of the pages that a box or frame refers to, by its id."""
FIRST = 2
"""The number of the page of the first part; the overview stands before it."""


def link_references(whole: View, pages: Sequence[View]) -> tuple[References, ...]:
    """Return for each page where the links are that its boxes have in the whole figure, and not on it.

    Of several pages that show a link the first is named.
    """
    pairs = [(link.source, link.target) for link in whole.links]
    drawn = [{(link.source, link.target) for link in page.links} for page in pages]
    place = {pair: number for pair in pairs for number in _first(pair in own for own in drawn)}
    told = []
    for own in drawn:
        found: dict[str, set[int]] = defaultdict(set)
        for pair in pairs:
            if pair not in own and pair in place:
                for end in pair:
                    found[end].add(place[pair])
        told.append({end: tuple(sorted(numbers)) for end, numbers in found.items()})
    return tuple(told)


def home_references(parts: Sequence[Part], boxes: Iterable[str]) -> References:
    """Return the first page on which each of these is at home, where there is one."""
    homes = {box: _first(box in part.home for part in parts) for box in boxes}
    return {box: tuple(numbers) for box, numbers in homes.items() if numbers}


def inside_references(parts: Sequence[Part], wholes: Mapping[str, str]) -> References:
    """Return for each whole on which pages the parts are at home that it stands for."""
    homes = home_references(parts, wholes)
    return united(*({wholes[box]: numbers} for box, numbers in homes.items()))


def cell_references(parts: Sequence[Part], cells: Cells) -> References:
    """Return on which pages what stands in each cell of the overview is at home."""
    found: dict[str, tuple[int, ...]] = {}
    for number, part in enumerate(parts, FIRST):
        for cell in {cell for key, cell in cells.items() if key in part.home}:
            found[cell] = (*found.get(cell, ()), number)
    return found


def united(*references: References, but: int = 0) -> References:
    """Return all of them together, without the page `but`, which never refers to itself."""
    every: dict[str, set[int]] = defaultdict(set)
    for one in references:
        for key, numbers in one.items():
            every[key].update(set(numbers) - {but})
    return {key: tuple(sorted(numbers)) for key, numbers in every.items() if numbers}


def told_pages(numbers: Sequence[int]) -> str:
    """Return numbers in words: "3", "3, 5", "2, 4-7" with a dash for three or more in a row."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (f"{run[0]}\N{EN DASH}{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return ", ".join(told)


def _first(holds: Iterable[bool]) -> list[int]:
    return [number for number, is_there in enumerate(holds, FIRST) if is_there][:1]
