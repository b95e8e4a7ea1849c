"""A theory on several pages: nothing is lost, and each page says where the rest is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagram.theories_drawn import made_theory
from toc.diagram import Choice, View, view_of
from toc.diagram.shown import all_links
from toc.diagram.splits import SPLITS, Split, SplitKind, split_theory
from toc.loading import load
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
