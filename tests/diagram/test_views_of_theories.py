"""What a figure shows of a theory: columns, wholes, links, strands, factors and words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from toc.diagram import Badge, Choice, View, view_of
from toc.diagram.layout import lay_out
from toc.diagram.legend import legend_entries
from toc.diagram.view import Basis, Column, StageLink, Strand, ViewBox, ViewGroup, ViewLink
from toc.errors import TocError
from toc.loading import loads
from toc.model import TheoryOfChange, fingerprint

TEXT = """\
toc: 1
id: m
title: {en: Talking, cy: Siarad}
version: "2"
sources: {r: {title: The report, publisher: A charity, year: 2015}}
strands: {talk: {label: {en: Talk, cy: Sgwrs}}, train: {label: Training}}
inputs:
  time: {label: Time, leads_to: {work: {basis: inferred}, course: {}}}
participants: {families: {label: Families}}
activities:
  work:
    label: Work
    strand: talk
    engages: {families: {basis: generic}}
    leads_to: {calm: {basis: inferred}}
  advice: {label: Advice, part_of: work, strand: talk, leads_to: {calm: {basis: stated}, voice: {basis: generic}}}
  visits: {label: Visits, part_of: work, strand: talk, leads_to: {voice: {basis: inferred, polarity: negative}}}
  course: {label: Course, strand: [train], leads_to: {work: {feedback: true}, calm: {}}}
outputs: {sessions: {label: Sessions}}
outcomes:
  short_term: {voice: {label: Voice, strand: talk, basis: inferred, leads_to: [calm]}}
  long_term: {calm: {label: Calm, leads_to: [more_calm]}, more_calm: {label: More, part_of: calm}}
factors:
  stigma: {label: Stigma, role: mediator, leads_to: {calm: {basis: stated}}}
stage_links: {"inputs -> activities": {basis: generic}, "activities -> outputs": {}}
stage_labels: {long_term: {en: Impact, cy: Effaith}, mediator: In between}
figure:
  columns: [inputs, participants, activities, mediator, short_term, long_term]
  open: [work]
