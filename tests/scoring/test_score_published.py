"""Scores of the CSOF evaluation (Barnardo's 2015, Tables 4 and 5) against the figures that it prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.data import read_data
from toc.errors import TocError
from toc.model import Coverage, TheoryOfChange
from toc.scoring import PeopleCoverage, Scores, score

TABLE_4 = {
    "voice": (14, 6, 1, 21, 66.7, 45.4, 82.8),
    "isolation": (63, 21, 2, 86, 73.3, 63.1, 81.5),
    "parenting_capacity": (33, 9, 5, 47, 70.2, 56.0, 81.3),
    "contact": (31, 12, 0, 43, 72.1, 57.3, 83.3),
    "confidence": (11, 11, 0, 22, 50.0, 30.7, 69.3),
}
TABLE_5 = {
    "impact_known": (28, 98, 70),
    "journey_known": (23, 95, 72),
    "needs_known": (21, 97, 76),
    "finding_out_known": (11, 93, 82),
    "coordination_known": (11, 86, 75),
    "own_practice_known": (16, 93, 77),
}


def figures(scores: Scores) -> dict[str, tuple[float | None, ...]]:
    return {
        outcome.id: (
            outcome.improved,
            outcome.no_change,
            outcome.worsened,
            outcome.n,
            round(100 * (outcome.share_improved or 0), 1),
            round(100 * outcome.interval.low, 1),
            round(100 * outcome.interval.high, 1),
        )
        for outcome in scores.outcomes
        if outcome.interval
    }


@pytest.mark.parametrize("name", ["table4.csv", "readings_synthetic.csv"])
def test_table_4_is_scored_as_published(csof: TheoryOfChange, csof_data: Path, name: str) -> None:
    assert figures(score(csof, csof_data / name)) == TABLE_4


@pytest.mark.parametrize("name", ["table4.csv", "readings_synthetic.csv"])
def test_all_indicators_of_table_4_make_152_59_8_of_219_pairs(
    csof: TheoryOfChange, csof_data: Path, name: str
) -> None:
    total = score(csof, csof_data / name).total
    assert (total.improved, total.no_change, total.worsened, total.n) == (152, 59, 8, 219)


@pytest.mark.parametrize("name", ["table4.csv", "readings_synthetic.csv"])
def test_85_of_134_people_have_two_assessments(csof: TheoryOfChange, csof_data: Path, name: str) -> None:
    coverage = score(csof, csof_data / name).coverage
    assert coverage == PeopleCoverage(people=134, with_two=85)
    assert coverage is not None
    assert (coverage.one_reading, round(100 * (coverage.share or 0), 1)) == (49, 63.4)


def test_an_outcome_without_indicators_is_not_measured_and_never_zero(
    csof: TheoryOfChange, csof_data: Path
) -> None:
    scores = score(csof, csof_data / "table4.csv")
    [knowledge] = [outcome for outcome in scores.outcomes if outcome.id == "parenting_knowledge"]
    row = knowledge.to_dict()
    assert (row.pop("id"), row.pop("stage"), row.pop("measured"), row.pop("note")) == (
        "parenting_knowledge",
        "intermediate",
        False,
        "not measured: no indicator in the model",
    )
    row.pop("label")
    assert set(row.values()) == {None}


def test_five_rows_of_table_4_have_fewer_than_5_pairs_and_seven_more_fewer_than_10(
    csof: TheoryOfChange, csof_data: Path
) -> None:
    cautions = [indicator.caution for indicator in score(csof, csof_data / "table4.csv").indicators]
    assert (cautions.count("n<5"), cautions.count("n<10")) == (5, 7)


def test_published_counts_do_not_know_what_they_do_not_print(csof: TheoryOfChange, csof_data: Path) -> None:
    scores = score(csof, csof_data / "table4.csv")
    unknown = {
        (each.people, each.one_reading, each.bounds, each.already_best, each.interval_by_person)
        for each in (*scores.outcomes, *scores.indicators, scores.total)
    }
    assert unknown == {(None, None, None, None, None)}


def test_table_5_gives_changes_in_points_and_no_shares(csof: TheoryOfChange, csof_data: Path) -> None:
    scores = score(csof, csof_data / "table5.csv")
    assert {
        each.id: (each.pre_percent, each.post_percent, each.change_points)
        for each in scores.indicators
        if each.measured
    } == TABLE_5
    [trained] = [outcome for outcome in scores.outcomes if outcome.measured]
    assert (trained.id, trained.change_points, trained.share_improved, trained.n) == (
        "professional_knowledge",
        (70, 72, 76, 82, 75, 77),
        None,
        None,
    )
    assert scores.coverage is None


def test_outcomes_stand_in_the_order_of_stages(csof: TheoryOfChange, csof_data: Path) -> None:
    stages = [outcome.stage for outcome in score(csof, csof_data / "table4.csv").outcomes]
    assert list(dict.fromkeys(stages)) == ["short_term", "intermediate", "long_term"]


def test_an_inferred_direction_is_said_on_every_score_that_uses_it(csof: TheoryOfChange, csof_data: Path) -> None:
    scores = score(csof, csof_data / "readings_synthetic.csv")
    assert {each.note for each in (*scores.outcomes, *scores.indicators) if each.measured} == {"direction assumed"}
    assert scores.direction_assumed


def test_made_up_readings_are_stamped_and_published_counts_are_not(csof: TheoryOfChange, csof_data: Path) -> None:
    stamped = score(csof, csof_data / "readings_synthetic.csv")
    assert (stamped.synthetic, stamped.notes[0][:10]) == (True, "SYNTHETIC:")
    published = score(csof, csof_data / "table4.csv")
    assert (published.synthetic, [note for note in published.notes if "SYNTHETIC" in note]) == (False, [])


def test_a_site_counts_its_own_people_only(wales: TheoryOfChange, csof_data: Path) -> None:
    scores = score(wales, csof_data / "readings_synthetic.csv")
    assert scores.coverage is not None
    assert scores.coverage.people == 17  # Barnardo's 2015, Appendix 3: 17 individuals in South East Wales
    assert [note for note in scores.notes if "rows are of other sites" in note]
    assert scores.rows_left_out == 0


@pytest.mark.parametrize("table", ["table4.csv", "table5.csv"])
def test_a_table_of_the_whole_service_is_not_passed_off_as_one_site_s(
    csof: TheoryOfChange, wales: TheoryOfChange, csof_data: Path, table: str
) -> None:
    for data in (csof_data / table, read_data(csof_data / table, csof)):
        with pytest.raises(TocError) as refused:
            score(wales, data)
        assert str(refused.value) == (
            f"No site is named in {table}, so its rows may be of all the sites (bristol, isle_of_wight, "
            "wales) and not of South East Wales alone. "
            "Add a column `site` with the site of each row, or score the base model."
        )


@pytest.mark.parametrize(("rows", "are"), [(1, "1 row is of another site."), (2, "2 rows are of other sites.")])
def test_data_of_other_sites_only_say_where_they_can_be_scored(wales: TheoryOfChange, rows: int, are: str) -> None:
    with pytest.raises(TocError) as refused:
        score(wales, [{**WALES[0], "site": site} for site in ("bristol", "isle_of_wight")[:rows]])
    assert str(refused.value) == (
        f"There is no row that can be used in the rows given. {are} Give data of South East Wales, or score these "
        "with the base model."
    )


WALES = [{"site": "wales", "indicator": "parental_stress", "improved": 4, "no_change": 2, "worsened": 1}]


def test_a_site_never_passes_off_the_coverage_of_its_whole_service_as_its_own(
    csof: TheoryOfChange, wales: TheoryOfChange
) -> None:
    inheriting = wales.model_copy(update={"coverage": csof.coverage})
    inheriting._derivation = wales.derivation
    assert score(inheriting, WALES).coverage is None


def test_a_site_with_a_coverage_of_its_own_keeps_it(wales: TheoryOfChange) -> None:
    own = wales.model_copy(update={"coverage": Coverage(people=17, with_two=9)})
    own._derivation = wales.derivation
    assert score(own, WALES).coverage == PeopleCoverage(people=17, with_two=9)
