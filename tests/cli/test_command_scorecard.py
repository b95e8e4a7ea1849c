"""`toc score -o`: the ending of the file says what is written."""

from __future__ import annotations

import pytest

from toc.loading import load
from toc.reports import plot, scorecard
from toc.scoring import for_publication, score


@pytest.fixture
def scores(csof, table4):
    return score(load(csof), table4)


@pytest.mark.parametrize("name", ["scorecard.html", "scorecard.md"])
def test_a_scorecard_is_written_and_named(toc, csof, table4, tmp_path, scores, name):
    file = tmp_path / name
    done = toc("score", csof, table4, "-o", file)
    assert (done.code, done.out, done.err) == (0, f"Wrote {file}\n", "")
    card = scorecard(scores)
    assert file.read_text(encoding="utf-8") == (card.to_html() if name.endswith("html") else card.to_markdown())


@pytest.mark.parametrize(("ending", "kind"), [("json", "json"), ("csv", "csv"), ("txt", "table")])
def test_the_other_endings_write_what_the_screen_would_show(toc, csof, table4, tmp_path, ending, kind):
    file = tmp_path / f"scores.{ending}"
    assert toc("score", csof, table4, "-o", file).code == 0
    assert file.read_text(encoding="utf-8") == toc("score", csof, table4, "--format", kind).out


def test_an_unknown_ending_is_one_line_with_the_choices_and_writes_nothing(toc, csof, table4, tmp_path):
    file = tmp_path / "scorecard.pdf"
    done = toc("score", csof, table4, "-o", file)
    assert (done.code, done.out) == (2, "")
    hint = "End its name in .html or .md for a scorecard, or in .json, .csv, .parquet or .txt."
    assert done.err == f"toc: Scores cannot be saved as {file}. {hint}\n"
    assert not file.exists()


def test_a_format_and_a_file_contradict_each_other(toc, csof, table4, tmp_path):
    done = toc("score", csof, table4, "--format", "json", "-o", tmp_path / "card.html")
    assert done.code == 2
    assert "`--format` is for the screen" in done.err


def test_hidden_numbers_are_hidden_in_the_scorecard_and_said_on_the_screen(toc, csof, table4, tmp_path, scores):
    file = tmp_path / "card.html"
    done = toc("score", csof, table4, "--publication", "-o", file)
    published = for_publication(scores)
    assert done.err == f"toc: {published.publication.line}\n"
    assert file.read_text(encoding="utf-8") == scorecard(published).to_html()


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_plot_is_written_and_named(toc, csof, table4, tmp_path, scores, ending):
    file = tmp_path / f"changes.{ending}"
    done = toc("score", csof, table4, "--plot", "changes", "-o", file)
    assert (done.code, done.out, done.err) == (0, f"Wrote {file}\n", "")
    assert file.read_bytes() == plot(scores, "changes").to_bytes(ending)


def test_a_plot_without_a_file_and_a_picture_without_a_plot_say_what_is_missing(toc, csof, table4, tmp_path):
    assert (
        "`--plot` needs a file: -o changes.svg or -o changes.png."
        in toc("score", csof, table4, "--plot", "changes").err
    )
    file = tmp_path / "changes.svg"
    done = toc("score", csof, table4, "-o", file)
    assert (done.code, done.err) == (
        2,
        (
            f"toc: Scores cannot be saved as {file}. "
            "Say which plot: --plot changes or --plot coverage or --plot funnel.\n"
        ),
    )


def test_letters_that_a_png_cannot_show_are_told(toc, folder):
    model = (folder / "garden.yaml").read_text().replace("label: Growing skills", "label: 更好")
    (folder / "garden.yaml").write_text(model, encoding="utf-8")
    done = toc("score", "garden.yaml", "counts.csv", "--plot", "changes", "-o", "changes.png")
    assert (done.code, done.err) == (0, "toc: The font of a PNG has no sign for 好 更; an SVG shows them.\n")
