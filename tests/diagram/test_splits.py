"""A theory on several pages: nothing is lost, and each page says where the rest is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagram.theories_drawn import made_theory
from toc.diagram import Choice, View, lay_out, view_of
from toc.diagram.contents_view import contents_view
from toc.diagram.indicator_key import indicator_key
from toc.diagram.legend import legend_entries
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


AROUND = {"indicators": True, "factors": True, "assumptions": True}


def around_view(theory: TheoryOfChange) -> View:
    return view_of(theory, choice=Choice(opened=frozenset(theory.boxes)), **AROUND)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.builds(
        partial(made_theory, around=True),
        st.integers(0, 10**6),
        st.integers(7, 40),
        strands=st.integers(0, 3),
        parts=st.sampled_from([0.0, 0.3]),
    ),
    st.sampled_from(SPLITS),
)
def test_every_letter_and_number_of_a_page_is_in_its_key_and_means_the_same_on_all_pages(
    theory: TheoryOfChange, kind: SplitKind
) -> None:
    split = split_theory(theory, kind, lambda choice: view_of(theory, choice=choice, **AROUND), Choice())
    known = keys_of(around_view(theory))
    for page in (*split.overviews, *split.parts) if split else ():
        key = keys_of(page)
        assert signs_on(page) == set(key) - {one.sign for one in page.factors if not (one.boxes or one.links)}
        assert key.items() <= known.items()


def keys_of(page: View) -> dict[str, str]:
    """What the foot and the bands of a page say of each sign."""
    assumed = next((note for note in page.notes if note.startswith("Assumed, by the numbers")), ":.")
    assumed = assumed.partition(":")[2].removesuffix(".")
    listed = (*(key[12:-1] for key in indicator_key(page)), assumed)
    told = [one.strip().partition(" ") for text in listed for one in text.split(";") if one.strip()]
    return {sign: words for sign, _, words in told} | {one.sign: one.label for one in page.factors}


def signs_on(page: View) -> set[str]:
    """The signs at boxes, frames and arrows."""
    tags = {tag.sign for one in (*page.boxes, *page.groups) for tag in one.tags if tag.sign}
    return tags.union(*({*map(str, link.flags), *link.factors} for link in page.links))


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


def test_a_box_alone_in_its_column_and_strand_keeps_its_id_on_the_map_for_what_is_told_of_it() -> None:
    theory = loads(
        CHAINS.replace("  long_term:", "  intermediate: {pause: {label: Pause, part_of: play}}\n  long_term:")
    )
    split = split_of(theory, "outcome")
    assert split is not None
    assert [box.id for box in split.overviews[-1].boxes] == ["activities/", "play", "long_term/"]
    assert [(link.source, link.target) for link in split.overviews[-1].links] == [
        ("activities/", "play"), ("activities/", "long_term/"), ("play", "long_term/"),
    ]  # fmt: skip


def test_a_frame_without_a_box_of_its_own_strand_stands_in_the_cell_of_its_boxes() -> None:
    strands = "strands: {one: {label: One}, two: {label: Two}}\nfigure: {open: [work]}\n"
    part = "  call: {label: Call, part_of: work, strand: two}\n  talk: {strand: one, label"
    text = CHAINS.replace("title: Chains\n", f"title: Chains\n{strands}").replace("  talk: {label", part)
    split = split_of(loads(text), "outcome")
    assert split is not None
    assert ("call", "play") in {(link.source, link.target) for link in split.overviews[-1].links}


def test_the_legend_of_a_map_says_of_its_cells_what_they_say_of_themselves() -> None:
    text = CHAINS.replace("title: Chains\n", "title: Chains\nstrands: {one: {label: One}, two: {label: Two}}\n")
    both = text.replace("{label: Work,", "{label: Work, strand: [one, two],")
    both = both.replace("{label: Talk,", "{label: Talk, strand: [one, two],").replace(
        "{label: Play,", "{label: Play, strand: one,"
    )
    split = split_of(loads(both.replace("{label: Calm,", "{label: Calm, strand: two,")), "outcome")
    assert split is not None
    shown = split.overviews[-1]
    assert [box.label for box in shown.boxes] == ["More than one strand: 2 boxes", "Play", "Calm", "Goal"]
    assert [words for _, tone, words in legend_entries(shown)] == ["One", "Two", "Several or all strands"]


def test_where_no_overview_can_be_made_out_there_is_the_map_without_arrows_and_else_a_list_of_the_pages() -> None:
    split = split_of(loads(CHAINS), "outcome")
    assert split is not None
    bare, listed = split.spares
    assert (bare, bare.links) == (replace(split.overviews[-1], links=(), stage_links=()), ())
    assert [column.label for column in listed.columns] == ["Pages 2, 3"]
    assert [box.label for box in listed.boxes] == ["2 What leads to: Calm", "3 What leads to: Goal"]
    assert listed.references == (("page-2", (2,)), ("page-3", (3,)))
    assert (listed.links, listed.subtitle, len(listed.notes)) == ((), "Page 1 of 3: overview", 1)


def test_a_long_list_of_pages_stands_in_columns_of_tens_in_the_order_of_the_pages() -> None:
    listed = contents_view(view_of(loads(CHAINS)), [f"Part {chr(130 - number)}" for number in range(2, 25)])
    columns = ["Pages 2\N{EN DASH}9", "Pages 10\N{EN DASH}19", "Pages 20\N{EN DASH}24"]
    assert [column.label for column in listed.columns] == columns
    boxes = sorted(lay_out(listed).boxes, key=lambda box: (box.x, box.y))
    assert [box.id for box in boxes] == [f"page-{number}" for number in range(2, 25)]


def test_pages_of_the_same_words_are_numbered() -> None:
    split = split_of(loads(CHAINS.replace("label: Goal", "label: Calm")), "outcome")
    assert split is not None
    assert [page.subtitle for page in split.parts] == [
        "Page 2 of 3: What leads to: Calm (1)",
        "Page 3 of 3: What leads to: Calm (2)",
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
