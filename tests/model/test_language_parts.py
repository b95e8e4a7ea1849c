"""The keys for evidence, frameworks, contributors, targets, factors and languages."""

from __future__ import annotations

from typing import Any

import pytest

from toc.errors import Fault, LoadError
from toc.loading import loads
from toc.model import Effect, Evidence, Target, Text, TheoryOfChange

FULL = """\
toc: 1
id: m
title: {en: Title, cy: Teitl}
language: cy
sources: {s: {title: S}}
contributors: {pact: {label: PACT, cite: s page 1}}
frameworks:
  ecm:
    label: Every Child Matters
    items: {healthy: {label: Be healthy, cite: s page 2}}
activities:
  visits: {label: Visits, aligns: [ecm.healthy], leads_to: {separation: {because: Children see the parent}}}
outcomes:
  long_term:
    well: {label: Well, contributors: pact}
factors:
  prison:
    label: Prison
    role: exposure
    links: {basis: stated, cite: s page 3}
    leads_to:
      separation:
      well: {moderated_by: age, evidence: {for: [cambridge], against: sweden}, necessary: true, sufficient: true}
  separation: {label: Separation, role: mediator, leads_to: [well], affects: [prison, prison -> well]}
  age: {label: Age, role: moderator, affects: prison -> well}
studies:
  cambridge:
    label: Cambridge
    design: longitudinal
    n: 411
    finding: A strong association
    effect: {measure: odds_ratio, value: 7.0, low: 2.8, high: 17.5}
  sweden: {label: Sweden}
scales: {five: {lowest: 1, highest: 5, points: {"1": never, "5": {en: always, cy: bob amser}}}}
indicators:
  i1: {label: I1, measures: well, baseline: 3.2, target: {value: 80, by: "2014-03"}, source: Files,
       frequency: yearly, owner: Team, disaggregate: [sex, site]}
  i2: {label: I2, measures: well, baseline: deferred, target: fewer than before}
  i3: {label: I3, measures: well, target: 5}
figure: {columns: [exposure, mediator, long_term]}
"""


@pytest.fixture
def theory() -> TheoryOfChange:
    return loads(FULL)


def test_links_with_a_factor_at_an_end_are_the_factor_links_and_no_others_are(theory: TheoryOfChange) -> None:
    assert [link.name for link in theory.factor_links] == [
        "visits -> separation",
        "prison -> separation",
        "prison -> well",
        "separation -> well",
    ]
    assert theory.links == ()


def test_a_factor_link_takes_its_defaults_from_its_factor_and_keeps_its_evidence(theory: TheoryOfChange) -> None:
    link = theory.factor_links[2]
    found = (link.basis, str(link.cite[0]), link.moderated_by, link.evidence, link.necessary, link.sufficient)
    assert found == ("stated", "s page 3", ("age",), Evidence.model_validate(WRITTEN), True, True)


WRITTEN: dict[str, Any] = {"for": ("cambridge",), "against": ("sweden",)}


def test_a_factor_link_is_found_in_the_file(theory: TheoryOfChange) -> None:
    assert theory.path_of("prison -> well") == ("factors", "prison", "leads_to", "well")


def test_a_study_has_its_design_number_finding_and_effect(theory: TheoryOfChange) -> None:
    study = theory.studies["cambridge"]
    effect = Effect(measure="odds_ratio", value=7.0, low=2.8, high=17.5, level=95)
    assert (study.id, study.design, study.n, study.finding, study.effect) == (
        "cambridge", "longitudinal", 411, "A strong association", effect,
    )  # fmt: skip


def test_baselines_and_targets_are_numbers_words_or_deferred(theory: TheoryOfChange) -> None:
    found = [(indicator.baseline, indicator.target) for indicator in theory.indicators.values()]
    assert found == [
        (3.2, Target(value=80, by="2014-03")),
        (Text("deferred"), Target(value=Text("fewer than before"))),
        (None, Target(value=5)),
    ]


def test_an_indicator_says_where_from_how_often_who_and_by_what(theory: TheoryOfChange) -> None:
    one = theory.indicators["i1"]
    assert (one.source, one.frequency, one.owner, one.disaggregate) == ("Files", "yearly", "Team", ("sex", "site"))


def test_points_of_a_scale_have_words_in_every_language(theory: TheoryOfChange) -> None:
    points = theory.scales["five"].points
    assert (points["1"], points["5"], points["5"].in_language("cy")) == ("never", "always", "bob amser")


def test_items_of_a_framework_know_their_ids(theory: TheoryOfChange) -> None:
    assert [item.id for item in theory.frameworks["ecm"].items.values()] == ["healthy"]


def test_a_box_aligns_and_an_outcome_has_contributors(theory: TheoryOfChange) -> None:
    assert theory.boxes["visits"].aligns == ("ecm.healthy",)
    assert theory.outcomes.long_term["well"].contributors == ("pact",)


def test_what_is_dumped_is_what_was_written(theory: TheoryOfChange) -> None:
    dumped = theory.model_dump(mode="json", exclude_defaults=True)
    assert dumped["factors"]["prison"]["leads_to"]["well"]["evidence"] == {
        "for": ["cambridge"],
        "against": ["sweden"],
    }
    assert [one.get("target") for one in dumped["indicators"].values()] == [
        {"value": 80, "by": "2014-03"}, "fewer than before", 5,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "kind", "message"),
    [
        ("aligns: [ecm.healthy]", "aligns: [ecm.helthy]", "dangling-reference",
         "`ecm.helthy` is not the id of any item of a framework."),
        ("contributors: pact}", "contributors: pct}", "dangling-reference",
         "`pct` is not the id of any contributor."),
        ("for: [cambridge]", "for: [cambrige]", "dangling-reference", "`cambrige` is not the id of any study."),
        ("against: sweden", "against: prison", "dangling-reference",
         "`prison` is a factor, where a study is wanted."),
        ("leads_to: [well], affects", "leads_to: [wel], affects", "dangling-reference",
         "`wel` is not the id of any box."),
        ("[exposure, mediator,", "[exposures, mediator,", "dangling-reference", "`exposures` is not a stage."),
        ("cite: s page 2", "cite: z page 2", "cited-source-missing", "`z` is not the id of any source."),
        ("low: 2.8, high: 17.5", "low: 2.8", "wrong-type", "`effect`: `low` and `high` must stand together."),
        ("low: 2.8, high: 17.5", "low: 8, high: 17.5", "wrong-type",
         "`effect`: `value` must lie between `low` and `high`."),
        ('"1": never', '"7": never', "wrong-type",
         "`five`: `points` must be numbers from `lowest` to `highest`, in quotes."),
        ('by: "2014-03"', 'by: "March"', "wrong-type", '`by` must be a month like "2013-04".'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_these_keys_is_said(old: str, new: str, kind: str, message: str) -> None:
    assert FULL.count(old) == 1
    with pytest.raises(LoadError) as refused:
        loads(FULL.replace(old, new))
    assert [(fault.kind, fault.message) for fault in refused.value.faults] == [(kind, message)]
    assert all(isinstance(fault, Fault) and fault.place for fault in refused.value.faults)
