"""What the boxes, links, words, citations and scales of a theory say of themselves."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from toc.loading import from_dict, loads
from toc.model import COLUMN_LABELS, STAGES, Better, Citation, Scale, Text, TheoryOfChange

SECTIONS = """\
toc: 1
id: m
title: T
factors: {f: {label: F}}
outcomes:
  long_term: {o3: {label: O3}}
  short_term: {o1: {label: O1}}
  intermediate: {o2: {label: O2}}
outputs: {out: {label: Out, count: 2.5, unit: u, qualifier: at_least}}
activities:
  act:
    label: Act
    links: {basis: inferred, cite: s1 page 9}
    engages: {part: {basis: stated}}
    leads_to:
      o1: {because: Why, confidence: 40, polarity: negative, feedback: true, assumptions: a1, moderated_by: [f]}
      out: {cite: [s1 page 1, s1]}
participants: {part: {label: Part}}
inputs: {in2: {label: In2, leads_to: [act]}, in1: {label: In1}}
assumptions: {a1: {label: A1, status: mixed}}
indicators: {i1: {label: I1, measures: o1}}
scales: {s5: {lowest: 1, highest: 5}}
strands: {st: {label: St}}
populations: {pop: {label: Pop}, act: {label: People}}
units: {u: {label: U}}
sources: {s1: {title: S}}
stage_links: {inputs -> activities: {because: Words}}
coverage: {people: 3, with_two: 2}
site: {id: w, name: W}
stage_labels: {long_term: Impact}
"""


@pytest.fixture
def theory() -> TheoryOfChange:
    return loads(SECTIONS)


def test_boxes_stand_stage_by_stage_and_then_in_the_order_of_the_file(theory: TheoryOfChange) -> None:
    assert [(box.id, box.stage) for box in theory.boxes.values()] == [
        ("in2", "inputs"),
        ("in1", "inputs"),
        ("part", "participants"),
        ("act", "activities"),
        ("out", "outputs"),
        ("o1", "short_term"),
        ("o2", "intermediate"),
        ("o3", "long_term"),
    ]


def test_the_boxes_of_a_stage_are_those_of_its_section(theory: TheoryOfChange) -> None:
    assert {stage: list(theory.boxes_of(stage)) for stage in STAGES} == {
        "inputs": ["in2", "in1"],
        "participants": ["part"],
        "activities": ["act"],
        "outputs": ["out"],
        "short_term": ["o1"],
        "intermediate": ["o2"],
        "long_term": ["o3"],
    }


def test_a_link_says_what_it_is_and_takes_the_rest_from_its_box(theory: TheoryOfChange) -> None:
    fields = ("source", "target", "kind", "owner", "basis", "cite")
    page_9 = (Citation("s1", "page 9"),)
    assert [tuple(getattr(link, name) for name in fields) for link in theory.links] == [
        ("in2", "act", "leads_to", "in2", None, ()),
        ("act", "o1", "leads_to", "act", "inferred", page_9),
        ("act", "out", "leads_to", "act", "inferred", (Citation("s1", "page 1"), Citation("s1", ""))),
        ("part", "act", "engages", "act", "stated", page_9),
    ]


def test_a_link_keeps_what_is_written_under_it_and_is_positive_where_nothing_is(theory: TheoryOfChange) -> None:
    fields = ("because", "confidence", "polarity", "feedback", "assumptions", "moderated_by")
    nothing: tuple[Any, ...] = (None, None, "positive", False, (), ())
    assert [tuple(getattr(link, name) for name in fields) for link in theory.links] == [
        nothing,
        (Text("Why"), 40, "negative", True, ("a1",), ("f",)),
        nothing,
        nothing,
    ]


def test_a_link_with_nothing_below_it_is_a_link_of_which_nothing_more_is_said() -> None:
    empty = "toc: 1\nid: m\ntitle: T\ninputs:\n  a:\n    label: A\n    leads_to:\n      b:\n  b: {label: B}\n"
    assert loads(empty) == loads(empty.replace("      b:\n", "      b: {}\n"))


def test_an_engages_link_goes_from_the_participant_to_the_activity_that_writes_it(theory: TheoryOfChange) -> None:
    link = theory.links[-1]
    assert (link.name, link.owner, link.path) == ("part -> act", "act", ("engages", "part"))


@pytest.mark.parametrize(
    ("subject", "path"),
    [
        ("in1", ("inputs", "in1")),
        ("o2", ("outcomes", "intermediate", "o2")),
        ("act", ("activities", "act")),
        ("act -> o1", ("activities", "act", "leads_to", "o1")),
        ("part -> act", ("activities", "act", "engages", "part")),
        ("inputs -> activities", ("stage_links", "inputs -> activities")),
        ("a1", ("assumptions", "a1")),
        ("f", ("factors", "f")),
        ("i1", ("indicators", "i1")),
        ("s5", ("scales", "s5")),
        ("st", ("strands", "st")),
        ("pop", ("populations", "pop")),
        ("u", ("units", "u")),
        ("s1", ("sources", "s1")),
        ("coverage", ("coverage",)),
        ("site", ("site",)),
        ("figure", ("figure",)),
        ("o1 -> act", ()),
        ("nowhere", ()),
    ],
)
def test_every_subject_has_the_path_under_which_it_stands(
    theory: TheoryOfChange, subject: str, path: tuple[str, ...]
) -> None:
    assert theory.path_of(subject) == path


def test_a_stage_has_the_heading_that_the_model_gives_it_or_the_usual_one(theory: TheoryOfChange) -> None:
    assert [theory.stage_label(stage) for stage in STAGES] == [
        *(COLUMN_LABELS[stage] for stage in STAGES[:-1]),
        "Impact",
    ]


def test_a_text_is_its_english_words_else_the_first_ones() -> None:
    assert str(Text({"cy": "Teitl", "en": "Title"})) == "Title"
    assert str(Text({"cy": "Teitl", "fr": "Titre"})) == "Teitl"


def test_a_text_gives_the_words_of_a_language_or_the_default_ones() -> None:
    text = Text({"en": "Title", "cy": "Teitl"})
    assert (text.in_language("cy"), text.in_language("fr"), Text("Plain").in_language("cy")) == (
        "Teitl", "Title", "Plain"
    )  # fmt: skip
    assert (dict(text.languages), dict(Text("Plain").languages)) == ({"en": "Title", "cy": "Teitl"}, {})


def test_a_text_is_a_string_to_everything_that_wants_one() -> None:
    text = Text({"en": "Title", "cy": "Teitl"})
    assert (text == "Title", text.upper(), f"{text}!", type(str(text)), hash(text)) == (
        True, "TITLE", "Title!", str, hash("Title")
    )  # fmt: skip


def test_texts_that_differ_in_one_language_differ() -> None:
    assert Text({"en": "Title", "cy": "Teitl"}) != Text({"en": "Title", "cy": "Enw"})
    assert Text("Title") != Text({"en": "Title"})
    assert Text("Title") == Text("Title")


@pytest.mark.parametrize(
    ("written", "cited"),
    [
        ("eval2015 section 3.1", Citation("eval2015", "section 3.1")),
        ("eval2015", Citation("eval2015", "")),
        ("  eval2015   Table 1, row 2  ", Citation("eval2015", "Table 1, row 2")),
    ],
)
def test_a_citation_is_a_source_and_where_in_it(written: str, cited: Citation) -> None:
    model = {"toc": 1, "id": "m", "title": "T", "sources": {"eval2015": {"title": "E"}}}
    theory = from_dict({**model, "inputs": {"a": {"label": "A", "cite": written}}})
    assert theory.inputs["a"].cite == (cited,)


def test_a_citation_is_written_as_it_is_read() -> None:
    assert (str(Citation("s1", "page 1")), str(Citation("s1", ""))) == ("s1 page 1", "s1")


@pytest.mark.parametrize(("lowest", "highest"), [(5, 1), (1, 1), (1.5, 1.4)])
def test_a_scale_without_room_between_its_ends_is_refused(lowest: float, highest: float) -> None:
    with pytest.raises(ValidationError, match="`lowest` must be below `highest`"):
        Scale(lowest=lowest, highest=highest)


def test_a_direction_may_be_one_word_or_say_where_it_comes_from() -> None:
    word = Scale.model_validate({"lowest": 1, "highest": 5, "better": "higher"})
    spelt = Scale.model_validate({"lowest": 1, "highest": 5, "better": {"value": "higher", "basis": "inferred"}})
    assert word.better == Better(value="higher")
    assert spelt.better == Better(value="higher", basis="inferred")
    assert Scale(lowest=1, highest=5).better is None


def test_what_is_not_written_is_empty_and_never_zero() -> None:
    theory = from_dict({"toc": 1, "id": "m", "title": "T", "outputs": {"o": {"label": "O"}}})
    output = theory.outputs["o"]
    assert (output.count, output.unit, output.qualifier, output.cite, output.who) == (None, None, None, (), ())
    assert (theory.version, theory.coverage, theory.site, theory.inputs, theory.links) == (
        None,
        None,
        None,
        {},
        (),
    )
    assert theory.figure.columns is None
