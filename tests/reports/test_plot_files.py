"""Plots as SVG and PNG: the same bytes each time, readable by everybody, and nothing of the reader's settings."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from reports.cards_made import READINGS, counted, theory
from toc.errors import TocError
from toc.reports import plot
from toc.reports.plots.change_plot import IMPROVED, NO_CHANGE, WORSENED
from toc.reports.printable import printable_line
from toc.scoring import score

HOSTILE = "<script>alert(1)</script> $x_1$ & \"'"
SVG = "{http://www.w3.org/2000/svg}"
WITHOUT = """
import sys
sys.modules["matplotlib"] = None
import toc
theory = toc.load(sys.argv[1])
made = toc.plot(toc.score(theory, sys.argv[2]))
print(made._repr_mimebundle_()["text/plain"].splitlines()[0])
try:
    made.to_bytes("svg")
except toc.TocError as error:
    print(error)
"""
CSOF = Path(__file__).parents[2] / "models" / "csof"


def svg_of(label: str = "Calmer homes") -> ET.Element:
    return ET.fromstring(plot(counted(label)).to_bytes("svg"))  # noqa: S314  # our own picture


def luminance(colour: str) -> float:
    return sum(
        factor * int(colour[at : at + 2], 16)
        for factor, at in zip((0.2126, 0.7152, 0.0722), (1, 3, 5), strict=True)
    )


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_same_scores_give_the_same_bytes(kind: str) -> None:
    assert plot(counted()).to_bytes(kind) == plot(counted()).to_bytes(kind)


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_readers_own_settings_change_nothing(kind: str) -> None:
    usual = plot(counted()).to_bytes(kind)
    with matplotlib.rc_context({"font.size": 30, "text.usetex": True, "savefig.dpi": 20, "svg.fonttype": "path"}):
        assert plot(counted()).to_bytes(kind) == usual
        assert matplotlib.rcParams["font.size"] == 30


def test_another_program_on_another_day_gives_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys, toc\n"
        "scores = toc.score(toc.load(sys.argv[1]), sys.argv[2])\n"
        "toc.plot(scores, 'changes').save(sys.argv[3])"
    )
    made = []
    for number, seed in enumerate(("1", "2")):
        file = tmp_path / f"{number}.svg"
        arguments = [str(CSOF / "csof.yaml"), str(CSOF / "data" / "table4.csv"), str(file)]
        environment = {
            "PYTHONHASHSEED": seed,
            "SOURCE_DATE_EPOCH": f"{number}000",
            "MPLCONFIGDIR": matplotlib.get_cachedir(),
        }
        subprocess.run([sys.executable, "-c", program, *arguments], check=True, env=environment, timeout=60)
        made.append(file.read_bytes())
    assert made[0] == made[1]


def test_an_svg_has_a_title_a_description_and_a_role() -> None:
    made = plot(counted())
    root = svg_of()
    title, words = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (title.text, words.text) == (made.sheet.title, made.sheet.description)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"


def test_words_of_an_svg_are_words_in_the_order_of_the_sheet() -> None:
    assert tuple(text.text for text in svg_of().iter(f"{SVG}text")) == plot(counted()).sheet.words


def test_a_hostile_label_stays_text() -> None:
    root = svg_of(HOSTILE)
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert any(line.startswith("Worry: <script>") for line in texts)
    assert not list(root.iter(f"{SVG}script"))
    assert HOSTILE in root.find(f"{SVG}desc").text


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=40).filter(lambda label: label.strip()))
def test_whatever_signs_a_label_has_the_picture_can_be_read(label: str) -> None:
    root = svg_of(label)
    assert root.find(f"{SVG}title").text == f"Change observed on each indicator: {printable_line(label)}"


def test_an_svg_names_nothing_that_lies_elsewhere() -> None:
    text = plot(counted()).to_bytes("svg").decode()
    assert "<!DOCTYPE" not in text
    assert "<metadata" not in text
    assert set(re.findall(r"https?://[^\s\"<]+", text)) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_a_png_has_as_many_dots_as_asked_for_and_tells_what_it_shows() -> None:
    made = plot(counted())
    for dpi in (150, 72):
        picture = Image.open(io.BytesIO(made.to_bytes("png", dpi=dpi)))
        assert picture.size == tuple(int(side * dpi / 72) for side in (made.sheet.width, made.sheet.height))
        assert (picture.text["Title"], picture.text["Description"]) == (made.sheet.title, made.sheet.description)
        assert "Software" not in picture.text


def test_the_three_kinds_of_bar_differ_in_grey_and_one_is_hatched() -> None:
    greys = sorted(luminance(look.fill) for look in (IMPROVED, NO_CHANGE, WORSENED))
    assert greys[1] - greys[0] > 80
    assert (WORSENED.hatch, NO_CHANGE.hatch, IMPROVED.hatch) == ("////", "", "")


def test_letters_that_the_font_lacks_are_told_and_do_no_harm() -> None:
    made = plot(score(theory("更好"), READINGS))
    assert made.advice == "The font of a PNG has no sign for 好 更; an SVG shows them."
    assert made.to_bytes("png").startswith(b"\x89PNG")
    assert plot(counted()).advice == ""


def test_a_plot_shows_itself_in_a_notebook_and_is_told_by_its_title() -> None:
    made = plot(counted("X"))
    bundle = made._repr_mimebundle_()
    assert bundle["image/svg+xml"].encode() == made.to_bytes("svg")
    assert bundle["text/plain"] == made.outline == f"{made.sheet.title}. {made.sheet.description}"
    assert repr(made) == "Plot('Change observed on each indicator: X')"


def test_without_matplotlib_one_line_says_how_to_get_it_and_the_words_remain() -> None:
    arguments = [str(CSOF / "csof.yaml"), str(CSOF / "data" / "table4.csv")]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, *arguments], capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    words = (
        "Plots need matplotlib, which is not installed here or cannot be loaded. "
        'Install it with: pip install "matplotlib>=3.9"'
    )
    assert done.stdout.splitlines() == [words, words]


def test_nothing_of_pyplot_is_loaded_and_matplotlib_only_to_paint() -> None:
    program = (
        "import sys, toc\n"
        "made = toc.plot(toc.score(toc.load(sys.argv[1]), sys.argv[2]))\n"
        "print('matplotlib' in sys.modules)\n"
        "made.to_bytes('svg')\n"
        "print('matplotlib' in sys.modules, 'matplotlib.pyplot' in sys.modules)"
    )
    arguments = [str(CSOF / "csof.yaml"), str(CSOF / "data" / "table4.csv")]
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True, timeout=60)
    assert done.stdout.split() == [b"False", b"True", b"False"]


@pytest.mark.parametrize("name", ["changes.svg", "changes.PNG"])
def test_a_plot_is_saved_as_its_ending_says(tmp_path: Path, name: str) -> None:
    made = plot(counted())
    kind = name.lower()[-3:]
    assert made.save(tmp_path / name).read_bytes() == made.to_bytes(kind)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda made: made.save("plot.pdf"), "A plot cannot be made as .pdf. Choose .svg or .png."),
        (lambda made: made.save(3), "A plot is saved to a path."),
        (lambda made: made.to_bytes("svg", dpi=100), "dpi is for .png"),
        (lambda made: made.to_bytes("png", dpi=5), "dpi must be a whole number from 20 to 1200."),
        (lambda made: plot("table4.csv"), "toc.plot wants scores, or a funnel."),
        (lambda made: plot(counted(), "pie"), 'There is no plot "pie".'),
    ],
)
def test_a_wrong_call_is_answered_in_words(call: object, words: str) -> None:
    with pytest.raises(TocError) as refused:
        call(plot(counted()))
    assert words in str(refused.value)
