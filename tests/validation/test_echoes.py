"""One fault gives one finding: the rules that another fault would set off keep silent."""

from __future__ import annotations

from toc.loading import inspect_text
from toc.model import TheoryOfChange
from toc.validation import validate, validate_inspection

MODEL = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions:
    label: Sessions
    engages: [parents]
    leads_to: [skills]
outcomes:
  short_term:
    skills:
      label: Skills
      leads_to: {calm: {because: They use them.}}
  long_term:
    calm: {label: Calm}
indicators:
  knows: {label: Knows, measures: [skills, calm]}
"""


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in validate_inspection(inspect_text(text))]


def test_the_model_of_these_tests_has_no_finding() -> None:
    assert found(MODEL) == []


def test_a_misspelt_target_is_not_also_a_dead_end_or_an_outcome_without_cause() -> None:
    assert found(MODEL.replace("{calm: {because", "{clam: {because")) == [("TOC101", "skills -> clam")]


def test_a_misspelt_measure_is_not_also_an_outcome_without_indicator() -> None:
    assert found(MODEL.replace("measures: [skills, calm]", "measures: [skills, clam]")) == [("TOC101", "knows")]


def test_a_misspelt_population_does_not_silence_the_rules_on_reach() -> None:
    text = MODEL.replace("{label: Parents}", "{label: Parents, who: [adult]}")
    text = text.replace("leads_to: [skills]", "leads_to: []")
    assert found(text) == [("TOC101", "parents"), ("TOC108", "sessions"), ("TOC110", "calm")]


def test_a_cycle_through_two_stages_is_not_also_a_step_backwards() -> None:
    text = MODEL.replace("{calm: {because: They use them.}}", "{calm: {because: Use.}, sessions: {}}")
    assert found(text) == [("TOC103", "skills -> sessions")]


def test_without_activities_the_outcomes_are_not_also_out_of_reach() -> None:
    text = MODEL[: MODEL.index("activities:")] + MODEL[MODEL.index("outcomes:") :]
    assert found(text) == [("TOC121", "advice"), ("TOC112", "parents")]


def test_an_isolated_outcome_is_not_also_without_cause_and_a_dead_end() -> None:
    text = MODEL.replace("  long_term:", "    trust: {label: Trust}\n  long_term:")
    assert found(text.replace("[skills, calm]", "[skills, calm, trust]")) == [("TOC112", "trust")]


def test_a_theory_made_in_python_has_its_dangling_references_found_too() -> None:
    theory = TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "made",
            "title": "Made",
            "participants": {"parents": {"label": "Parents"}},
            "activities": {
                "calls": {"label": "Calls", "engages": {"parents": {}}, "leads_to": {"clam": {}, "calm": {}}},
                "visits": {"label": "Visits", "part_of": "outreach"},
            },
            "outcomes": {"long_term": {"calm": {"label": "Calm"}}},
            "indicators": {"knows": {"label": "Knows", "measures": ("calms",), "scale": "five"}},
        }
    )
    findings = validate(theory)
    assert sorted((one.code, one.subject, one.message) for one in findings) == [
        ("TOC101", "calls -> clam", "`clam` is not the id of any box."),
        ("TOC101", "knows", "`calms` is not the id of any outcome."),
        ("TOC101", "knows", "`five` is not the id of any scale."),
        ("TOC101", "visits", "`outreach` is not the id of any box."),
    ]
    assert {one.place for one in findings} == {None}
