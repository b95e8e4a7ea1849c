"""What two blocks of a column cost in either order, and what it costs to move one of them."""

from __future__ import annotations

from operator import add

__all__ = ["pair_costs", "path_changes", "preference"]


def preference(step: int, drift: int) -> int:
    """What decides between places of equal cost: to stay near, or to go far one way."""
    return drift * step if drift else abs(step)


def pair_costs(places: list[list[list[float]]]) -> list[list[int]]:
    """For every two blocks how many of their arrows cross when the first stands above the second."""
    count = len(places)
    costs = [[0] * count for _ in places]
    for side in range(len(places[0]) if places else 0):
        ends = sorted((place, number) for number, block in enumerate(places) for place in block[side])
        above: dict[float, list[int]] = {}
        seen = [0] * count
        for place, number in ends:
            if place not in above:
                above[place] = seen.copy()
            seen[number] += 1
        for number, block in enumerate(places):
            for place in block[side]:
                costs[number] = list(map(add, costs[number], above[place]))
    return costs


def path_changes(here: int, rows: list[int], costs: list[list[int]]) -> list[int]:
    """How the count of crossings would change if the one at `here` stood at each place instead."""
    own = rows[here]
    changes = [0] * len(rows)
    for place in range(here - 1, -1, -1):
        other = rows[place]
        changes[place] = changes[place + 1] + costs[own][other] - costs[other][own]
    for place in range(here + 1, len(rows)):
        other = rows[place]
        changes[place] = changes[place - 1] + costs[other][own] - costs[own][other]
    return changes
