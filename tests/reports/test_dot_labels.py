"""The name of a dot stands where it covers nothing, and where no line goes through it if there is such a place."""

from __future__ import annotations

from toc.diagram.text_widths import text_width
from toc.reports.plots.dot_labels import NamedDot, dot_labels
from toc.reports.plots.sheet import Rule, Words

WALES = NamedDot(100.0, 50.0, "wales")
WIDE = text_width("wales", 8.5)
UP_RIGHT = Rule(((100.0, 48.0), (150.0, 40.0)))
"""A limit that begins at the dot and rises to the right, through the words beside it."""


def placed(*rules: Rule, dots: tuple[NamedDot, ...] = (WALES,)) -> list[tuple[str, float, float]]:
    return [(words.text, words.x, words.y) for words in dot_labels(dots, 0.0, 200.0, rules)]


def test_words_stand_to_the_right_where_nothing_is_in_the_way() -> None:
    assert placed() == [("wales", 110.0, 50.0)]
    assert placed(Rule(((90.0, 80.0), (150.0, 80.0)))) == [("wales", 110.0, 50.0)]


def test_words_give_way_to_a_line_that_would_go_through_them() -> None:
    assert placed(UP_RIGHT) == [("wales", 90.0 - WIDE, 50.0)]
    assert placed(UP_RIGHT, Rule(((50.0, 50.0), (93.0, 50.0)))) == [("wales", 100.0 - WIDE / 2, 39.0)]


def test_words_that_every_place_has_a_line_through_are_written_all_the_same() -> None:
    lines = [Rule(((0.0, float(y)), (200.0, float(y)))) for y in range(30, 70, 4)]
    assert placed(*lines) == [("wales", 110.0, 50.0)]


def test_words_cover_no_other_dot_though_a_line_goes_through_the_places_left() -> None:
    near = NamedDot(115.0, 50.0, "near")
    [first, *_] = list(dot_labels((WALES, near), 0.0, 200.0, [Rule(((0.0, 50.0), (99.0, 50.0)))]))
    assert first == Words(100.0 - WIDE / 2, 39.0, "wales", 8.5)
