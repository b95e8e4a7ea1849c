from __future__ import annotations

import pytest

from toc.data.category_counts import CategoryRow, read_category_counts
from toc.data.funnel_steps import StepRow, read_funnel_steps
from toc.errors import TocError

CONTACT = [
    {"contact": "Directly", "male": 11, "female": 5, "not_recorded": 1, "total": 17, "unit": "offenders"},
    {"contact": "Limited", "male": 25, "female": None, "not_recorded": 0, "total": 27, "unit": "offenders"},
    {"contact": "TOTAL (44)", "male": 36, "female": 7, "not_recorded": 1, "total": 44, "unit": "offenders"},
]


def test_a_table_of_two_ways_has_its_columns_its_printed_totals_and_its_unit() -> None:
    read = read_category_counts(CONTACT)
    assert (read.by, read.unit) == ("contact", "offenders")
    assert read.columns == ("male", "female", "not recorded")
    assert read.recorded == (True, True, False)
    assert read.rows == (CategoryRow("Directly", (11, 5, 1), 17), CategoryRow("Limited", (25, None, 0), 27))
    assert read.printed == CategoryRow("TOTAL (44)", (36, 7, 1), 44)


def test_a_single_count_has_no_columns_and_is_named_by_its_heading() -> None:
    read = read_category_counts([{"age": "Under 5", "children": 3}, {"age": "Not recorded", "children": 2}])
    assert (read.by, read.unit, read.columns, read.printed) == ("age", "children", (), None)
    assert read.rows == (CategoryRow("Under 5", (3,)), CategoryRow("Not recorded", (2,), recorded=False))


@pytest.mark.parametrize("heading", ["count", "n", "number", "total"])
def test_a_heading_that_only_says_number_is_no_unit(heading: str) -> None:
    assert read_category_counts([{"age": "Under 5", heading: 3}]).unit == ""


def test_the_caller_may_say_the_unit_and_a_column_label_the_words() -> None:
    read = read_category_counts([{"site": "b_1", "count": 3, "label": "Bristol"}], unit="families")
    assert (read.unit, read.rows) == ("families", (CategoryRow("Bristol", (3,)),))


@pytest.mark.parametrize(
    "name",
    ["Not recorded", "not_recorded", "Not recorded/declined to provide", "Unknown", "Not known", "Not stated",
     "Declined to answer", "Prefer not to say", "No answer"],
)  # fmt: skip
def test_words_that_mean_that_nobody_knows_are_not_recorded(name: str) -> None:
    assert read_category_counts([{"age": name, "children": 2}]).rows[0].recorded is False


@pytest.mark.parametrize("name", ["Missing from home", "Refused asylum", "Notting Hill", "Recorded", "None"])
def test_words_that_only_look_like_it_are_categories(name: str) -> None:
    assert read_category_counts([{"why": name, "children": 2}]).rows[0].recorded is True


def test_who_is_not_recorded_may_be_said_in_any_language() -> None:
    rows = [{"oed": "0-4", "plant": 3}, {"oed": "Heb ei gofnodi", "plant": 1}]
    read = read_category_counts(rows, not_recorded=["heb ei gofnodi"])
    assert [row.recorded for row in read.rows] == [True, False]
    with pytest.raises(TocError, match="no such category or column"):
        read_category_counts(rows, not_recorded=["Not recorded"])


REFUSED = {
    "two units": (
        [{"who": "a", "n": 1, "unit": "families"}, {"who": "b", "n": 1, "unit": "offenders"}],
        "counts families and offenders: different units cannot be added",
    ),
    "shares": ([{"what": "a", "pre_percent": 28}], "holds shares (pre_percent), and shares cannot be added"),
    "people": ([{"person": "p1", "score": 3}], "holds people, one by one, and not counts of them"),
    "words": ([{"age": "a", "n": 1, "who": "x"}], "row 1: `who` must be a whole number, 0 or more"),
    "below 0": ([{"age": "a", "n": -1}], "row 1: `n` must be a whole number, 0 or more"),
    "a fraction": ([{"age": "a", "n": 1.5}], "row 1: `n` must be a whole number, 0 or more"),
    "no name": ([{"age": "", "n": 1}], "row 1: the category has no name"),
    "twice": ([{"age": "a", "n": 1}, {"age": "A", "n": 1}], "has a category on several rows"),
    "two totals": ([{"age": "a", "n": 1}, {"age": "Total", "n": 1}, {"age": "total", "n": 1}], "several rows of"),
    "only totals": ([{"age": "Total", "n": 1}], "has no categories"),
    "no counts": ([{"age": "a", "label": "A"}], "has no column of counts"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_table_that_cannot_be_added_up_is_refused(name: str) -> None:
    rows, words = REFUSED[name]
    with pytest.raises(TocError) as refused:
        read_category_counts(rows)
    assert words in str(refused.value)


def test_a_unit_that_the_table_contradicts_is_refused() -> None:
    with pytest.raises(TocError, match="counts offenders and families"):
        read_category_counts(CONTACT, unit="families")


def test_steps_of_a_funnel_are_read_in_their_order() -> None:
    read = read_funnel_steps(
        [{"step": "All", "count": 134, "unit": "people"}, {"step": "Two", "count": 85, "unit": "people"}]
    )
    assert read.rows == (StepRow("All", 134, "people"), StepRow("Two", 85, "people"))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"step": "All", "count": 134}], "lacks the column `unit` of a funnel"),
        ([{"step": "All", "count": "many", "unit": "people"}], "row 1: `count` must be a whole number, 0 or more"),
        ([{"step": "All", "count": 1, "unit": ""}], "row 1: `unit` is empty"),
    ],
)
def test_a_table_that_makes_no_funnel_is_refused(rows: list[dict[str, object]], words: str) -> None:
    with pytest.raises(TocError) as refused:
        read_funnel_steps(rows)
    assert words in str(refused.value)
