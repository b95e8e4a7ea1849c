"""Figures of quality: nothing overlaps, no arrow passes through a box, no words reach out, all is on the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from diagram.quality import (
    arrows_near_boxes,
    arrows_over_words,
    arrows_through_boxes,
    off_page,
    overflows,
    overlaps,
    picture_crossings,
)
from diagram.views_made import csof_like, made_picture, made_view, renamed, shuffled, with_badges, with_other_ids
from toc.diagram.layout import lay_out
from toc.diagram.picture import Picture
from toc.diagram.view import View

pytestmark = pytest.mark.xdist_group("made pictures")

FAULTS = (overlaps, arrows_through_boxes, arrows_near_boxes, arrows_over_words, overflows, off_page)
VIEWS = {
    "csof": csof_like(),
    "csof with badges": with_badges(csof_like()),
    **{f"csof renamed {seed}": renamed(csof_like(), seed) for seed in (1, 2, 3)},
}
MADE = {f"made {seed}": seed for seed in range(30)}
VIEWS |= {name: made_view(seed) for name, seed in MADE.items()}


@pytest.fixture(scope="module")
def pictures() -> dict[str, Picture]:
    return {
        name: made_picture(MADE[name]) if name in MADE else lay_out(view, "A3") for name, view in VIEWS.items()
    }


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_overlaps_passes_through_or_reaches_out(name: str, pictures: dict[str, Picture]) -> None:
    found = {fault.__name__: fault(pictures[name]) for fault in FAULTS}
    assert found == {fault.__name__: [] for fault in FAULTS}


@pytest.mark.parametrize("name", VIEWS)
def test_every_box_and_link_is_drawn_exactly_once(name: str, pictures: dict[str, Picture]) -> None:
    view, picture = VIEWS[name], pictures[name]
    assert Counter(box.id for box in picture.boxes) == Counter(box.id for box in view.boxes)
    assert Counter(
        (arrow.source, arrow.target, arrow.basis, arrow.feedback) for arrow in picture.arrows
    ) == Counter((link.source, link.target, link.basis, link.feedback) for link in view.links)
    drawn = Counter((arrow.source, arrow.target) for arrow in picture.stage_arrows)
    assert drawn == Counter((link.source, link.target) for link in view.stage_links)
    assert {frame.id for frame in picture.frames if frame.kind == "group"} == {group.id for group in view.groups}


@pytest.mark.parametrize("name", VIEWS)
def test_every_arrow_runs_from_its_source_to_its_target(name: str, pictures: dict[str, Picture]) -> None:
    picture = pictures[name]
    rects = {one.id: one for one in (*picture.boxes, *picture.frames)}
    for arrow in picture.arrows:
        for end, (x, y) in ((arrow.source, arrow.points[0]), (arrow.target, arrow.points[-1])):
            one = rects[end]
            assert abs(abs(x - one.x) - one.width / 2) < 0.01
            assert abs(y - one.y) <= one.height / 2 + 0.01


@pytest.mark.parametrize("name", VIEWS)
def test_arrowheads_on_one_side_of_a_box_stand_apart(name: str, pictures: dict[str, Picture]) -> None:
    tips = sorted({(arrow.target, *arrow.points[-1]) for arrow in pictures[name].arrows})
    gaps = [
        abs(other[2] - one[2])
        for place, one in enumerate(tips)
        for other in tips[place + 1 :]
        if other[0] == one[0] and abs(other[1] - one[1]) < 0.01
    ]
    assert min(gaps, default=9.0) >= 4.4


@pytest.mark.parametrize("kind", ["plain", "badges"])
def test_words_of_the_services_figure_are_readable_on_a4(kind: str) -> None:
    view, least = (csof_like(), 8.0) if kind == "plain" else (with_badges(csof_like()), 7.5)
    picture = lay_out(view)
    assert [fault.__name__ for fault in FAULTS if fault(picture)] == []
    assert picture.font_size >= least


@pytest.mark.parametrize(("page", "size"), [("A4", (841.89, 595.28)), ("a3", (1190.55, 841.89))])
def test_the_page_has_its_exact_size(page: str, size: tuple[float, float]) -> None:
    picture = lay_out(made_view(3), page)
    assert (picture.page.width, picture.page.height) == size


@pytest.mark.parametrize("view", [csof_like(), made_view(4), made_view(16)], ids=["csof", "made 4", "made 16"])
def test_the_order_of_boxes_links_and_groups_does_not_change_the_picture(view: View) -> None:
    assert [lay_out(shuffled(view, seed), "A3") for seed in range(3)] == [lay_out(view, "A3")] * 3


@pytest.mark.parametrize("view", [csof_like(), made_view(4), made_view(16)], ids=["csof", "made 4", "made 16"])
def test_other_ids_change_nothing_but_the_ids(view: View) -> None:
    first, second = (geometry(lay_out(with_other_ids(view, seed), "A3")) for seed in (1, 2))
    assert first == second == geometry(lay_out(view, "A3"))


def geometry(picture: Picture) -> tuple[object, ...]:
    """Where everything stands, by its words rather than by its id."""
    boxes = [replace(box, id="") for box in picture.boxes]
    frames = [replace(frame, id="") for frame in picture.frames]
    arrows = [replace(arrow, source="", target="") for arrow in picture.arrows]
    return boxes, frames, arrows, picture.headers, picture.texts, picture.stage_arrows, picture.font_size


def test_longer_labels_and_other_ids_hardly_change_how_many_arrows_cross(pictures: dict[str, Picture]) -> None:
    counts = [picture_crossings(pictures[name]) for name in VIEWS if name.startswith("csof")]
    assert max(counts) - min(counts) <= 2
