"""Scores by a rule by person for publication, attacked by putting people together in every way that there is.

The attacker does not know the sums that the library looks at: each way in which one person can go through three
indicators is a number of people to be found, and the printed counts are sums of these.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.recovery import ranges
from toc.model import TheoryOfChange
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import Score, Scores, for_publication, score

RULES = ("person_any", "person_all", "person_net")
INDICATORS = {"sleep": "calm", "worry": "calm", "faith": "trust"}
SITES = ("north", "south", "west")
LATEST = {"up": 4, "same": 3, "down": 2}
COURSES = [each for each in product(("", "once", *LATEST), repeat=3) if any(each)]
CELLS = ("improved", "others", "one_reading", "n")


@pytest.fixture(scope="module")
def apart() -> TheoryOfChange:
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "apart",
            "title": "Apart",
            "outcomes": {
                "short_term": {"calm": {"label": "Calm"}},
                "intermediate": {"trust": {"label": "Trust"}},
            },
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                key: {"label": key.title(), "measures": (outcome,), "scale": "up"}
                for key, outcome in INDICATORS.items()
            },
        }
    )


def became(rule: str, pairs: Iterable[str]) -> str:
    """What becomes of a person with these pairs: "" without any reading."""
    seen = [each for each in pairs if each]
    compared = [each for each in seen if each != "once"]
    if not compared:
        return "one_reading" if seen else ""
    ups, downs = compared.count("up"), compared.count("down")
    improved = {"person_any": ups > 0, "person_all": ups == len(compared), "person_net": ups > downs}[rule]
    return "improved" if improved else "others"


def readings(people: list[tuple[str, tuple[str, ...]]]) -> list[dict[str, Any]]:
    return [
        {
            "person": f"p{number}",
            "site": site,
            "indicator": indicator,
            "date": date,
            "kind": kind,
            "score": value,
        }
        for number, (site, course) in enumerate(people)
        for indicator, change in zip(INDICATORS, course, strict=True)
        if change
        for date, kind, value in (
            ("2013-01-01", "initial", 3),
            *([("2013-03-01", "final", LATEST[change])] if change != "once" else []),
        )
    ]


def attacked(printed: dict[str, Any], threshold: int, least: int) -> list[Hashable]:
    """The hidden counts of people that can be worked out, or told to within less than the threshold."""
    rule = printed["rule"]
    rows = {("every site", row["id"]): row for row in (*printed["outcomes"], printed["total"]) if row["measured"]}
    rows |= {(row["id"], row["of"]): row for row in printed["groups"]}
    ways = [(site, course) for site in SITES for course in COURSES]
    sums: list[dict[Hashable, int]] = []
    for (where, of), row in rows.items():
        cells = dict.fromkeys(CELLS, 0)
        members = [number for number, outcome in enumerate(INDICATORS.values()) if of in ("all", outcome)]
        relations: dict[str, dict[Hashable, int]] = {cell: {(where, of, cell): -1} for cell in cells}
        for way in ways:
            if where in ("every site", way[0]):
                one = became(rule, [way[1][number] for number in members])
                for cell in {one, "n" if one in ("improved", "others") else one} - {""}:
                    relations[cell][way] = 1
        sums += relations.values()
        row["others"] = None if None in (row["n"], row["improved"]) else row["n"] - row["improved"]
    # Nobody has a reading for an outcome at a site that has no row of it.
    absent = [way for way in ways if any(way[1][n] for n in _without_row(rows, way[0]))]
    coverage = printed["coverage"]
    if coverage is not None:
        sums.append({("people",): -1, **dict.fromkeys(ways, 1)})
        paired = [way for way in ways if became(rule, way[1]) in ("improved", "others")]
        sums.append({("with_two",): -1, **dict.fromkeys(paired, 1)})
    shown: dict[Hashable, int] = {
        (*key, cell): row[cell] for key, row in rows.items() for cell in CELLS if row[cell] is not None
    }
    shown |= dict.fromkeys(absent, 0)
    if coverage is not None:
        shown |= {("people",): coverage["people"], ("with_two",): coverage["with_two"]}
    small = [cell for cell, number in shown.items() if cell[-1] in CELLS and least <= number < threshold]
    hidden: list[Any] = [(*key, cell) for key in rows for cell in CELLS if (*key, cell) not in shown]
    latent = [way for way in ways if way not in shown]
    found = _ranges(sums, shown, [*hidden, *latent], hidden, least)
    return [*small, *[cell for cell, (low, high) in found.items() if high - low < threshold]]


def _ranges(
    sums: list[dict[Hashable, int]],
    shown: dict[Hashable, int],
    unknown: list[Hashable],
    hidden: list[Any],
    least: int,
) -> dict[Hashable, tuple[int, int]]:
    # A hidden count that is printed as such is no zero where zeros are shown; of the others nobody says so.
    at_least: list[dict[Hashable, int]] = [{cell: -1, ("least",): 1} for cell in hidden if cell[-1] != "others"]
    return ranges(sums, {**shown, ("least",): least}, unknown, at_most=at_least, of=hidden)


def _without_row(rows: dict[tuple[str, str], Any], site: str) -> list[int]:
    """The indicators without a reading at a site; an outcome that no site shows is left away for all of them."""
    shown = {of for where, of in rows if where in SITES}
    outcomes = enumerate(INDICATORS.values())
    return [number for number, of in outcomes if {of, "all"} <= shown and (site, of) not in rows]


def printed(scores: Scores, **how: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(score_json(for_publication(scores, **how)))
    return found


COURSE = st.sampled_from(COURSES)


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    courses=st.lists(COURSE, min_size=2, max_size=6),
    weights=st.lists(st.integers(1, 25), min_size=6, max_size=6),
    by=st.sampled_from(["", "site"]),
    show_zeros=st.booleans(),
)
def test_no_hidden_number_of_people_can_be_recovered(
    apart: TheoryOfChange, rule: Any, courses: list[Any], weights: list[int], by: str, *, show_zeros: bool
) -> None:
    people = [
        (site, course)
        for number, course in enumerate(courses)
        for place, site in enumerate(SITES)
        for _ in range(weights[(number + 2 * place) % 6])
    ]
    scores = score(apart, readings(people), rule=rule, by=by or ())
    found = attacked(printed(scores, show_zeros=show_zeros), 5, int(show_zeros))
    # Where zeros are shown it does not matter that there are no others.
    rows: dict[tuple[str, str], Score] = {("every site", row.id): row for row in (*scores.outcomes, scores.total)}
    rows |= {(row.id, row.of): row for row in scores.shown_groups}
    no_others = {(*key, "others") for key, row in rows.items() if row.improved == row.n}
    assert [cell for cell in found if not (show_zeros and cell in no_others)] == []


MANY = [
    (site, course)
    for site in SITES
    for course in (("up", "same", "up"), ("down", "", "up"), ("up", "", "down"), ("same", "once", "down"))
    for _ in range(8)
]


@pytest.mark.parametrize(("rule", "improved"), [("person_any", 72), ("person_all", 0), ("person_net", 24)])
def test_people_improved_of_outcomes_of_all_and_of_sites_are_published(
    apart: TheoryOfChange, rule: Any, improved: int
) -> None:
    published = for_publication(score(apart, readings(MANY), rule=rule, by="site"), show_zeros=True)
    assert (published.total.improved, published.total.n, published.total.people) == (improved, 96, 96)
    assert {(row.improved, row.n) for row in published.groups if row.of == "all"} == {(improved // 3, 32)}
    assert all(row.worsened is row.no_change is None for row in (*published.outcomes, published.total))


def test_nothing_of_an_indicator_is_published_by_a_rule_by_person(apart: TheoryOfChange) -> None:
    published = for_publication(score(apart, readings(MANY), rule="person_any"))
    for row in published.indicators:
        assert (row.improved, row.n, row.share_improved, row.one_reading, row.people) == (None,) * 5
        assert {"improved", "no_change", "worsened", "n", "caution", "interval_by_person"} <= set(row.hidden)
    assert "for publication, and no pairs of indicators." in " ".join(score_table(published).split())


@pytest.mark.parametrize("rule", RULES)
def test_scores_by_a_rule_by_person_say_that_nothing_else_goes_beside_them(
    apart: TheoryOfChange, rule: Any
) -> None:
    published = for_publication(score(apart, readings(MANY), rule=rule), show_zeros=True)
    said = (
        "For publication numbers below 5 are hidden, and those from which one could be worked out "
        "(zeros are shown). "
        "Publish nothing else of the same data beside it."
    )
    assert published.publication is not None
    assert (published.publication.line, published.notes[0]) == (said, said)
    assert said in " ".join(score_table(published).split())
    assert json.loads(score_json(published))["publication"]["reason"] == said


def test_few_people_at_a_site_are_hidden_with_their_coverage(apart: TheoryOfChange) -> None:
    few = [("far", ("up", "", "up"))] * 3
    published = for_publication(
        score(apart, readings([*MANY, *few]), rule="person_any", by="site"), show_zeros=True
    )
    far = next(row for row in published.groups if row.id == "far")
    assert (far.improved, far.n, far.people, far.share_improved, far.coverage) == (None,) * 5
    assert sum(row.n is None for row in published.groups if row.of == "all") >= 2
    assert published.total.n == 99


def test_outcomes_that_share_an_indicator_are_hidden_by_a_rule_by_person(theory: TheoryOfChange) -> None:
    rows = [{**row, "indicator": "shared"} for row in readings(MANY) if row["indicator"] == "sleep"]
    published = for_publication(score(theory, rows, rule="person_any"), show_zeros=True)
    assert (published.total.improved, published.total.n) == (48, 96)
    assert [(row.improved, row.n) for row in published.outcomes] == [(None, None)] * 3
    assert any("share an indicator" in note for note in published.notes)


def test_parts_of_people_other_than_sites_are_left_away_by_a_rule_by_person(apart: TheoryOfChange) -> None:
    rows = [{**row, "age": "young" if row["site"] == "north" else "old"} for row in readings(MANY)]
    published = for_publication(score(apart, rows, rule="person_any", by=("age", "site", "stage")))
    assert {row.by for row in published.groups} == {"site"}
    assert any("nor other parts of people than sites" in note for note in published.notes)


@pytest.mark.parametrize("rule", RULES)
def test_the_people_of_the_synthetic_readings_can_be_published(
    csof: TheoryOfChange, csof_data: Path, rule: Any
) -> None:
    published = for_publication(score(csof, csof_data / "readings_synthetic.csv", rule=rule, by="site"))
    assert published.total.n == 85
    assert all(row.improved is not None and row.n is not None for row in published.outcomes if row.measured)
