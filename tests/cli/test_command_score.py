from __future__ import annotations

import csv
import io
import json

import pytest

TOP = {
    "version", "data", "rule", "unit", "outcomes", "indicators", "total", "coverage", "rows_left_out", "synthetic",
    "source", "notes", "publication", "change", "tests", "groups", "by", "agreement", "informant", "comparison",
    "targets",
}  # fmt: skip
OFF_SCALE = """\
person,indicator,date,kind,score
p1,growing_skills,2024-01-01,initial,2
p1,growing_skills,2024-03-01,follow_up,777
p2,growing_skills,2024-01-01,initial,2
p2,growing_skills,2024-03-01,follow_up,4
"""


@pytest.fixture
def off_scale(folder):
    (folder / "off.csv").write_text(OFF_SCALE)
    return "off.csv"


def test_table_4_gives_152_of_219_improved(toc, csof, table4):
    run = toc("score", csof, table4, "--format", "json")
    scores = json.loads(run.out)
    assert (run.code, run.err) == (0, "")
    assert (scores["total"]["improved"], scores["total"]["n"]) == (152, 219)
    assert scores["coverage"] == {"people": 134, "with_two": 85, "share": 85 / 134, "one_reading": 49}


def test_the_table_is_at_most_80_columns_wide_and_says_the_coverage(toc, csof, table4):
    run = toc("score", csof, table4, COLUMNS="200")
    assert (run.code, run.err) == (0, "")
    assert max(map(len, run.out.splitlines())) <= 80
    assert "Coverage: 85 of 134 people have two assessments (63.4 %)" in run.out


def test_json_has_exactly_the_documented_keys(toc):
    run = toc("score", "garden.yaml", "counts.csv", "--format", "json")
    scores = json.loads(run.out)
    assert (run.code, run.err) == (0, "")
    assert set(scores) == TOP
    assert (scores["version"], scores["data"], scores["source"]) == (1, "counts", "counts.csv")
    assert [outcome["id"] for outcome in scores["outcomes"]] == ["skills", "health"]
    assert [indicator["id"] for indicator in scores["indicators"]] == ["growing_skills", "feels_well"]


def test_csv_has_one_row_per_outcome_and_indicator(toc):
    run = toc("score", "garden.yaml", "counts.csv", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert (run.code, run.err) == (0, "")
    assert [(row["level"], row["id"], row["improved"], row["n"]) for row in rows] == [
        ("outcome", "skills", "20", "26"),
        ("outcome", "health", "15", "21"),
        ("indicator", "growing_skills", "20", "26"),
        ("indicator", "feels_well", "15", "21"),
    ]


def test_a_row_that_cannot_be_used_is_left_out_counted_and_warned_of(toc, off_scale):
    run = toc("score", "garden.yaml", off_scale, "--format", "json")
    assert run.code == 0
    assert json.loads(run.out)["rows_left_out"] == 1
    assert run.complaints == [
        "toc: 1 row was left out of off.csv; `toc validate garden.yaml --data off.csv` names them."
    ]


def test_strict_names_the_row_never_its_value_and_leaves_with_1(toc, off_scale):
    run = toc("score", "garden.yaml", off_scale, "--strict")
    assert (run.code, run.out) == (1, "")
    assert run.complaints == [
        "toc: off.csv: row 3 left out: the score lies off the scale of `growing_skills`, 1 to 5."
    ]


def test_strict_changes_nothing_where_every_row_is_sound(toc):
    loose = toc("score", "garden.yaml", "counts.csv")
    assert toc("score", "garden.yaml", "counts.csv", "--strict") == loose


def test_strict_refuses_a_total_that_does_not_add_up(toc, folder):
    (folder / "totals.csv").write_text("indicator,improved,no_change,worsened,total\ngrowing_skills,1,1,1,4\n")
    assert toc("score", "garden.yaml", "totals.csv").code == 0
    run = toc("score", "garden.yaml", "totals.csv", "--strict")
    assert (run.code, run.out, len(run.complaints)) == (1, "", 1)


def test_data_without_one_row_that_can_be_used_cannot_be_scored(toc, folder):
    (folder / "none.csv").write_text("indicator,improved,no_change,worsened\nother,1,2,3\n")
    run = toc("score", "garden.yaml", "none.csv")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "no row that can be used" in run.err


def test_a_site_is_scored_through_its_base_within_the_root(toc, folder):
    (folder / "sites").mkdir()
    (folder / "sites" / "toc.toml").write_text("")
    site = "toc: 1\nextends: ../garden.yaml\nsite:\n  id: north\n  name: North\n"
    (folder / "sites" / "north.yaml").write_text(site)
    assert toc("score", "sites/north.yaml", "counts.csv").code == 2
    assert toc("score", "sites/north.yaml", "counts.csv", "--root", ".").code == 0


READINGS = "person,indicator,date,kind,score\n" + "".join(
    f"p{number},growing_skills,2024-01-01,initial,2\np{number},growing_skills,2024-03-01,{kind},{score}\n"
    for number, (kind, score) in enumerate([("follow_up", 3)] * 6 + [("final", 4)] * 6)
)


@pytest.fixture
def readings(folder):
    (folder / "readings.csv").write_text(READINGS)
    return "readings.csv"


def indicator(run, key):
    return next(each for each in json.loads(run.out)["indicators"] if each["id"] == key)


def test_tests_are_made_only_where_they_are_asked_for(toc):
    plain, tested = (toc("score", "garden.yaml", "counts.csv", *more) for more in ((), ("--tests",)))
    assert ("sign test" in plain.out, "sign test" in tested.out) == (False, True)
    assert (tested.code, tested.err, max(map(len, tested.out.splitlines())) <= 80) == (0, "", True)


def test_tests_of_json_hold_the_sign_test_and_the_family(toc):
    tests = json.loads(toc("score", "garden.yaml", "counts.csv", "--tests", "--format", "json").out)["tests"]
    assert (tests["family"], [test["id"] for test in tests["indicators"]]) == (2, ["growing_skills", "feels_well"])
    assert round(tests["indicators"][0]["sign_p"], 6) == round(2 * (1 + 22 + 231) / 2**22, 6)


def test_percentages_before_and_after_cannot_be_tested(toc, folder):
    (folder / "asked.csv").write_text("indicator,pre_percent,post_percent\ngrowing_skills,20,80\n")
    run = toc("score", "garden.yaml", "asked.csv", "--tests")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "McNemar" in run.err


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        ((), (12, 0)),
        (("--min-step", "2"), (6, 6)),
        (("--final-only",), (6, 0)),
        (("--reliable-change", "five_point=1,0.8"), (6, 6)),
        (("--reliable-change", "five_point=0.5,0.8"), (12, 0)),
    ],
)
def test_people_choose_what_counts_as_a_change(toc, readings, options, numbers):
    run = toc("score", "garden.yaml", readings, "--format", "json", *options)
    skills = indicator(run, "growing_skills")
    assert (run.code, run.err, (skills["improved"], skills["no_change"])) == (0, "", numbers)


