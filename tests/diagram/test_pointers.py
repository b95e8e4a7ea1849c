"""Lines from moderators to the arrows on which they act: drawn where there is a free way, else as a letter."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from diagram.quality import (
    edges,
    lines_meet,
    meets,
    overflows,
    overlaps,
    passes,
    pieces,
    sample,
    shrink,
    text_edges,
)
from diagram.views_made import dice, made_view
from toc.diagram import Picture, View, lay_out
from toc.diagram.factor_letters import letter_of
from toc.diagram.looks import look_of_legend
from toc.diagram.view import ViewFactor
from toc.loading import load, loads
from toc.reports import draw

pytestmark = pytest.mark.xdist_group("pointers")
MODELS = Path(__file__).parents[2] / "models"

TEXT = """\
toc: 1
id: m
title: Talking
inputs: {time: {label: Time, leads_to: [work, course]}}
activities:
  work: {label: Visits, leads_to: [voice]}
  course: {label: A course, leads_to: [calm_days]}
outcomes:
  short_term:
    voice: {label: Voice, leads_to: {calm: {moderated_by: [age]}}}
    calm_days: {label: Calmer days}
  long_term: {calm: {label: Calm}}
factors:
  age: {label: Age of the child, role: moderator}
  trust: {label: Trust, role: moderator, affects: ["course -> calm_days"]}
"""


@cache
def small() -> Picture:
    return draw(loads(TEXT), factors=True).picture


def acted_on(seed: int) -> View:
    """A made view with four moderators, each of two links."""
    view, rng = made_view(seed), dice(seed)
    pairs = [(link.source, link.target) for link in view.links]
    factors = tuple(
        ViewFactor(
            f"f{place}",
            letter_of(place),
            f"Factor number {place}",
            "moderator",
            "Moderators",
            links=tuple(rng.sample(pairs, min(2, len(pairs)))),
        )
        for place in range(4)
    )
    letters = {pair: tuple(one.sign for one in factors if pair in one.links) for pair in pairs}
    links = tuple(replace(link, factors=letters[link.source, link.target]) for link in view.links)
    return replace(view, links=links, factors=factors)


@cache
def pictures() -> tuple[Picture, ...]:
    return tuple(lay_out(acted_on(seed), "A3") for seed in range(30))


def test_a_moderator_points_at_its_link_where_a_way_is_free() -> None:
    assert [(one.sign, one.source, one.target) for one in small().pointers] == [("A", "voice", "calm")]
    assert {(flag.source, flag.target): flag.text.text for flag in small().flags} == {("course", "calm_days"): "B"}
    arrow = next(one for one in small().arrows if one.source == "voice")
    x, y = small().pointers[0].points[-1]
    assert min(abs(x - one[0]) + abs(y - one[1]) for one in sample(arrow.points)) < 3


def test_a_line_of_a_moderator_is_in_the_legend_only_where_there_is_one() -> None:
    assert [item.kind for item in small().legend if item.kind in ("factor", "pointer")] == ["factor", "pointer"]
    without = draw(loads(TEXT.replace("moderated_by: [age]", "confidence: 50")), factors=True).picture
    assert [item.kind for item in without.legend if item.kind == "pointer"] == []
    assert look_of_legend("pointer").head == "dot"


@pytest.mark.parametrize(
    ("kind", "sign"),
    [("svg", 'class="pointer"'), ("dot", 'class="pointer"'), ("txt", "(factor A)"), ("mmd", "factor A")],
)
def test_every_kind_of_file_tells_once_that_a_moderator_acts_on_the_link(kind: str, sign: str) -> None:
    assert draw(loads(TEXT), factors=True).to_bytes(kind).decode().count(sign) == 1


def test_json_holds_the_line() -> None:
    written = json.loads(draw(loads(TEXT), factors=True).to_bytes("json"))["pointers"]
    assert [(one["factor"], one["source"], one["target"]) for one in written] == [("age", "voice", "calm")]


def test_each_factor_of_a_link_is_told_by_a_line_or_by_a_letter() -> None:
    for picture in pictures():
        pointed = {(one.sign, one.source, one.target) for one in picture.pointers}
        wanted = {(one.sign, *ends) for one in picture.factors for ends in one.links}
        marked = {(one.source, one.target) for one in picture.flags if one.kind == "factor"}
        assert pointed <= wanted
        assert marked == {ends for _, *pair in wanted - pointed for ends in [tuple(pair)]}


def test_some_moderators_of_made_views_point_and_no_line_touches_anything() -> None:
    lines = [(picture, pointer) for picture in pictures() for pointer in picture.pointers]
    assert len(lines) >= 10
    for picture, pointer in lines:
        own = pieces(pointer.points)
        others = [one for one in picture.arrows if (one.source, one.target) != (pointer.source, pointer.target)]
        others_too = [one for one in picture.pointers if one is not pointer]
        words = [*picture.texts, *(item.text for item in picture.legend)]
        words += [line for one in (*picture.frames, *picture.factors) for line in one.text]
        assert [box.id for box in picture.boxes if passes(own, edges(box))] == []
        assert [line.text for line in words if passes(own, text_edges(line))] == []
        assert [one for one in (*others, *others_too) if lines_meet(own, pieces(one.points))] == []
        assert [flag for flag in picture.flags if passes(own, shrink(edges(flag), 0.1))] == []


def test_made_views_with_moderators_are_tidy() -> None:
    for picture in pictures():
        assert (overlaps(picture), overflows(picture)) == ([], [])
        solids = [edges(box) for box in picture.boxes]
        assert [one for one in picture.flags if any(meets(edges(one), other) for other in solids)] == []


def test_the_figure_that_the_page_names_for_pointers_has_one() -> None:
    page = (MODELS.parent / "docs" / "figure.md").read_text(encoding="utf-8")
    assert "parental_imprisonment.yaml -o moderators.svg --factors --chain stigma\n" in page
    theory = load(MODELS / "parental_imprisonment" / "parental_imprisonment.yaml")
    picture = draw(theory, factors=True, chain="stigma").picture
    assert [(one.sign, one.source, one.target) for one in picture.pointers] == [("K", "imprisonment", "stigma")]
