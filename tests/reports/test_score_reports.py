"""What people and programs read of scores: table, JSON, CSV and badges."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from toc.diagram.view import Badge
from toc.model import Site, TheoryOfChange
from toc.reports.score_badges import badge_note, badges_of
from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.reports.scored import left_out_line
from toc.scoring import Bands, Scores, for_publication, score


def theory(label: str = "Calmer homes") -> TheoryOfChange:
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "small",
            "title": "Small",
            "coverage": {"people": 30, "with_two": 20},
            "outcomes": {
                "short_term": {"calm": {"label": label}, "skill": {"label": "More skill in the whole family"}},
                "long_term": {"life": {"label": "更好的生活"}},
            },
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                "worry": {"label": "Worry", "measures": ("calm",), "scale": "up"},
                "sleep": {"label": "Sleep", "measures": ("calm",), "scale": "up"},
                "rest": {"label": "Rest", "measures": ("skill",), "scale": "up"},
            },
        }
    )


def count(indicator: str, improved: int, no_change: int, worsened: int) -> dict[str, Any]:
    return {"indicator": indicator, "improved": improved, "no_change": no_change, "worsened": worsened}


def counted(label: str = "Calmer homes") -> Scores:
    return score(theory(label), [count("worry", 9, 3, 2), count("sleep", 1, 2, 0), count("slep", 1, 2, 0)])


READINGS = [
    {"person": person, "indicator": "worry", "date": date, "kind": kind, "score": value, "source": "synthetic"}
    for person, date, kind, value in (
        ("a", "2013-01-01", "initial", 2),
        ("a", "2013-02-01", "final", 4),
        ("b", "2013-01-01", "initial", 3),
    )
]
PERCENTS = [
    {"indicator": "worry", "pre_percent": 28, "post_percent": 98, "n": 8},
    {"indicator": "sleep", "pre_percent": 11.2, "post_percent": 93.1, "n": ""},
]


def test_the_table_of_counts_says_shares_intervals_coverage_and_what_was_left_out() -> None:
    assert score_table(counted()) == (
        """\
Small
Scores from the rows given; counts; rule: pairs; unit: pairs

Short-term outcomes           improved  same  worse   n   share  95 % interval
■ Calmer homes                      10     5      2  17  58.8 %   36.0 to 78.4
○ More skill in the whole   not measured: no indicator in the data
  family

Long-term outcomes
○ 更好的生活                    not measured: no indicator in the model

Indicators                 improved  same  worse   n   share  95 % interval
▲ Worry                           9     3      2  14  64.3 %   38.8 to 83.7
▼ Sleep                           1     2      0   3  33.3 %    6.1 to 79.2  n<5
■ All indicators                 10     5      2  17  58.8 %   36.0 to 78.4

Indicators not in these scores: rest.

n<10, n<5: few pairs, so read the share with caution.
▲ 60 % or more improved, ■ 40 to 59 %, ▼ under 40 %, ○ not measured (to the
nearest per cent).
Coverage: 20 of 30 people have two assessments (66.7 %); 10 have not.

Change observed, not caused: these figures do not say what brought the change
  about.
Rule: pairs. Each person counts once per indicator, first reading against
  latest, and the indicators of an outcome are added.
The 95 % interval (Wilson) treats one person's readings of several indicators as
  independent, so it is too narrow where people have several.
Published counts: people with one reading, and those who could not improve, are
  not known.
Rows left out: 1.
Row 3 left out: no indicator of the model has this id, alias or label "slep"
  (did you mean `sleep`?).
