"""Tests, sites compared and targets for publication: only what printed counts give stands beside them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.plots.plot import plot
from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import Scores, for_publication, score


def count(indicator: str, improved: int, no_change: int, worsened: int, **site: str) -> dict[str, Any]:
    row = {"indicator": indicator, "improved": improved, "no_change": no_change, "worsened": worsened}
    return {**row, **site}


def readings(indicator: str, *changes: tuple[int, int], site: str = "s") -> list[dict[str, Any]]:
    return [
        {
            "person": f"p{person}",
            "site": site,
            "indicator": indicator,
            "date": date,
            "kind": kind,
            "score": value,
        }
        for person, both in enumerate(changes)
        for date, kind, value in zip(("2013-01-01", "2013-03-01"), ("initial", "final"), both, strict=True)
    ]


def printed(scores: Scores, **how: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(score_json(for_publication(scores, **how)))
    return found


# Tests.


@pytest.fixture(scope="module")
def three() -> TheoryOfChange:
    """One outcome with three indicators, so that two of them can hide each other's counts."""
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "three",
            "title": "Three",
            "outcomes": {"short_term": {"calm": {"label": "Calm"}}},
            "indicators": {key: {"label": key, "measures": ("calm",)} for key in ("sleep", "worry", "mood")},
        }
    )


def test_a_test_stands_where_no_count_of_its_indicator_is_hidden(three: TheoryOfChange) -> None:
    rows = [count("sleep", 20, 9, 8), count("worry", 20, 9, 3), count("mood", 20, 9, 3)]
    found = printed(score(three, rows, tests=True))
    [test] = found["tests"]["indicators"]
    assert (test["id"], test["dominance"]) == ("sleep", 12 / 37)
    assert test["sign_p"] == pytest.approx(binomtest(20, 28).pvalue)


def test_p_values_are_adjusted_as_if_hidden_ones_were_1(three: TheoryOfChange) -> None:
    for improved in (40, 9):
        hidden = [count("worry", improved, 9, 3), count("mood", improved, 9, 3)]
        found = printed(score(three, [count("sleep", 20, 9, 8), *hidden], tests=True))["tests"]
        [test] = found["indicators"]
        p = test["sign_p"]
        assert found["family"] == 3
        assert (test["sign_p_holm"], test["sign_p_bh"]) == (pytest.approx(3 * p), pytest.approx(3 * p))


def test_no_test_of_ranks_is_published(theory: TheoryOfChange) -> None:
    scores = score(theory, readings("shared", *[(2, 4)] * 9, *[(3, 2)] * 7, *[(3, 3)] * 6), tests=True)
    [test] = printed(scores, show_zeros=True)["tests"]["indicators"]
    assert test["sign_p"] == pytest.approx(binomtest(9, 16).pvalue)
    assert (test["wilcoxon_statistic"], test["wilcoxon_p"], test["rank_biserial"]) == (None, None, None)
    text = " ".join(score_table(for_publication(scores)).split())
    assert "tests of ranks are not shown" in text
    assert "Wilcoxon" not in text


# Sites compared.

SITES = [
    count("shared", improved, 20, 20, site=site) for site, improved in (("north", 30), ("south", 10), ("west", 20))
]


def test_limits_of_sites_are_published_with_their_counts(theory: TheoryOfChange) -> None:
    found = printed(score(theory, SITES, compare_sites=True, by="site"))["comparison"]
    share = 60 / 180
    rows = {row["site"]: row for row in found["sites"] if row["of"] == "all"}
    assert {site: (row["improved"], row["n"], row["share_of_all"]) for site, row in rows.items()} == {
        "north": (30, 70, share),
        "south": (10, 50, share),
        "west": (20, 60, share),
    }
    assert rows["south"]["limits_95"] == [binom.ppf(0.025, 50, share), binom.ppf(0.975, 50, share)]


def test_a_site_with_a_hidden_count_is_not_compared(theory: TheoryOfChange) -> None:
    rows = [*SITES, count("shared", 2, 20, 20, site="far")]
    scores = score(theory, rows, compare_sites=True, by="site")
    found = printed(scores)
    whole = {row["id"] for row in found["groups"] if row["of"] == "all"}
    shown = {row["id"] for row in found["groups"] if row["of"] == "all" and row["improved"] and row["n"]}
    compared = {row["site"] for row in found["comparison"]["sites"] if row["of"] == "all"}
    assert "far" in whole - compared
    assert compared == shown != set()
    assert "Sites of which a count is hidden are left out here." in found["comparison"]["notes"]
    assert "far" not in plot(for_publication(scores), "funnel").outline


