"""The model of parental imprisonment against the guide that it is read from.

Source of every figure: Lewis, Bates and Murray, Children of prisoners – maintaining family ties, Social Care
Institute for Excellence, 2008; sections are named by their printed headings.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from toc.graph import graph_of, reached_from
from toc.loading import load
from toc.model import Entry, Link, TheoryOfChange

FILE = Path(__file__).parents[2] / "models" / "parental_imprisonment" / "parental_imprisonment.yaml"

STUDIES = "section The effects of parental imprisonment on children"
RISK_FACTOR = "section Parental imprisonment as a risk factor for adverse child outcomes"
CAUSE = "section Does parental imprisonment have a causal effect on children?"
SEPARATION = "section Parent–child separation"
STRAIN = "section Economic strain"
PARENTING = "section Strained parenting"
STIGMA = "section Stigma"
DIFFERENT = "section Different effects of parental imprisonment on different children"
SECTIONS = {STUDIES, RISK_FACTOR, CAUSE, SEPARATION, STRAIN, PARENTING, STIGMA, DIFFERENT}

OUTCOMES = ("antisocial_behaviour", "mental_health_problems", "other_adverse_outcomes")


@cache
def model() -> TheoryOfChange:
    return load(FILE)


def every_link() -> dict[str, Link]:
    return {link.name: link for link in (*model().links, *model().factor_links)}


def with_role(role: str) -> list[str]:
    return [factor.id for factor in model().factors.values() if factor.role == role]


def test_the_guide_is_cited_as_its_readers_cite_it() -> None:
    source = model().sources["scie2008"]
    assert (source.title, source.year) == ("Children of prisoners – maintaining family ties", 2008)


def test_factors_are_counted_by_their_role() -> None:
    roles = Counter(factor.role for factor in model().factors.values())
    assert roles == {"risk": 7, "confounder": 1, "exposure": 3, "mediator": 5, "moderator": 12}


def test_four_mediators_are_those_of_the_guide_and_the_fifth_is_the_bias_it_discusses_under_stigma() -> None:
    mediators = ["separation", "economic_strain", "strained_parenting", "stigma", "official_bias"]
    assert with_role("mediator") == mediators
    assert [str(cite) for cite in model().factors["official_bias"].cite] == [f"scie2008 {STIGMA}"]


def test_imprisonment_leads_to_every_mediator_and_every_outcome() -> None:
    assert set(model().factors["imprisonment"].leads_to) == {*with_role("mediator"), *OUTCOMES}


def test_the_only_confounder_is_the_criminality_that_explained_the_swedish_association() -> None:
    assert with_role("confounder") == ["parental_criminality"]
    assert set(model().factors["parental_criminality"].leads_to) == {"imprisonment", "antisocial_behaviour"}
    assert every_link()["parental_criminality -> antisocial_behaviour"].evidence.for_ == ("metropolitan_controls",)


def test_length_and_number_of_imprisonments_are_exposures() -> None:
    assert with_role("exposure") == ["imprisonment", "imprisonment_length", "imprisonment_frequency"]


def test_three_outcomes_stand_in_the_long_term_by_our_reading() -> None:
    outcomes = model().outcomes
    placed = {box.id: box.basis for box in outcomes.long_term.values()}
    assert placed == dict.fromkeys(OUTCOMES, "inferred")
    assert (dict(outcomes.short_term), dict(outcomes.intermediate)) == ({}, {})


def test_each_intervention_works_against_its_own_mediator() -> None:
    acts = {
        (link.source, link.target, link.polarity)
        for link in every_link().values()
        if link.owner in model().activities
    }
    assert {act for act in acts if act[2] == "negative"} == {
        ("child_friendly_visits", "separation", "negative"),
        ("financial_assistance", "economic_strain", "negative"),
        ("parenting_programmes", "strained_parenting", "negative"),
    }


def test_stigma_and_bias_have_no_intervention() -> None:
    acted_on = {link.target for link in every_link().values() if link.source in model().activities}
    assert set(with_role("mediator")) - acted_on == {"stigma", "official_bias"}


@pytest.mark.parametrize("activity", ["child_friendly_visits", "financial_assistance", "parenting_programmes"])
def test_an_intervention_reaches_every_outcome_through_its_mediator(activity: str) -> None:
    assert set(OUTCOMES) <= reached_from(graph_of(model()), [activity])


def test_moderators_act_on_links_and_stand_under_affects_only() -> None:
    moderators = [model().factors[name] for name in with_role("moderator")]
    affected = {link for factor in moderators for link in factor.affects}
    assert affected == {
        *(f"imprisonment -> {outcome}" for outcome in OUTCOMES),
        "imprisonment -> stigma",
        "imprisonment -> separation",
    }
    assert affected <= set(every_link())
    assert [link.name for link in every_link().values() if link.moderated_by] == []


@pytest.mark.parametrize("moderator", ["child_sex", "child_age", "policy_context"])
def test_a_moderator_that_was_studied_for_crime_acts_on_that_link_only(moderator: str) -> None:
    assert model().factors[moderator].affects == ("imprisonment -> antisocial_behaviour",)


@pytest.mark.parametrize(
    ("study", "measure", "value", "interval", "section"),
    [
        ("cambridge_convictions", "odds_ratio", 7.0, (2.8, 17.5), RISK_FACTOR),
        ("five_surveys_average", "odds_ratio", 3.4, (None, None), RISK_FACTOR),
        ("cambridge_anxiety", "percentage", 36, (None, None), RISK_FACTOR),
        ("cambridge_life_success", "percentage", 35, (None, None), RISK_FACTOR),
        ("cambridge_length", "percentage", 35, (None, None), SEPARATION),
        ("metropolitan_younger", "odds_ratio", 2.4, (None, None), DIFFERENT),
        ("metropolitan_older", "odds_ratio", 2.6, (None, None), DIFFERENT),
    ],
)
def test_a_published_effect_is_as_printed(
    study: str, measure: str, value: float, interval: tuple[float | None, float | None], section: str
) -> None:
    entry = model().studies[study]
    effect = entry.effect
    assert effect
    assert (effect.measure, effect.value, (effect.low, effect.high)) == (measure, value, interval)
    assert [cite.where for cite in entry.cite] == [section]


def test_no_other_study_has_an_effect() -> None:
    assert sum(study.effect is not None for study in model().studies.values()) == 7


def test_the_one_interval_is_at_95_per_cent() -> None:
    effects = [study.effect for study in model().studies.values() if study.effect]
    assert [effect.level for effect in effects if effect.low is not None] == [95]


@pytest.mark.parametrize(
    ("study", "printed"),
    [
        ("cambridge_convictions", ("65 per cent of the 23 boys", "21 per cent")),
        ("cambridge_anxiety", ("36 per cent", "15 per cent")),
        ("cambridge_life_success", ("35 per cent", "nine per cent")),
        ("cambridge_length", ("35 per cent", "two months", "seven per cent")),
    ],
)
def test_a_finding_names_both_printed_percentages(study: str, printed: tuple[str, ...]) -> None:
    finding = str(model().studies[study].finding)
    assert [words for words in printed if words not in finding] == []


def test_studies_have_the_sizes_that_the_guide_prints_and_no_sum_of_ours() -> None:
    sizes = {study.id: study.n for study in model().studies.values() if study.n is not None}
    cohort = [name for name in model().studies if name.startswith("cambridge_")]
    assert sizes == {**dict.fromkeys(cohort, 411), "boswell_wedge": 127}


@pytest.mark.parametrize(
    ("study", "printed"),
    [("stanton", ("54 jailed mothers", "21 mothers")), ("metropolitan_sexes", ("7,277 girls", "7,595 boys"))],
)
def test_a_study_without_a_printed_total_names_its_two_groups(study: str, printed: tuple[str, ...]) -> None:
    design = str(model().studies[study].design)
    assert [words for words in printed if words not in design] == []


def test_three_studies_are_consistent_with_a_cause_and_two_found_none() -> None:
    evidence = every_link()["imprisonment -> antisocial_behaviour"].evidence
    consistent = [name for name in evidence.for_ if "consistent with" in str(model().studies[name].finding)]
    assert consistent == ["cambridge_controls", "longitudinal_survey_youth", "stanton"]
    assert evidence.against == ("metropolitan_controls", "mater_university")


def test_similar_convictions_and_self_reports_speak_against_official_bias() -> None:
    evidence = every_link()["official_bias -> antisocial_behaviour"].evidence
    assert (evidence.for_, evidence.against) == ((), ("cambridge_self_reports",))


def test_every_study_is_evidence_for_or_against_a_link() -> None:
    used = {name for link in every_link().values() for name in (*link.evidence.for_, *link.evidence.against)}
    assert used == set(model().studies)


def test_what_the_guide_says_of_the_proof_is_the_status_of_an_assumption() -> None:
    assert {each.id: each.status for each in model().assumptions.values()} == {
        "imprisonment_causes": "mixed",
        "dose_not_antisociality": "untested",
        "separation_harms": "untested",
        "strain_explains": "untested",
        "parenting_explains": "untested",
        "stigma_explains": "untested",
        "bias_explains": "refuted",
    }


def test_every_assumption_is_made_by_a_link() -> None:
    assert {name for link in every_link().values() for name in link.assumptions} == set(model().assumptions)


def test_every_link_says_on_what_basis_it_stands_and_cites_its_section() -> None:
    assert [link.name for link in every_link().values() if not (link.basis and link.cite)] == []


def test_every_link_but_those_of_participants_names_its_mechanism() -> None:
    links = every_link().values()
    assert [link.name for link in links if link.kind == "leads_to" and not link.because] == []


def test_every_entry_cites_a_section_of_the_guide_by_its_heading() -> None:
    theory = model()
    sections = (theory.boxes, theory.factors, theory.assumptions, theory.studies, theory.indicators)
    entries: list[Entry] = [entry for section in sections for entry in section.values()]
    assert [entry.id for entry in entries if not entry.cite] == []
    cites = [*(entry.cite for entry in entries), *(link.cite for link in every_link().values())]
    assert {one.where for cite in cites for one in cite} == SECTIONS


def test_the_figure_reads_from_risks_to_outcomes() -> None:
    columns = ("risk", "confounder", "exposure", "activities", "mediator", "long_term")
    assert model().figure.columns == columns
