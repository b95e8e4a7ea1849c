"""A theory on several pages: nothing is lost, and each page says where the rest is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagram.theories_drawn import made_theory
from toc.diagram import Choice, View, view_of
from toc.diagram.page_references import told_pages
from toc.diagram.shown import all_links
from toc.diagram.splits import SPLITS, Split, SplitKind, split_theory
from toc.diagram.view import ViewBox
from toc.loading import load, loads
from toc.model import TheoryOfChange

MODELS = Path(__file__).parents[2] / "models"


@cache
def model(name: str) -> TheoryOfChange:
    return load(MODELS / name / f"{name}.yaml")


def split_of(theory: TheoryOfChange, kind: SplitKind) -> Split | None:
    return split_theory(theory, kind, lambda choice: view_of(theory, choice=choice), Choice())


def pages_of(split: Split) -> tuple[View, ...]:
    """The pages that must show everything: the parts, and the overview where it is drawn whatever its size."""
    return (*(split.overviews if split.kind == "detail" else ()), *split.parts)


def drawn_boxes(theory: TheoryOfChange) -> set[str]:
    columns = {column.id for column in view_of(theory).columns}
    factors = {key for key, factor in theory.factors.items() if factor.role in columns}
    return {key for key, box in theory.boxes.items() if box.stage in columns} | factors


def wholes_above(theory: TheoryOfChange, key: str) -> Iterator[str]:
    """A box, then the wholes that it is part of."""
    here: str | None = key
    while here is not None and here in theory.boxes:
        yield here
        here = theory.boxes[here].part_of


def lost(theory: TheoryOfChange, split: Split) -> tuple[set[str], set[tuple[str, str]]]:
    """The boxes and links of the theory that are on no page; a frame around a part already links the two."""
    boxes = drawn_boxes(theory)
    there = {one.id for page in pages_of(split) for one in (*page.boxes, *page.groups)}
    links = {(link.source, link.target) for link in all_links(theory) if {link.source, link.target} <= boxes}
    within = {
        (source, target)
        for source, target in links
        if source in wholes_above(theory, target) or target in wholes_above(theory, source)
    }
    drawn = {(link.source, link.target) for page in pages_of(split) for link in page.links}
    shown = {pair for pair in links if not drawn.isdisjoint(told_as(theory, pair, split))}
    return boxes - there, links - within - shown


def told_as(theory: TheoryOfChange, link: tuple[str, str], split: Split) -> set[tuple[str, str]]:
    """As what a link may be drawn: itself; split by detail one of its ends may be a closed whole around it."""
    source, target = link
    if split.kind != "detail":
        return {link}
    return {(source, one) for one in wholes_above(theory, target)} | {
        (one, target) for one in wholes_above(theory, source)
    }


MADE = st.builds(
    made_theory,
    st.integers(0, 10**6),
    st.integers(2, 60),
    strands=st.integers(0, 4),
    parts=st.sampled_from([0.0, 0.2, 0.6]),
    across=st.sampled_from([0.0, 0.1, 1.0]),
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(MADE, st.sampled_from(SPLITS))
def test_every_box_and_every_link_is_on_a_page(theory: TheoryOfChange, kind: SplitKind) -> None:
    split = split_of(theory, kind)
    if split is not None:
        assert lost(theory, split) == (set(), set())


@pytest.mark.parametrize("kind", SPLITS)
@pytest.mark.parametrize("name", ["csof", "family_ties", "parental_imprisonment"])
def test_no_model_of_the_library_loses_anything(name: str, kind: SplitKind) -> None:
    split = split_of(model(name), kind)
    assert split is None or lost(model(name), split) == (set(), set())


@pytest.mark.parametrize("kind", ["strand", "outcome"])
def test_a_box_names_a_page_for_each_of_its_links_that_is_not_on_its_own(kind: SplitKind) -> None:
    split = split_of(model("csof"), kind)
    assert split is not None
    links = {(link.source, link.target) for link in view_of(model("csof")).links}
    drawn = [{(link.source, link.target) for link in page.links} for page in split.parts]
    for page, own in zip(split.parts, drawn, strict=True):
        for box in (box for box in page.boxes if not spans(box)):
            told = {int(number) for number in re.findall(r"\d+", " ".join(box.asides))}
            missing = [link for link in links - own if box.id in link]
            assert [link for link in missing if not any(link in drawn[number - 2] for number in told)] == []


def spans(box: ViewBox) -> bool:
    """Whether a box names pages as a run."""
    return any("\N{EN DASH}" in aside for aside in box.asides)


def test_the_overview_says_where_the_parts_of_each_whole_are() -> None:
    split = split_of(model("csof"), "detail")
    assert split is not None
    told = {box.label: box.asides for box in split.overviews[0].boxes if box.asides}
    assert told == {
        "Staff time": ("see page 2",),
        "Direct work with families": ("see page 3",),
        "Service development": ("see page 4",),
        "Training and briefing": ("see page 5",),
        "Improved life chances of offenders' children": ("see page 6",),
    }
    assert split.overviews[0].notes[0] == (
        "The other pages: 2 Staff time, part by part; 3 Direct work with families, part by part; "
        "4 Service development, part by part; 5 Training and briefing, part by part; "
        "6 Improved life chances of offenders' children, part by part."
    )


def test_a_chain_ends_at_the_other_last_outcomes_which_stand_on_it_as_guests() -> None:
    split = split_of(loads(CHAINS), "outcome")
    assert split is not None
    pages = [({box.id for box in page.boxes}, {box.id for box in page.boxes if box.mark}) for page in split.parts]
    assert pages == [({"work", "play", "calm"}, set()), ({"calm", "goal", "talk"}, {"calm"})]


def test_the_map_of_a_large_figure_counts_the_boxes_of_each_column_and_strand() -> None:
    split = split_of(loads(CHAINS), "outcome")
    assert split is not None
    assert [(box.column, box.label, box.asides) for box in split.overviews[-1].boxes] == [
        ("activities", "2 boxes", ("see pages 2, 3",)),
        ("short_term", "Play", ("see page 2",)),
        ("long_term", "2 boxes", ("see pages 2, 3",)),
    ]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [((3,), "3"), ((2, 3), "2, 3"), ((2, 4), "2, 4"), ((2, 3, 4), "2–4"), ((2, 4, 5, 6, 9), "2, 4–6, 9")],
)
def test_three_pages_in_a_row_are_told_as_a_run(numbers: tuple[int, ...], told: str) -> None:
    assert told_pages(numbers) == told


CHAINS = """\
toc: 1
id: m
title: Chains
activities:
  work: {label: Work, leads_to: [play]}
  talk: {label: Talk, leads_to: [goal]}
outcomes:
  short_term: {play: {label: Play, leads_to: [calm]}}
  long_term: {calm: {label: Calm, leads_to: [goal]}, goal: {label: Goal}}
"""