@pytest.mark.parametrize(
    "options",
    [
        ("--min-step", "0"),
        ("--min-step", "x"),
        ("--min-step", "5"),
        ("--min-step", "1", "--reliable-change", "five_point=1,0.8"),
        ("--reliable-change", "five_point"),
        ("--reliable-change", "five_point=1"),
        ("--reliable-change", "five_point=1,0.8,3"),
        ("--reliable-change", "five_point=1,eight"),
        ("--reliable-change", "five_point=0,0.8"),
        ("--reliable-change", "ten_point=1,0.8"),
        ("--reliable-change", "five_point=1,0.8", "--reliable-change", "five_point=2,0.8"),
    ],
)
def test_a_choice_that_cannot_be_used_is_one_line(toc, readings, options):
    run = toc("score", "garden.yaml", readings, *options)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)


def test_people_choose_a_rule_and_what_is_shown_apart(toc, readings):
    run = toc("score", "garden.yaml", readings, "--rule", "person_any", "--by", "strand", "--by", "stage")
    assert (run.code, run.err) == (0, "")
    assert ("rule: person_any; unit: people" in run.out, "By strand" in run.out, "By stage" in run.out) == (
        True,
    ) * 3
    assert max(map(len, run.out.splitlines())) <= 80


@pytest.mark.parametrize("options", [("--rule", "best"), ("--by", "sex"), ("--by", "person")])
def test_a_rule_or_split_that_cannot_be_used_is_one_line(toc, readings, options):
    run = toc("score", "garden.yaml", readings, *options)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)


def test_explain_shows_the_steps_to_one_score(toc):
    run = toc("score", "garden.yaml", "counts.csv", "--explain", "skills")
    assert (run.code, run.err) == (0, "")
    assert "Share: 20 / 26 = 76.9 % of pairs." in run.out


def test_explain_gives_the_same_steps_as_json(toc):
    run = toc("score", "garden.yaml", "counts.csv", "--explain", "skills", "--format", "json")
    found = {step["step"]: step for step in json.loads(run.out)["steps"]}
    assert (run.code, run.err) == (0, "")
    assert "Share: 20 / 26 = 76.9 % of pairs." in found["share"]["lines"]
    assert (found["share"]["figures"]["improved"], found["share"]["figures"]["n"]) == (20, 26)


@pytest.mark.parametrize(
    "options",
    [
        ("--explain", "skill"),
        ("--explain", ""),
        ("--explain", "skill", "--format", "json"),
        ("--explain", "skills", "--format", "csv"),
        ("--explain", "skills", "-o", "steps.json"),
        ("--explain", "skills", "--publication"),
        ("--explain", "skills", "--publication", "--format", "json"),
        ("--explain", "skills", "--tests"),
        ("--explain", "skills", "--targets"),
        ("--explain", "skills", "--compare-sites"),
        ("--explain", "skills", "--by", "site", "--format", "json"),
    ],
)
def test_what_cannot_be_explained_is_one_line(toc, options):
    run = toc("score", "garden.yaml", "counts.csv", *options)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)


@pytest.mark.parametrize(
    ("options", "numbers"), [(("--window", "50-70"), 12), (("--window", "61:70"), 0), (("--targets",), 12)]
)
def test_a_window_of_days_and_targets_can_be_asked_for(toc, readings, options, numbers):
    run = toc("score", "garden.yaml", readings, "--format", "json", *options)
    assert (run.code, run.err, indicator(run, "growing_skills")["n"]) == (0, "", numbers)


@pytest.mark.parametrize(
    "options", [("--window", "60"), ("--window", "9-5"), ("--informant", "x"), ("--compare-sites",)]
)
def test_a_wish_that_readings_cannot_carry_is_one_line(toc, readings, options):
    run = toc("score", "garden.yaml", readings, *options)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)


def test_schedule_counts_who_is_overdue_by_the_day_that_is_asked(toc, readings):
    run = toc("schedule", "garden.yaml", readings, "--today", "2024-08-01", "--format", "json")
    total = json.loads(run.out)["total"]
    assert (run.code, run.err, total["overdue"], total["closed"], total["people_overdue"]) == (0, "", 6, 6, 6)
    assert toc("schedule", "garden.yaml", readings, "--today", "2024-08-01").out.startswith(
        "A garden for everyone"
    )
    assert toc("schedule", "garden.yaml", "counts.csv").code == 2
