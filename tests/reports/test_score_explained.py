"""Every step from rows of data to the score of an outcome, in text that people read and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from toc.data import read_data
from toc.errors import TocError
from toc.loading import load
from toc.model import TheoryOfChange
from toc.reports.score_explained import score_explained, score_explained_json
from toc.scoring import for_publication, score

CSOF = Path(__file__).parents[2] / "models" / "csof"


@pytest.fixture(scope="module")
def csof() -> TheoryOfChange:
    return load(CSOF / "csof.yaml")


def explained(theory: TheoryOfChange, data: Any, outcome: str, **wishes: Any) -> str:
    read = read_data(data, theory)
    return score_explained(score(theory, read, **wishes), read, outcome)


# Barnardo's 2015, Table 4: the two indicators of voice have 10, 4, 1 and 4, 2, 0 pairs.


def test_the_steps_to_14_of_21_for_voice(csof: TheoryOfChange) -> None:
    assert explained(csof, CSOF / "data" / "table4.csv", "voice") == (
        """\
How Parents and children more able to voice their needs was scored

1. Rows of table4.csv
   18 rows read: 18 used, 0 left out.

2. Indicators of the outcome
   Ability to express feelings (express_feelings): in the data.
   Views voiced and acted on (views_acted_on): in the data.

3. What counts as a change
   First reading against latest.
   The data say what became of the pairs; their readings are not known here.
   Direction assumed: the source does not say which end of the scale is good.

4. Pairs of each indicator
   Ability to express feelings: n = 15: 10 improved, 4 no change, 1 worsened.
   Views voiced and acted on: n = 6: 4 improved, 2 no change, 0 worsened.

5. Put together by the rule pairs
   The pairs of all its indicators are added.
   Improved: 10 + 4 = 14.
   No change: 4 + 2 = 6.
   Worsened: 1 + 0 = 1.
   n: 15 + 6 = 21.

6. Share, and how far it could be off
   Share: 14 / 21 = 66.7 % of pairs.
   95 % interval (Wilson): (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n)
     with p = 0.6667, n = 21, z = 1.9600: 45.4 to 82.8 %.
   Shown as ▲: ▲ 60 % or more improved, ■ 40 to 59 %, ▼ under 40 %, ○ not
     measured.

7. What is not seen
   Coverage: 85 of 134 people have two assessments (63.4 %); 49 have not.
   People with one reading: not known.
   Change observed, not caused.
