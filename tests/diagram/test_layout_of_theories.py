"""Figures of quality over 200 made theories of 5 to 60 boxes."""

from __future__ import annotations

import pytest

from diagram.quality import (
    arrows_near_boxes,
    arrows_over_words,
    arrows_through_boxes,
    off_page,
    overflows,
    overlaps,
)
from diagram.views_made import made_picture, made_view
from toc.diagram.view import View

pytestmark = pytest.mark.xdist_group("made pictures")

THEORIES = 200
AT_ONCE = 25
FAULTS = (overlaps, arrows_through_boxes, arrows_near_boxes, arrows_over_words, overflows, off_page)
A3 = (1190.55, 841.89)
"""ISO 216, landscape: 420 x 297 mm in points."""


def steps(view: View) -> list[int]:
    """How many columns further each link leads."""
    stages = [column.id for column in view.columns]
    places = {box.id: stages.index(box.column) for box in view.boxes}
    return [places[link.target] - places[link.source] for link in view.links]


def test_the_made_theories_are_of_every_kind() -> None:
    views = [made_view(seed) for seed in range(THEORIES)]
    links = [len(view.links) / len(view.boxes) for view in views]
    labels = [len(box.label) for view in views for box in view.boxes]
    skips = [sum(abs(step) > 1 for step in steps(view)) / len(view.links) for view in views]
    looped = sum(any(step <= 0 for step in steps(view)) for view in views)
    assert (min(len(view.boxes) for view in views), max(len(view.boxes) for view in views)) == (5, 60)
    assert (round(min(links), 1), round(max(links), 1)) == (1.3, 2.0)
    assert (min(labels), max(labels)) == (10, 90)
    assert {len(view.strands) for view in views} == {1, 2, 3, 4}
    assert min(skips) >= 0.2
    assert looped > THEORIES / 2


@pytest.mark.parametrize("first", range(0, THEORIES, AT_ONCE))
def test_a_made_theory_is_drawn_without_fault_on_exactly_its_page(first: int) -> None:
    found = {}
    for seed in range(first, first + AT_ONCE):
        picture = made_picture(seed)
        faults = {fault.__name__: named for fault in FAULTS if (named := fault(picture))}
        if faults or (picture.page.width, picture.page.height) != A3:
            found[seed] = (faults, picture.page)
    assert found == {}
