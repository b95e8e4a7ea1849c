"""The themes by name, and colours of an organisation's own: taken where they can be read, refused with numbers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from toc.diagram.themes import THEMES
from toc.errors import TocError
from toc.loading import load
from toc.reports import draw
from toc.reports.chosen_theme import chosen_theme

CSOF = Path(__file__).parents[2] / "models" / "csof" / "csof.yaml"
OURS = 'strands = ["#8A1538", "#0072B2", "#3B3B00"]\nheader = "#004b87"\n'


def refused(tmp_path: Path, text: str) -> str:
    (tmp_path / "ours.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TocError) as error:
        chosen_theme(tmp_path / "ours.toml")
    return str(error.value).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_of_the_library_is_chosen_by_its_name(name: str) -> None:
    assert chosen_theme(name) is THEMES[name]


def test_a_file_gives_the_colours_and_what_it_leaves_out_is_made_of_them(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OURS)
    theme = chosen_theme(tmp_path / "ours.toml")
    first = theme.strands[0]
    assert (theme.name, theme.header, len(theme.strands)) == ("ours", "#004B87", 3)
    assert (first.border, first.fill, first.lane) == ("#8A1538", "#DCB9C3", "#F8F1F3")
    assert theme.shared == THEMES["default"].shared


@pytest.mark.parametrize("name", [*THEMES, "ours.toml"])
def test_every_colour_of_a_figure_is_one_of_its_theme(name: str, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OURS)
    drawing = draw(load(CSOF), theme=name if name in THEMES else tmp_path / name)
    theme = drawing.picture.theme
    told = json.dumps(json.loads(drawing.to_bytes("json"))["theme"])
    used = set(re.findall(r'"(#[0-9A-F]{6})"', drawing.to_bytes("dot").decode()))
    assert {colour for colour in used if colour not in told} == set()
    assert {theme.header, theme.strands[0].fill, theme.strands[0].border, theme.paper} <= used


def test_weak_colours_are_refused_with_their_contrast(tmp_path: Path) -> None:
    assert refused(tmp_path, 'strands = ["#FFB347"]') == (
        "ours.toml: The border of strand 1, #FFB347, has a contrast of 1.7:1 with its lane; 4.5:1 is the least. "
        "Choose darker or lighter colours; `fills` are those of the boxes."
    )


def test_strands_that_look_alike_to_some_are_refused_with_who_and_how_far_apart_they_are(tmp_path: Path) -> None:
    assert refused(tmp_path, 'strands = ["#7A0000", "#3F6B00"]').startswith(
        "ours.toml: Strand 1 and strand 2 look alike to people with deuteranopia: they are 13 apart, and 15 is the"
    )


def test_strands_that_look_alike_in_grey_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, 'strands = ["#0072B2", "#AF4A00"]\nfills = ["#DDDDDD", "#DDDDDD"]').startswith(
        "ours.toml: Strand 1 and strand 2 look alike in grey: they are 1.7 apart, and 5 is the least."
    )


def test_fills_too_dark_to_read_on_are_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, 'strands = ["#0072B2"]\nfills = ["#444444"]')
    assert "The fill of strand 1, #444444, has a contrast of 1.9:1 with the words on it" in said


@pytest.mark.parametrize(
    ("colours", "said"),
    [
        ('"#8A1538"', "The model has 3 strands, and `strands` has 1 colour. Add 2 colours there."),
        ('"#8A1538", "#0072B2"', "The model has 3 strands, and `strands` has 2 colours. Add 1 colour there."),
    ],
)
def test_fewer_colours_than_strands_are_refused_with_how_many_are_needed(
    colours: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "ours.toml").write_text(f'header = "#004B87"\nstrands = [{colours}]\n')
    with pytest.raises(TocError) as error:
        draw(load(CSOF), theme=tmp_path / "ours.toml")
    assert str(error.value) == f"{tmp_path}/ours.toml:2:1: {said}"


def test_of_a_theme_that_is_not_toml_a_line_of_a_theme_is_shown(tmp_path: Path) -> None:
    assert refused(tmp_path, 'strands = ["#0072B2"]\nheader = #004B87').endswith(
        'A colour stands in quotation marks: header = "#004B87"'
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ours.toml:1:1: A theme needs the colours of the strands."),
        ("strands = [", "ours.toml:1:12: This is not TOML"),
        ('strands = ["red"]', 'ours.toml:1:1: red is no colour. Write a colour as "#0072B2".'),
        ('strands = "#0072B2"', "ours.toml:1:1: `strands` is a list of up to 12 colours."),
        (
            'strands = ["#0072B2"]\nheadr = "#000000"',
            "ours.toml:2:1: A theme has no `headr`. Did you mean `header`?",
        ),
        (
            'strands = ["#0072B2"]\nfills = ["#FFFFFF", "#EEEEEE"]',
            "ours.toml:2:1: There are 1 strands and 2 fills.",
        ),
        ('strands = ["#0072B2\\" onload=\\"x"]', "is no colour"),
        ('strands = ["url(http://x)"]', "is no colour"),
        ("strands = [3]", "3 is no colour"),
        ("header = 3", "A theme needs the colours of the strands."),
    ],
)
def test_anything_but_colours_is_refused_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    assert said in refused(tmp_path, text)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("gray", 'There is no theme "gray". Did you mean `grey`?'),
        ("x", 'There is no theme "x". Choose one of default, grey, contrast, or a file with colours of your own'),
        (3, "`theme` must be the name of a theme or of a file."),
        ("missing.toml", "missing.toml does not exist."),
    ],
)
def test_a_theme_that_there_is_not_is_refused_with_the_choices(asked: str, said: str) -> None:
    with pytest.raises(TocError) as error:
        chosen_theme(asked)
    assert said in str(error.value)
