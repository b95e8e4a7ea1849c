"""`Neighbourhoods`: the cells near a cell, within which it can be looked at without the rest of a large table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from toc.scoring.suppression.count_table import Cell, CountTable, Relation

__all__ = ["Neighbourhoods"]

_SMALL = 250
"""A table of so many counts is looked at as a whole."""

_CLOSE = 100
"""How many cells the block of a cell may have, in the mean over all cells."""

_MOST_BLOCKS = 20


class _Reach(NamedTuple):
    """How far a neighbourhood goes; `room` and `most` are in widths, `cells` in cells.

    It grows until hidden counts of `room` stand in each of its sums; a block gives room of `most` at most, so that
    with a low one not all look to the few largest.
    """

    room: int
    most: int
    cells: int


_REACHES = (_Reach(2, 1, 80), _Reach(2, 100, 200), _Reach(8, 100, 400))


class Neighbourhoods:
    """A table in blocks: cells that hang together closely, as those of one site do.

    The longest relations, as those that sum many sites, lie between blocks; what they are is taken from the table
    alone. A neighbourhood is a block with a few others, through which these sums can be made up for.
    """

    def __init__(self, table: CountTable, width: int) -> None:
        self._table = table
        self._width = width
        self._of_cell: dict[Cell, list[Relation]] = defaultdict(list)
        for relation in table.relations:
            for cell in set(relation.cells):
                self._of_cell[cell].append(relation)
        self._blocks = _blocks(table)
        self._block = {cell: number for number, block in enumerate(self._blocks) for cell in block}
        self._between: list[dict[int, list[Cell]]] = []
        self._around: dict[int, list[int]] = defaultdict(list)
        self._rooms: dict[int, dict[int, int]] = {}
        self._chosen: dict[tuple[int, _Reach], list[int]] = {}
        for relation in table.relations:
            self._put_between(relation)

    def relations(self, cell: Cell) -> Sequence[Relation]:
        """Return the relations in which a cell stands, in the order of the table."""
        return self._of_cell[cell]

    def around(self, cell: Cell, hidden: Collection[Cell]) -> Iterator[frozenset[Cell]]:
        """Yield ever other sets of hidden cells with this one; the last holds all to which it is tied at all."""
        if len(self._table.counts) > _SMALL:
            for reach in _REACHES:
                chosen = self._chosen_near(self._block[cell], hidden, reach)
                yield frozenset(each for number in chosen for each in self._blocks[number] if each in hidden)
        yield self._tied(cell, hidden)

    def _chosen_near(self, block: int, hidden: Collection[Cell], reach: _Reach) -> list[int]:
        # Which are the best to look at does not hang on a few cells more or less, so they are chosen once.
        if (block, reach) not in self._chosen:
            self._chosen[block, reach] = self._grown(block, hidden, reach)
        return self._chosen[block, reach]

    def _put_between(self, relation: Relation) -> None:
        of_block: dict[int, list[Cell]] = defaultdict(list)
        for cell in relation.cells:
            of_block[self._block[cell]].append(cell)
        if len(of_block) > 1:
            for number in of_block:
                self._around[number].append(len(self._between))
            self._between.append(of_block)

    def _grown(self, block: int, hidden: Collection[Cell], reach: _Reach) -> list[int]:
        """Add to a block others until in every sum some of them can make up for what changes in one."""
        chosen, size = [block], 0
        while size <= reach.cells and len(chosen) < _MOST_BLOCKS:
            gain = self._gain(chosen, hidden, reach)
            if not gain:
                break
            best = max(gain.values())
            equal = [number for number, each in gain.items() if each == best]
            # The next one in turn, so that not all lean on the same block.
            chosen.append(min(equal, key=lambda number: (number - block) % len(self._blocks)))
            size = sum(len(self._blocks[number]) for number in chosen)
        return chosen

    def _gain(self, chosen: Sequence[int], hidden: Collection[Cell], reach: _Reach) -> Mapping[int, int]:
        """Tell for each other block what it would bring to the sums that leave those chosen too little room."""
        room, most = reach.room * self._width, reach.most * self._width
        gain: Counter[int] = Counter()
        for number in {each for block in chosen for each in self._around[block]}:
            rooms = self._rooms_in(number, hidden)
            within = [rooms[block] for block in chosen if block in rooms]
            if len(within) == 1 or 0 < sum(within) < room:
                gain.update({block: 1 + min(each, most) for block, each in rooms.items()})
        return {block: each for block, each in gain.items() if block not in chosen}

    def _rooms_in(self, number: int, hidden: Collection[Cell]) -> Mapping[int, int]:
        """Return for each block that has hidden cells in a sum what they count."""
        if number not in self._rooms:
            cells = {
                block: [cell for cell in of_block if cell in hidden]
                for block, of_block in self._between[number].items()
            }
            self._rooms[number] = {
                block: sum(self._table.counts[cell] for cell in those) for block, those in cells.items() if those
            }
        return self._rooms[number]

    def _tied(self, cell: Cell, hidden: Collection[Cell]) -> frozenset[Cell]:
        """Return all hidden cells that hang together with one, through whatever many relations."""
        found, ahead, seen = {cell}, [cell], set()
        while ahead:
            for relation in self._of_cell[ahead.pop()]:
                if id(relation) not in seen:
                    seen.add(id(relation))
                    near = {each for each in relation.cells if each in hidden and each not in found}
                    ahead.extend(near)
                    found |= near
        return frozenset(found)


def _blocks(table: CountTable) -> list[list[Cell]]:
    """Cut the longest relations, those of one length together, until most cells are in a small block."""
    lengths = sorted({len(set(relation.cells)) for relation in table.relations}, reverse=True)
    for longest in lengths:
        blocks = _joined(table, [each for each in table.relations if len(set(each.cells)) <= longest])
        if sum(len(block) ** 2 for block in blocks) <= _CLOSE * len(table.counts):
            return blocks
    return _joined(table, [])


def _joined(table: CountTable, relations: Collection[Relation]) -> list[list[Cell]]:
    """Put the cells that these relations join into one block each, in the order of the table."""
    parent = {cell: cell for cell in table.counts}

    def first(cell: Cell) -> Cell:
        while parent[cell] != cell:
            parent[cell] = cell = parent[parent[cell]]
        return cell

    for relation in relations:
        cells = relation.cells
        for cell in cells[1:]:
            parent[first(cell)] = first(cells[0])
    blocks: dict[Cell, list[Cell]] = defaultdict(list)
    for cell in table.counts:
        blocks[first(cell)].append(cell)
    return list(blocks.values())
