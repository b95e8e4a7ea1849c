from __future__ import annotations

import datetime as dt

import pytest

from toc.data import Readings, RowFault, read_data, told
from toc.model import Site, TheoryOfChange

USUAL: dict[str, object] = {
    "person": "canary",
    "site": "wales",
    "indicator": "stress",
    "date": "2013-05-31",
    "kind": "initial",
    "score": 3,
}
LATER = {"date": "2013-09-01", "kind": "follow_up"}


def readings(theory: TheoryOfChange, *rows: dict[str, object]) -> Readings:
    data = read_data([{**USUAL, **row} for row in rows], theory, today=dt.date(2014, 3, 31))
    assert isinstance(data, Readings)
    return data


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (
            {"score": 0},
            RowFault("score-off-scale", 1, "score", "the score lies off the scale of `stress`, 1 to 5", "stress"),
        ),
        (
            {"score": "6"},
            RowFault("score-off-scale", 1, "score", "the score lies off the scale of `stress`, 1 to 5", "stress"),
        ),
        (
            {"score": 3.0000001},
            RowFault("score-not-a-whole-number", 1, "score", "the score must be a whole number", "stress"),
        ),
        *(
            (
                {"score": score},
                RowFault("score-not-a-number", 1, "score", "the score is missing or not a number", "stress"),
            )
            for score in (float("nan"), "inf", True, "", None, "N/A", "3,5", "1e0", "٣", "0x3", "9" * 5000)
        ),
        (
            {"indicator": "canary"},
            RowFault(
                "unmapped-indicator", 1, "indicator", "no indicator of the model has this id, alias or label"
            ),
        ),
        (
            {"site": "canary"},
            RowFault("unknown-site", 1, "site", "the site is none of the model's: bristol, wales"),
        ),
        (
            {"site": "Wlaes"},
            RowFault(
                "unknown-site",
                1,
                "site",
                "the site is none of the model's: bristol, wales (did you mean `wales`?)",
            ),
        ),
        *(
            (
                {"date": date},
                RowFault(
                    "impossible-date", 1, "date", "`date` must be a day of the calendar, written as 2013-05-31"
                ),
            )
            for date in ("2013-02-30", "13089-01-01", "31/05/2013", "1812-01-01", "", "20130531", "2013-W01-1")
        ),
        ({"date": "2014-04-01"}, RowFault("future-date", 1, "date", "`date` lies in the future")),
        ({"person": ""}, RowFault("incomplete-row", 1, "person", "`person` is empty")),
        (
            {"kind": "canary"},
            RowFault("incomplete-row", 1, "kind", "`kind` must be initial, follow_up or final"),
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_left_out_and_told_without_its_values(
    theory: TheoryOfChange, cells: dict[str, object], fault: RowFault
) -> None:
    data = readings(theory, cells)
    assert (data.faults, data.rows, data.rows_left_out) == ((fault,), (), 1)


def test_a_scale_with_decimal_ends_takes_decimal_scores(theory: TheoryOfChange) -> None:
    assert readings(theory, {"indicator": "mood", "score": 0.25}).rows[0].score == 0.25


def test_a_whole_score_may_be_written_with_decimals(theory: TheoryOfChange) -> None:
    assert readings(theory, {"score": "4.0"}).rows[0].score == 4


def test_copies_with_the_same_score_count_once(theory: TheoryOfChange) -> None:
    data = readings(theory, {}, {}, LATER)
    words = "another row has the same person, indicator, date and kind, and the same score, and is kept"
    assert data.faults == (RowFault("duplicate-record", 2, "", words, "stress"),)
    assert [row.row for row in data.rows] == [1, 3]


def test_copies_with_different_scores_are_all_left_out(theory: TheoryOfChange) -> None:
    data = readings(theory, {}, LATER, {**LATER, "score": 4})
    words = "another row has the same person, indicator, date and kind, and another score, so none of them is used"
    assert data.faults == tuple(RowFault("duplicate-record", row, "", words, "stress") for row in (2, 3))
    assert [row.row for row in data.rows] == [1]


def test_one_id_in_two_sites_is_two_people(theory: TheoryOfChange) -> None:
    assert readings(theory, {}, {"site": "bristol", "score": 4}).faults == ()


def test_two_informants_on_one_day_are_no_copies(theory: TheoryOfChange) -> None:
    assert readings(theory, {"informant": "worker"}, {"informant": "parent", "score": 4}).faults == ()


def test_a_follow_up_before_the_initial_reading_is_left_out(theory: TheoryOfChange) -> None:
    data = readings(theory, {}, {"date": "2013-05-30", "kind": "final"}, LATER)
    words = "the follow-up is dated before the initial reading"
    assert data.faults == (RowFault("follow-up-before-initial", 2, "date", words, "stress"),)
    assert [row.row for row in data.rows] == [1, 3]


def test_of_two_initial_readings_the_later_one_is_left_out(theory: TheoryOfChange) -> None:
    data = readings(theory, {"date": "2013-07-01", "score": 5}, {}, LATER)
    words = "the series has an earlier initial reading, and only that one is compared"
    assert data.faults == (RowFault("duplicate-record", 1, "kind", words, "stress"),)
    assert [row.row for row in data.rows] == [2, 3]


def test_a_follow_up_on_the_day_of_the_initial_reading_is_kept(theory: TheoryOfChange) -> None:
    assert readings(theory, {}, {"kind": "follow_up"}).faults == ()


def test_a_series_without_an_initial_reading_is_told_once_and_kept(theory: TheoryOfChange) -> None:
    data = readings(theory, {**LATER, "kind": "final"}, LATER)
    words = "a follow-up without a usable initial reading cannot be compared"
    assert data.faults == (RowFault("missing-baseline", 1, "kind", words, "stress", left_out=False),)
    assert (data.rows_left_out, len(data.rows)) == (0, 2)


def test_a_site_s_model_leaves_rows_of_other_sites_aside_without_a_fault(theory: TheoryOfChange) -> None:
    wales = theory.model_copy(update={"site": Site.model_validate({"id": "wales", "name": "South East Wales"})})
    data = readings(wales, {}, {"site": "bristol"}, {"site": "Bristol", "indicator": "dropped there"})
    assert (data.other_sites, data.faults, [row.site for row in data.rows]) == (2, (), ["wales"])


def test_any_site_will_do_where_the_model_declares_none(theory: TheoryOfChange) -> None:
    free = theory.model_copy(update={"sites": {}})
    data = readings(free, {"site": "anywhere"}, {"site": ""})
    assert (data.faults, [row.site for row in data.rows]) == ((), ["anywhere", ""])


def test_faults_are_told_by_kind_with_five_row_numbers_at_most() -> None:
    off = [RowFault("score-off-scale", row, "score", "the score lies off the scale") for row in range(9, 1, -1)]
    kept = RowFault("missing-baseline", 4, "kind", "nothing to compare", left_out=False)
    assert told([kept, *off]) == (
        "rows 2, 3, 4, 5, 6 and 3 more left out: the score lies off the scale",
        "row 4 kept: nothing to compare",
    )


def test_faults_are_told_in_the_order_of_their_first_rows() -> None:
    late = RowFault("future-date", 9, "date", "`date` lies in the future")
    early = RowFault("score-off-scale", 4, "score", "the score lies off the scale")
    kept = RowFault("missing-baseline", 2, "kind", "nothing to compare", left_out=False)
    assert told([late, early, kept]) == (
        "row 2 kept: nothing to compare",
        "row 4 left out: the score lies off the scale",
        "row 9 left out: `date` lies in the future",
    )
