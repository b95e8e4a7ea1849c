from __future__ import annotations

import pytest

from toc.errors import TocError
from toc.scoring import for_publication, tabulate

TWO_WAYS = [
    {"contact": "Directly", "male": 11, "female": 5, "not recorded": 1, "total": 17},
    {"contact": "Limited", "male": 25, "female": 2, "not recorded": 0, "total": 27},
    {"contact": "Total", "male": 36, "female": 7, "not recorded": 1, "total": 44},
]


def test_rows_and_columns_are_added_up_and_shares_leave_the_not_recorded_out_once() -> None:
    table = tabulate(TWO_WAYS, unit="offenders")
    assert [(row.name, row.count, row.share, row.share_recorded) for row in table.rows] == [
        ("Directly", 17, 17 / 44, 17 / 44),
        ("Limited", 27, 27 / 44, 27 / 44),
    ]
    assert [(one.name, one.count, one.share, one.share_recorded) for one in table.columns] == [
        ("male", 36, 36 / 44, 36 / 43),
        ("female", 7, 7 / 44, 7 / 43),
        ("not recorded", 1, 1 / 44, None),
    ]
    assert (table.total.count, table.title, str(table.quantity)) == (44, "Offenders by contact", "44 offenders")
    assert table.checks_line == "Checked: 6 printed totals; all agree."


def test_a_printed_total_that_its_cells_do_not_make_is_told_and_the_sum_is_used() -> None:
    table = tabulate([{"age": "a", "children": 3}, {"age": "b", "children": 4}, {"age": "Total", "children": 8}])
    assert (table.total.count, table.rows[0].share) == (7, 3 / 7)
    assert [check.line for check in table.mismatches] == ["The total: printed as 8, but its cells add up to 7."]


def test_a_row_and_a_column_that_are_printed_wrong_are_named() -> None:
    rows = [{**TWO_WAYS[0], "total": 18}, TWO_WAYS[1], {**TWO_WAYS[2], "male": 35}]
    assert [check.line for check in tabulate(rows).mismatches] == [
        'Row "Directly": printed as 18, but its cells add up to 17.',
        'Column "male": printed as 35, but its cells add up to 36.',
    ]


def test_an_empty_cell_is_not_known_and_so_is_a_sum_without_a_printed_total() -> None:
    table = tabulate([{"age": "a", "boys": 3, "girls": None}, {"age": "b", "boys": 4, "girls": 2}])
    assert [(row.count, row.at_least, row.share) for row in table.rows] == [(None, 3, None), (6, 6, None)]
    assert [(one.count, one.at_least) for one in table.columns] == [(7, 7), (None, 2)]
    assert (table.total.count, table.total.at_least, table.quantity) == (None, 9, None)
    assert table.empty_note == "1 cell is empty: not known, and not taken for 0."


def test_a_printed_total_may_be_larger_than_the_cells_beside_empty_ones_and_not_smaller() -> None:
    def rows(total: int) -> list[dict[str, object]]:
        return [{"age": "a", "boys": 3, "girls": None, "total": total}]

    larger, smaller = tabulate(rows(5)), tabulate(rows(2))
    assert (larger.rows[0].count, larger.mismatches) == (5, ())
    assert smaller.rows[0].count is None
    assert [check.line for check in smaller.mismatches] == [
        'Row "a": printed as 2, but its cells add up to at least 3.'
    ]


def test_that_totals_leave_nothing_for_empty_cells_is_said() -> None:
    table = tabulate([{"age": "a", "boys": 3, "girls": None, "total": 3}])
    assert table.empty_note.endswith("The printed totals of the rows leave 0 for them.")
    assert "leave 0" not in tabulate([{"age": "a", "boys": 3, "girls": None, "total": 4}]).empty_note


def test_numbers_of_another_place_are_held_against_rows_columns_and_the_total() -> None:
    table = tabulate(TWO_WAYS, against={"Male": 36, "directly": 16, "total": 45})
    assert [(check.of, check.name, check.agrees) for check in table.checks if check.elsewhere] == [
        ("column", "male", True),
        ("row", "Directly", False),
        ("total", "total", False),
    ]
    assert table.mismatches[0].line == 'Row "Directly": given elsewhere as 16, but its cells add up to 17.'


@pytest.mark.parametrize("against", [{"fathers": 3}, {"male": -1}, {"male": 1.5}, {"male": True}])
def test_what_is_not_in_the_table_or_no_count_is_not_held_against_it(against: dict[str, int]) -> None:
    with pytest.raises(TocError):
        tabulate(TWO_WAYS, against=against)


