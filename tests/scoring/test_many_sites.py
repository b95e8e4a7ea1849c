"""Publication of tables with many sites: as safe as that of few."""

from __future__ import annotations

from itertools import count

import pytest

from scoring.recovery import ranges
from toc.scoring.suppression import Audit, CountTable, Relation, hidden_cells

CLASSES = ("improved", "others", "one_reading")


def many_sites(sites: int, outcomes: int = 3) -> tuple[CountTable, list[dict], list[dict]]:
    """Sites of few people with outcomes in each; sites add up, and no outcome has more than all."""
    turn = count(1)
    counts: dict = {}
    sums: list[dict] = []
    at_most: list[dict] = []

    def add(whole: tuple, parts: list[tuple]) -> None:
        counts[whole] = sum(counts[part] for part in parts)
        sums.append({whole: 1, **dict.fromkeys(parts, -1)})

    rows = ["all", *(f"outcome_{number}" for number in range(outcomes))]
    for site in range(sites):
        people = {each: next(turn) * 37 % 101 % 12 for each in CLASSES}
        for row in rows:
            for each in CLASSES:
                counts[row, str(site), each] = (
                    people[each] if row == "all" else next(turn) * 53 % 103 % (people[each] + 1)
                )
            add((row, str(site), "n"), [(row, str(site), each) for each in CLASSES])
        at_most += [
            {(row, str(site), each): 1, ("all", str(site), each): -1} for row in rows[1:] for each in CLASSES
        ]
    for row in rows:
        for each in (*CLASSES, "n"):
            add((row, "", each), [(row, str(site), each) for site in range(sites)])
        sums.append({(row, "", "n"): 1, **{(row, "", each): -1 for each in CLASSES}})
    relations = [*(relation(each) for each in sums), *(relation(each, at_most=True) for each in at_most)]
    return CountTable(counts, tuple(relations)), sums, at_most


def relation(factors: dict, *, at_most: bool = False) -> Relation:
    whole = tuple(cell for cell, factor in factors.items() if factor > 0)
    return Relation(whole, tuple(cell for cell, factor in factors.items() if factor < 0), at_most=at_most)


@pytest.mark.parametrize("show_zeros", [False, True])
def test_no_hidden_count_of_many_sites_can_be_recovered(*, show_zeros: bool) -> None:
    table, sums, at_most = many_sites(24)
    assert table.holds()
    small = table.small(5, hide_zeros=not show_zeros)
    hidden = hidden_cells(table, small, 5, hide_zeros=not show_zeros, most_tried=5)
    assert small <= hidden < table.counts.keys()
    shown = {cell: count for cell, count in table.counts.items() if cell not in hidden}
    listed = sorted(hidden)
    found = ranges(sums, shown, listed, least=int(show_zeros), at_most=at_most, of=listed[::15])
    assert {cell: ends for cell, ends in found.items() if ends[1] - ends[0] < 5} == {}


def test_the_audit_of_many_sites_finds_a_count_that_is_told_by_all_beside_it() -> None:
    table, _, _ = many_sites(24)
    hidden = hidden_cells(table, table.small(5, hide_zeros=True), 5, hide_zeros=True, most_tried=0)
    audit = Audit(table, 5, least=0)
    assert list(audit.told(hidden)) == []
    shown = next(cell for cell in sorted(hidden) if table.counts[cell] and cell[1])
    beside = next(each.cells for each in table.relations if shown in each.cells and not each.at_most)
    bared = hidden - set(beside) | {shown}
    assert shown in set(audit.told(bared))
