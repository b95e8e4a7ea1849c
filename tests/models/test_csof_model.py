"""The CSOF model against what its evaluation says (Barnardo's, 2015; sections named below)."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from toc.loading import load
from toc.model import TheoryOfChange

CSOF = Path(__file__).parents[2] / "models" / "csof"
SITES = ("bristol", "isle_of_wight", "wales")
EVERY_FILE = ("csof.yaml", *(f"sites/{site}.yaml" for site in SITES))


@cache
def model(name: str = "csof.yaml") -> TheoryOfChange:
    return load(CSOF / name)


def parts_of(whole: str) -> list[str]:
    return [box.id for box in model().boxes.values() if box.part_of == whole]


def counts_by_site(output: str) -> list[int | float | None]:
    return [model(f"sites/{site}.yaml").outputs[output].count for site in SITES]


def test_seven_primary_inputs_of_section_3_1_stand_on_their_own() -> None:
    assert [box.id for box in model().inputs.values() if box.part_of is None] == [
        "staff_time",
        "partner_professionals",
        "publicity_materials",
        "assessment_tools",
        "outcomes_framework",
        "training_resources",
        "family_resources",
    ]


def test_staff_time_holds_the_three_roles_and_the_skills_of_section_3_1() -> None:
    assert parts_of("staff_time") == ["services_managers", "project_workers", "offender_managers", "staff_skills"]


def test_direct_work_has_the_fourteen_kinds_of_section_3_3_in_their_order() -> None:
    assert parts_of("family_work") == [
        "therapeutic_work",
        "service_coordination",
        "housing",
        "parenting_advice",
        "household_items",
        "health_issues",
        "group_work",
        "financial_help",
        "prison_contact",
        "school_contact",
        "work_and_training",
        "childcare",
        "community_integration",
        "leisure",
    ]


def test_six_outcomes_for_families_of_section_4_2_1_are_in_the_model() -> None:
    outcomes = model().outcomes
    assert (next(iter(outcomes.short_term)), list(outcomes.intermediate)[:5]) == (
        "voice",
        ["isolation", "parenting_capacity", "parenting_knowledge", "contact", "confidence"],
    )


def test_only_the_five_intermediate_and_the_long_term_outcomes_have_a_stated_stage() -> None:
    stated = [box.id for box in model().boxes.values() if box.basis == "stated"]
    assert stated == [
        "isolation",
        "parenting_capacity",
        "parenting_knowledge",
        "contact",
        "confidence",
        *model().outcomes.long_term,
    ]


def test_life_chances_have_the_five_components_of_footnote_3() -> None:
    assert len(parts_of("life_chances")) == 5


def test_table_4_indicators_measure_the_outcomes_of_their_groups() -> None:
    measured = Counter(name for each in model().indicators.values() if each.scale for name in each.measures)
    assert measured == {"voice": 2, "isolation": 6, "parenting_capacity": 3, "contact": 4, "confidence": 3}


def test_table_5_indicators_are_six_percentages_of_professional_knowledge() -> None:
    measured = [each.measures for each in model().indicators.values() if each.percent]
    assert measured == [("professional_knowledge",)] * 6


@pytest.mark.parametrize("name", ["table4.csv", "table5.csv"])
def test_every_row_of_a_published_table_is_an_indicator_under_its_printed_label(name: str) -> None:
    with (CSOF / "data" / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    unknown = []
    for row in rows:
        indicator = model().indicators[row["indicator"]]
        if row["label"] not in {str(indicator.label), *indicator.aliases}:
            unknown.append(row["indicator"])
    assert unknown == []


def test_outcomes_that_must_stay_in_every_site_are_those_of_families_that_an_indicator_measures() -> None:
    required = [box.id for box in model().boxes.values() if getattr(box, "required", False)]
    assert required == ["voice", "isolation", "parenting_capacity", "contact", "confidence"]


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_box_cites_its_source(name: str) -> None:
    assert [box.id for box in model(name).boxes.values() if not box.cite] == []


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_assumption_factor_and_indicator_cites_its_source(name: str) -> None:
    theory = model(name)
    entries = (*theory.assumptions.values(), *theory.factors.values(), *theory.indicators.values())
    assert [entry.id for entry in entries if not entry.cite] == []


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_link_cites_its_source_and_says_on_what_basis_it_stands(name: str) -> None:
    assert [link.name for link in model(name).links if not (link.cite and link.basis)] == []


@pytest.mark.parametrize("name", EVERY_FILE)
def test_links_between_outcomes_name_their_mechanism(name: str) -> None:
    theory = model(name)
    outcomes = {*theory.outcomes.short_term, *theory.outcomes.intermediate, *theory.outcomes.long_term}
    between = [link for link in theory.links if link.source in outcomes and link.target in outcomes]
    assert (len(between) > 0, [link.name for link in between if not link.because]) == (True, [])


def test_links_stand_on_all_three_bases() -> None:
    assert {link.basis for link in model().links} == {"stated", "generic", "inferred"}


def test_the_only_feedback_is_the_referrals_that_training_brings() -> None:
    assert [link.name for link in model().links if link.feedback] == ["awareness_work -> family_work"]


def test_direct_work_informs_the_two_service_strands() -> None:
    names = {link.name for link in model().links}
    assert {"family_work -> awareness_work", "family_work -> local_work"} <= names


def test_every_assumption_is_attached_to_a_link() -> None:
    attached = {name for link in model().links for name in link.assumptions}
    assert attached == set(model().assumptions)


def test_two_indicators_share_the_label_improved_self_esteem() -> None:
    labels = Counter(str(indicator.label) for indicator in model().indicators.values())
    assert {label: n for label, n in labels.items() if n > 1} == {"Improved self-esteem": 2}


def test_coverage_is_85_of_134_individuals() -> None:
    coverage = model().coverage
    assert coverage
    assert (coverage.people, coverage.with_two, coverage.unit) == (134, 85, "individual")


def test_the_base_knows_its_three_sites_by_their_files() -> None:
    assert dict(model().sites) == {site: f"sites/{site}.yaml" for site in SITES}


@pytest.mark.parametrize(
    ("output", "by_site"),
    [
        ("families_supported", [39, 23, 17]),
        ("individuals_supported", [85, 32, 17]),
        ("training_sessions", [10, 8, 7]),
        ("trainers_trained", [1, 1, 4]),
    ],
)
def test_counts_of_the_sites_add_up_to_the_count_of_the_service(output: str, by_site: list[int]) -> None:
    assert (counts_by_site(output), sum(by_site)) == (by_site, model().outputs[output].count)


@pytest.mark.parametrize("output", ["professionals_trained", "professionals_briefed", "agencies_engaged"])
def test_a_count_published_for_the_service_only_is_unknown_in_every_site(output: str) -> None:
    assert counts_by_site(output) == [None, None, None]


def test_wales_has_neither_a_steering_group_nor_a_charter() -> None:
    missing = set(model().boxes) - set(model("sites/wales.yaml").boxes)
    assert missing == {"steering_groups", "steering_groups_formed", "charters", "charters_produced"}


@pytest.mark.parametrize("site", SITES)
def test_a_site_gives_a_reason_for_what_it_drops_or_changes_beyond_a_count(site: str) -> None:
    derivation = model(f"sites/{site}.yaml").derivation
    assert derivation
    changed = [change for change in derivation.changed if not set(change.fields) <= {"count", "unit", "qualifier"}]
    assert [change.subject for change in (*changed, *derivation.dropped) if not change.reason] == []


@pytest.mark.parametrize("site", SITES)
def test_a_site_says_when_it_ran_and_for_how_many_residents(site: str) -> None:
    known = {
        "bristol": ("2012-08", "2014-03", 430000),
        "isle_of_wight": ("2013-01", "2014-03", 140000),
        "wales": ("2013-04", "2014-03", 800000),
    }
    described = model(f"sites/{site}.yaml").site
    assert described
    assert (described.start, described.end, described.residents) == known[site]


def test_figure_1_shows_between_35_and_50_boxes() -> None:
    theory = model()
    opened = set(theory.figure.open)
    drawn = [
        box
        for box in theory.boxes.values()
        if box.stage != "outputs" and box.id not in opened and (box.part_of is None or box.part_of in opened)
    ]
    assert 35 <= len(drawn) <= 50
