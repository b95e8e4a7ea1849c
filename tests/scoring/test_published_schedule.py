"""Schedules for publication, attacked by putting people together in every way that there is.

Each way in which one person's two series can stand at a site is a number of people to be found.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Hashable
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.recovery import ranges
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.schedule_table import schedule_csv, schedule_json, schedule_table
from toc.scoring import Schedule, for_publication, schedule

TODAY = dt.date(2014, 3, 31)
STANDS = {
    "on_time": ((10, "initial"),),
    "late": ((100, "initial"),),
    "overdue": ((200, "initial"),),
    "closed": ((200, "initial"), (100, "final")),
    "no_initial": ((10, "follow_up"),),
}
WAYS = [each for each in product(("", *STANDS), repeat=2) if any(each)]
COLUMNS = (*STANDS, "series", "people", "people_overdue")
SITES = ("north", "south")


def planned(theory: TheoryOfChange, people: list[tuple[str, tuple[str, ...]]]) -> Schedule:
    rows = [
        {
            "person": f"p{number}",
            "site": site,
            "indicator": indicator,
            "date": (TODAY - dt.timedelta(days=days)).isoformat(),
            "kind": kind,
            "score": 3,
        }
        for number, (site, way) in enumerate(people)
        for indicator, standing in zip(("shared", "worry"), way, strict=True)
        for days, kind in STANDS.get(standing, ())
    ]
    return schedule(theory, rows, today=TODAY)


def counted(way: tuple[str, ...], column: str) -> int:
    if column == "series":
        return sum(map(bool, way))
    if column == "people":
        return 1
    return int("overdue" in way) if column == "people_overdue" else way.count(column)


def attacked(printed: dict[str, Any], threshold: int, least: int) -> list[Hashable]:
    ways = list(product(SITES, WAYS))
    rows = {row["site"]: row for row in (*printed["sites"], printed["total"])}
    sums: list[dict[Hashable, int]] = [
        {
            (site, column): -1,
            **{(where, way): counted(way, column) for where, way in ways if site in ("", where)},
        }
        for site in rows
        for column in COLUMNS
    ]
    cells = [(site, column) for site in rows for column in COLUMNS]
    shown: dict[Hashable, int] = {
        cell: rows[cell[0]][cell[1]] for cell in cells if rows[cell[0]][cell[1]] is not None
    }
    hidden: list[Any] = [cell for cell in cells if cell not in shown]
    assert all(column in rows[site]["hidden"] for site, column in hidden)
    small = [cell for cell, number in shown.items() if least <= number < threshold]
    at_least: list[dict[Hashable, int]] = [{cell: -1, ("least",): 1} for cell in hidden]
    found = ranges(sums, {**shown, ("least",): least}, [*hidden, *ways], at_most=at_least, of=hidden)
    return [*small, *(cell for cell, (low, high) in found.items() if high - low < threshold)]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ways=st.lists(st.sampled_from(WAYS), min_size=2, max_size=8),
    weights=st.lists(st.integers(1, 20), min_size=8, max_size=8),
    show_zeros=st.booleans(),
)
def test_no_hidden_count_of_a_schedule_can_be_recovered(
    theory: TheoryOfChange, ways: list[Any], weights: list[int], *, show_zeros: bool
) -> None:
    people = [
        (site, way)
        for number, way in enumerate(ways)
        for place, site in enumerate(SITES)
        for _ in range(weights[(number + 3 * place) % 8])
    ]
    whole = planned(theory, people)
    published = for_publication(whole, show_zeros=show_zeros)
    assert attacked(json.loads(schedule_json(published)), 5, int(show_zeros)) == []
    for row, true in zip((*published.sites, published.total), (*whole.sites, whole.total), strict=True):
        assert all(getattr(row, column) in (None, getattr(true, column)) for column in COLUMNS)


MANY = [(site, way) for site in SITES for way in product(STANDS, repeat=2) for _ in range(6)]


def test_where_every_count_is_large_a_schedule_is_shown_whole(theory: TheoryOfChange) -> None:
    whole = planned(theory, MANY)
    published = for_publication(whole)
    assert (published.sites, published.total) == (whole.sites, whole.total)
    assert published.publication is not None
    assert published.publication.hidden == 0
    said = (
        "For publication numbers below 5 are hidden, and those from which one could be worked out "
        "(zeros are hidden too). "
        "Publish nothing else of the same data beside it."
    )
    assert published.publication.line == said
    assert said in " ".join(schedule_table(published).split())
    assert json.loads(schedule_json(published))["publication"]["reason"] == said


def test_counts_of_few_people_are_hidden_in_every_form(theory: TheoryOfChange) -> None:
    published = for_publication(planned(theory, [*MANY, *[("far", ("overdue", "late"))] * 3]))
    far = next(row for row in published.sites if row.site == "far")
    assert {getattr(far, column) for column in COLUMNS} == {None}
    [line] = [line for line in schedule_table(published).splitlines() if line.startswith("far")]
    assert set(line.split()[1:]) == {"hidden"}
    row = next(row for row in csv.DictReader(schedule_csv(published).splitlines()) if row["site"] == "far")
    assert {row[column] for column in COLUMNS} == {"hidden"}
    assert published.publication is not None
    assert row["publication"] == published.publication.line
    assert published._repr_html_().count("hidden") >= 7


def test_a_row_of_csv_per_site_and_one_of_all_carries_the_plan(theory: TheoryOfChange) -> None:
    rows = list(csv.DictReader(schedule_csv(planned(theory, MANY)).splitlines()))
    assert [(row["site"], row["series"], row["people"], row["today"]) for row in rows] == [
        ("north", "300", "150", "2014-03-31"),
        ("south", "300", "150", "2014-03-31"),
        ("", "600", "300", "2014-03-31"),
    ]
    assert {(row["every_days"], row["grace_days"], row["synthetic"]) for row in rows} == {("91", "30", "false")}


def test_sites_that_do_not_add_up_are_refused_for_publication(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="name no site"):
        for_publication(planned(theory, [*MANY, *[("", ("late", "late"))] * 9]))


def test_people_without_an_overdue_series_need_one_that_is_not_so_series_bound_people_overdue(
    theory: TheoryOfChange,
) -> None:
    """50 series are not overdue, so 50 of the 54 people at most have no overdue one: 4 to 8 have, too near.

    Without that bound it could be 3, since one person can have 3 series: worker and parent on one indicator, and
    worker on the other.
    """
    day = {"on_time": TODAY - dt.timedelta(days=10), "overdue": TODAY - dt.timedelta(days=200)}
    series = [
        *((f"f{number}", "shared", "parent" if number == 0 else "worker", "on_time") for number in range(50)),
        *((f"g{number}", name, "worker", "overdue") for number in range(4) for name in ("shared", "worry")),
    ]
    rows = [
        {"person": person, "indicator": name, "informant": who, "date": day[due], "kind": "initial", "score": 3}
        for person, name, who, due in series
    ]
    whole = schedule(theory, rows, today=TODAY)
    assert (whole.kinds, whole.total.people, whole.total.overdue, whole.total.people_overdue) == (3, 54, 8, 4)
    published = for_publication(whole, show_zeros=True)
    assert published.total.hidden == ("on_time", "overdue", "people_overdue")


def test_a_schedule_for_publication_never_says_how_to_ask_for_another(theory: TheoryOfChange) -> None:
    whole = planned(theory, MANY)
    assert "Another day: --today" in " ".join(schedule_table(whole, asks_for_day=True).split())
    published = " ".join(schedule_table(for_publication(whole), asks_for_day=True).split())
    assert "Another day" not in published
    assert "--today" not in published
