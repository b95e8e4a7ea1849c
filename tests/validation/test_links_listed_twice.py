"""A target twice in one list: a warning with both places, and every other rule is still asked."""

from __future__ import annotations

from toc.loading import inspect_text, loads
from toc.validation import validate_inspection

TWICE = """\
toc: 1
id: advice
title: Advice
activities:
  sessions:
    label: Advice sessions
    leads_to: [calm, calm]
outcomes:
  long_term:
    calm:
      label: Calmer homes
"""


def test_the_model_can_be_read_and_the_other_rules_are_asked() -> None:
    assert [link.name for link in loads(TWICE).links] == ["sessions -> calm"]
    findings = validate_inspection(inspect_text(TWICE))
    assert [(one.code, one.severity, one.subject) for one in findings] == [
        ("TOC122", "warning", "advice"),
        ("TOC105", "warning", "sessions -> calm"),
        ("TOC301", "warning", "calm"),
    ]


def test_the_second_is_told_with_the_place_of_the_first() -> None:
    (twice,) = (one for one in validate_inspection(inspect_text(TWICE)) if one.code == "TOC105")
    assert twice.place is not None
    assert twice.other is not None
    assert (twice.place.line, twice.place.column) == (7, 22)
    assert (twice.other.line, twice.other.column) == (7, 16)


def test_it_is_told_also_where_another_id_of_the_list_names_nothing() -> None:
    text = TWICE.replace("[calm, calm]", "[calm, calm, clam, clam]")
    findings = validate_inspection(inspect_text(text))
    assert [(one.code, one.subject) for one in findings if one.code != "TOC301"] == [
        ("TOC122", "advice"),
        ("TOC105", "sessions -> calm"),
        ("TOC101", "sessions -> clam"),
    ]


def test_an_id_is_told_twice_in_any_list_with_the_place_of_the_first_also_beside_one_that_names_nothing() -> None:
    text = TWICE.replace("[calm, calm]", "[calm]")
    text = text.replace("label: Advice", "strand: [work, work, play, work]\n    label: Advice")
    text += "strands: {work: {label: Work}, play: {label: Play}}\n"
    text += "indicators:\n  rests: {label: Rests, measures: [calm, clam, calm]}\n"
    findings = [one for one in validate_inspection(inspect_text(text)) if one.code in ("TOC101", "TOC126")]
    assert [(one.code, one.subject) for one in findings] == [
        ("TOC126", "sessions"),
        ("TOC101", "rests"),
        ("TOC126", "rests"),
    ]
    assert findings[0].message == (
        "`work` stands twice in the list `strand` of `sessions`, so the second says nothing."
    )
    places = [(one.place, one.other) for one in findings if one.code == "TOC126"]
    assert [(at and at[1:3], first and first[1:3]) for at, first in places] == [
        ((6, 20), (6, 14)),
        ((15, 48), (15, 36)),
    ]
