"""What people and programs read of the tests of indicators: table, CSV, JSON and the note under a figure."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from toc.model import TheoryOfChange
from toc.reports.score_badges import badge_note
from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import Scores, score


def theory(label: str = "Worry") -> TheoryOfChange:
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "small",
            "title": "Small",
            "outcomes": {"short_term": {"calm": {"label": "Calmer homes"}}},
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                "worry": {"label": label, "measures": ("calm",), "scale": "up"},
                "sleep": {"label": "Sleep", "measures": ("calm",), "scale": "up"},
            },
        }
    )


COUNTS = [
    {"indicator": "worry", "improved": 46, "no_change": 14, "worsened": 1},
    {"indicator": "sleep", "improved": 4, "no_change": 2, "worsened": 0},
]
READINGS = [
    {"person": f"p{number}", "indicator": "worry", "date": date, "kind": kind, "score": value}
    for number, pair in enumerate([(1, 2), (1, 3), (2, 4), (2, 5), (3, 2), (1, 5), (3, 3), (5, 5)])
    for date, kind, value in zip(("2013-01-01", "2013-02-01"), ("initial", "final"), pair, strict=True)
]


def with_tests(data: list[dict[str, Any]], label: str = "Worry", **options: Any) -> Scores:
    return score(theory(label), data, tests=True, **options)


def between(text: str, first: str, last: str) -> str:
    return text[text.index(first) : text.index(last)]


def test_the_table_of_counts_gives_p_adjusted_p_and_dominance_and_what_they_assume() -> None:
    assert between(score_table(with_tests(COUNTS)), "Tests of", "Coverage:") == (
        """\
Tests of indicators        better  worse  sign test     Holm       BH  dominance
Worry                          46      1    6.8e-13  1.4e-12  1.4e-12       0.74
Sleep                           4      0    refused                         0.67

A small p does not say what brought the change about: without a comparison
  group, time, chance and the return of extreme scores to the middle look the
  same.
Refused: with fewer than 6 changed pairs no result could have a p below .05 (5
  better and none worse give .0625).
Sign test (two-sided, exact; pairs without change dropped): were better and
  worse equally likely? Assumes that each pair of an indicator is of another
  person, and that people do not influence one another.
Dominance: (improved - worsened) / n, from -1 to 1; an effect size, which
  assumes nothing more.
Not known from published counts: ranks of steps, people with one reading, the
  share if they had improved, and pairs already at best.
Holm: p adjusted so that one false alarm or more among all 2 indicators is rare,
  whatever they have to do with one another. BH (Benjamini-Hochberg): of those
  with a BH below .05, 5 % at most are false alarms on average; assumes that
  indicators do not move against one another. A refused test counts as p = 1.

"""
    )


def test_the_tables_of_readings_give_ranks_and_what_is_missing_of_each_indicator() -> None:
    text = score_table(with_tests(READINGS))
    assert between(text, "Tests of", "A small p") == (
        """\
Tests of indicators            better  worse  sign test   Holm     BH  dominance
Worry                               5      1      0.219  0.219  0.219       0.50

Wilcoxon signed ranks                    T      p   Holm     BH    how  biserial
Worry                                  1.5  0.094  0.094  0.094  exact      0.86

What is missing                            people  single    if missing  at best
Worry                                           8       0  62.5 to 62.5        1

"""
    )


@pytest.mark.parametrize("label", ["x" * 300, "更" * 90, "a\x1b[31m\nb", "word " * 60])
@pytest.mark.parametrize("data", [COUNTS, READINGS])
def test_no_line_of_the_tests_is_wider_than_80_columns_or_holds_a_control_character(
    label: str, data: list[dict[str, Any]]
) -> None:
    lines = score_table(with_tests(data, label)).splitlines()
    wide = [line for line in lines if len(line) + sum("一" <= letter <= "鿿" for letter in line) > 80]
    assert (wide, [line for line in lines if not line.isprintable()]) == ([], [])


def test_without_tests_the_table_has_none() -> None:
    assert "Tests of" not in score_table(score(theory(), COUNTS))


def test_csv_has_the_tests_on_the_rows_of_indicators() -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(score_csv(with_tests(COUNTS))))}
    columns = ("sign_p", "sign_p_holm", "sign_p_bh", "test_refused", "wilcoxon_p", "rank_biserial")
    assert [[rows[key][column] for column in columns] for key in ("calm", "sleep")] == [
        ["", "", "", "", "", ""],
        ["", "", "", "few_changed", "", ""],
    ]
    assert float(rows["worry"]["sign_p"]) == pytest.approx(96 / 2**47)
    assert float(rows["worry"]["sign_p_holm"]) == pytest.approx(2 * 96 / 2**47)
    assert float(rows["worry"]["dominance"]) == pytest.approx(45 / 61)


def test_json_has_a_test_for_each_indicator_with_pairs_and_the_notes() -> None:
    found = json.loads(score_json(with_tests(READINGS)))["tests"]
    assert (found["family"], found["zero_method"], len(found["notes"])) == (1, "wilcox", 6)
    assert found["indicators"] == [
        {
            "id": "worry",
            "dominance": 0.5,
            "test_refused": None,
            "sign_p": pytest.approx(14 / 64),
            "sign_p_holm": pytest.approx(14 / 64),
            "sign_p_bh": pytest.approx(14 / 64),
            "wilcoxon_statistic": 1.5,
            "wilcoxon_method": "exact",
            "wilcoxon_p": pytest.approx(6 / 64),
            "wilcoxon_p_holm": pytest.approx(6 / 64),
            "wilcoxon_p_bh": pytest.approx(6 / 64),
            "rank_biserial": pytest.approx(18 / 21),
        }
    ]


def test_what_counts_as_a_change_stands_on_every_row_of_csv_and_under_a_figure() -> None:
    scores = score(theory(), READINGS, min_step=2, final_only=True)
    told = "first reading against final; Only final readings are compared with the first; follow-ups are not; "
    rows = csv.DictReader(io.StringIO(score_csv(scores)))
    assert {row["change"] for row in rows} == {
        f"{told}A change counts from 2 on the scale; a smaller one is no change"
    }
    assert "first reading against final" in badge_note(scores)
    assert "A change counts from 2 on the scale" in badge_note(scores)
    assert {row["change"] for row in csv.DictReader(io.StringIO(score_csv(score(theory(), COUNTS))))} == {""}


def test_the_table_says_what_single_and_at_best_mean_under_these_choices() -> None:
    words = " ".join(score_table(score(theory(), READINGS, min_step=2, final_only=True)).split())
    assert "single: no final reading to compare; if missing" in words
    assert "at best: began at the best score or near it and could not improve." in words
    usual = " ".join(score_table(score(theory(), READINGS)).split())
    assert "single: one reading only; if missing" in usual
    assert "at best: began at the best score and could not improve." in usual
