"""Sites compared, agreement of informants and targets as rows of CSV and of data frames."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import Any

import pytest

from toc.model import TheoryOfChange
from toc.reports.score_csv import score_csv
from toc.scoring import Scores, for_publication, score
from toc.scoring.score_columns import SCORE_COLUMNS

CHANGES = {"f": (4, 4, 4, 4, 4, 3, 2), "m": (4, 4, 3, 2, 2, 2, 2)}


@pytest.fixture(scope="module")
def asked() -> Scores:
    theory = TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "aims",
            "title": "Aims",
            "outcomes": {"short_term": {"calm": {"label": "Calm"}}},
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                "sleep": {
                    "label": "Sleep",
                    "measures": ("calm",),
                    "scale": "up",
                    "baseline": 3,
                    "target": {"value": 4, "by": "2014-03"},
                }
            },
        }
    )
    rows = [
        {
            "person": f"{sex}{number}",
            "site": site,
            "informant": informant,
            "sex": sex,
            "indicator": "sleep",
            "date": date,
            "kind": kind,
            "score": value,
        }
        for site in ("north", "south")
        for informant in ("child", "worker")
        for sex, latest in CHANGES.items()
        for number, last in enumerate(latest)
        for date, kind, value in (("2013-01-01", "initial", 3), ("2013-03-01", "final", last))
    ]
    return score(theory, rows, by=("site", "informant", "sex"), compare_sites=True, targets=True)


def rows_of(scores: Scores, level: str) -> list[dict[str, Any]]:
    return [row for row in csv.DictReader(score_csv(scores).splitlines()) if row["level"] == level]


def told(row: dict[str, Any], *columns: str) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)


def test_a_compared_site_is_a_row_of_csv_with_its_limits(asked: Scores) -> None:
    north, south = (row for row in rows_of(asked, "site compared") if row["outcomes"] == "calm")
    assert told(north, "id", "improved", "n", "share_of_all", "unit") == ("north", "14", "28", "0.5", "pairs")
    # Binomial, 28 pairs of which half improve: 95 % lie from 9 to 19, 99.8 % from 6 to 22.
    limits = ("limit_low_95", "limit_high_95", "limit_low_99_8", "limit_high_99_8", "outside_limits")
    assert told(south, *limits) == ("9", "19", "6", "22", "")


def test_an_odds_ratio_is_a_row_of_csv(asked: Scores) -> None:
    row = next(row for row in rows_of(asked, "odds ratio") if (row["id"], row["outcomes"]) == ("sex", "calm"))
    # 20 of 28 against 8 of 28 everywhere: (20 x 20) / (8 x 8).
    assert told(row, "one", "other") == ("f", "m")
    assert [float(row[column]) for column in ("odds_ratio", "odds_ratio_within")] == pytest.approx([6.25, 6.25])


def test_the_agreement_of_informants_is_a_row_of_csv(asked: Scores) -> None:
    [row] = rows_of(asked, "agreement")
    assert told(row, "id", "one", "other", "n", "same", "share_same", "kappa", "unit") == (
        "sleep",
        "child",
        "worker",
        "28",
        "28",
        "1.0",
        "1.0",
        "people",
    )


def test_baseline_and_target_are_rows_of_csv(asked: Scores) -> None:
    [baseline], [target] = rows_of(asked, "baseline"), rows_of(asked, "target")
    assert told(baseline, "id", "stated", "observed", "unit", "n", "reached") == (
        "sleep",
        "3",
        "3.0",
        "mean score",
        "56",
        "",
    )
    observed = f"{(7 * 4 + 2 * 3 + 5 * 2) / 14}"
    assert told(target, "stated", "stated_by", "observed", "reached") == ("4", "2014-03", observed, "false")


def test_what_is_hidden_of_a_target_is_the_word(asked: Scores) -> None:
    published = for_publication(asked, threshold=60)
    [row] = rows_of(published, "target")
    assert told(row, "observed", "n", "reached", "note") == ("hidden",) * 4
    assert rows_of(published, "agreement") == []


def test_what_was_not_asked_for_has_no_row(asked: Scores) -> None:
    besides = {"site compared", "odds ratio", "agreement", "baseline", "target"}
    without = replace(asked, comparison=None, agreements=(), targets=None)
    assert besides <= {row["level"] for row in asked.to_dicts()}
    assert besides.isdisjoint(row["level"] for row in without.to_dicts())


def test_every_column_of_these_rows_has_a_type(asked: Scores) -> None:
    assert {column for row in asked.records for column in row} <= {*SCORE_COLUMNS}


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_frame_has_the_same_rows(asked: Scores, library: str) -> None:
    assert len(asked.to_frame(library)) == len(asked.to_dicts())
