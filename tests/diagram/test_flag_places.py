"""Flags on links keep off boxes, words, other flags and the arrows of other links."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from diagram.quality import edges, meets, passes, pieces, text_edges
from diagram.views_made import dice, made_view
from toc.diagram import Picture, View, lay_out
from toc.diagram.picture import Flag
from toc.loading import load
from toc.reports import draw

pytestmark = pytest.mark.xdist_group("flags")

MODELS = Path(__file__).parents[2] / "models"
NAMES = [f"{name} {page}" for name in ("csof", "parental_imprisonment") for page in ("A4", "A3")]
EVERY = [*NAMES, *(f"made {seed}" for seed in range(30))]


def flagged(seed: int) -> View:
    """A made view with one or two numbers on a third of its links."""
    view, rng = made_view(seed), dice(seed)
    links = [
        replace(link, flags=tuple(sorted(rng.sample(range(1, 12), rng.choice((1, 1, 2))))))
        if rng.random() < 0.35
        else link
        for link in view.links
    ]
    return replace(view, links=tuple(links))


@cache
def picture_of(name: str) -> Picture:
    """What a model assumes on a page ("csof A4"), or a made view with flags ("made 3") on A3."""
    key, which = name.split()
    if key == "made":
        return lay_out(flagged(int(which)), "A3")
    return draw(load(MODELS / key / f"{key}.yaml"), assumptions=True, page=which).picture


def strange_arrows(picture: Picture, flag: Flag) -> list[tuple[str, str]]:
    """The arrows that a flag touches, and that are not its own."""
    return [
        (arrow.source, arrow.target)
        for arrow in picture.arrows
        if (arrow.source, arrow.target) != (flag.source, flag.target) and passes(pieces(arrow.points), edges(flag))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_flag_of_a_model_touches_an_arrow_that_is_not_its_own(name: str) -> None:
    picture = picture_of(name)
    touched = {(flag.source, flag.target): strange_arrows(picture, flag) for flag in picture.flags}
    assert len(touched) >= 19
    assert {ends: arrows for ends, arrows in touched.items() if arrows} == {}


def test_of_the_flags_of_made_views_one_in_a_hundred_touches_a_strange_arrow_at_the_most() -> None:
    flags = [(picture, flag) for picture in map(picture_of, EVERY) for flag in picture.flags]
    touching = [flag for picture, flag in flags if strange_arrows(picture, flag)]
    assert len(flags) > 600
    assert len(touching) <= len(flags) / 100


@pytest.mark.parametrize("name", EVERY)
def test_no_flag_covers_a_box_words_or_another_flag(name: str) -> None:
    picture = picture_of(name)
    solids = [edges(box) for box in picture.boxes]
    solids += [text_edges(line) for frame in picture.frames for line in frame.text]
    flags = [edges(flag) for flag in picture.flags]
    covered = [
        number
        for number, flag in enumerate(flags)
        if any(meets(flag, other) for other in (*solids, *flags[:number]))
    ]
    assert covered == []


def test_the_numbers_on_a_flag_are_never_smaller_than_four_and_a_half_points() -> None:
    sizes = [flag.text.size for picture in map(picture_of, EVERY) for flag in picture.flags]
    assert min(sizes) >= 4.5


@pytest.mark.parametrize(("name", "most"), [("csof", 0), ("parental_imprisonment", 1)])
@pytest.mark.parametrize("page", ["A4", "A3"])
def test_the_letters_of_factors_touch_hardly_any_strange_arrow(name: str, most: int, page: str) -> None:
    picture = draw(load(MODELS / name / f"{name}.yaml"), factors=True, page=page).picture
    flags = [flag for flag in picture.flags if flag.kind == "factor"]
    assert len(flags) >= 4
    assert len([flag for flag in flags if strange_arrows(picture, flag)]) <= most
