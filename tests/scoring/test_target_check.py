"""Baselines and targets beside what was observed: like against like, else the reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from toc.model import TheoryOfChange
from toc.reports.score_table import score_table
from toc.scoring import Scores, TargetCheck, score


def with_targets(**indicator: Any) -> TheoryOfChange:
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "aims",
            "title": "Aims",
            "outcomes": {"short_term": {"calm": {"label": "Calm"}}},
            "scales": {
                "up": {"lowest": 1, "highest": 5, "better": "higher"},
                "down": {"lowest": 1, "highest": 5, "better": "lower"},
                "silent": {"lowest": 1, "highest": 5},
            },
            "indicators": {"aim": {"label": "Aim", "measures": ("calm",), **indicator}},
        }
    )


def readings(*pairs: tuple[int, int]) -> Iterator[dict[str, Any]]:
    for number, pair in enumerate(pairs):
        for date, kind, value in zip(("2013-01-01", "2013-03-01"), ("initial", "final"), pair, strict=True):
            yield {"person": f"p{number}", "indicator": "aim", "date": date, "kind": kind, "score": value}


PAIRS = ((1, 4), (2, 4), (3, 3), (2, 2), (2, 2))  # the mean of the first is 2, of the latest 3
COUNTS = [{"indicator": "aim", "improved": 9, "no_change": 9, "worsened": 9}]
PERCENTAGES = [{"indicator": "aim", "pre_percent": 28, "post_percent": 75, "n": 40}]


def checked(theory: TheoryOfChange, data: list[dict[str, Any]]) -> tuple[TargetCheck, ...]:
    found: Scores = score(theory, data, targets=True)
    assert found.targets is not None
    return found.targets


def told(check: TargetCheck) -> tuple[Any, ...]:
    return check.kind, check.stated, check.observed, check.unit, check.n, check.reached, check.reason


@pytest.mark.parametrize(
    ("scale", "target", "reached"),
    [("up", 3, True), ("up", 3.5, False), ("down", 3, True), ("down", 2.5, False)],
)
def test_a_target_on_the_scale_is_held_to_the_mean_of_the_latest_readings(
    scale: str, target: float, *, reached: bool
) -> None:
    theory = with_targets(scale=scale, baseline=2.5, target={"value": target, "by": "2014-03"})
    baseline, aim = checked(theory, list(readings(*PAIRS)))
    assert told(baseline) == ("baseline", "2.5", 2.0, "mean score", 5, None, "")
    assert told(aim) == ("target", f"{target:g}", 3.0, "mean score", 5, reached, "")
    assert aim.by == "2014-03"


def test_a_mean_of_fewer_than_5_pairs_is_not_shown() -> None:
    [aim] = checked(with_targets(scale="up", target=3), list(readings(*PAIRS[:4])))
    assert told(aim) == ("target", "3", None, None, 4, None, "no mean of fewer than 5 pairs is shown")


@pytest.mark.parametrize(
    ("baseline", "target", "reached"),
    [(30, 75, True), (30, 80, False), (90, 80, True), (90, 70, False), (None, 70, None)],
)
def test_a_percentage_is_held_to_a_percentage_and_its_baseline_says_which_way_is_better(
    baseline: int | None, target: int, *, reached: bool | None
) -> None:
    *_, aim = checked(with_targets(percent=True, baseline=baseline, target=target), PERCENTAGES)
    assert told(aim) == ("target", f"{target}", 75, "per cent", 40, reached, "")


@pytest.mark.parametrize(
    ("indicator", "data", "reason"),
    [
        ({"scale": "up", "target": 70}, list(readings(*PAIRS)), "it lies off the scale, 1 to 5"),
        ({"scale": "up", "target": 3}, COUNTS, "these data hold no scores"),
        ({"percent": True, "target": 70}, COUNTS, "share of people, and these data give changes of people"),
        (
            {"scale": "silent", "target": 3},
            list(readings(*PAIRS)),
            "nobody has said which end of the scale is good",
        ),
        ({"target": 70}, PERCENTAGES, "neither a scale nor a percentage"),
        ({"scale": "up", "target": "deferred"}, COUNTS, "still to be set"),
        ({"scale": "up", "target": "most families"}, COUNTS, "in words"),
    ],
)
def test_what_cannot_be_compared_says_why(indicator: dict[str, Any], data: list[Any], reason: str) -> None:
    *_, aim = checked(with_targets(**indicator), data)
    assert (aim.observed, aim.reached) == (None, None)
    assert reason in aim.reason


def test_targets_stand_in_the_table_and_in_json_where_they_are_asked_for() -> None:
    theory = with_targets(scale="up", baseline="unknown", target={"value": 3, "by": "2014-03"})
    plain, asked = (score(theory, list(readings(*PAIRS)), targets=targets) for targets in (False, True))
    assert (plain.to_dict()["targets"], plain.targets) == (None, None)
    assert [row["reached"] for row in asked.to_dict()["targets"]] == [None, True]
    lines = [" ".join(line.split()) for line in score_table(asked).splitlines()]
    assert "Aim: target by 2014-03 3 3 5 reached" in lines
    assert max(map(len, score_table(asked).splitlines())) <= 80
    assert "no baseline and no target" in score_table(score(with_targets(), PERCENTAGES, targets=True))
