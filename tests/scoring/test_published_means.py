"""Scores by the mean of shares for publication: a mean stands only where all its shares do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.recovery import ranges
from toc.model import TheoryOfChange
from toc.reports.score_json import score_json
from toc.scoring import for_publication, score

CLASSES = ("improved", "no_change", "worsened")


def count(indicator: str, *numbers: int, **site: str) -> dict[str, Any]:
    return {"indicator": indicator, **dict(zip(CLASSES, numbers, strict=True)), **site}


def test_a_mean_stands_where_all_its_shares_do_and_is_hidden_else(theory: TheoryOfChange) -> None:
    rows = [count("shared", 20, 10, 10), count("worry", 2, 10, 28)]
    published = for_publication(score(theory, rows, rule="mean_of_shares"))
    calm = published.outcomes[0]
    assert (calm.share_improved, calm.n, calm.hidden) == (None, 2, ("share_improved",))
    assert (published.total.share_improved, published.total.n) == (None, 2)
    rows = [count("shared", 20, 10, 10), count("worry", 6, 6, 8)]
    published = for_publication(score(theory, rows, rule="mean_of_shares"))
    assert {row.id: (row.share_improved, row.n, row.hidden) for row in published.outcomes if row.measured} == {
        "calm": (0.4, 2, ()),
        "trust": (0.5, 1, ()),
    }


def test_how_many_indicators_a_mean_is_of_is_hidden_with_the_n_of_one(theory: TheoryOfChange) -> None:
    rows = [count("shared", 20, 10, 10), count("worry", 2, 1, 0)]
    published = for_publication(score(theory, rows, rule="mean_of_shares"))
    calm = published.outcomes[0]
    assert (calm.share_improved, calm.n, calm.caution) == (None, None, None)
    assert calm.hidden[:2] == ("n", "share_improved")


def test_means_of_sites_are_left_away_and_those_of_stages_stand(theory: TheoryOfChange) -> None:
    rows = [count("shared", 20, 10, 10, site=site) for site in ("north", "south")]
    published = for_publication(score(theory, rows, rule="mean_of_shares", by=("site", "stage")))
    assert {(row.by, row.share_improved) for row in published.groups} == {("stage", 0.5)}
    assert any("Means of sites" in note for note in published.notes)


def test_how_many_people_a_mean_is_of_is_never_shown(theory: TheoryOfChange) -> None:
    rows = [
        {"person": f"p{n}", "indicator": "shared", "date": day, "kind": kind, "score": value}
        for n in range(40)
        for day, kind, value in (("2013-01-01", "initial", 3), ("2013-03-01", "final", 2 + n % 3))
    ]
    scores = score(theory, rows, rule="mean_of_shares")
    assert scores.total.people == 40
    assert {row.people for row in (*for_publication(scores).outcomes, for_publication(scores).total)} == {None}


@pytest.mark.parametrize("data", ["table4.csv", "readings_synthetic.csv"])
def test_what_pairs_hide_of_an_indicator_a_page_of_means_hides_too(
    csof: TheoryOfChange, csof_data: Path, data: str
) -> None:
    pairs = for_publication(score(csof, csof_data / data))
    means = for_publication(score(csof, csof_data / data, rule="mean_of_shares"))
    of_means = {row.id: set(row.hidden) for row in means.indicators}
    hidden = {row.id: set(row.hidden) for row in pairs.indicators}
    assert any(hidden.values())
    assert {key: fields - of_means[key] for key, fields in hidden.items() if fields - of_means[key]} == {}
    if data == "table4.csv":
        shown = {row.id: row for row in means.indicators}
        gone = [name for name in CLASSES if name in hidden["views_acted_on"]]
        assert gone
        assert [getattr(shown["views_acted_on"], name) for name in gone] == [None] * len(gone)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.tuples(*[st.integers(0, 8) | st.integers(0, 40)] * 6), show_zeros=st.booleans())
def test_no_count_behind_a_mean_can_be_recovered(
    theory: TheoryOfChange, counts: tuple[int, ...], *, show_zeros: bool
) -> None:
    rows = [count("shared", *counts[:3]), count("worry", *counts[3:])]
    scores = score(theory, rows, rule="mean_of_shares")
    printed = json.loads(score_json(for_publication(scores, show_zeros=show_zeros)))
    shares = {}
    for row in printed["indicators"]:
        if row["measured"]:
            shown = {(column,): row[column] for column in (*CLASSES, "n") if row[column] is not None}
            hidden = [(column,) for column in (*CLASSES, "n") if (column,) not in shown]
            sums = [{("n",): -1, **{(column,): 1 for column in CLASSES}}]
            assert [number for number in shown.values() if int(show_zeros) <= number < 5] == []
            found = ranges(sums, shown, hidden, least=int(show_zeros))
            assert [cell for cell, (low, high) in found.items() if high - low < 5] == []
            shares[row["id"]] = row["improved"] is not None and row["n"] is not None
    stated = {row["id"]: row["share_improved"] is not None for row in printed["outcomes"] if row["measured"]}
    pairs = {"shared": sum(counts[:3]), "worry": sum(counts[3:])}
    if all(pairs.values()):
        assert stated == {"calm": shares["shared"] and shares["worry"], "trust": shares["shared"]}
