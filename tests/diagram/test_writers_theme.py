"""What the colours and lines of a figure promise about contrast and about being told apart."""

from __future__ import annotations

from itertools import combinations

import pytest

from diagram.pictures_made import box, line
from toc.diagram.colour_vision import contrast as told_contrast
from toc.diagram.colour_vision import difference, lightness
from toc.diagram.looks import colour_of_badge_line, look_of_arrow
from toc.diagram.picture import Arrow
from toc.diagram.theme import DEFAULT, Colours, Theme
from toc.diagram.theme_faults import theme_faults
from toc.diagram.themes import CONTRAST, GREY, THEMES
from toc.diagram.view import Badge

Triple = tuple[float, float, float]
STRANDS, SHARED = DEFAULT.strands, DEFAULT.shared
TONES = (*STRANDS, SHARED)
BARS = ("good", "mixed", "poor", "none")

# How colours look with a colour vision deficiency of severity 1.0, on linear RGB: the matrices of Machado and
# others, A physiologically-based model for simulation of color vision deficiency, IEEE TVCG 15(6), 2009.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def linear(colour: str) -> Triple:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return (red, green, blue)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, definition of contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def times(matrix: tuple[tuple[float, ...], ...], values: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)
    return (first, second, third)


def seen(colour: str, eyes: str) -> Triple:
    """CIE L*a*b* (D65) of a colour as these eyes see it."""
    light = times(EYES[eyes], linear(colour))
    held = (min(max(light[0], 0), 1), min(max(light[1], 0), 1), min(max(light[2], 0), 1))
    x, y, z = times(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)), held)
    a, b, c = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x / 0.9505, y, z / 1.089))
    return (116 * b - 16, 500 * (a - b), 200 * (b - c))


def test_the_contrast_of_black_on_white_is_the_published_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_the_contrast_of_grey_767676_on_white_is_the_well_known_4_54() -> None:
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


def tones(theme: Theme) -> tuple[Colours, ...]:
    return (*theme.strands, theme.shared)


@pytest.mark.parametrize(("theme", "least"), [(DEFAULT, 4.5), (GREY, 4.5), (CONTRAST, 7.0)])
def test_words_and_lines_have_the_contrast_of_their_theme(theme: Theme, least: float) -> None:
    pairs = [(theme.paper, theme.header), *((theme.paper, theme.of_badge(bar)) for bar in BARS)]
    pairs += [(tone.border, ground) for tone in tones(theme) for ground in (theme.paper, tone.lane)]
    pairs += [(theme.ink, tone.fill) for tone in tones(theme)]
    assert [pair for pair in pairs if contrast(*pair) < least] == []


def test_in_high_contrast_a_border_stands_out_from_its_own_fill_too() -> None:
    assert [tone for tone in tones(CONTRAST) if contrast(tone.border, tone.fill) < 7] == []


@pytest.mark.parametrize("tone", TONES)
def test_the_words_of_a_box_have_a_contrast_of_at_least_11(tone: Colours) -> None:
    assert contrast(DEFAULT.ink, tone.fill) >= 11


def test_the_grey_theme_has_no_colour() -> None:
    used = [GREY.ink, GREY.paper, GREY.header, *(GREY.of_badge(bar) for bar in BARS)]
    used += [colour for tone in tones(GREY) for colour in (tone.border, tone.fill, tone.lane)]
    assert [colour for colour in used if len({colour[1:3], colour[3:5], colour[5:]}) > 1] == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_no_two_strands_of_a_theme_look_alike_to_anybody_or_in_grey(theme: Theme) -> None:
    assert theme_faults(theme) == ()


@pytest.mark.parametrize("eyes", EYES)
def test_the_library_sees_colours_as_these_tests_do(eyes: str) -> None:
    name = "all colours" if eyes == "usual" else eyes
    for one, other in combinations(("#0072B2", "#B34700", "#FFE7B3", "#111111"), 2):
        mine = sum((a - b) ** 2 for a, b in zip(seen(one, eyes), seen(other, eyes), strict=True)) ** 0.5
        assert difference(one, other, name) == pytest.approx(mine)
        assert told_contrast(one, other) == pytest.approx(contrast(one, other), abs=0.01)


def test_grey_is_the_lightness_of_the_cie() -> None:
    assert [round(lightness(colour), 1) for colour in ("#000000", "#777777", "#FFFFFF")] == [0.0, 50.0, 100.0]


@pytest.mark.parametrize("eyes", EYES)
def test_every_two_borders_are_apart_for_all_kinds_of_eyes(eyes: str) -> None:
    distances = {
        (one.border, other.border): sum(
            (a - b) ** 2 for a, b in zip(seen(one.border, eyes), seen(other.border, eyes), strict=True)
        )
        ** 0.5
        for one, other in combinations(TONES, 2)
    }
    assert {pair: distance for pair, distance in distances.items() if distance < 15} == {}


@pytest.mark.parametrize(
    ("tone", "colours"),
    [
        ("strand-0", STRANDS[0]), ("strand-4", STRANDS[4]), ("strand-5", STRANDS[0]), ("shared", SHARED),
        ("strand-", SHARED), ("strand-x", SHARED), ("strand-²", SHARED), ("", SHARED),
    ],
)  # fmt: skip
def test_a_tone_has_its_colours_and_what_is_no_strand_is_grey(tone: str, colours: Colours) -> None:
    assert DEFAULT.of_tone(tone) == colours


def test_a_second_line_of_a_badge_below_its_bar_is_dark() -> None:
    one = box("a", ("One",), 200, 100, badge=Badge("▼ 20%", "poor", "few people"))
    below = line("few people", 200, one.y + one.height / 2 - 2)
    assert [colour_of_badge_line(one, words, GREY) for words in (*one.badge_text, below)] == ["#FFFFFF", "#000000"]


def test_every_basis_and_mark_of_an_arrow_looks_different() -> None:
    looks = [
        look_of_arrow(Arrow("a", "b", basis, (), "shared", feedback=feedback, negative=negative))
        for basis in ("stated", "generic", "inferred")
        for feedback in (False, True)
        for negative in (False, True)
    ]
    shapes = {(look.dash, look.head, look.width) for look in looks}
    assert len(shapes) == 12


def test_only_what_is_inferred_is_dashed() -> None:
    arrows = [Arrow("a", "b", basis, (), "shared") for basis in ("stated", "generic", "inferred", None)]
    assert [look_of_arrow(arrow).dash for arrow in arrows] == ["solid", "solid", "dashed", "solid"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_no_two_bars_of_scores_look_alike_to_anybody_or_in_grey(theme: Theme) -> None:
    colours = [theme.of_badge(bar) for bar in BARS]
    for one, other in combinations(colours, 2):
        apart = min(difference(one, other, "all colours" if eyes == "usual" else eyes) for eyes in EYES)
        assert (apart >= 10, abs(lightness(one) - lightness(other)) >= 5) == (True, True), (one, other)


@pytest.mark.parametrize("theme", [GREY, CONTRAST])
def test_no_fill_of_a_strand_is_that_of_what_is_shared(theme: Theme) -> None:
    apart = [difference(strand.fill, theme.shared.fill, "all colours") for strand in theme.strands]
    assert min(apart) > 7, apart
