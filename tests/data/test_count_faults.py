from __future__ import annotations

import pytest

from toc.data import Counts, PrePost, RowFault, read_data
from toc.model import TheoryOfChange


def counts(theory: TheoryOfChange, *rows: dict[str, object]) -> Counts:
    usual: dict[str, object] = {"indicator": "stress", "improved": 4, "no_change": 2, "worsened": 1}
    data = read_data([{**usual, **row} for row in rows], theory)
    assert isinstance(data, Counts)
    return data


@pytest.mark.parametrize("number", ["-1", "1.5", "", "nan", "inf", "1e3", "four", "١", True, "9" * 400])
def test_a_count_that_is_not_a_whole_number_leaves_the_row_out(theory: TheoryOfChange, number: object) -> None:
    data = counts(theory, {"worsened": number}, {"indicator": "mood"})
    words = "`worsened` must be a whole number, 0 or more"
    assert data.faults == (RowFault("number-out-of-range", 1, "worsened", words),)
    assert (data.rows_left_out, [row.row for row in data.rows]) == (1, [2])


def test_a_count_written_with_decimals_that_are_zero_is_whole(theory: TheoryOfChange) -> None:
    assert counts(theory, {"improved": 4.0}).rows[0].improved == 4


def test_copies_that_agree_count_once(theory: TheoryOfChange) -> None:
    data = counts(theory, {}, {}, {"indicator": "mood"})
    words = "the same indicator stands on several rows"
    assert data.faults == (RowFault("duplicate-record", 2, "indicator", words, "stress"),)
    assert [row.row for row in data.rows] == [1, 3]


def test_copies_that_disagree_count_not_at_all(theory: TheoryOfChange) -> None:
    data = counts(theory, {}, {"improved": 5}, {"indicator": "mood"})
    assert [(fault.row, fault.message) for fault in data.faults] == [
        (1, "the same indicator stands on several rows, with different numbers"),
        (2, "the same indicator stands on several rows, with different numbers"),
    ]
    assert [row.row for row in data.rows] == [3]


def test_two_aliases_of_one_indicator_and_two_sites_are_no_copies(theory: TheoryOfChange) -> None:
    data = counts(
        theory,
        {"indicator": "parent's stress", "site": "wales"},
        {"indicator": "worry", "site": "wales"},
        {"indicator": "stress", "site": "Bristol"},
    )
    assert data.faults == ()
    assert [(row.indicator, row.site) for row in data.rows] == [
        ("stress", "wales"),
        ("stress", "wales"),
        ("stress", "bristol"),
    ]


@pytest.mark.parametrize("name", ["Reduced parental stress", "LLAI O  STRAEN", "worry"])
def test_an_indicator_by_its_id_and_by_another_name_is_one_indicator_twice(
    theory: TheoryOfChange, name: str
) -> None:
    data = counts(theory, {}, {"indicator": name})
    assert [(fault.kind, fault.row) for fault in data.faults] == [("duplicate-record", 2)]
    assert [row.row for row in data.rows] == [1]


def test_an_alias_given_twice_is_a_copy_whatever_its_capitals(theory: TheoryOfChange) -> None:
    data = counts(theory, {"indicator": "worry"}, {"indicator": "Worry "})
    assert [(fault.kind, fault.row) for fault in data.faults] == [("duplicate-record", 2)]


@pytest.mark.parametrize(("others", "rows"), [("children", [1, 2]), ("", [1])])
def test_counts_of_two_populations_are_no_copies_but_of_one_and_of_everybody_are(
    theory: TheoryOfChange, others: str, rows: list[int]
) -> None:
    data = counts(theory, {"who": "parents"}, {"who": others})
    assert [row.row for row in data.rows] == rows


def test_a_row_without_a_site_beside_rows_with_sites_is_left_out(theory: TheoryOfChange) -> None:
    free = theory.model_copy(update={"sites": {}})
    data = counts(free, {"site": "wales"}, {"site": "", "improved": 40}, {"site": "bristol"})
    words = "`site` is empty, while other rows name one: its pairs may be counted there too"
    assert data.faults == (RowFault("incomplete-row", 2, "site", words, "stress"),)
    assert [row.site for row in data.rows] == ["wales", "bristol"]


def test_rows_none_of_which_names_a_site_are_all_used(theory: TheoryOfChange) -> None:
    free = theory.model_copy(update={"sites": {}})
    data = counts(free, {"site": ""}, {"site": "", "indicator": "mood"})
    assert (data.faults, len(data.rows)) == ((), 2)


def test_a_total_that_does_not_add_up_is_told_and_its_parts_are_used(theory: TheoryOfChange) -> None:
    data = counts(theory, {"total": 8})
    words = "`total` is not the sum of improved, no change and worsened, and is not used"
    assert data.faults == (RowFault("totals-do-not-add", 1, "total", words, "stress", left_out=False),)
    assert (data.rows_left_out, len(data.rows)) == (0, 1)


@pytest.mark.parametrize("percent", ["-1", "101", "nan", "", "many"])
def test_a_percentage_off_0_to_100_leaves_the_row_out(theory: TheoryOfChange, percent: str) -> None:
    data = read_data([{"indicator": "stress", "pre_percent": 28, "post_percent": percent}], theory)
    words = "`post_percent` must be a number from 0 to 100"
    assert data.faults == (RowFault("number-out-of-range", 1, "post_percent", words),)


def test_percentages_of_one_indicator_on_two_rows_are_left_out_as_they_cannot_be_added(
    theory: TheoryOfChange,
) -> None:
    rows = [{"indicator": name, "pre_percent": 28, "post_percent": 98} for name in ("stress", "worry", "mood")]
    data = read_data(rows, theory)
    assert isinstance(data, PrePost)
    assert [(fault.kind, fault.row) for fault in data.faults] == [("duplicate-record", 1), ("duplicate-record", 2)]
    assert [row.indicator for row in data.rows] == ["mood"]
