"""Figures of quality of the models themselves, as they are and as others might have written them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from diagram.quality import (
    arrows_near_boxes,
    arrows_over_words,
    arrows_through_boxes,
    off_page,
    overflows,
    overlaps,
)
from diagram.views_made import renamed, shuffled, with_other_ids
from toc.diagram import Picture, View, lay_out
from toc.loading import load
from toc.reports import draw
from toc.scoring import score

MODELS = Path(__file__).parents[2] / "models"
FAULTS = (overlaps, arrows_through_boxes, arrows_near_boxes, arrows_over_words, overflows, off_page)
PAGES = {"A4": (841.89, 595.28), "A3": (1190.55, 841.89)}
"""ISO 216, landscape: 297 x 210 mm and 420 x 297 mm in points."""
LEAST = {
    "csof": 8.0,
    "csof in another order and under other ids": 8.0,
    "csof scored from table 4": 7.5,
    "csof scored from table 5": 7.5,
    "csof scored from synthetic readings": 7.5,
    "csof with labels three tenths longer": 7.0,
    "bristol": 7.9,
    "isle_of_wight": 8.0,
    "wales": 8.0,
    "family_ties": 8.0,
    "parental_imprisonment": 8.0,
}
"""The words in the boxes on A4, in points."""
EVERY = [(name, page) for name in LEAST for page in PAGES]


@cache
def view(name: str) -> View:
    if name in {"bristol", "isle_of_wight", "wales"}:
        return draw(load(MODELS / "csof" / "sites" / f"{name}.yaml")).view
    if not name.startswith("csof"):
        return draw(load(MODELS / name / f"{name}.yaml")).view
    if "scored" in name:
        table = "readings_synthetic" if "synthetic" in name else f"table{name[-1]}"
        theory = load(MODELS / "csof" / "csof.yaml")
        return draw(theory, scores=score(theory, MODELS / "csof" / "data" / f"{table}.csv")).view
    plain = draw(load(MODELS / "csof" / "csof.yaml")).view
    return renamed(plain, 2) if "longer" in name else with_other_ids(plain, 1) if "other" in name else plain


@cache
def picture(name: str, page: str) -> Picture:
    return lay_out(view(name), page)


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_a_model_is_drawn_without_overlap_overflow_or_arrow_through_a_box(name: str, page: str) -> None:
    found = {fault.__name__: fault(picture(name, page)) for fault in FAULTS}
    assert found == {fault.__name__: [] for fault in FAULTS}


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_a_model_is_drawn_on_exactly_its_page(name: str, page: str) -> None:
    paper = picture(name, page).page
    assert (paper.width, paper.height) == PAGES[page]


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_each_box_whole_and_link_of_a_model_is_drawn_once(name: str, page: str) -> None:
    shown, wanted = picture(name, page), view(name)
    wholes = [frame.id for frame in shown.frames if frame.kind == "group"]
    assert Counter([*(box.id for box in shown.boxes), *wholes]) == Counter(
        [*(box.id for box in wanted.boxes), *(group.id for group in wanted.groups)]
    )
    links = (*wanted.links, *wanted.stage_links)
    arrows = (*shown.arrows, *shown.stage_arrows)
    assert Counter((arrow.source, arrow.target, arrow.basis) for arrow in arrows) == Counter(
        (link.source, link.target, link.basis) for link in links
    )


@pytest.mark.parametrize("name", LEAST)
def test_the_words_of_a_model_are_readable_on_a4(name: str) -> None:
    assert picture(name, "A4").font_size >= LEAST[name]


@pytest.mark.parametrize("page", PAGES)
def test_the_order_of_entries_does_not_change_the_figure_of_a_model(page: str) -> None:
    assert [lay_out(shuffled(view("csof"), seed), page) for seed in range(3)] == [picture("csof", page)] * 3


@pytest.mark.parametrize(("name", "page"), [one for one in EVERY if "scored" in one[0]])
def test_the_words_of_a_score_never_touch_the_ends_of_their_bar(name: str, page: str) -> None:
    scored = [box for box in picture(name, page).boxes if box.badge_box is not None]
    room = {box.id: (box.badge_box[2] - box.badge_text[0].width) / 2 for box in scored if box.badge_box}
    narrow = {key for key, side in room.items() if side < 0.3 * picture(name, page).font_size - 0.01}
    outside = {box.id for box in scored if box.badge_box and box.badge_box[2] > box.width}
    assert (bool(scored), narrow, outside) == (True, set(), set())


def test_the_words_are_as_large_as_the_page_on_figures_says() -> None:
    names = ("csof", "csof scored from table 4", "csof scored from table 5", "csof scored from synthetic readings")
    sizes = {name: tuple(picture(name, page).font_size for page in PAGES) for name in names}
    assert sizes == dict(zip(names, [(8.1, 9.3), (7.6, 9.0), (7.7, 9.0), (7.6, 9.0)], strict=True))
    page = (MODELS.parent / "docs" / "figure.md").read_text(encoding="utf-8")
    rows = ("| plain | 8.1 points | 9.3 points |", "| with scores | 7.6 or 7.7 points | 9.0 points |")
    assert [row for row in rows if row not in page] == []
