"""What is peculiar to each shape of model comes through: in the theory, in the figure and in its outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from diagram.quality import edges
from models.shapes.loaded import SVG, drawing, flaws, picture, svg, theory
from models.shapes.school_health_plan import health_plan
from toc.errors import TocError
from toc.graph import cycles, graph_of
from toc.loading import from_dict
from toc.model import Text
from toc.reports import draw

TOO_LARGE = "school_health_plan"


def texts(value: Any) -> Iterator[Text]:
    """Every text that a person reads in a theory, or in a part of one."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in texts(inner))
    elif isinstance(value, tuple):
        yield from (text for inner in value for text in texts(inner))
    elif hasattr(type(value), "model_fields"):
        yield from (text for name in type(value).model_fields for text in texts(getattr(value, name)))


# A logic model of the Kellogg kind


def test_the_model_s_own_words_for_stages_are_the_headings() -> None:
    columns = [(column.id, column.label) for column in drawing("school_meals").view.columns]
    assert columns == [
        ("inputs", "Resources"),
        ("participants", "Participants"),
        ("activities", "Activities"),
        ("outputs", "Outputs"),
        ("short_term", "Outcomes, years 1 to 3"),
        ("intermediate", "Outcomes, years 4 to 6"),
        ("long_term", "Impact, years 7 to 10"),
    ]


def test_a_baseline_may_be_words_a_number_or_deferred() -> None:
    baselines = [str(indicator.baseline) for indicator in theory("school_meals").indicators.values()]
    assert baselines == ["2.9", "See the audit of 2023", "deferred", "N/A", "High", "61", "deferred"]


# A matrix in which only whole stages lead to one another


def test_arrows_between_whole_stages_never_become_links_of_boxes() -> None:
    shown = picture("neighbourhood_matrix")
    stages = [(arrow.source, arrow.target, arrow.basis) for arrow in shown.stage_arrows]
    assert (theory("neighbourhood_matrix").links, shown.arrows) == ((), ())
    assert stages == [
        ("activities", "outputs", "generic"),
        ("outputs", "short_term", "generic"),
        ("short_term", "long_term", None),
    ]


def test_the_boxes_of_each_of_the_sixteen_rows_stand_in_one_lane() -> None:
    shown = picture("neighbourhood_matrix")
    rows = {}
    for frame in shown.frames:
        _, top, _, bottom = edges(frame)
        rows[frame.id] = {box.id for box in shown.boxes if top < box.y < bottom and box.strands}
    expected = {
        strand: {key for key, box in theory("neighbourhood_matrix").boxes.items() if box.strand == (strand,)}
        for strand in theory("neighbourhood_matrix").strands
    }
    assert (len(rows), rows) == (16, expected)


# Feedback loops


def test_both_loops_are_found_and_neither_is_a_fault() -> None:
    found = {frozenset(cycle.boxes) for cycle in cycles(graph_of(theory("flood_warning"), feedback=True))}
    assert found == {
        frozenset({"watch_river", "warnings_sent", "hear_in_time"}),
        frozenset({"trust", "act_in_time"}),
    }


def test_links_that_feed_back_are_drawn_and_told_as_feedback() -> None:
    fed = [(arrow.source, arrow.target) for arrow in picture("flood_warning").arrows if arrow.feedback]
    outline = drawing("flood_warning").outline
    assert sorted(fed) == [("act_in_time", "trust"), ("hear_in_time", "watch_river")]
    assert "-> Watch the river day and night (feeds back)" in outline
    assert "-> Warnings are believed (feeds back)" in outline
    assert [item.text.text for item in picture("flood_warning").legend] == ["feeds back to"]


# Negative links and constraints


def test_links_that_work_against_something_are_drawn_and_told_as_such() -> None:
    against = {(arrow.source, arrow.target) for arrow in picture("job_training").arrows if arrow.negative}
    assert against == {
        ("benefit_lost", "income"),
        ("job", "evenings_at_home"),
        ("bus_times", "job"),
        ("childcare_places", "placement"),
        ("childcare_places", "job"),
    }
    assert drawing("job_training").outline.count("(less of it)") == len(against)


def test_constraints_have_a_column_of_their_own_under_the_model_s_word() -> None:
    first = drawing("job_training").view.columns[0]
    inside = [box.id for box in picture("job_training").boxes if box.stage == "context"]
    assert ((first.id, first.label), sorted(inside)) == (
        ("context", "Constraints"),
        ["bus_times", "childcare_places"],
    )


# Links into wholes


def test_links_into_an_opened_whole_end_at_its_frame() -> None:
    shown = picture("clean_water")
    frames = {frame.id: edges(frame) for frame in shown.frames}
    ends = {(arrow.source, arrow.target): arrow.points[-1] for arrow in shown.arrows if arrow.target in frames}
    assert sorted(ends) == [
        ("engineer", "build"),
        ("kept_up", "healthy_villages"),
        ("village_money", "build"),
        ("villagers", "build"),
        ("water_near", "healthy_villages"),
    ]
    assert [name for name, (x, _) in ends.items() if abs(x - frames[name[1]][0]) > 0.01] == []


def test_links_of_the_parts_of_a_closed_whole_are_drawn_once_at_the_whole() -> None:
    arrows = Counter((arrow.source, arrow.target) for arrow in picture("clean_water").arrows)
    assert arrows["committees", "kept_up"] == 1
    assert {"elect", "train_members"} & {end for pair in arrows for end in pair} == set()


# Boxes in several strands