def test_counts_of_different_units_are_never_added() -> None:
    families, offenders = tabulate([{"site": "a", "families": 79}]), tabulate(TWO_WAYS, unit="offenders")
    assert families.quantity is not None
    assert offenders.quantity is not None
    with pytest.raises(TocError, match="families and offenders are different units and cannot be added"):
        _ = families.quantity + offenders.quantity


def test_a_table_without_a_unit_says_so_and_cannot_be_added_to_another() -> None:
    table = tabulate(TWO_WAYS)
    assert table.notes[0].startswith("What is counted is not said")
    assert table.quantity is not None
    with pytest.raises(TocError, match="a count without a unit cannot be added"):
        _ = table.quantity + table.quantity


def test_few_are_marked() -> None:
    rows = [{"age": str(count), "children": count} for count in (0, 1, 4, 5, 9, 10)]
    assert [row.caution for row in tabulate(rows).rows] == [None, "n<5", "n<5", "n<10", "n<10", None]


def test_made_up_data_are_stamped() -> None:
    table = tabulate([{"age": "a", "children": 3, "source": "synthetic"}])
    assert (table.synthetic, table.notes[0][:9]) == (True, "SYNTHETIC")


def test_the_rows_for_a_data_frame_hold_the_counts_of_each_column_and_the_totals() -> None:
    rows = tabulate(TWO_WAYS).to_dicts()
    assert [(row["contact"], row["male"], row["female"], row["count"]) for row in rows] == [
        ("Directly", 11, 5, 17),
        ("Limited", 25, 2, 27),
        ("total", 36, 7, 44),
    ]


def test_of_one_printed_total_that_is_wrong_it_is_said_in_the_singular() -> None:
    wrong = {**TWO_WAYS[0], "total": 18}
    assert tabulate([wrong, *TWO_WAYS[1:]]).checks_line == "Checked: 6 printed totals; 1 of them does not agree."
    assert tabulate([wrong]).checks_line == "Checked: 1 printed total; it does not agree."


def test_totals_that_leave_different_numbers_for_one_empty_cell_are_told() -> None:
    table = tabulate(
        [
            {"age": "a", "boys": 1, "girls": None, "total": 2},
            {"age": "b", "boys": 2, "girls": 3, "total": 5},
            {"age": "Total", "boys": 3, "girls": 3, "total": 7},
        ]
    )
    lead = "The printed totals cannot all be right:"
    assert table.mismatches == ()
    assert table.faults == (
        f'{lead} the empty cell of row "a" and column "girls" would have to be 1 by its row and 0 by its column.',
        f"{lead} the rows add up to 7, and the columns to 6.",
    )
    assert table.checks_line == "Checked: 5 printed totals; each may be right, but not all of them."
    assert table.to_dict()["conflicts"] == list(table.conflicts)
    with pytest.raises(TocError, match="nobody can say what could be worked out"):
        for_publication(table)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        # Two cells of a row are empty, and their columns leave too little for both.
        (
            [("a", None, None, 9), ("b", 2, 3, 5), ("Total", 4, 6, None)],
            ['row "a" leaves 9 for what is empty in it, and their columns only 5', "rows add up to 14"],
        ),
        # The column leaves less for two rows than they need together.
        (
            [("a", None, 1, 3), ("b", None, 3, 5), ("Total", 9, 4, None)],
            ['column "girls" leaves 9 for what is empty in it, and their rows only 4', "rows add up to 8"],
        ),
        # Only the columns are known, and the rows hold more already.
        (
            [("a", None, 7, None), ("b", 2, None, 9), ("Total", 2, 8, None)],
            ["would have to be 7 by its row and 1 by its column", "at least 16, and the columns to 10"],
        ),
        # Neither is known, and the columns hold more than the total.
        (
            [("a", None, 1, None), ("b", None, None, None), ("Total", 9, None, 7)],
            ["at least 10, and the total is 7"],
        ),
    ],
)
def test_rows_and_columns_that_contradict_one_another_are_told(
    rows: list[tuple[object, ...]], told: list[str]
) -> None:
    named = [dict(zip(("age", "girls", "boys", "total"), row, strict=True)) for row in rows]
    conflicts = tabulate(named).conflicts
    assert len(conflicts) == len(told)
    assert all(words in line for words, line in zip(told, conflicts, strict=True))


def test_totals_that_can_all_be_right_are_not_told() -> None:
    rows = [("a", None, None, 4), ("b", 2, None, 5), ("Total", 4, None, None)]
    named = [dict(zip(("age", "girls", "boys", "total"), row, strict=True)) for row in rows]
    assert tabulate(named).conflicts == ()
