"""Scores of sites and parts for publication: nothing hidden can be recovered over three hierarchies.

Indicators make outcomes and all, sites make all, and the parts of people make all.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.recovery import determined, ranges
from toc.model import TheoryOfChange
from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import for_publication, score

CLASSES = ("improved", "no_change", "worsened")
Sum = dict[Hashable, int]


@pytest.fixture(scope="module")
def apart() -> TheoryOfChange:
    """Two outcomes that share no indicator; one of them has two."""
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "apart",
            "title": "Apart",
            "strands": {"homes": {"label": "Homes"}},
            "outcomes": {
                "short_term": {"calm": {"label": "Calm", "strand": ("homes",)}},
                "intermediate": {"trust": {"label": "Trust"}},
            },
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                "sleep": {"label": "Sleep", "measures": ("calm",), "scale": "up"},
                "worry": {"label": "Worry", "measures": ("calm",), "scale": "up"},
                "faith": {"label": "Faith", "measures": ("trust",), "scale": "up"},
            },
        }
    )


def attacked(printed: dict[str, Any], threshold: int, least: int) -> list[Hashable]:
    """The counts hidden in the JSON that a reader can work out, or tell to within less than the threshold."""
    rows: dict[str, dict[str, Any]] = {row["id"]: row for row in printed["indicators"] if row["measured"]}
    indicators = list(rows)
    members = {"all": indicators}
    members |= {
        each["id"]: [key for key in indicators if each["id"] in rows[key]["outcomes"]]
        for each in printed["outcomes"]
    }
    rows |= {f"of {row['id']}": row for row in (*printed["outcomes"], printed["total"]) if row["measured"]}
    groups = {f"{row['by']} {row['of']} {row['id']}": row for row in printed["groups"]}
    sums: list[Sum] = [{(key, "n"): -1, **{(key, change): 1 for change in CLASSES}} for key in rows]
    for outcome, parts in members.items():
        if f"of {outcome}" in rows:
            sums += [
                {(f"of {outcome}", column): -1, **{(part, column): 1 for part in parts}}
                for column in (*CLASSES, "n")
            ]
    columns: dict[str, tuple[str, ...]] = dict.fromkeys(rows, (*CLASSES, "n"))
    columns |= dict.fromkeys(groups, ("improved", "n"))
    sums += list(sums_of_groups(groups))
    rows |= groups
    cells = [(key, column) for key, of in columns.items() for column in of]
    shown = {cell: rows[cell[0]][cell[1]] for cell in cells if rows[cell[0]][cell[1]] is not None}
    assert all(column in rows[key]["hidden"] for key, column in cells if (key, column) not in shown)
    # Who did not improve in a group is a count too, though no cell of its own shows it.
    others = [(key, "others") for key in groups]
    sums += [{(key, "n"): -1, (key, "improved"): 1, (key, "others"): 1} for key in groups]
    known = {(key, "others"): shown[key, "n"] - shown[key, "improved"] for key in groups if both(shown, key)}
    shown |= known
    small = [cell for cell in others if cell in known and least <= known[cell] < threshold]
    hidden: list[Any] = [cell for cell in (*cells, *others) if cell not in shown]
    if not hidden:
        return small
    # A hidden count that is printed as such is no zero where zeros are shown; of the others nobody says so.
    at_least: list[Sum] = [{cell: -1, ("least",): 1} for cell in hidden if cell[1] != "others"]
    found = ranges(sums, {**shown, ("least",): least}, hidden, at_most=at_least)
    told = {cell for cell, (low, high) in found.items() if high - low < threshold}
    return [*small, *sorted(determined(sums, hidden) | told)]


def both(shown: dict[Hashable, int], key: str) -> bool:
    return (key, "n") in shown and (key, "improved") in shown


def sums_of_groups(groups: dict[str, dict[str, Any]]) -> Iterator[Sum]:
    for column in ("improved", "n"):
        for by, of in {(row["by"], row["of"]) for row in groups.values() if row["by"] in ("site", "age")}:
            parts = [key for key, row in groups.items() if (row["by"], row["of"]) == (by, of)]
            yield {(f"of {of}", column): -1, **{(part, column): 1 for part in parts}}
        for key, row in groups.items():
            if row["by"] in ("stage", "strand"):
                yield {(key, column): -1, **{(part, column): 1 for part in row["indicators"]}}
            elif row["of"] == "all":
                same = [other for other in groups if other.split()[::2] == key.split()[::2] and other != key]
                yield {(key, column): -1, **{(other, column): 1 for other in same}}


def readings(people: list[tuple[str, str, str, int, int]]) -> list[dict[str, Any]]:
    return [
        {
            "person": f"p{number}",
            "site": site,
            "age": age,
            "indicator": indicator,
            "date": date,
            "kind": kind,
            "score": value,
        }
        for number, (site, age, indicator, first, latest) in enumerate(people)
        for date, kind, value in (("2013-01-01", "initial", first), ("2013-03-01", "final", latest))
    ]


PERSON = st.tuples(
    st.sampled_from(["north", "south", "west"]),
    st.sampled_from(["young", "old"]),
    st.sampled_from(["sleep", "worry", "faith"]),
    st.integers(2, 4),
    st.integers(2, 4),
)


@pytest.mark.parametrize("show_zeros", [False, True])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(people=st.lists(PERSON, min_size=20, max_size=150))
def test_nothing_hidden_can_be_recovered_over_three_hierarchies(
    apart: TheoryOfChange, people: list[tuple[str, str, str, int, int]], *, show_zeros: bool
) -> None:
    scores = score(apart, readings(people), by=("site", "age", "stage", "strand"))
    printed = json.loads(score_json(for_publication(scores, show_zeros=show_zeros)))
    found = attacked(printed, 5, int(show_zeros))
    # Where zeros are shown it does not matter that there are no others.
    no_others = {(f"{row.by} {row.of} {row.id}", "others") for row in scores.groups if row.improved == row.n}
    assert [cell for cell in found if not (show_zeros and cell in no_others)] == []


MANY = [
    (site, age, indicator, 3, latest)
    for site in ("north", "south", "west")
    for age in ("young", "old")
    for indicator in ("sleep", "worry", "faith")
    for latest in (2, 3, 4)
    for _ in range(6)
]


def test_where_every_count_is_large_sites_and_parts_are_shown(apart: TheoryOfChange) -> None:
    published = for_publication(score(apart, readings(MANY), by=("site", "age")))
    assert {(row.improved, row.n) for row in published.groups if (row.by, row.of) == ("site", "all")} == {
        (36, 108)
    }
    assert all(row.share_improved == pytest.approx(1 / 3) for row in published.groups)


def test_only_improved_n_share_and_interval_of_a_group_are_published(apart: TheoryOfChange) -> None:
    [north, *_] = for_publication(score(apart, readings(MANY), by="site")).groups
    told = {key for key, value in north.to_dict().items() if isinstance(value, int | float) and key != "measured"}
    seen = {"site_people", "site_with_two"}
    assert told - seen == {"improved", "n", "share_improved", "low", "high"}
    assert {"no_change", "worsened", "people", "one_reading", "already_best"} <= set(north.hidden)


def test_groups_that_were_not_asked_for_are_not_published(apart: TheoryOfChange) -> None:
    assert for_publication(score(apart, readings(MANY))).groups == ()


def test_a_site_of_four_people_is_hidden_with_its_coverage(apart: TheoryOfChange) -> None:
    few = [("far", "old", "sleep", 3, 4)] * 4
    published = for_publication(score(apart, readings([*MANY, *few]), by="site"))
    far = next(row for row in published.groups if row.id == "far")
    assert (far.n, far.improved, far.share_improved, far.coverage) == (None, None, None, None)
    assert sum(row.n is None for row in published.groups if row.of == "all") >= 2
    lines = [line for line in score_table(published).splitlines() if "far" in line]
    assert all("hidden" in line for line in lines)
    rows = [row for row in csv.DictReader(io.StringIO(score_csv(published))) if row["id"] == "far"]
    assert {(row["n"], row["improved"], row["share_improved"]) for row in rows} == {("hidden",) * 3}


def test_parts_of_outcomes_that_share_an_indicator_are_not_published(theory: TheoryOfChange) -> None:
    rows = [{**row, "indicator": "shared"} for row in readings(MANY)]
    scores = score(theory, rows, by="site")
    assert {row.of for row in scores.shown_groups} == {"all", "calm", "trust"}
    published = for_publication(scores)
    assert {row.of for row in published.groups} == {"all"}
    assert published.notes[1:3] == (
        "Of groups only improved, n, share and interval are for publication.",
        "Parts of outcomes that share an indicator with another outcome are not for publication.",
    )


def test_the_shares_of_table_4_can_still_be_published_with_sites(csof: TheoryOfChange, csof_data: Path) -> None:
    published = for_publication(score(csof, csof_data / "readings_synthetic.csv", by="site"))
    assert (published.total.improved, published.total.n) == (152, 219)
    assert {each.id: (each.improved, each.n) for each in published.outcomes if each.measured} == {
        "voice": (14, 21),
        "isolation": (63, 86),
        "parenting_capacity": (33, 47),
        "contact": (31, 43),
        "confidence": (11, 22),
    }
