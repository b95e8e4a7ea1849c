"""The published tables against the totals that the report prints, and the synthetic readings against Table 4.

Source of every printed total: The evaluation of the CSOF service, Barnardo's, 2015; section or table named below.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "models" / "csof" / "data"
FIRST_DAYS = {"bristol": date(2012, 8, 1), "isle_of_wight": date(2013, 1, 1), "wales": date(2013, 4, 1)}
LAST_DAY = date(2014, 3, 31)
ORDER = {"initial": 0, "follow_up": 1, "final": 2}

Key = tuple[str, str, str]


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of a table without its row of printed totals."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if "Total" not in row.values()]


def sums_of(name: str, *columns: str) -> tuple[int, ...]:
    return tuple(sum(int(row[column] or 0) for row in rows_of(name)) for column in columns)


def readings_by_pair() -> dict[Key, list[tuple[date, int, int]]]:
    found: dict[Key, list[tuple[date, int, int]]] = defaultdict(list)
    for row in rows_of("readings_synthetic.csv"):
        key = (row["site"], row["person"], row["indicator"])
        found[key].append((date.fromisoformat(row["date"]), ORDER[row["kind"]], int(row["score"])))
    return {key: sorted(readings) for key, readings in found.items()}


def people(*, with_two: bool) -> set[tuple[str, str]]:
    pairs = readings_by_pair()
    followed = {key[:2] for key, readings in pairs.items() if len(readings) > 1}
    return followed if with_two else {key[:2] for key in pairs} - followed


def test_table_1_adds_up_to_the_79_families_it_prints() -> None:
    assert sums_of("table1.csv", "families") == (79,)


def test_table_2_adds_up_to_the_79_families_it_prints() -> None:
    assert sums_of("table2.csv", "families") == (79,)


def test_every_row_of_table_4_adds_up_to_its_printed_total() -> None:
    wrong = [
        row["indicator"]
        for row in rows_of("table4.csv")
        if int(row["improved"]) + int(row["no_change"]) + int(row["worsened"]) != int(row["total"])
    ]
    assert wrong == []


def test_table_4_holds_the_rows_of_which_section_4_2_1_quotes_percentages() -> None:
    shares = {
        row["indicator"]: round(100 * int(row["improved"]) / int(row["total"])) for row in rows_of("table4.csv")
    }
    quoted = {name: shares[name] for name in ("support_access", "parental_stress", "parent_child_contact")}
    assert quoted == {"support_access": 75, "parental_stress": 74, "parent_child_contact": 89}


def test_table_4_has_18_rows_in_the_five_groups_of_the_report() -> None:
    groups = Counter(row["group"] for row in rows_of("table4.csv"))
    assert groups == {
        "Families voices are heard": 2,
        "Reduced isolation/stigma": 6,
        "Increased capacity to parent": 3,
        "Improved contact and/or relationships": 4,
        "Children have improved confidence/self-esteem": 3,
    }


def test_table_5_holds_the_six_printed_pairs_of_percentages() -> None:
    printed = [(row["pre_percent"], row["post_percent"]) for row in rows_of("table5.csv")]
    assert printed == [("28", "98"), ("23", "95"), ("21", "97"), ("11", "93"), ("11", "86"), ("16", "93")]


@pytest.mark.parametrize(
    ("name", "columns", "printed"),
    [
        ("appendix3_table1.csv", ("open_cases", "closed_cases"), (58, 76)),
        ("appendix3_table2.csv", ("male", "female", "not_recorded", "total"), (65, 10, 8, 83)),
        ("appendix3_table3.csv", ("bristol", "isle_of_wight", "wales", "total"), (86, 32, 16, 134)),
        ("appendix3_table4.csv", ("male", "female", "not_recorded", "total"), (76, 61, 8, 145)),
        ("appendix3_table5.csv", ("children",), (145,)),
    ],
)
def test_appendix_3_columns_add_up_to_their_printed_totals(
    name: str, columns: tuple[str, ...], printed: tuple[int, ...]
) -> None:
    assert sums_of(name, *columns) == printed


@pytest.mark.parametrize("name", ["appendix3_table2.csv", "appendix3_table3.csv", "appendix3_table4.csv"])
def test_appendix_3_rows_add_up_to_their_printed_totals(name: str) -> None:
    rows = [
        [int(number or 0) for key, number in row.items() if key not in {"contact", "ethnicity", "unit"}]
        for row in rows_of(name)
    ]
    assert [sum(row[:-1]) for row in rows] == [row[-1] for row in rows]


def test_first_against_latest_synthetic_reading_gives_table_4_row_by_row() -> None:
    changes: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, _, indicator), readings in readings_by_pair().items():
        if len(readings) > 1:
            first, latest = readings[0][2], readings[-1][2]
            change = "improved" if latest > first else "worsened" if latest < first else "no_change"
            changes[indicator][change] += 1
    columns = ("improved", "no_change", "worsened")
    printed = {row["indicator"]: tuple(int(row[column]) for column in columns) for row in rows_of("table4.csv")}
    assert {name: tuple(count[column] for column in columns) for name, count in changes.items()} == printed


def test_synthetic_people_are_85_32_and_17_by_site() -> None:
    everyone = people(with_two=True) | people(with_two=False)
    assert Counter(site for site, _ in everyone) == {"bristol": 85, "isle_of_wight": 32, "wales": 17}


def test_85_synthetic_people_have_two_assessments_and_49_one_single_reading() -> None:
    once = Counter((row["site"], row["person"]) for row in rows_of("readings_synthetic.csv"))
    single = people(with_two=False)
    assert (len(people(with_two=True)), len(single), {once[person] for person in single}) == (85, 49, {1})


def test_every_synthetic_series_begins_with_its_only_initial_reading() -> None:
    kinds = {tuple(kind for _, kind, _ in readings).count(0) for readings in readings_by_pair().values()}
    firsts = {readings[0][1] for readings in readings_by_pair().values()}
    assert (kinds, firsts) == ({1}, {0})


def test_synthetic_dates_lie_in_the_period_of_their_site() -> None:
    outside = [
        row["date"]
        for row in rows_of("readings_synthetic.csv")
        if not FIRST_DAYS[row["site"]] <= date.fromisoformat(row["date"]) <= LAST_DAY
    ]
    assert outside == []


def test_synthetic_scores_use_the_five_points_and_no_other() -> None:
    assert {row["score"] for row in rows_of("readings_synthetic.csv")} == {"1", "2", "3", "4", "5"}


def test_every_synthetic_row_says_that_it_is_synthetic() -> None:
    assert {row["source"] for row in rows_of("readings_synthetic.csv")} == {"synthetic"}


def test_no_synthetic_reading_stands_twice() -> None:
    keys = ("person", "site", "indicator", "date", "kind")
    found = Counter(tuple(row[key] for key in keys) for row in rows_of("readings_synthetic.csv"))
    assert max(found.values()) == 1


def test_no_synthetic_person_is_both_a_child_and_a_parent() -> None:
    who = {row["indicator"]: row["who"] for row in rows_of("table4.csv")}
    held = {
        kind: {key[:2] for key in readings_by_pair() if who[key[2]] == kind} for kind in ("parents", "children")
    }
    assert (held["parents"] & held["children"], len(held["children"]) <= 51) == (set(), True)


def test_synthetic_readings_hold_the_hard_cases() -> None:
    series = readings_by_pair()
    rows = rows_of("readings_synthetic.csv")
    apart = pairwise((row["site"], row["person"], row["indicator"], row["date"]) for row in rows)
    hard = {
        "three or more follow-ups": any(len({day for day, _, _ in readings}) > 3 for readings in series.values()),
        "two readings on one day": any(
            len({day for day, _, _ in readings}) < len(readings) for readings in series.values()
        ),
        "best level at first and last": any(
            len(readings) > 1 and readings[0][2] == readings[-1][2] == 5 for readings in series.values()
        ),
        "rows out of order": any(one[:3] == two[:3] and one[3] > two[3] for one, two in apart),
    }
    assert hard == dict.fromkeys(hard, True)


def test_two_synthetic_readings_of_one_day_agree_so_that_no_tie_rule_decides() -> None:
    for readings in readings_by_pair().values():
        for one, two in pairwise(readings):
            assert one[0] < two[0] or one[2] == two[2]


def test_running_the_script_again_gives_the_committed_file_byte_for_byte(tmp_path: Path) -> None:
    made = tmp_path / "made.csv"
    subprocess.run([sys.executable, str(DATA / "make_readings_synthetic.py"), str(made)], check=True)
    assert made.read_bytes() == (DATA / "readings_synthetic.csv").read_bytes()