"""
    )


def rows(*people: tuple[str, int, int | None]) -> list[dict[str, Any]]:
    return [
        {
            "person": person,
            "site": "wales",
            "indicator": "views_acted_on",
            "date": date,
            "kind": kind,
            "score": value,
        }
        for person, first, latest in people
        for date, kind, value in (("2013-05-01", "initial", first), ("2013-07-01", "final", latest))
        if value is not None
    ]


def test_from_readings_series_bounds_and_rows_left_out_are_told_and_nobody_is_named(csof: TheoryOfChange) -> None:
    data = rows(("canary1", 2, 4), ("canary2", 3, 3), ("canary3", 5, None), ("canary4", 777, 4))
    text = " ".join(explained(csof, data, "voice").split())
    assert "7 rows read: 6 used, 1 left out." in text
    assert "Row 6 left out: the score lies off the scale of `views_acted_on`, 1 to 5." in text
    assert "4 series, 2 without two readings to compare; 2 people have pairs; n = 2: 1 improved" in text
    assert "If none of them had improved, 1 / (2 + 2) = 25.0 %; if all had, (1 + 2) / (2 + 2) = 75.0 %." in text
    assert ("canary" in text, "777" in text) == (False, False)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("pairs", "1 series, 0 without two readings to compare; 1 person has pairs; n = 1"),
        ("person_any", "1 person has pairs: 1"),
    ],
)
def test_one_person_is_no_people(csof: TheoryOfChange, rule: str, said: str) -> None:
    text = " ".join(explained(csof, rows(("a", 2, 4)), "voice", rule=rule).split())
    assert said in text
    assert "1 people have pairs" not in text
    assert "1 row read: 1 used, 0 left out." in explained(csof, rows(("a", 2, None)), "voice")


def test_the_mean_of_shares_is_written_out(csof: TheoryOfChange) -> None:
    text = explained(csof, CSOF / "data" / "table4.csv", "isolation", rule="mean_of_shares")
    assert "(46/61 + 8/8 + 3/7 + 4/6 + 1/3 + 1/1) / 6 = 69.7 %." in text


def test_percentages_are_subtracted_and_nothing_else(csof: TheoryOfChange) -> None:
    text = explained(csof, CSOF / "data" / "table5.csv", "professional_knowledge")
    assert "98 - 28 = +70 points" in text
    assert ("Wilson" in text, "Put together" in text) == (False, False)


def test_an_outcome_that_nothing_measures_says_so(csof: TheoryOfChange) -> None:
    text = " ".join(explained(csof, CSOF / "data" / "table4.csv", "life_chances").split())
    assert "not measured: no indicator in the model." in text
    assert "Share" not in text


def test_what_is_no_outcome_is_refused_with_those_that_are_measured(csof: TheoryOfChange) -> None:
    with pytest.raises(TocError, match=r"Measured here: `voice` \(.*, `isolation` \(.*, `parenting_capacity` \("):
        explained(csof, CSOF / "data" / "table4.csv", "zz")
    with pytest.raises(TocError, match=r"Did you mean `voice` \("):
        explained(csof, CSOF / "data" / "table4.csv", "voices")


def test_scores_for_publication_are_not_explained(csof: TheoryOfChange) -> None:
    read = read_data(CSOF / "data" / "table4.csv", csof)
    with pytest.raises(TocError, match="would give away"):
        score_explained(for_publication(score(csof, read)), read, "voice")


def explained_json(theory: TheoryOfChange, data: Any, outcome: str, **wishes: Any) -> dict[str, Any]:
    read = read_data(data, theory)
    page: dict[str, Any] = json.loads(score_explained_json(score(theory, read, **wishes), read, outcome))
    return page


def test_as_json_every_step_has_the_numbers_of_its_words(csof: TheoryOfChange) -> None:
    page = explained_json(csof, CSOF / "data" / "table4.csv", "voice")
    text = " ".join(explained(csof, CSOF / "data" / "table4.csv", "voice").split())
    steps = page.pop("steps")
    assert page == {
        "version": 1,
        "outcome": "voice",
        "label": "Parents and children more able to voice their needs",
        "data": "counts",
        "rule": "pairs",
        "unit": "pairs",
        "source": "table4.csv",
        "synthetic": False,
    }
    assert all(f"{step['title']} {' '.join(step['lines'])}" in text for step in steps)
    voiced = {"measured": True, "note": "direction assumed"}
    unknown = {"one_reading": None, "people": None}
    low, high = steps[5]["figures"].pop("low"), steps[5]["figures"].pop("high")
    assert (round(low, 3), round(high, 3)) == (0.454, 0.828)
    assert {step["step"]: step["figures"] for step in steps} == {
        "rows": {"read": 18, "used": 18, "left_out": 0, "other_sites": 0},
        "indicators": {
            "indicators": [
                {"id": "express_feelings", "label": "Ability to express feelings", **voiced},
                {"id": "views_acted_on", "label": "Views voiced and acted on", **voiced},
            ]
        },
        "change": {"change": None, "direction_assumed": True},
        "pairs": {
            "indicators": [
                {"id": "express_feelings", "improved": 10, "no_change": 4, "worsened": 1, "n": 15, **unknown},
                {"id": "views_acted_on", "improved": 4, "no_change": 2, "worsened": 0, "n": 6, **unknown},
            ]
        },
        "together": {
            "rule": "pairs",
            "unit": "pairs",
            "improved": 14,
            "no_change": 6,
            "worsened": 1,
            "n": 21,
            "share_improved": 14 / 21,
        },
        "share": {
            "improved": 14,
            "n": 21,
            "share_improved": 14 / 21,
            "caution": None,
            "people": None,
            "low_by_person": None,
            "high_by_person": None,
        },
        "unseen": {
            "coverage_people": 134,
            "coverage_with_two": 85,
            "one_reading": None,
            "low_if_missing": None,
            "high_if_missing": None,
            "already_best": None,
        },
    }


def test_as_json_from_readings_series_and_rows_are_counted_and_nobody_is_named(csof: TheoryOfChange) -> None:
    data = rows(("canary1", 2, 4), ("canary2", 3, 3), ("canary3", 5, None), ("canary4", 777, 4))
    page = explained_json(csof, data, "voice", min_step=2)
    found = {step["step"]: step["figures"] for step in page["steps"]}
    assert found["rows"] == {"read": 7, "used": 6, "left_out": 1, "other_sites": 0}
    assert [row["measured"] for row in found["indicators"]["indicators"]] == [False, True]
    assert found["change"]["change"]["min_step"] == 2
    pairs = {"improved": 1, "no_change": 1, "worsened": 0, "n": 2}
    assert found["pairs"]["indicators"] == [{"id": "views_acted_on", **pairs, "one_reading": 2, "people": 2}]
    assert {key: found["unseen"][key] for key in ("one_reading", "low_if_missing", "high_if_missing")} == {
        "one_reading": 2,
        "low_if_missing": 0.25,
        "high_if_missing": 0.75,
    }
    assert ("canary" in json.dumps(page), "777" in json.dumps(page)) == (False, False)


# Barnardo's 2015, Table 5: what professionals knew before and after a day of training.


def test_as_json_percentages_have_points_and_no_pairs(csof: TheoryOfChange) -> None:
    page = explained_json(csof, CSOF / "data" / "table5.csv", "professional_knowledge")
    assert [step["step"] for step in page["steps"]] == ["rows", "indicators", "points", "unseen"]
    first = page["steps"][2]["figures"]["indicators"][0]
    assert (first["pre_percent"], first["post_percent"], first["change_points"]) == (28, 98, 70)


def test_as_json_an_outcome_that_nothing_measures_has_no_figures_but_rows(csof: TheoryOfChange) -> None:
    page = explained_json(csof, CSOF / "data" / "table4.csv", "life_chances")
    assert [step["step"] for step in page["steps"]] == ["rows", "indicators", "unseen"]


def test_scores_for_publication_are_not_explained_as_json(csof: TheoryOfChange) -> None:
    read = read_data(CSOF / "data" / "table4.csv", csof)
    with pytest.raises(TocError, match="would give away"):
        score_explained_json(for_publication(score(csof, read)), read, "voice")
