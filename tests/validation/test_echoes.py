"""One fault gives one finding: the rules that another fault would set off keep silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.loading import inspect, inspect_text
from toc.model import TheoryOfChange
from toc.validation import Settings, validate, validate_inspection
from toc.validation.profiles import PROFILES

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


def also_measured(outcome: str) -> str:
    return f"{MODEL}  also: {{label: Also, measures: [{outcome}]}}\n"


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
    assert found(text) == [("TOC101", "parents"), ("TOC108", "sessions"), ("TOC109", "skills")]


def test_a_cycle_through_two_stages_is_not_also_a_step_backwards() -> None:
    text = MODEL.replace("{calm: {because: They use them.}}", "{calm: {because: Use.}, sessions: {}}")
    assert found(text) == [("TOC103", "skills -> sessions")]


def test_without_activities_the_outcomes_are_not_also_out_of_reach() -> None:
    text = MODEL[: MODEL.index("activities:")] + MODEL[MODEL.index("outcomes:") :]
    assert found(text) == [("TOC121", "advice"), ("TOC112", "parents")]


def test_an_isolated_outcome_is_not_also_without_cause_and_a_dead_end() -> None:
    text = also_measured("trust").replace("  long_term:", "    trust: {label: Trust}\n  long_term:")
    assert found(text) == [("TOC112", "trust")]


SHORT = "  short_term:\n"
ACTIVITIES = "activities:\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("leads_to: [skills]", "leads_to: [skils]", ("TOC101", "sessions -> skils")),
        (
            ACTIVITIES,
            "activities:\n  calls: {label: Calls, part_of: outreach, engages: [parents]}\n",
            ("TOC101", "calls"),
        ),
        (
            SHORT,
            "  short_term:\n    more: {label: More, part_of: al, leads_to: {calm: {because: Use.}}}\n",
            ("TOC101", "more"),
        ),
        (
            ACTIVITIES,
            "  carers: {label: Carers, leads_to: [more, sessions]}\nactivities:\n",
            ("TOC101", "more"),
        ),
        ("leads_to: [skills]", "leads_to: [skills, more]", ("TOC101", "more")),
        (
            ACTIVITIES,
            "activities:\n  calls: {label: Calls, engages: [parents], leads_to: [calls]}\n",
            ("TOC104", "calls -> calls"),
        ),
        (
            SHORT,
            "  short_term:\n    more: {label: More, leads_to: {more: {because: Use.}, calm: {because: Use.}}}\n",
            ("TOC104", "more -> more"),
        ),
        (ACTIVITIES, "activities:\n  calls: {label: Calls, leads_to: [calls]}\n", ("TOC104", "calls -> calls")),
        (
            "indicators:\n",
            "indicators:\n  rests: {label: Rests, measures: [rest]}\n",
            ("TOC101", "rests"),
        ),
    ],
)
def test_one_fault_in_a_sound_model_gives_one_finding(before: str, after: str, expected: tuple[str, str]) -> None:
    text = also_measured("more") if "more: {" in after else MODEL
    if expected == ("TOC101", "more") and "more: {" not in after:
        onward = ", leads_to: {calm: {because: Use.}}" if "carers" in after else ""
        more = f"  short_term:\n    more: {{label: More, part_of: al{onward}}}\n"
        text = also_measured("more").replace(SHORT, more)
    assert found(text.replace(before, after)) == [expected]


def test_without_activities_an_outcome_that_nothing_leads_to_is_not_named_too() -> None:
    measured = also_measured("more")
    text = measured[: measured.index("activities:")] + measured[measured.index("outcomes:") :]
    text = text.replace("{label: Parents}", "{label: Parents, leads_to: [more]}")
    text = text.replace(SHORT, "  short_term:\n    more: {label: More, leads_to: {calm: {because: Use.}}}\n")
    assert found(text) == [("TOC121", "advice")]


SITE = "toc: 1\nextends: base.yaml\nid: leeds\ntitle: Leeds\nsite: {id: leeds, name: Leeds}\n"


@pytest.mark.parametrize(
    ("locked", "site", "expected"),
    [
        (
            "",
            "add:\n  activities:\n    calls: {label: Calls, leads_to: [skils]}\n",
            ("TOC101", "calls -> skils"),
        ),
        (
            "",
            "add:\n  activities:\n    calls: {label: Calls, part_of: outreach, engages: [parents]}\n",
            ("TOC101", "calls"),
        ),
        ("", 'drop:\n  trust: ""\n', ("TOC601", "trust")),
        ("locked: [knows]\n", 'drop:\n  knows: ""\n', ("TOC612", "knows")),
    ],
)
def test_one_fault_of_a_site_gives_one_finding(
    tmp_path: Path, locked: str, site: str, expected: tuple[str, str]
) -> None:
    trust = "  short_term:\n    trust: {label: Trust, required: true, leads_to: {calm: {because: They ask.}}}\n"
    base = MODEL.replace(SHORT, trust).replace("leads_to: [skills]", "leads_to: [skills, trust]")
    again = "  also: {label: Also, measures: [calm]}\n  asks: {label: Asks, measures: [skills, trust]}\n"
    (tmp_path / "base.yaml").write_text(base + again + locked)
    (tmp_path / "site.yaml").write_text(SITE + site)
    findings = validate_inspection(inspect(tmp_path / "site.yaml", root=tmp_path))
    assert [(one.code, one.subject) for one in findings] == [expected]


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


def test_a_misspelt_target_is_not_also_an_outcome_without_cause() -> None:
    trust = "  short_term:\n    trust: {label: Trust, leads_to: {calm: {because: They ask.}}}\n"
    text = also_measured("trust").replace(SHORT, trust)
    assert found(text.replace("leads_to: [skills]", "leads_to: [trust]")) == [("TOC109", "skills")]
    assert found(text.replace("leads_to: [skills]", "leads_to: [trust, skils]")) == [
        ("TOC101", "sessions -> skils")
    ]


def test_a_misspelt_assumption_is_not_also_an_assumption_without_a_link() -> None:
    rests = MODEL.replace("{because: They use them.}", "{because: They use them., assumptions: [tme]}")
    assert found(rests + "assumptions:\n  time: {label: Parents have the time}\n") == [
        ("TOC101", "skills -> calm")
    ]


@pytest.mark.parametrize(
    ("before", "after", "subject"),
    [
        (SHORT, "  near_term:\n", "near_term"),
        ("  long_term:\n", "  last_term:\n", "last_term"),
        ("outcomes:\n", "results:\n", "results"),
        (ACTIVITIES, "actions:\n", "actions"),
    ],
)
def test_a_misspelt_section_stands_alone_without_what_names_its_entries(
    before: str, after: str, subject: str
) -> None:
    text = MODEL + "factors:\n  rain: {label: Rain, affects: [sessions -> skills]}\n"
    (told,) = validate_inspection(inspect_text(text.replace(before, after)))
    assert (told.code, told.message.partition(" is ")[0]) == ("TOC009", f"`{subject}`")


def test_beside_a_misspelt_section_another_name_that_names_nothing_is_still_told() -> None:
    text = MODEL.replace(SHORT, "  near_term:\n").replace("engages: [parents]", "engages: [parnts]")
    assert [code for code, _ in found(text)] == ["TOC101", "TOC009"]


def test_an_id_of_an_activity_and_an_outcome_is_told_once_and_nothing_of_what_has_it() -> None:
    text = MODEL.replace("activities:\n", "activities:\n  trust: {label: Trusting}\n")
    text = text.replace("  long_term:", "    trust: {label: Trust}\n  long_term:")
    assert found(text) == [("TOC102", "trust")]


PEOPLE = MODEL.replace("participants:", "populations:\n  adults: {label: Adults}\nparticipants:")


@pytest.mark.parametrize("code", ["TOC504", "TOC505"])
def test_a_misspelt_population_is_not_also_one_that_only_a_label_names_or_nothing_measures(code: str) -> None:
    text = PEOPLE.replace("label: Parents}", "label: Adults, who: [adlts]}")
    findings = validate_inspection(inspect_text(text), settings=Settings(frozenset(("TOC101", code))))
    assert [(one.code, one.subject) for one in findings] == [("TOC101", "parents")]


def test_two_empty_labels_are_empty_and_not_also_the_same() -> None:
    text = MODEL.replace("label: Skills", 'label: ""').replace("calm: {label: Calm}", 'calm: {label: ""}')
    assert found(text) == [("TOC212", "skills"), ("TOC212", "calm")]


def test_parts_of_each_other_are_not_also_without_links() -> None:
    parts = "    one: {label: One, part_of: two}\n    two: {label: Two, part_of: one}\n"
    told = found(also_measured("one, two").replace("  long_term:", f"{parts}  long_term:"))
    assert told == [("TOC125", "one")]


SITE = "toc: 1\nextends: base.yaml\nid: leeds\ntitle: Leeds\nsite: {id: leeds, name: Leeds}\n"


def found_in_site(folder: Path, site: str, base: str = MODEL) -> list[tuple[str, str, int]]:
    (folder / "base.yaml").write_text(base)
    (folder / "leeds.yaml").write_text(SITE + site)
    settings = Settings(PROFILES["site"].codes | {"TOC504"})
    findings = validate_inspection(inspect(folder / "leeds.yaml", root=folder), settings=settings)
    return [(one.code, one.subject, one.place.line if one.place else 0) for one in findings]


def test_of_added_activities_in_a_row_the_last_is_told(tmp_path: Path) -> None:
    row = "    choir: {label: Choir, leads_to: [concert]}\n    concert: {label: Concert}\n"
    assert found_in_site(tmp_path, f"add:\n  activities:\n{row}") == [("TOC602", "concert", 9)]


LOCKED = f"""\
{MODEL}  also: {{label: Also, measures: [skills], who: [parents]}}
populations: {{parents: {{label: Parents}}}}
"""


def test_what_follows_from_a_locked_box_that_is_dropped_is_not_told_besides(tmp_path: Path) -> None:
    site = "drop:\n  sessions: Not here\n"
    base = f"{MODEL}locked: [sessions]\n"
    assert found_in_site(tmp_path, site, base) == [("TOC612", "sessions", 7)]


def test_a_population_that_a_site_measures_no_more_is_told_where_it_drops_the_indicator(tmp_path: Path) -> None:
    site = "drop:\n  also: Not asked\n"
    assert found_in_site(tmp_path, site, LOCKED) == [("TOC504", "parents", 7)]
    assert found_in_site(tmp_path, site, f"{LOCKED}locked: [also]\n") == [("TOC612", "also", 7)]


def messages(text: str) -> list[str]:
    return [one.message for one in validate_inspection(inspect_text(text))]


def test_an_outcome_without_cause_names_the_one_after_it_that_no_activity_leads_to() -> None:
    more = (
        "    trust: {label: Trust, leads_to: {rest: {because: T.}}}\n    rest: {label: Rest, leads_to: [calm]}\n"
    )
    text = also_measured("trust, rest").replace("  long_term:", f"{more}  long_term:")
    text = text.replace("leads_to: [calm]}", "leads_to: {calm: {because: R.}}}")
    assert messages(text) == [
        'Nothing leads to outcome "Trust" (trust), and no activity to `rest`, which follows from it.'
    ]


def test_a_circle_names_the_other_links_of_its_boxes_that_lead_back() -> None:
    back = "{because: They use them.}}"
    text = MODEL.replace(back, "{because: B.}, sessions: {}}").replace(
        "calm: {label: Calm}", "calm: {label: Calm, leads_to: {skills: {because: C.}}}"
    )
    (told,) = messages(text)
    assert told == (
        "These boxes lead in a circle: sessions -> skills -> sessions; "
        "besides `skills -> sessions` these lead back: `calm -> skills`."
    )


def test_findings_stand_in_the_order_of_their_places_in_the_file() -> None:
    places = [
        (one.place.line, one.place.column, one.code)
        for one in validate_inspection(inspect_text(MODEL.replace("skills, calm]", "clam, calm], scale: none")))
        if one.place
    ]
    assert [place[:2] for place in places] == sorted(place[:2] for place in places)
    assert [code for *_, code in places] == ["TOC301", "TOC101", "TOC101"]


def test_people_who_lead_past_the_work_to_the_long_term_are_told_once() -> None:
    text = MODEL.replace("activities:\n", "  visitors: {label: Visitors, leads_to: [calm]}\nactivities:\n")
    assert found(text) == [("TOC501", "visitors")]


def told(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in validate_inspection(inspect_text(text))]


def test_a_misspelt_population_of_an_indicator_silences_no_outcome_that_nothing_measures() -> None:
    text = MODEL.replace("measures: [skills, calm]", "measures: [skills], who: [parnts]")
    assert told(text) == [("TOC301", "calm"), ("TOC101", "knows")]


def test_a_misspelt_measure_silences_only_the_outcomes_that_it_may_mean() -> None:
    text = MODEL.replace("measures: [skills, calm]", "measures: [skils]")
    assert told(text) == [("TOC301", "calm"), ("TOC101", "knows")]


def test_a_measure_like_no_outcome_silences_none() -> None:
    text = MODEL.replace("measures: [skills, calm]", "measures: [zzz]").replace(
        "calm: {label: Calm}", "calm: {label: Calm, required: true}"
    )
    findings = validate_inspection(inspect_text(text))
    assert [(one.code, one.subject, one.severity) for one in findings] == [
        ("TOC301", "skills", "warning"),
        ("TOC301", "calm", "error"),
        ("TOC101", "knows", "error"),
    ]


def of_site(folder: Path, base: str, site: str) -> list[tuple[str, str, str]]:
    (folder / "base.yaml").write_text(base)
    (folder / "site.yaml").write_text(SITE + site)
    findings = validate_inspection(inspect(folder / "site.yaml", root=folder))
    return [(one.code, one.subject, one.message) for one in findings]


CALLS = "activities:\n  calls: {label: Calls, engages: [parents], leads_to: [skills, calm]}\n"


def test_all_that_a_site_changes_of_what_it_drops_is_one_finding(tmp_path: Path) -> None:
    links = "  calls -> skills: {because: They ask}\n  calls -> calm: {because: They rest}\n"
    change = f"change:\n  calls: {{label: Phone calls}}\n{links}drop:\n  calls: None here\n"
    assert of_site(tmp_path, MODEL.replace(ACTIVITIES, CALLS), change) == [
        (
            "TOC617",
            "calls",
            (
                "This site changes `calls`, `calls -> skills` and `calls -> calm` and drops `calls`, so that "
                "these changes come to nothing."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("required", "locked", "code"), [(", required: true", "", "TOC601"), ("", "calm", "TOC612")]
)
def test_a_changed_link_of_what_a_site_may_not_drop_is_not_told_too(
    tmp_path: Path, required: str, locked: str, code: str
) -> None:
    base = MODEL.replace("calm: {label: Calm}", f"calm: {{label: Calm{required}}}") + f"locked: [{locked}]\n"
    change = "change:\n  skills -> calm: {because: They rest, reason: Ours}\ndrop:\n  calm: None here\n"
    base = base.replace(ACTIVITIES, CALLS)
    assert code in [found for found, *_ in of_site(tmp_path, base, change)]
    assert "TOC617" not in [found for found, *_ in of_site(tmp_path, base, change)]


def test_keys_that_are_not_indented_are_told_once_at_their_entry() -> None:
    text = MODEL.replace(
        "  sessions:\n    label: Sessions\n    engages: [parents]\n    leads_to: [skills]\n",
        "  sessions:\n  label: Sessions\n  engages: [parents]\n  leads_to: [skills]\n",
    )
    (told,) = validate_inspection(inspect_text(text))
    assert (told.code, told.subject, told.place and told.place.line) == ("TOC010", "sessions", 7)
    assert told.hint == (
        "What belongs to `sessions` goes further in than it: "
        "put more blanks before `label`, `engages` and `leads_to`."
    )
    (of_outcome,) = validate_inspection(
        inspect_text(MODEL.replace("calm: {label: Calm}", "calm:\n    label: Calm"))
    )
    assert of_outcome.hint == "What belongs to `calm` goes further in than it: put more blanks before `label`."


def test_an_entry_of_which_nothing_is_said_hides_no_fault_of_the_next() -> None:
    text = MODEL.replace("  sessions:\n", "  calls:\n  sessions:\n    lable: Sessions\n")
    assert found(text) == [("TOC010", "calls"), ("TOC009", "sessions")]


def test_an_outcome_without_its_stage_is_not_also_a_name_that_names_nothing() -> None:
    text = MODEL.replace("  long_term:\n    calm: {label: Calm}", "  calm: {label: Calm}")
    assert found(text) == [("TOC009", "")]
