from __future__ import annotations

import json

import pytest


@pytest.fixture
def later(folder):
    text = (folder / "garden.yaml").read_text(encoding="utf-8")
    text = text.replace("label: Gardening workshops", "label: Workshops on growing food").replace(
        "2024-05", "2025-05"
    )
    (folder / "later.yaml").write_text(text, encoding="utf-8")
    return "later.yaml"


def test_two_models_are_compared_in_words(toc, later):
    run = toc("diff", "garden.yaml", later)
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "From A garden for everyone, version 2024-05\n"
        "to A garden for everyone, version 2025-05:\n"
        "1 box changed; 1 change to anything else.\n"
        "\n"
        "The theory as a whole\n"
        "  ~ A garden for everyone (garden)\n"
        "      version: 2024-05 -> 2025-05\n"
        "\n"
        "Boxes\n"
        "  ~ Workshops on growing food (workshops), activities: reworded\n"
        "      label: Gardening workshops -> Workshops on growing food\n"
    )


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(("new", "code"), [("garden.yaml", 0), ("later.yaml", 1)])
def test_a_build_may_ask_by_exit_code_whether_anything_changed(toc, new, code):
    assert toc("diff", "garden.yaml", new, "--exit-code").code == code


def test_json_and_markdown_go_to_the_output(toc, later):
    assert json.loads(toc("diff", "garden.yaml", later, "--format", "json").out)["version"] == 1
    assert toc("diff", "garden.yaml", later, "--format", "markdown").out.startswith("### What changed: ")


@pytest.mark.parametrize("kind", ["svg", "pdf", "png", "html", "txt", "json", "dot"])
def test_what_changed_is_drawn_in_every_kind_of_file(toc, folder, later, kind):
    run = toc("diff", "garden.yaml", later, "-o", f"diff.{kind}", "--page", "A5")
    assert (run.code, run.out) == (0, f"Wrote diff.{kind}\n")
    assert (folder / f"diff.{kind}").stat().st_size > 100


def test_the_outline_says_in_words_what_the_signs_say(toc, folder, later):
    toc("diff", "garden.yaml", later, "-o", "diff.txt")
    assert "- ~ Workshops on growing food" in (folder / "diff.txt").read_text(encoding="utf-8")


def test_a_comparison_that_does_not_fit_is_refused_with_a_larger_page_and_the_parts_that_can_be_drawn(
    toc, folder, csof
):
    run = toc("diff", csof, csof.parent / "sites" / "wales.yaml", "-o", "diff.svg", "--page", "120x100 mm")
    message = "toc: The figure does not fit on 120x100 mm even with words of 4 points. It fits on A5."
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [f"{message} Or show a part of it (--strand, --chain or --who)."]
    assert not (folder / "diff.svg").exists()


def test_a_model_that_is_broken_is_told_with_its_place(toc, folder):
    (folder / "broken.yaml").write_text("toc: 1\nid: x\ntitle: X\ninput: {}\n", encoding="utf-8")
    run = toc("diff", "garden.yaml", "broken.yaml")
    assert (run.code, run.out) == (2, "")
    assert "broken.yaml:4:1" in run.err


def test_a_drawing_does_not_go_with_a_format(toc, later):
    run = toc("diff", "garden.yaml", later, "-o", "diff.svg", "--format", "json")
    assert run.code == 2
    assert run.err.startswith("toc: `--format` is for the words, and `--output` draws")


@pytest.mark.parametrize("option", ["--strand", "--theme", "--page", "--language", "--chain", "--who"])
def test_what_is_said_of_a_figure_without_one_is_refused(toc, later, option):
    run = toc("diff", "garden.yaml", later, option, "A3")
    assert (run.code, run.out) == (2, "")
    assert f"`{option}` is for a figure: say with `--output` where to draw it." in run.err


def test_a_figure_of_what_changed_takes_a_part_a_language_and_colours(toc, folder, later):
    wishes = ("--chain", "skills", "--theme", "grey", "--language", "en")
    run = toc("diff", "garden.yaml", later, "-o", "diff.json", *wishes)
    assert (run.code, run.err) == (0, "")
    drawn = json.loads((folder / "diff.json").read_text(encoding="utf-8"))
    assert drawn["theme"]["name"] == "grey"
    assert {box["id"] for box in drawn["boxes"]} == {"households", "workshops", "skills"}