def test_odds_ratios_within_sites_are_never_published(theory: TheoryOfChange) -> None:
    rows = [
        {**row, "sex": "f" if number % 4 < 2 else "m"}
        for site in ("north", "south")
        for number, row in enumerate(readings("shared", *[(2, 4)] * 20, *[(3, 2)] * 20, site=site))
    ]
    scores = score(theory, rows, compare_sites=True, by=("site", "sex"))
    assert scores.comparison is not None
    assert scores.comparison.ratios
    assert printed(scores)["comparison"]["odds_ratios"] == []


def test_sites_are_compared_for_publication_only_where_they_are_shown(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="--compare-sites --by site"):
        for_publication(score(theory, SITES, compare_sites=True))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(0, 9) | st.integers(0, 40), min_size=9, max_size=9))
def test_every_line_beside_scores_follows_from_printed_counts(theory: TheoryOfChange, numbers: list[int]) -> None:
    numbers[:2] = [numbers[0] + 1, numbers[1] + 1]
    rows = [count("shared", *numbers[at : at + 3], site=f"s{at}") for at in (0, 3, 6)]
    rows = [row for row in rows if row["improved"] + row["no_change"] + row["worsened"]]
    if len(rows) < 2:
        return
    found = printed(score(theory, rows, compare_sites=True, by="site", tests=True))
    sites = {(row["id"], row["of"]): row for row in found["groups"]}
    wholes = {row["id"]: row for row in (*found["outcomes"], found["total"])}
    for line in found["comparison"]["sites"]:
        row, whole = sites[line["site"], line["of"]], wholes[line["of"]]
        assert (line["improved"], line["n"]) == (row["improved"], row["n"])
        assert line["share_of_all"] == whole["improved"] / whole["n"]
    rows_shown = {row["id"]: row for row in found["indicators"]}
    for test in found["tests"]["indicators"]:
        row = rows_shown[test["id"]]
        assert test["dominance"] == (row["improved"] - row["worsened"]) / row["n"]


# Targets.


def aims(**indicator: Any) -> TheoryOfChange:
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "aims",
            "title": "Aims",
            "outcomes": {"short_term": {"calm": {"label": "Calm"}}},
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {"aim": {"label": "Aim", "measures": ("calm",), "target": 3, **indicator}},
        }
    )


def target(theory: TheoryOfChange, data: list[dict[str, Any]]) -> tuple[Any, ...]:
    found = printed(score(theory, data, targets=True))
    [check] = found["targets"]
    return check["observed"], check["n"], check["reached"], check["reason"]


def test_no_mean_stands_beside_a_baseline_or_target_though_no_count_is_hidden() -> None:
    people = [(4, 5)] * 5 + [(5, 5)] * 5 + [(5, 4)] * 5
    scores = score(aims(scale="up", baseline=2), [*readings("aim", *people), *_singles(6)], targets=True)
    assert [(check.observed, check.reached) for check in scores.targets or ()] == [
        (70 / 15, None),
        (70 / 15, True),
    ]
    published = for_publication(scores)
    assert published.publication is not None
    assert published.publication.hidden == 0
    rows = [row for row in published.to_dicts() if row["level"] in ("baseline", "target")]
    assert [(row["level"], row["stated"]) for row in rows] == [("baseline", "2"), ("target", "3")]
    assert {(row["observed"], row["n"], row["reached"], row["hidden"]) for row in rows} == {
        (None, None, None, "n observed reached")
    }


def test_a_mean_of_an_indicator_with_a_hidden_count_is_hidden() -> None:
    assert target(aims(scale="up"), readings("aim", *[(2, 4)] * 10, *[(3, 2)] * 3)) == (None, None, None, "hidden")


def test_that_there_are_too_few_for_a_mean_is_not_told() -> None:
    assert target(aims(scale="up"), readings("aim", *[(2, 4)] * 3)) == (None, None, None, "hidden")


def test_a_percentage_that_is_hidden_is_hidden_beside_its_target() -> None:
    rows = [{"indicator": "aim", "pre_percent": 28, "post_percent": 95, "n": 40}]
    assert target(aims(percent=True), rows) == (None, None, None, "hidden")
    rows = [{"indicator": "aim", "pre_percent": 28, "post_percent": 75, "n": 40}]
    assert target(aims(percent=True), rows)[:2] == (75, 40)


def _singles(many: int) -> list[dict[str, Any]]:
    row = {"site": "s", "indicator": "aim", "date": "2013-01-01", "kind": "initial", "score": 3}
    return [{"person": f"q{number}", **row} for number in range(many)]


def test_no_p_value_of_a_hidden_count_stands_in_csv(theory: TheoryOfChange) -> None:
    text = score_csv(for_publication(score(theory, [count("worry", 20, 9, 3)], tests=True)))
    assert str(binomtest(20, 23).pvalue)[:8] not in text