"""
    )


def test_the_table_of_readings_is_stamped_and_says_what_is_missing() -> None:
    lines = score_table(score(theory(), READINGS)).splitlines()
    assert lines[0] == "SYNTHETIC DATA"
    start = next(number for number, line in enumerate(lines) if line.startswith("What is missing"))
    assert [" ".join(line.split()) for line in lines[start : start + 2]] == [
        "What is missing people by person single if missing at best",
        "Calmer homes 1 1 50.0 to 100.0 0",
    ]


def test_a_row_without_a_pair_says_so_instead_of_four_zeros() -> None:
    text = score_table(score(theory(), READINGS[2:]))
    rows = [" ".join(line.split()) for line in text.splitlines() if "nobody has" in line]
    words = "nobody has two readings to compare yet"
    assert rows == [f"○ Calmer homes {words}", f"○ Worry {words}", f"○ All indicators {words}"]
    assert "n<5" not in text


def test_the_table_of_percentages_gives_points_and_no_shares() -> None:
    text = score_table(score(theory(), PERCENTS))
    assert "Scores from the rows given; per cent before and after" in text
    assert [line for line in text.splitlines() if "points" in line] == [
        "Calmer homes                    +70 to +81.9 points (indicators: 2)",
        "Worry                                      28 %    98 %    +70 points          8",
        "Sleep                                    11.2 %  93.1 %  +81.9 points  not known",
        "Before and after without pairs: only the change in percentage points can be",
    ]


@pytest.mark.parametrize("label", ["x" * 300, "更" * 90, "a\x1b[31m\nb", "word " * 60, "a-b/" * 60])
@pytest.mark.parametrize("rows", [[count("worry", 9, 3, 2)], READINGS, PERCENTS])
def test_no_line_of_the_table_is_wider_than_80_columns_or_holds_a_control_character(
    label: str, rows: list[dict[str, Any]]
) -> None:
    lines = score_table(score(theory(label), rows)).splitlines()
    wide = [line for line in lines if len(line) + sum("一" <= letter <= "鿿" for letter in line) > 80]
    assert (wide, [line for line in lines if not line.isprintable()]) == ([], [])


def test_json_holds_the_promised_keys_of_version_1() -> None:
    page = json.loads(score_json(counted()))
    promised = [
        "version",
        "data",
        "rule",
        "unit",
        "outcomes",
        "indicators",
        "coverage",
        "rows_left_out",
        "synthetic",
    ]
    fields = ["id", "label", "stage", "measured", "improved", "no_change", "worsened", "n", "share_improved"]
    assert [key for key in promised if key not in page] == []
    assert [key for key in (*fields, "low", "high", "caution", "note") if key not in page["outcomes"][0]] == []
    assert (page["version"], page["data"], page["rule"], page["unit"]) == (1, "counts", "pairs", "pairs")
    assert page["coverage"] == {"people": 30, "with_two": 20, "share": 20 / 30, "one_reading": 10}
    assert (page["rows_left_out"], page["synthetic"]) == (1, False)
    assert [(each["id"], each["n"], each["outcomes"]) for each in page["indicators"]] == [
        ("worry", 14, ["calm"]),
        ("sleep", 3, ["calm"]),
        ("rest", None, ["skill"]),
    ]
    assert page["outcomes"][0]["share_improved"] == 10 / 17


def test_json_of_percentages_holds_before_after_and_points() -> None:
    [worry, sleep, rest] = json.loads(score_json(score(theory(), PERCENTS)))["indicators"]
    asked = ("pre_percent", "post_percent", "change_points", "n", "caution", "measured")
    assert [[each[key] for key in asked] for each in (worry, sleep, rest)] == [
        [28, 98, 70, 8, "n<10", True],
        [11.2, 93.1, 81.9, None, None, True],
        [None, None, None, None, None, False],
    ]


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("a\x1b[31m", "a [31m"),
        ('say "so", now', 'say "so", now'),
    ],
)
def test_csv_text_is_never_a_formula(label: str, cell: str) -> None:
    [row, *_] = csv.DictReader(io.StringIO(score_csv(counted(label))))
    assert row["label"] == cell


def test_csv_keeps_numbers_as_numbers_and_says_coverage_and_rows_left_out_on_every_row() -> None:
    rows = list(csv.DictReader(io.StringIO(score_csv(counted()))))
    assert [(row["level"], row["id"], row["n"], row["share_improved"]) for row in rows] == [
        ("outcome", "calm", "17", repr(10 / 17)),
        ("outcome", "skill", "", ""),
        ("outcome", "life", "", ""),
        ("indicator", "worry", "14", repr(9 / 14)),
        ("indicator", "sleep", "3", repr(1 / 3)),
        ("indicator", "rest", "", ""),
    ]
    shared = (
        "source",
        "data",
        "rule",
        "unit",
        "rows_left_out",
        "coverage_people",
        "coverage_with_two",
        "synthetic",
    )
    assert {tuple(row[key] for key in shared) for row in rows} == {
        ("the rows given", "counts", "pairs", "pairs", "1", "30", "20", "false")
    }


def test_percentages_have_no_rule_and_are_counted_in_percentage_points() -> None:
    scores = score(theory(), PERCENTS)
    page = json.loads(score_json(scores))
    assert (page["rule"], page["unit"]) == (None, "percentage points")
    [row, *_] = csv.DictReader(io.StringIO(score_csv(scores)))
    assert (row["rule"], row["unit"]) == ("", "percentage points")


def test_csv_keeps_a_negative_change_as_a_number() -> None:
    rows = [{"indicator": "worry", "pre_percent": 98, "post_percent": 28}]
    table = list(csv.DictReader(io.StringIO(score_csv(score(theory(), rows)))))
    assert [row["change_points"] for row in table if row["id"] == "worry"] == ["-70.0"]


@pytest.mark.parametrize(
    ("numbers", "badge"),
    [
        ((63, 21, 2), Badge("▲ 73% improved, n=86", "good")),
        ((11, 11, 0), Badge("■ 50% improved, n=22", "mixed")),
        ((119, 81, 0), Badge("▲ 60% improved, n=200", "good")),
        ((79, 121, 0), Badge("■ 40% improved, n=200", "mixed")),
        ((78, 122, 0), Badge("▼ 39% improved, n=200", "poor")),
        ((0, 9, 0), Badge("▼ 0% improved, n=9", "poor", "few pairs (n<10)")),
        ((3, 1, 0), Badge("▲ 75% improved, n=4", "good", "few pairs (n<5)")),
        ((0, 0, 0), Badge("○ no pairs yet", "none")),
    ],
)
def test_a_badge_says_symbol_share_and_n(numbers: tuple[int, int, int], badge: Badge) -> None:
    assert badges_of(score(theory(), [count("worry", *numbers)])) == {
        "calm": badge,
        "skill": Badge("○ not measured", "none"),
        "life": Badge("○ not measured", "none"),
    }


def test_a_badge_of_percentages_gives_points() -> None:
    assert badges_of(score(theory(), PERCENTS))["calm"] == Badge("before and after: +70 to +81.9 points", "none")


def test_the_bands_of_badges_can_be_chosen() -> None:
    scores = score(theory(), [count("worry", 11, 11, 0)])
    assert badges_of(scores, Bands(good=50, mixed=20))["calm"].tone == "good"
    assert "▲ 50 % or more improved, ■ 20 to 49 %, ▼ under 20 %" in badge_note(scores, Bands(good=50, mixed=20))


def test_the_note_under_badges_says_bands_unit_coverage_and_rows_left_out() -> None:
    assert badge_note(counted()) == (
        "Scores: ▲ 60 % or more improved, ■ 40 to 59 %, ▼ under 40 %, ○ not measured; rule: pairs; n counts pairs "
        "of a person and an indicator, first reading against latest (data: the rows given). Coverage: 20 of 30 "
        "people have two assessments (66.7 %); 10 have not. Rows left out: 1. Change observed, not caused."
    )


def test_the_note_under_badges_of_made_up_data_is_stamped() -> None:
    assert badge_note(score(theory(), READINGS)).startswith("SYNTHETIC data: nothing may be concluded from them. ")


def test_data_that_name_no_site_are_told_under_the_figure_and_in_the_warning_of_a_site() -> None:
    site = theory().model_copy(update={"site": Site.model_validate({"id": "milltown", "name": "Milltown"})})
    scores = score(site, [count("worry", 9, 3, 2)])
    words = "The data name no site: every row is counted for Milltown."
    assert f"(data: the rows given). {words} Coverage:" in badge_note(scores)
    assert left_out_line(scores) == words
    assert left_out_line(counted()) == (
        "1 row was left out of the rows given; `toc validate MODEL --data the rows given` names them."
    )


def test_the_warning_of_rows_left_out_is_a_command_with_the_paths_that_were_given(tmp_path: Path) -> None:
    file = tmp_path / "of 2013.csv"
    file.write_text("indicator,improved,no_change,worsened\nworry,9,3,2\nslep,1,1,1\n", encoding="utf-8")
    assert left_out_line(score(theory(), file), "models/a.yaml", str(file)) == (
        f'1 row was left out of of 2013.csv; `toc validate models/a.yaml --data "{file}"` names them.'
    )


def test_the_address_of_a_database_is_not_repeated_in_a_warning() -> None:
    line = left_out_line(counted(), "a.yaml", "postgres://me:secret@host/cases#counts")
    assert line == "1 row was left out of the rows given; `toc validate a.yaml --data the rows given` names them."


def test_an_indicator_of_which_every_row_was_left_out_is_not_said_to_be_absent() -> None:
    off = [{**row, "indicator": "sleep", "score": 99} for row in READINGS]
    scores = score(theory(), [*READINGS, *off])
    found = {row.id: row.note for row in scores.indicators if not row.measured}
    assert found == {
        "sleep": "not measured: no row that can be used (3 left out)",
        "rest": "not measured: no indicator in the data",
    }
    published = {row.id: row.note for row in for_publication(scores).indicators if not row.measured}
    assert published == {**found, "sleep": "not measured: no row that can be used"}
