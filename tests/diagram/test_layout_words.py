"""Widths come from the shipped fonts, and lines are broken so that they fit and are even."""

from __future__ import annotations

import struct
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.diagram.text_widths import missing_glyphs, text_width, width_in_ems
from toc.diagram.wrapping import wrap

FONTS = files("toc.diagram") / "fonts"


def measure(font: bytes, characters: str) -> dict[str, float]:
    """Advance widths in ems, read from the tables head, hhea, hmtx and cmap (format 4) of a TrueType file."""
    count = struct.unpack(">H", font[4:6])[0]
    rows = [struct.unpack(">4sIII", font[12 + 16 * row : 28 + 16 * row]) for row in range(count)]
    start = {row[0].decode(): row[2] for row in rows}
    per_em = struct.unpack(">H", font[start["head"] + 18 : start["head"] + 20])[0]
    widths = struct.unpack(">H", font[start["hhea"] + 34 : start["hhea"] + 36])[0]
    glyphs = glyph_numbers(font, start["cmap"], characters)
    found = {}
    for one, glyph in glyphs.items():
        at = start["hmtx"] + 4 * min(glyph, widths - 1)
        found[one] = struct.unpack(">H", font[at : at + 2])[0] / per_em
    return found


def glyph_numbers(font: bytes, cmap: int, characters: str) -> dict[str, int]:
    """The glyph of each character in the Windows Unicode table; characters without one are left out."""
    for row in range(struct.unpack(">H", font[cmap + 2 : cmap + 4])[0]):
        platform, _, offset = struct.unpack(">HHI", font[cmap + 4 + 8 * row : cmap + 12 + 8 * row])
        if platform == 3:
            table = cmap + offset
    segments = struct.unpack(">H", font[table + 6 : table + 8])[0] // 2
    ends = table + 14
    starts, deltas, ranges = (ends + 2 + 2 * segments * step for step in (1, 2, 3))
    found = {}
    for one in characters:
        place = next(
            place
            for place in range(segments)
            if struct.unpack(">H", font[ends + 2 * place : ends + 2 * place + 2])[0] >= ord(one)
        )
        first = struct.unpack(">H", font[starts + 2 * place : starts + 2 * place + 2])[0]
        delta = struct.unpack(">h", font[deltas + 2 * place : deltas + 2 * place + 2])[0]
        at = ranges + 2 * place
        offset = struct.unpack(">H", font[at : at + 2])[0]
        if ord(one) < first:
            continue
        if offset:
            at += offset + 2 * (ord(one) - first)
            delta_from = struct.unpack(">H", font[at : at + 2])[0]
            found[one] = (delta_from + delta) % 65536 if delta_from else 0
        else:
            found[one] = (ord(one) + delta) % 65536
    return {one: glyph for one, glyph in found.items() if glyph}


SAMPLE = (
    "".join(map(chr, [*range(32, 127), *range(161, 384), *range(0x391, 0x3A1), *range(0x410, 0x450)]))
    + "–—‘’“”…→▲■○€"
)


@pytest.mark.parametrize(
    ("name", "bold"), [("LiberationSans-Regular.ttf", False), ("LiberationSans-Bold.ttf", True)]
)
def test_widths_are_those_of_the_shipped_font(name: str, *, bold: bool) -> None:
    font = measure((FONTS / name).read_bytes(), SAMPLE)
    assert len(font) > 380
    assert {one: width_in_ems(one, bold=bold) for one in font} == font


def test_a_line_is_as_wide_as_its_letters() -> None:
    # Advance widths of Arial and Liberation Sans: T 0.611, o 0.556, C 0.722 em.
    assert text_width("ToC", 10) == pytest.approx(6.11 + 5.56 + 7.22, abs=0.01)


def test_signs_that_the_font_lacks_are_named_once_and_count_as_one_em() -> None:
    assert missing_glyphs("支援 support 支") == ("援", "支")
    assert text_width("支援", 8) == 16


def test_accents_take_no_room_of_their_own() -> None:
    assert text_width("e\u0301", 8) == text_width("e", 8)


LABELS = st.text(alphabet=st.sampled_from("aeWi lm/–-支\u0301 "), max_size=120)


@given(LABELS, st.floats(2.0, 20.0))
def test_no_line_is_wider_than_asked(label: str, width: float) -> None:
    assert max(width_in_ems(line) for line in wrap(label, width)) <= width + 1e-9


@given(LABELS, st.floats(2.0, 20.0))
def test_wrapping_loses_no_letter(label: str, width: float) -> None:
    assert "".join(wrap(label, width)).replace(" ", "") == "".join(label.split())


def test_lines_are_even() -> None:
    assert wrap("Improved parenting knowledge and strategies", 16.0) == (
        "Improved parenting",
        "knowledge and strategies",
    )


def test_a_word_that_is_too_wide_breaks_after_a_slash_first() -> None:
    assert wrap("Housing/rehousing", 6.0) == ("Housing/", "rehousing")


def test_a_word_that_fits_is_never_broken() -> None:
    assert wrap("Re-offending goes down", 6.5) == ("Re-offending", "goes down")


def test_no_words_give_one_empty_line() -> None:
    assert wrap("  ", 5.0) == ("",)
