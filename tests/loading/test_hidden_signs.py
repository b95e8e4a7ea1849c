"""Characters that nobody sees are noted where they stand; what a script needs to be written is left alone."""

from __future__ import annotations

import pytest

from toc.errors import Fault
from toc.loading import inspect_text, loads
from toc.places import Place
from toc.validation import validate

HINT = "It often comes with text that was pasted: delete it, or type the word again."


def notes_of(title: str) -> tuple[Fault, ...]:
    inspection = inspect_text(f"toc: 1\nid: m\ntitle: '{title}'\n")
    assert inspection.faults == ()
    return inspection.notes


@pytest.mark.parametrize(
    "sign", "\u200b\u2060\u00ad\ufeff\u200c\u200d\U000e0041", ids=lambda sign: f"U+{ord(sign):04X}"
)
def test_a_character_without_width_is_noted_at_its_place(sign: str) -> None:
    message = f"there is a character here that nobody sees and that has no width (U+{ord(sign):04X})."
    assert notes_of(f"abc{sign}d") == (Fault("hidden-characters", message, Place("<text>", 3, 12), HINT),)


@pytest.mark.parametrize(
    "sign", "\u202a\u202e\u2066\u2069\u200e\u200f\u061c", ids=lambda sign: f"U+{ord(sign):04X}"
)
def test_a_character_that_turns_the_text_is_noted_at_its_place(sign: str) -> None:
    message = (
        f"there is a character here that nobody sees and that turns the direction of the text (U+{ord(sign):04X})."
    )
    assert notes_of(f"abc{sign}d") == (Fault("hidden-characters", message, Place("<text>", 3, 12), HINT),)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("خانه\u200cها", id="a joiner of Persian"),
        pytest.param("क्\u200dष", id="a joiner of Hindi"),
        pytest.param("\U0001f469\u200d\U0001f467", id="a joined emoji"),
        pytest.param(
            "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", id="the flag of Wales"
        ),
        pytest.param("בית \u200f(חדש)\u200f", id="marks beside brackets in Hebrew"),
        pytest.param("a\\u200bb", id="the letters of an escape"),
        pytest.param("日本語\u3000é", id="other scripts"),
    ],
)
def test_what_a_script_needs_is_not_noted(title: str) -> None:
    assert notes_of(title) == ()


def test_it_is_told_by_validate_of_a_theory_that_was_loaded() -> None:
    theory = loads("toc: 1\nid: m\ntitle: no\ndescription: a\u200bb\n")
    noted = [(one.code, one.severity, one.place) for one in validate(theory) if one.code < "TOC100"]
    assert noted == [
        ("TOC008", "warning", Place("<text>", 3, 8, 2)),
        ("TOC021", "warning", Place("<text>", 4, 15)),
    ]


def test_more_of_them_than_anybody_reads_are_not_told() -> None:
    assert len(notes_of("\u200b" * 5_000)) == 1_000
