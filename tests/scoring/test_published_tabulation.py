"""What is hidden of a table of counts cannot be worked out from it; known answers by hand."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toc.errors import TocError
from toc.scoring import for_publication, tabulate
from toc.scoring.published_tabulation import tabulated_counts
from toc.scoring.suppression import Audit

SQUARE = [
    {"contact": "Directly", "boys": 25, "girls": 21, "not recorded": 5, "total": 51},
    {"contact": "In family", "boys": 51, "girls": 40, "not recorded": 3, "total": 94},
]


def test_a_small_cell_takes_three_others_with_it_so_that_no_sum_gives_it_away() -> None:
    table = for_publication(tabulate(SQUARE, unit="children"))
    assert len(table.hidden_cells) == 4
    assert {row for row, _ in table.hidden_cells} == {0, 1}
    assert (1, 2) in table.hidden_cells
    assert [(one.count, one.hidden) for one in (*table.rows, table.total)] == [(51, ()), (94, ()), (145, ())]
    assert [table.cells[row][column] for row, column in table.hidden_cells] == [None] * 4


def test_a_small_category_of_a_single_count_takes_the_next_smallest_with_it() -> None:
    table = for_publication(
        tabulate([{"age": name, "children": n} for name, n in (("a", 20), ("b", 3), ("c", 30))])
    )
    assert [row.count for row in table.rows] == [None, None, 30]
    assert table.total.count == 53


def test_shares_of_those_recorded_go_where_the_number_not_recorded_is_hidden() -> None:
    rows = [{"age": "a", "children": 20}, {"age": "b", "children": 3}, {"age": "Not recorded", "children": 4}]
    table = for_publication(tabulate(rows))
    assert [row.hidden for row in table.rows] == [
        ("share_recorded",),
        ("count", "share", "share_recorded"),
        ("count", "share"),
    ]
    assert (table.rows[0].share, table.rows[0].share_recorded, table.rows[1].at_least) == (20 / 27, None, None)


def test_printed_totals_of_what_is_hidden_are_not_shown_either() -> None:
    rows = [{"age": "a", "boys": 1, "girls": 2, "total": 3}, {"age": "b", "boys": 20, "girls": 30, "total": 50}]
    table = for_publication(tabulate(rows, against={"a": 4}))
    assert "a" not in {check.name for check in table.checks}
    assert "4" not in str(table.to_dict()["checks"])


def test_nothing_hidden_stands_in_any_output() -> None:
    rows = [{"age": "a", "boys": 4711, "girls": 3}, {"age": "b", "boys": 4713, "girls": 4719}]
    table = for_publication(tabulate(rows))
    shown = {number for row in table.cells for number in row}
    gone = {4711, 4713, 4719, 3} - shown
    assert 3 in gone
    told = f"{table.to_dict()}{table.to_dicts()}{table._repr_html_()}{table!r}{table}"
    assert [number for number in gone - {3} if str(number) in told] == []


def test_an_empty_cell_is_taken_for_what_the_totals_leave_for_it() -> None:
    rows = [
        {"who": "a", "n1": 30, "n2": None, "total": 30},
        {"who": "b", "n1": 20, "n2": 20, "total": 40},
    ]
    counts = tabulated_counts(tabulate(rows)).counts
    assert counts["cell", "0", "1"] == 0
    assert for_publication(tabulate(rows)).empty_note == ""


def test_a_table_whose_empty_cells_stay_open_cannot_be_judged() -> None:
    with pytest.raises(TocError, match="empty cells that its totals leave open"):
        for_publication(tabulate([{"age": "a", "boys": 30, "girls": None}]))


def test_a_table_without_small_numbers_is_shown_whole() -> None:
    table = tabulate([{"age": "a", "children": 5}, {"age": "b", "children": 12}])
    published = for_publication(table)
    assert (published.rows, published.total, published.hidden_cells) == (table.rows, table.total, frozenset())
    with pytest.raises(TocError, match="for publication already"):
        for_publication(published)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=4
        )
    ),
    st.integers(2, 6),
    st.booleans(),
)
def test_no_hidden_count_of_any_table_can_be_worked_out(
    cells: list[list[int]],
    threshold: int,
    show_zeros: bool,  # noqa: FBT001  # hypothesis passes it by its place
) -> None:
    rows = [
        {"of": f"r{number}", **{f"c{place}": count for place, count in enumerate(row)}, "total": sum(row)}
        for number, row in enumerate(cells)
    ]
    table = tabulate(rows)
    try:
        published = for_publication(table, threshold=threshold, show_zeros=show_zeros)
    except TocError:
        return  # where nothing that may be hidden helps, nothing is shown
    counts = tabulated_counts(table)
    hidden = {("cell", str(row), str(column)) for row, column in published.hidden_cells}
    hidden |= {("row", str(place), "") for place, row in enumerate(published.rows) if "count" in row.hidden}
    hidden |= {("column", "", str(place)) for place, one in enumerate(published.columns) if "count" in one.hidden}
    hidden |= {("total", "", "")} if "count" in published.total.hidden else set()
    least = 1 if show_zeros else 0
    assert list(Audit(counts, threshold, least=least).told(hidden)) == []
    assert counts.small(threshold, hide_zeros=not show_zeros) <= hidden
    for row, column in product(range(len(cells)), range(len(cells[0]))):
        shown = published.cells[row][column]
        assert shown is None if (row, column) in published.hidden_cells else shown == cells[row][column]


def printed_of(cells: tuple[int, ...]) -> tuple[int, ...]:
    """All numbers of a table of two rows and two columns, worked out here: cells, rows, columns, total."""
    a, b, c, d = cells
    return a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d


@settings(max_examples=25, deadline=None)
@given(st.tuples(*[st.integers(0, 5)] * 4), st.integers(2, 3))
def test_every_hidden_number_of_a_small_table_could_be_several_others(
    cells: tuple[int, ...], threshold: int
) -> None:
    a, b, c, d = cells
    table = for_publication(
        tabulate([{"of": "x", "p": a, "q": b}, {"of": "y", "p": c, "q": d}]), threshold=threshold
    )
    margins = (*table.rows, *table.columns, table.total)
    seen = [count for row in table.cells for count in row] + [margin.count for margin in margins]
    whole = printed_of(cells)
    assert [number for number in seen if number is not None] == [
        number for number, shown in zip(whole, seen, strict=True) if shown is not None
    ]
    fitting = [
        numbers
        for numbers in map(printed_of, product(range(14), repeat=4))
        if all(shown in {None, number} for number, shown in zip(numbers, seen, strict=True))
    ]
    for place, shown in enumerate(seen):
        values = [numbers[place] for numbers in fitting]
        assert shown is not None or max(values) - min(values) >= threshold
