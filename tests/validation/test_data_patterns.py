"""Columns that identify people, areas of work without an outcome, and how far the rules on scores go."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

from toc.loading import loads
from toc.model import TheoryOfChange
from toc.reports.findings_text import findings_text
from toc.scoring import score
from toc.validation import PROFILES, Settings, Value, validate

MODEL = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions: {label: Sessions, engages: [parents], leads_to: [calm]}
outcomes:
  long_term:
    calm: {label: Calmer homes}
indicators:
  knows: {label: Knows, measures: [calm], scale: five}
scales:
  five: {lowest: 1, highest: 5, better: higher, points: {"1": never, "5": always}}
"""
CSOF = Path(__file__).parents[2] / "models" / "csof"
Row = dict[str, object]


@pytest.fixture(scope="module")
def theory() -> TheoryOfChange:
    return loads(MODEL)


def rows_of(people: int, *, before: int = 2, after: int = 4, **more: object) -> list[Row]:
    return [
        {"person": f"p{number}", "indicator": "knows", "date": date, "kind": kind, "score": points, **more}
        for number in range(people)
        for date, kind, points in (("2013-01-01", "initial", before), ("2013-06-01", "final", after))
    ]


def told(theory: TheoryOfChange, rows: list[Row], code: str, **options: Value) -> list[str]:
    """Return what a rule says of some rows, with its options set."""
    set_to = MappingProxyType({(code, name): value for name, value in options.items()})
    settings = Settings(codes=PROFILES["strict"].codes, options=set_to)
    return [one.message for one in validate(theory, rows, settings=settings) if one.code == code]


def test_words_of_a_heading_are_told_and_never_the_heading(theory: TheoryOfChange) -> None:
    rows = rows_of(10, **{"Jane Canary date of birth": "2009-01-01", "canary's Post Code": "X", "Canary": 1})
    (found,) = (one for one in validate(theory, rows) if one.code == "TOC715")
    assert found.message == "2 columns are headed as what identifies people: date of birth and post code."
    assert "anary" not in findings_text(validate(theory, rows), lambda _: None)


@pytest.mark.parametrize(
    ("heading", "identifies"),
    [
        ("Name", True), ("site name", False), ("name of indicator", False), ("First-Name", True),
        ("ChildName", True), ("parent's name", True), ("dob", True), ("NI_Number", True), ("E-mail", True),
        ("home address", True), ("redress", False), ("zip", True), ("telephone calls", True), ("age", False),
    ],
)  # fmt: skip
def test_a_heading_identifies_people_by_its_words(
    theory: TheoryOfChange, heading: str, *, identifies: bool
) -> None:
    assert bool(told(theory, rows_of(10, **{heading: "x"}), "TOC715")) is identifies


def test_a_team_may_name_words_of_its_own_that_identify_people(theory: TheoryOfChange) -> None:
    rows = rows_of(10, **{"enw llawn": "x", "dob": "x"})
    assert told(theory, rows, "TOC715", words=("enw llawn",)) == [
        "A column is headed as what identifies people: enw llawn."
    ]


def test_counts_of_a_report_may_have_a_column_of_names(theory: TheoryOfChange) -> None:
    rows: list[Row] = [{"indicator": "knows", "improved": 9, "no_change": 3, "worsened": 2, "name": "Knows"}]
    assert told(theory, rows, "TOC715") == []


def test_rows_with_an_area_and_no_indicator_are_counted_and_the_first_five_numbered(
    theory: TheoryOfChange,
) -> None:
    without: list[Row] = [{"person": f"q{number}", "area": "money"} for number in range(7)]
    rows = [*rows_of(10, area="advice"), *without]
    assert told(theory, rows, "TOC716") == [
        "7 rows record an area of work, and no indicator for it: rows 21, 22, 23, 24, 25 and 2 more."
    ]
    scores = score(theory, rows)
    assert (scores.rows_left_out, scores.indicators[0].n) == (7, 10)


def test_a_row_without_area_and_indicator_is_a_row_of_no_indicator(theory: TheoryOfChange) -> None:
    rows = [*rows_of(10, area=""), {"person": "q", "area": "", "indicator": "", "score": 3}]
    assert told(theory, rows, "TOC716") == []
    assert len(told(theory, rows, "TOC708")) == 1


def test_the_number_of_equal_scores_that_is_told_can_be_set(theory: TheoryOfChange) -> None:
    rows = rows_of(3, before=3, after=3)
    assert told(theory, rows, "TOC713", readings=7) == []
    assert told(theory, rows, "TOC713", readings=6) == [
        'All 6 scores of "Knows" (knows) are the same, from row 1 on.'
    ]


def test_equal_scores_of_one_person_are_not_told(theory: TheoryOfChange) -> None:
    days = [f"2013-01-{day:02}" for day in range(1, 13)]
    rows: list[Row] = [
        {
            "person": "p",
            "indicator": "knows",
            "date": day,
            "kind": "follow_up" if number else "initial",
            "score": 3,
        }
        for number, day in enumerate(days)
    ]
    assert told(theory, rows, "TOC713") == []


def test_neither_who_gave_scores_nor_a_site_that_the_model_does_not_know_is_told(theory: TheoryOfChange) -> None:
    rows = rows_of(5, before=3, after=3, informant="Jane Canary", site="Canary House")
    assert told(theory, rows, "TOC713") == [
        'All 10 scores of "Knows" (knows) at one site by one informant are the same, from row 1 on.'
    ]


def test_how_far_sites_may_lie_apart_can_be_set(theory: TheoryOfChange) -> None:
    rows = [*rows_of(10, before=2, site="north"), *rows_of(10, before=3, site="south")]
    assert told(theory, rows, "TOC714") == []
    assert told(theory, rows, "TOC714", part_of_scale=0.25) == [
        'The first scores of "Knows" (knows) at two sites lie far apart (from rows 1 and 21 on).'
    ]


def test_a_site_with_few_first_scores_is_left_aside(theory: TheoryOfChange) -> None:
    rows = [*rows_of(10, before=1, site="north"), *rows_of(9, before=5, after=5, site="south")]
    assert told(theory, rows, "TOC714") == []
    assert len(told(theory, rows, "TOC714", readings=9)) == 1


def test_how_few_changes_are_told_can_be_set(theory: TheoryOfChange) -> None:
    rows = rows_of(12)
    assert (told(theory, rows, "TOC706"), told(theory, rows, "TOC718")) == ([], [])
    assert told(theory, rows, "TOC718", fewer_than=15) == [
        'Indicator "Knows" (knows) rests on n=12, fewer than 15.'
    ]
    assert told(theory, rows, "TOC706", fewer_than=13) == [
        'Indicator "Knows" (knows) rests on n=12, fewer than 13.'
    ]
