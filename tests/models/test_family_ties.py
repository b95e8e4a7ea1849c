"""The 53 recommendations of the guide on family ties, sector by sector.

Source: Lewis, Bates and Murray, Children of prisoners – maintaining family ties, Social Care Institute for
Excellence, 2008, section Recommendations; other sections named below by their printed headings.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from toc.graph import graph_of, reached_from
from toc.loading import load
from toc.model import Activity, TheoryOfChange

FILE = Path(__file__).parents[2] / "models" / "family_ties" / "family_ties.yaml"

# The headings of the section, in its order, with the number of recommendations under each.
RECOMMENDED = {
    "Department for Children, Schools and Families": 6,
    "Local safeguarding children boards": 3,
    "Education": 5,
    "Statutory children's services": 9,
    "National Offender Management Service and Ministry of Justice": 4,
    "Prison service": 9,
    "National probation service": 2,
    "Health": 3,
    "Voluntary sector": 2,
    "Cross-cutting themes": 10,
}
ELSEWHERE = {
    "section Recommendations",
    "section Every Child Matters",
    "section Different effects of parental imprisonment on different children",
    "section Contexts – delivery frameworks, Local safeguarding children boards",
    "section Findings – practice, Arrest",
    "section Findings – practice, Court",
    "section Findings – practice, Prison",
    "section Findings – practice, Release",
}
FIVE_OUTCOMES = [
    "Be healthy",
    "Stay safe",
    "Enjoy and achieve",
    "Make a positive contribution",
    "Achieve economic well-being",
]


@cache
def model() -> TheoryOfChange:
    return load(FILE)


def wholes() -> list[Activity]:
    return [activity for activity in model().activities.values() if activity.part_of is None]


def recommendations() -> list[Activity]:
    return [activity for activity in model().activities.values() if activity.part_of is not None]


def heading_of(activity: Activity) -> str:
    return activity.cite[0].where.removeprefix("section Recommendations, ")


def test_the_guide_makes_53_recommendations_under_ten_headings_in_its_order() -> None:
    counted = Counter(heading_of(activity) for activity in recommendations())
    assert (list(counted.items()), counted.total()) == (list(RECOMMENDED.items()), 53)


def test_each_heading_is_one_whole_of_its_own_recommendations() -> None:
    assert [heading_of(whole) for whole in wholes()] == list(RECOMMENDED)
    heading = {whole.id: heading_of(whole) for whole in wholes()}
    assert [one.id for one in recommendations() if heading[one.part_of or ""] != heading_of(one)] == []


def test_each_whole_engages_one_sector_and_each_sector_has_one_whole() -> None:
    engaged = [tuple(whole.engages) for whole in wholes()]
    assert engaged == [(sector,) for sector in model().participants]


def test_a_sector_bears_the_heading_of_the_guide_but_for_the_themes_that_cut_across() -> None:
    labels = [str(sector.label) for sector in model().participants.values()]
    assert labels == [*list(RECOMMENDED)[:-1], "All sectors together"]


def test_labels_have_at_most_60_characters() -> None:
    assert [one.id for one in (*wholes(), *recommendations()) if len(one.label) > 60] == []


def test_the_outcomes_are_the_five_of_every_child_matters_in_their_order() -> None:
    outcomes = model().outcomes.long_term
    assert [str(outcome.label) for outcome in outcomes.values()] == FIVE_OUTCOMES
    items = model().frameworks["every_child_matters"].items
    assert [str(item.label) for item in items.values()] == FIVE_OUTCOMES
    assert [outcome.aligns for outcome in outcomes.values()] == [
        (f"every_child_matters.{item}",) for item in items
    ]


def test_the_stages_of_the_journey_are_those_of_the_findings_on_practice() -> None:
    assert [str(strand.label) for strand in model().strands.values()] == ["Arrest", "Court", "Prison", "Release"]


def test_no_recommendation_is_about_arrest_alone() -> None:
    at_arrest = {one.id: one.strand for one in recommendations() if "arrest" in one.strand}
    assert at_arrest == {"early_identification": ("arrest", "court", "prison")}


def test_a_whole_has_the_stages_of_its_recommendations() -> None:
    stages = set(model().strands)
    held: dict[str, set[str]] = {whole.id: set() for whole in wholes()}
    for one in recommendations():
        held[one.part_of or ""] |= set(one.strand) or stages
    assert {whole.id: set(whole.strand) for whole in wholes()} == held


def test_every_recommendation_to_the_prison_service_holds_in_prison() -> None:
    assert [
        one.id for one in recommendations() if heading_of(one) == "Prison service" and "prison" not in one.strand
    ] == []


def test_training_in_the_common_assessment_framework_is_recommended_under_four_headings() -> None:
    found = [heading_of(one) for one in recommendations() if "common assessment" in one.label]
    assert found == ["Education", "Health", "Voluntary sector", "Cross-cutting themes"]


def test_which_recommendation_serves_which_outcome_is_our_reading_but_for_the_themes_that_cut_across() -> None:
    bases = {link.basis for link in model().links if link.kind == "leads_to" and link.source != "joint_response"}
    across = [(link.target, link.basis) for link in model().links if link.source == "joint_response"]
    assert bases == {"inferred"}
    assert across == [(outcome, "generic") for outcome in model().outcomes.long_term]


def test_that_all_recommendations_serve_all_outcomes_is_said_of_the_stages() -> None:
    assert {pair: link.basis for pair, link in model().stage_links.items()} == {
        "activities -> long_term": "generic"
    }


def test_care_leavers_are_tied_to_the_three_outcomes_that_their_risks_touch() -> None:
    assert list(model().activities["care_leavers"].leads_to) == [
        "be_healthy",
        "positive_contribution",
        "economic_wellbeing",
    ]


def test_every_recommendation_reaches_an_outcome() -> None:
    graph, outcomes = graph_of(model()), set(model().outcomes.long_term)
    assert [one.id for one in recommendations() if not reached_from(graph, [one.id]) & outcomes] == []


def test_every_link_says_on_what_basis_it_stands_why_and_where() -> None:
    unsaid = [link.name for link in model().links if not (link.basis and link.cite)]
    unexplained = [link.name for link in model().links if link.kind == "leads_to" and not link.because]
    assert (unsaid, unexplained) == ([], [])


def test_every_box_cites_a_section_of_the_guide_by_its_heading() -> None:
    theory = model()
    entries = (*theory.boxes.values(), *theory.strands.values(), *theory.frameworks.values())
    assert [entry.id for entry in entries if not entry.cite] == []
    cites = [*(entry.cite for entry in entries), *(link.cite for link in theory.links)]
    cited = {one.where for cite in cites for one in cite}
    assert cited == {*(f"section Recommendations, {heading}" for heading in RECOMMENDED), *ELSEWHERE}


def test_the_figure_shows_the_sectors_closed() -> None:
    figure = model().figure
    assert (figure.columns, figure.open) == (("participants", "activities", "long_term"), ())
