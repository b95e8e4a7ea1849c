"""Words measured where they are shown, in Chromium: the layout and its own figures could trust one wrong table."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from diagram.views_made import made_view
from services.browser import Measured, Rect, measured
from toc.diagram import Picture, figure_bytes, lay_out
from toc.loading import load
from toc.reports import draw
from toc.scoring import score

MODELS = Path(__file__).parents[2] / "models"
THEORIES = range(0, 200, 10)
SLACK = 0.5
"""Points by which a browser may place letters elsewhere."""
ROUNDING = 0.003
"""By which part of its width a line may differ: browsers round the size of letters."""


def all_pictures() -> dict[str, Picture]:
    """Twenty made theories on A3, and every model, the base with its scores too, on A4."""
    found = {f"made {seed}": lay_out(made_view(seed), "A3") for seed in THEORIES}
    csof = MODELS / "csof" / "csof.yaml"
    paths = [csof, *(csof.parent / "sites").glob("*.yaml")]
    paths += [MODELS / name / f"{name}.yaml" for name in ("family_ties", "parental_imprisonment")]
    found.update({path.stem: draw(load(path)).picture for path in paths})
    theory = load(csof)
    scores = score(theory, csof.parent / "data" / "table4.csv")
    return {**found, "scored": draw(theory, scores=scores, assumptions=True).picture}


@pytest.fixture(scope="module")
def pictures() -> dict[str, Picture]:
    return all_pictures()


@pytest.fixture(scope="module")
def shown(pictures: dict[str, Picture], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    figures = {
        name: figure_bytes(picture, "svg", id_prefix=f"f{at}-").decode()
        for at, (name, picture) in enumerate(pictures.items())
    }
    return measured(figures, tmp_path_factory.mktemp("browser"))


def widths(picture: Picture) -> dict[str, list[tuple[float, float]]]:
    """The size and width that the layout takes every line of words of a picture to have, by its words."""
    words = [*picture.texts, *(item.text for item in picture.legend), *(flag.text for flag in picture.flags)]
    words += [line for one in (*picture.frames, *picture.headers, *picture.boxes) for line in one.text]
    words += [line for box in picture.boxes for line in box.badge_text]
    taken: dict[str, list[tuple[float, float]]] = {}
    for line in words:
        taken.setdefault(line.text, []).append((line.size, line.width))
    return taken


def width_at(size: float, taken: list[tuple[float, float]]) -> float:
    """The width that words are taken to have at the size nearest to one that a browser rounded."""
    return min(taken, key=lambda each: abs(each[0] - size))[1]


def holds(outer: Rect, inner: Rect) -> bool:
    """Whether one rectangle lies within another, as nearly as a browser places letters."""
    return (
        outer[0] <= inner[0] + SLACK
        and outer[1] <= inner[1] + SLACK
        and outer[2] >= inner[2] - SLACK
        and outer[3] >= inner[3] - SLACK
    )


def meet(one: Rect, other: Rect) -> bool:
    """Whether the letters of two lines meet; a fifth of the height of a line is left free above and below them."""
    fifth = 0.2 * min(one[3] - one[1], other[3] - other[1])
    return (
        one[0] < other[2] - SLACK
        and other[0] < one[2] - SLACK
        and one[1] < other[3] - 2 * fifth
        and other[1] < one[3] - 2 * fifth
    )


def test_a_browser_finds_every_line_as_wide_as_the_layout_takes_it_to_be(
    pictures: dict[str, Picture], shown: dict[str, Measured]
) -> None:
    wrong = [
        (name, line.text, told, line.unkerned)
        for name, picture in pictures.items()
        for taken in [widths(picture)]
        for line in shown[name].words
        if abs(line.unkerned - (told := width_at(line.size, taken[line.text]))) > SLACK + ROUNDING * told
    ]
    assert wrong == []


def test_in_a_browser_no_words_reach_out_of_their_box_heading_or_frame(shown: dict[str, Measured]) -> None:
    out = [
        (name, line.kind, line.text)
        for name, figure in shown.items()
        for line in figure.words
        if line.kind in {"box", "header", "lane", "group"} and not (line.within and holds(line.within, line.rect))
    ]
    assert out == []


def test_in_a_browser_all_words_are_on_the_page(shown: dict[str, Measured]) -> None:
    off = [
        (name, line.text)
        for name, figure in shown.items()
        for line in figure.words
        if not holds(figure.page, line.rect)
    ]
    assert off == []


def test_in_a_browser_no_words_cover_others(shown: dict[str, Measured]) -> None:
    covered = [
        (name, one.text, other.text)
        for name, figure in shown.items()
        for one, other in combinations(figure.words, 2)
        if meet(one.rect, other.rect)
    ]
    assert covered == []


def test_in_a_browser_a_figure_has_exactly_its_page(
    pictures: dict[str, Picture], shown: dict[str, Measured]
) -> None:
    sizes = {name: tuple(round(side, 1) for side in figure.page) for name, figure in shown.items()}
    pages = {name: picture.page for name, picture in pictures.items()}
    assert sizes == {name: (0.0, 0.0, round(page.width, 1), round(page.height, 1)) for name, page in pages.items()}