def test_a_box_of_several_strands_is_drawn_once_outside_the_lanes() -> None:
    shown = picture("youth_mentoring")
    several = {box.id: box for box in shown.boxes if len(box.strands) > 1}
    lanes = [edges(frame) for frame in shown.frames if frame.kind == "lane"]
    inside = [
        box.id
        for box in several.values()
        for left, top, right, bottom in lanes
        if left < box.x < right and top < box.y < bottom
    ]
    tones = {box.tone for box in several.values()}
    assert sorted(several) == ["attendance", "confidence", "meet_weekly", "someone_to_turn_to"]
    assert (inside, tones) == ([], {"shared"})


@pytest.mark.parametrize("strand", ["school", "sport", "family"])
def test_the_figure_of_a_strand_holds_its_boxes_of_several_strands_too(strand: str) -> None:
    shown = picture("youth_mentoring", strand)
    own = {key for key, box in theory("youth_mentoring").boxes.items() if strand in box.strand}
    drawn = Counter(box.id for box in shown.boxes)
    assert (flaws(shown), own - set(drawn), max(drawn.values())) == ({}, set(), 1)


# Other scripts


@pytest.mark.parametrize(("name", "language"), [("korean_elders", "ko"), ("arabic_literacy", "ar")])
def test_the_svg_says_in_which_language_it_is(name: str, language: str) -> None:
    assert (svg(name).get("lang"), svg(name).findtext(f"{SVG}title")) == (language, theory(name).title)


@pytest.mark.parametrize(("name", "script"), [("korean_elders", "Hangul"), ("arabic_literacy", "Arabic")])
def test_the_script_that_the_font_does_not_have_is_said_with_the_way_out(name: str, script: str) -> None:
    assert picture(name).advice == (
        f"The letters of these scripts are not in the font that comes with toc: {script}. An SVG or HTML is shown "
        "with the fonts of its reader; for a PDF or PNG install one that has them, such as Noto, or they may be "
        "empty boxes."
    )


@pytest.mark.parametrize("name", ["school_meals", "welsh_reading"])
def test_of_words_in_latin_letters_nothing_is_missing(name: str) -> None:
    assert picture(name).advice == ""


# Two languages


def test_every_text_of_the_bilingual_model_is_in_english_and_in_welsh() -> None:
    found = list(texts(theory("welsh_reading")))
    lacking = [str(text) for text in found if set(text.languages) != {"en", "cy"}]
    assert (len(found), lacking) == (30, [])


def test_a_text_is_read_in_the_language_that_is_asked_for() -> None:
    title = theory("welsh_reading").title
    assert (title.in_language("cy"), title.in_language("en"), title.in_language("fr")) == (
        "Darllen gyda'n gilydd gartref",
        "Reading together at home",
        "Reading together at home",
    )


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_figure_shows_the_model_s_words_in_the_language_asked_for(language: str) -> None:
    model, view = theory("welsh_reading"), drawing("welsh_reading", language=language).view
    entries = (*model.boxes.values(), *model.strands.values(), *model.stage_labels.values())
    words = {getattr(entry, "label", entry).in_language(language) for entry in entries}
    shown = {one.label for one in (*view.boxes, *view.strands, *view.columns)}
    assert (view.title, view.language, shown) == (model.title.in_language(language), language, words)


# Two boxes, and four hundred


def test_the_smallest_theory_is_two_boxes_and_an_arrow() -> None:
    shown = picture("tree_planting")
    assert [box.label for box in shown.boxes] == ["Plant forty street trees", "The street is cooler in summer"]
    assert [(arrow.source, arrow.target) for arrow in shown.arrows] == [("plant", "shade")]


def test_the_plan_of_four_hundred_boxes_is_what_its_generator_makes() -> None:
    assert (len(theory(TOO_LARGE).boxes), theory(TOO_LARGE)) == (400, from_dict(health_plan()))


@pytest.mark.parametrize("page", ["A4", "A3", "A2"])
def test_four_hundred_boxes_are_refused_on_a_small_page_with_what_holds_them(page: str) -> None:
    with pytest.raises(TocError) as raised:
        _ = draw(theory(TOO_LARGE), page=page).picture
    pages = draw(theory(TOO_LARGE), page=page, split="strand").pictures
    least = f"{min(one.font_size for one in pages):.1f}"
    refusal = f"The figure does not fit on {page} even with words of 4 points. It fits on A1."
    assert str(raised.value) == f"{refusal} Choose --split strand (21 pages, {least} points and more)."
    assert len(pages) == 21


def test_four_hundred_boxes_are_drawn_on_a_poster() -> None:
    shown = draw(theory(TOO_LARGE), page="A0").picture
    drawn = {box.id for box in shown.boxes}
    assert (flaws(shown), drawn, len(shown.arrows)) == (
        {},
        set(theory(TOO_LARGE).boxes),
        len(theory(TOO_LARGE).links),
    )


@pytest.mark.parametrize("strand", theory(TOO_LARGE).strands)
def test_each_strand_of_four_hundred_boxes_fits_on_a4_in_readable_words(strand: str) -> None:
    shown = picture(TOO_LARGE, strand)
    own = {key for key, box in theory(TOO_LARGE).boxes.items() if box.strand == (strand,)}
    foreign = {box.id for box in shown.boxes if box.strands and box.strands != (strand,)}
    assert (flaws(shown), shown.advice, own - {box.id for box in shown.boxes}, foreign) == ({}, "", set(), set())
