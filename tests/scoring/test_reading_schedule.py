"""Which series of readings are on time, late, overdue or closed on a day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import narwhals as nw
import polars as pl
import pytest

from toc.data import Data, read_data
from toc.data.dataset import vocabulary
from toc.data.frames.readings_frame import kept_readings
from toc.data.frames.table_frame import columns_read
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.schedule_table import schedule_json, schedule_table
from toc.scoring import schedule

TODAY = dt.date(2013, 7, 1)


def rows(person: str, *readings: tuple[str, str], site: str = "north", **more: str) -> Iterator[dict[str, Any]]:
    for date, kind in readings:
        row = {"person": person, "site": site, "indicator": "shared", "score": 3}
        yield {**row, "date": date, "kind": kind, **more}


@pytest.mark.parametrize(
    ("last", "standing"),
    [
        ("2013-04-01", "on_time"),  # day 91
        ("2013-03-31", "late"),  # day 92
        ("2013-03-02", "late"),  # day 121
        ("2013-03-01", "overdue"),  # day 122
    ],
)
def test_a_series_is_late_after_a_quarter_and_overdue_after_the_grace(
    theory: TheoryOfChange, last: str, standing: str
) -> None:
    data = list(rows("p", ("2013-01-01", "initial"), (last, "follow_up")))
    total = schedule(theory, data, today=TODAY).total.to_dict()
    assert total == {
        "site": "",
        "series": 1,
        **dict.fromkeys(("on_time", "late", "overdue", "closed", "no_initial"), 0),
        standing: 1,
        "people": 1,
        "people_overdue": int(standing == "overdue"),
    }


def test_a_final_reading_closes_a_series_and_one_without_an_initial_has_no_plan(theory: TheoryOfChange) -> None:
    data = [
        *rows("closed", ("2012-01-01", "initial"), ("2012-02-01", "final")),
        *rows("no start", ("2012-01-01", "follow_up")),
    ]
    total = schedule(theory, data, today=TODAY).total
    assert (total.closed, total.no_initial, total.overdue, total.people_overdue) == (1, 1, 0, 0)


def test_each_site_has_a_row_and_a_person_counts_once_however_many_series(theory: TheoryOfChange) -> None:
    data = [
        *rows("p", ("2012-01-01", "initial")),
        *rows("p", ("2012-01-01", "initial"), informant="parent"),
        *rows("p", ("2013-06-01", "initial"), site="south"),
    ]
    found = schedule(theory, data, today=TODAY)
    assert [(row.site, row.series, row.overdue, row.people_overdue, row.people) for row in found.sites] == [
        ("north", 2, 2, 1, 1),
        ("south", 1, 0, 0, 1),
    ]
    assert (found.total.series, found.total.people) == (3, 2)


def test_a_reading_after_the_day_is_not_known_on_it(theory: TheoryOfChange) -> None:
    data = list(rows("p", ("2013-01-01", "initial"), ("2013-09-01", "final")))
    assert schedule(theory, data, today=TODAY).total.overdue == 1
    assert schedule(theory, data, today=dt.date(2013, 9, 1)).total.closed == 1


def test_interval_and_grace_can_be_chosen(theory: TheoryOfChange) -> None:
    data = list(rows("p", ("2013-06-01", "initial")))
    assert schedule(theory, data, today=TODAY, every=30).total.on_time == 1
    assert schedule(theory, data, today=TODAY, every=29).total.late == 1
    assert schedule(theory, data, today=TODAY, every=29, grace=0).total.overdue == 1


def as_table(theory: TheoryOfChange, data: list[dict[str, Any]]) -> Data:
    frame = nw.from_native(pl.DataFrame(data))
    return kept_readings(columns_read(frame, "the rows given"), vocabulary(theory, TODAY))


@pytest.mark.parametrize("every", [TODAY.toordinal() - 1, TODAY.toordinal(), 10**12])
def test_days_before_the_first_of_the_calendar_are_the_first(theory: TheoryOfChange, every: int) -> None:
    """The plan reaches to 0001-01-01, or before it, where no day is."""
    data = list(rows("p", ("2012-01-01", "initial")))
    for given in (data, as_table(theory, data)):
        assert schedule(theory, given, today=TODAY, every=every).total.on_time == 1
        assert schedule(theory, given, today=TODAY, every=1, grace=every).total.late == 1


def test_a_day_that_is_still_to_come_is_said_to_be(theory: TheoryOfChange) -> None:
    data = list(rows("p", ("2012-01-01", "initial")))
    future = schedule(theory, data, today=dt.date(9000, 1, 1))
    assert future.line.startswith("On 9000-01-01, a day that is still to come: a reading is due")
    assert all("still to come" in page for page in (schedule_table(future), future._repr_html_()))
    assert schedule(theory, data, today=TODAY).line.startswith("On 2013-07-01: a reading is due")
    assert not schedule(theory, data).still_to_come


def test_a_wrong_wish_is_told_in_the_words_of_the_command_line_and_of_python(theory: TheoryOfChange) -> None:
    data = list(rows("p", ("2013-01-01", "initial")))
    with pytest.raises(TocError) as refused:
        schedule(theory, data, today=TODAY, grace=-1)
    assert str(refused.value) == "--grace (in Python `grace`) is a whole number of days, 0 or more."
    with pytest.raises(TocError) as refused:
        schedule(theory, data, today=dt.date(2012, 1, 1))
    assert str(refused.value).endswith("Ask for a later day: --today, in Python `today`.")


def test_nobody_is_named_anywhere(theory: TheoryOfChange) -> None:
    found = schedule(theory, list(rows("canary", ("2012-01-01", "initial"))), today=TODAY)
    shown = (
        schedule_table(found) + schedule_json(found) + repr(found) + found._repr_html_() + str(found.to_dicts())
    )
    assert "canary" not in shown
    assert max(map(len, schedule_table(found).splitlines())) <= 80
    assert json.loads(schedule_json(found))["total"]["overdue"] == 1


def test_what_is_no_reading_or_no_number_of_days_is_refused(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="no readings of people"):
        schedule(theory, [{"indicator": "shared", "improved": 1, "no_change": 1, "worsened": 1}], today=TODAY)
    data = list(rows("p", ("2013-01-01", "initial")))
    for wrong in ({"every": 0}, {"every": 1.5}, {"every": True}, {"grace": -1}):
        with pytest.raises(TocError, match="whole number of days"):
            schedule(theory, data, today=TODAY, **wrong)  # type: ignore[arg-type]


def test_rows_of_later_days_are_counted_apart_from_rows_that_are_wrong(theory: TheoryOfChange) -> None:
    data = [
        *rows("a", ("2013-01-01", "initial"), ("2013-08-01", "follow_up"), ("2013-09-01", "final")),
        *rows("b", ("no day", "initial")),
    ]
    found = schedule(theory, data, today=TODAY)
    assert (found.rows_left_out, found.rows_later) == (1, 2)
    later = schedule(theory, read_data(data, theory, today=dt.date(2014, 1, 1)), today=TODAY)
    assert (later.rows_left_out, later.rows_later, later.total) == (1, 2, found.total)
    lines = schedule_table(found).splitlines()
    assert lines[-2:] == ["Rows left out as something is wrong with them: 1.", "Rows of later days, not read: 2."]
    assert "Rows of later days" not in schedule_table(schedule(theory, data, today=dt.date(2014, 1, 1)))
