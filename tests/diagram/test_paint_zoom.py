"""Words in a PDF and a PNG are as wide as they were measured, so that they stand in the middle of their boxes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from toc.diagram import Picture
from toc.diagram.dot_text import PAINT_ZOOM
from toc.diagram.paint_zoom import paint_zoom
from toc.diagram.text_widths import dotted_width
from toc.loading import load
from toc.model import TheoryOfChange
from toc.reports import draw

CSOF = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"
DOTS = 96 / 72


@cache
def theory() -> TheoryOfChange:
    return load(CSOF)


def off_centre(picture: Picture, zoom: float) -> float:
    """How far from its place the middle of a line in a box is painted at the most, in points."""
    dots = zoom * DOTS
    lines = [line for box in picture.boxes for line in box.text]
    return max(abs(dotted_width(line.text, line.size * dots) / dots - line.width) / 2 for line in lines)


@pytest.mark.parametrize("wishes", [{}, {"assumptions": True}, {"strand": "family_support"}, {"page": "A3"}])
def test_no_line_is_painted_half_a_point_beside_the_middle_of_its_box(wishes: dict[str, Any]) -> None:
    picture = draw(theory(), **wishes).picture
    assert off_centre(picture, paint_zoom(picture)) < 0.5


def test_words_of_a_size_whose_letters_all_become_wider_are_laid_down_at_another() -> None:
    picture = draw(theory(), assumptions=True).picture
    assert picture.font_size == 7.9
    assert off_centre(picture, PAINT_ZOOM) > 1
    assert paint_zoom(picture) != PAINT_ZOOM


def test_each_letter_is_a_whole_number_of_dots_wide() -> None:
    # In Liberation Sans "e" is 1139 and "i" 455 of 2048 wide: at 21.07 dots 11.7 and 4.7.
    assert dotted_width("ei", 21.07) == 12 + 5