"""


@pytest.fixture(scope="module")
def theory() -> TheoryOfChange:
    return loads(TEXT)


@pytest.fixture(scope="module")
def view(theory: TheoryOfChange) -> View:
    return view_of(theory)


def test_columns_are_those_of_the_figure_with_the_model_s_own_headings(view: View) -> None:
    assert view.columns == (
        Column("inputs", "Inputs"),
        Column("participants", "Participants"),
        Column("activities", "Activities"),
        Column("mediator", "In between"),
        Column("short_term", "Short-term outcomes"),
        Column("long_term", "Impact"),
    )


def test_an_opened_whole_is_a_group_a_closed_one_a_box_and_its_part_nothing(view: View) -> None:
    assert view.groups == (ViewGroup("work", "Work", "activities", ("talk",)),)
    assert view.boxes == (
        ViewBox("time", "Time", "inputs"),
        ViewBox("families", "Families", "participants"),
        ViewBox("advice", "Advice", "activities", ("talk",), "work"),
        ViewBox("visits", "Visits", "activities", ("talk",), "work"),
        ViewBox("course", "Course", "activities", ("train",)),
        ViewBox("voice", "Voice", "short_term", ("talk",), stage_inferred=True),
        ViewBox("calm", "Calm", "long_term"),
        ViewBox("stigma", "Stigma", "mediator"),
    )


def test_every_link_between_shown_boxes_is_drawn_once_and_those_inside_a_closed_whole_are_not(view: View) -> None:
    assert view.links == (
        ViewLink("time", "work", "inferred"),
        ViewLink("time", "course"),
        ViewLink("work", "calm", "inferred"),
        ViewLink("families", "work", "generic"),
        ViewLink("advice", "calm", "stated"),
        ViewLink("advice", "voice", "generic"),
        ViewLink("visits", "voice", "inferred", negative=True),
        ViewLink("course", "work", feedback=True),
        ViewLink("course", "calm"),
        ViewLink("voice", "calm"),
        ViewLink("stigma", "calm", "stated"),
    )


def test_links_of_closed_parts_are_one_link_of_their_whole_on_the_strongest_basis() -> None:
    closed = view_of(loads(TEXT.replace("  open: [work]\n", "")))
    assert [box.id for box in closed.boxes if box.column == "activities"] == ["work", "course"]
    assert [link for link in closed.links if link.source == "work"] == [
        ViewLink("work", "calm", "stated"),
        ViewLink("work", "voice", "generic"),
    ]
    assert closed.groups == ()


def test_only_stage_links_between_drawn_columns_are_drawn(view: View) -> None:
    assert view.stage_links == (StageLink("inputs", "activities", "generic"),)


def test_without_a_figure_every_stage_that_has_a_box_is_a_column() -> None:
    view = view_of(loads(TEXT[: TEXT.index("figure:")]))
    assert [column.id for column in view.columns] == [
        "inputs", "participants", "activities", "outputs", "short_term", "long_term",
    ]  # fmt: skip


def test_a_strand_shows_its_boxes_and_the_shared_ones_linked_to_them(
    theory: TheoryOfChange,
) -> None:
    view = view_of(theory, choice=Choice("train"))
    assert [box.id for box in view.boxes] == ["time", "course", "calm", "stigma"]
    assert [column.id for column in view.columns] == ["inputs", "activities", "mediator", "long_term"]
    assert view.strands == (Strand("train", "Training", 1),)
    assert view.subtitle == "Training"


def test_a_strand_that_has_nothing_of_its_own_has_no_look() -> None:
    both = TEXT.replace("strand: [train]", "strand: [talk, train]")
    assert view_of(loads(both)).strands == (Strand("talk", "Talk", 0),)


def test_a_strand_that_there_is_not_is_refused_with_those_there_are(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError) as refused:
        view_of(theory, choice=Choice("run"))
    assert refused.value.message == 'There is no strand "run" in this model.'
    assert refused.value.hint == "It has: `talk` (Talk), `train` (Training)."


def test_a_language_that_the_model_has_not_is_refused_with_those_it_has(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError) as refused:
        view_of(theory, language="fr")
    assert refused.value.message == 'This model has no words in "fr".'
    way_out = "Write them as `label: {en: ..., fr: ...}` (docs/figure.md, Languages)."
    assert refused.value.hint == f"It has: en, cy. {way_out}"


def test_the_footer_of_a_strand_counts_the_links_that_lead_out_of_it(theory: TheoryOfChange) -> None:
    assert view_of(theory, choice=Choice("train")).notes[-1].endswith(" Links to boxes not drawn: 5.")


def test_a_theory_without_a_box_has_nothing_to_draw() -> None:
    with pytest.raises(TocError, match="There is nothing to draw"):
        view_of(loads("toc: 1\nid: m\ntitle: T\n"))


def test_the_words_are_in_the_language_that_is_asked_for_where_there_are_such(theory: TheoryOfChange) -> None:
    welsh = view_of(theory, language="cy")
    assert (welsh.title, welsh.columns[-1].label, welsh.strands[0].label, welsh.language) == (
        "Siarad", "Effaith", "Sgwrs", "cy",
    )  # fmt: skip


def test_the_model_s_own_language_is_the_usual_one() -> None:
    assert view_of(loads(TEXT.replace('version: "2"', "language: cy"))).title == "Siarad"


def test_badges_stand_with_their_boxes_and_the_title_says_what_they_are(theory: TheoryOfChange) -> None:
    badge = Badge("▲ 70% improved, n=20", "good")
    view = view_of(theory, badges={"calm": badge}, about="scores", notes=("A note.",))
    assert [box.id for box in view.boxes if box.badge == badge] == ["calm"]
    assert (view.title, view.notes[0]) == ("Talking: scores", "A note.")


@pytest.mark.parametrize(
    ("bases", "told"),
    [
        ((None, None), {}),
        (("stated", "inferred"), {"stated": "stated in the source", "inferred": "our reading"}),
        (("stated", None), {"stated": "stated in the source, or not said"}),
        ((None, "inferred"), {"stated": "not said whether stated", "inferred": "our reading"}),
        (("generic", "inferred"), {"generic": "stated of the whole stage", "inferred": "our reading"}),
    ],
)
def test_the_legend_does_not_say_that_a_link_without_a_basis_is_stated(
    view: View, bases: tuple[Basis | None, ...], told: dict[str, str]
) -> None:
    ends = [(link.source, link.target) for link in view.links]
    links = tuple(ViewLink(*pair, basis) for pair, basis in zip(ends, bases, strict=False))
    entries = legend_entries(replace(view, links=links, stage_links=(), boxes=view.boxes[:1]))
    assert {kind: words for kind, tone, words in entries if kind in ("stated", "generic", "inferred")} == told


def test_the_footer_names_the_source_the_version_and_what_is_not_drawn(theory: TheoryOfChange, view: View) -> None:
    source = "Source: A charity (2015), The report."
    reading = "Dashed arrows are a reading of it; where some of the others come from is not said."
    left_out = "Boxes not drawn: 1 in other columns or strands and 1 as part of a box shown."
    assert view.notes == (
        f"{source} {reading}",
        f"Model m, version 2, fingerprint {fingerprint(theory)}. {left_out}",
    )


def test_a_site_is_named_once_in_the_title() -> None:
    site = "site: {id: w, name: Wales}\n"
    assert view_of(loads(TEXT + site)).title == "Talking: Wales"
    assert view_of(loads(TEXT.replace("en: Talking", "en: Talking in Wales") + site)).title == "Talking in Wales"


def test_a_box_of_several_strands_is_shared_in_the_figure_of_one_of_them_too() -> None:
    both = loads(TEXT.replace("strand: [train]", "strand: [talk, train]"))
    views = (view_of(both, choice=choice) for choice in (Choice("train"), Choice()))
    one, whole = ({box.id: box for box in view.boxes} for view in views)
    assert one["course"].strands == ("talk", "train")
    assert one["course"] == whole["course"]


def test_the_title_of_a_theory_with_a_colon_in_it_gets_no_second_one() -> None:
    named = loads(TEXT.replace("title: {en: Talking, cy: Siarad}", 'title: "Talking: a model"'))
    assert view_of(named, evidence=True).title == "Talking: a model – evidence for each link"


def test_a_theory_without_strands_leaves_boxes_out_in_columns_alone() -> None:
    boxes = "inputs: {a: {label: A}}\noutputs: {b: {label: B}}\nfigure: {columns: [inputs]}\n"
    plain = loads(f"toc: 1\nid: m\ntitle: M\n{boxes}")
    assert view_of(plain).notes[-1].endswith("Boxes not drawn: 1 in other columns.")


def test_labels_that_stand_in_another_language_are_named_in_the_advice(theory: TheoryOfChange) -> None:
    some = '10 of the labels are not in "cy" but in another language: train, time, families and 7 more.'
    assert lay_out(view_of(theory, language="cy")).advice == some
    assert lay_out(view_of(theory, language="en")).advice == lay_out(view_of(theory)).advice == ""
