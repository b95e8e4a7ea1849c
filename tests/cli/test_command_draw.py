from __future__ import annotations

import json

import pytest

SIGNATURES = {
    "svg": b"<?xml",
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "html": b"<!DOCTYPE html>",
    "dot": b"digraph",
    "json": b"{",
    "txt": b"",
}
FIGURE = {
    "version", "title", "language", "page", "font_size", "advice", "headers", "frames", "boxes", "arrows",
    "stage_arrows", "legend", "texts", "theme", "flags", "factors", "pointers", "strands",
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(SIGNATURES))
def test_the_ending_chooses_the_kind_of_file(toc, folder, kind):
    run = toc("draw", "garden.yaml", "-o", f"figure.{kind}")
    assert (run.code, run.out) == (0, f"Wrote figure.{kind}\n")
    content = (folder / f"figure.{kind}").read_bytes()
    assert content
    if kind == "svg":
        assert content.lstrip().startswith((b"<?xml", b"<svg"))
    else:
        assert content.lstrip().startswith(SIGNATURES[kind])


def test_an_ending_in_capitals_is_the_same(toc, folder):
    assert toc("draw", "garden.yaml", "-o", "FIGURE.DOT").code == 0
    assert (folder / "FIGURE.DOT").read_bytes().startswith(b"digraph")


def test_figure_json_has_exactly_the_documented_keys(toc, folder):
    toc("draw", "garden.yaml", "-o", "figure.json")
    figure = json.loads((folder / "figure.json").read_text())
    assert set(figure) == FIGURE
    assert figure["version"] == 1
    assert figure["page"]["name"] == "A4"
    assert {box["id"] for box in figure["boxes"]} == {"households", "workshops", "skills", "health"}
    assert [set(box) for box in figure["boxes"]] == 4 * [
        {
            "id", "label", "stage", "stage_inferred", "strand", "strands", "tone", "x", "y", "width", "height",
            "lines", "font_size", "text", "badge", "mark", "asides", "tags",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["A3", "a3"])
def test_the_page_may_be_a3(toc, folder, name):
    assert toc("draw", "garden.yaml", "-o", "figure.json", "--page", name).code == 0
    page = json.loads((folder / "figure.json").read_text())["page"]
    assert page == {"name": "A3", "width": 1190.55, "height": 841.89}


def test_scores_put_a_badge_on_every_outcome(toc, folder):
    assert toc("draw", "garden.yaml", "-o", "figure.json", "--scores", "counts.csv").code == 0
    figure = json.loads((folder / "figure.json").read_text())
    assert {box["id"] for box in figure["boxes"] if box["badge"]} == {"skills", "health"}


def test_one_strand_leaves_the_others_out(toc, folder, csof):
    assert toc("draw", csof, "-o", "figure.json", "--strand", "family_support").code == 0
    figure = json.loads((folder / "figure.json").read_text())
    strands = {strand for box in figure["boxes"] for strand in box["strands"]}
    assert "family_support" in strands
    assert "parenting_knowledge" in {box["id"] for box in figure["boxes"]}
    assert "professional_awareness" not in {box["id"] for box in figure["boxes"]}


def test_an_unknown_strand_is_refused_with_those_that_there_are(toc, folder):
    run = toc("draw", "garden.yaml", "-o", "figure.dot", "--strand", "rain")
    assert (run.code, run.out) == (2, "")
    assert run.complaints == ['toc: There is no strand "rain" in this model. It has: `growing` (Growing).']
    assert not (folder / "figure.dot").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "figure.svg", "--page", "A6"), 'toc: "A6" is not a page that can be drawn on. Choose one of A5,'),
        (("-o", "figure"), "figure does not say what kind of file it is."),
        (("-o", "figure.gif"), "gif"),
        (("-o", "missing/figure.dot"), "there is no folder missing. Make the folder first."),
        (("-o", "figure.png", "--dpi", "5"), "Choose from 20 to 1200."),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_line_and_nothing_is_written(toc, folder, arguments, told):
    before = sorted(folder.rglob("*"))
    run = toc("draw", "garden.yaml", *arguments)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert told in run.err
    assert sorted(folder.rglob("*")) == before


def test_a_folder_in_place_of_the_file_is_refused(toc, folder):
    (folder / "figure.dot").mkdir()
    run = toc("draw", "garden.yaml", "-o", "figure.dot")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert not list((folder / "figure.dot").iterdir())


@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
def test_without_a_renderer_the_one_command_that_installs_it_is_named(toc, folder, kind):
    run = toc("draw", "garden.yaml", "-o", f"figure.{kind}", TOC_RENDERER="dot", PATH="/nonexistent")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert 'pip install "pygraphviz>=2.0"' in run.err
    assert not (folder / f"figure.{kind}").exists()


@pytest.mark.parametrize("kind", ["html", "dot", "json", "txt"])
def test_without_a_renderer_the_other_kinds_are_still_made(toc, folder, kind):
    run = toc("draw", "garden.yaml", "-o", f"figure.{kind}", TOC_RENDERER="dot", PATH="/nonexistent")
    assert (run.code, run.err) == (0, "")
    assert "Better health" in (folder / f"figure.{kind}").read_text()


def test_a_failed_drawing_leaves_the_old_file_as_it_was(toc, folder):
    (folder / "figure.svg").write_text("the old one")
    run = toc("draw", "garden.yaml", "-o", "figure.svg", TOC_RENDERER="dot", PATH="/nonexistent")
    assert run.code == 2
    assert (folder / "figure.svg").read_text() == "the old one"
    assert sorted(path.name for path in folder.iterdir()) == ["counts.csv", "figure.svg", "garden.yaml"]


def test_a_machine_without_fonts_draws_the_same_figure(toc, folder):
    nothing = str(folder / "nothing")
    assert toc("draw", "garden.yaml", "-o", "usual.png").code == 0
    variables = ("FONTCONFIG_PATH", "FONTCONFIG_FILE", "XDG_DATA_HOME", "XDG_DATA_DIRS", "HOME")
    run = toc("draw", "garden.yaml", "-o", "bare.png", **dict.fromkeys(variables, nothing))
    assert (run.code, run.err) == (0, "")
    assert (folder / "bare.png").read_bytes() == (folder / "usual.png").read_bytes()


def test_a_file_in_place_of_the_folder_is_refused(toc, folder):
    before = (folder / "counts.csv").read_text()
    run = toc("draw", "garden.yaml", "-o", "counts.csv/figure.dot")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert (folder / "counts.csv").read_text() == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--chain", "helth"), 'toc: There is no box "helth" in this model. Did you mean `health` (Better hea'),
        (("--highlight", "skils"), 'toc: There is no box "skils" in this model. Did you mean `skills` (Neigh'),
        (("--strand", "Grow"), 'toc: There is no strand "Grow" in this model. Did you mean `growing` (Growing)?'),
        (
            ("--chain", "growing_skills"),
            'toc: "growing_skills" is an indicator of this model, not a box. It measures `skills` (',
        ),
        (("--who", "everybody"), 'toc: There is no population "everybody" in this model.'),
        (("--theme", "gray"), 'toc: There is no theme "gray". Did you mean `grey`?'),
        (
            ("--evidence", "--highlight", "health"),
            "toc: Evidence and a highlighted path are both told by the width",
        ),
        (("--blank", "--scores", "counts.csv"), "toc: A blank worksheet shows no scores"),
        (("--boxes", "3"), "toc: The number of boxes is for a blank worksheet."),
    ],
)
def test_a_view_that_cannot_be_drawn_is_refused_in_one_line(toc, folder, options, told):
    run = toc("draw", "garden.yaml", "-o", "figure.dot", *options)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert run.complaints[0].startswith(told)
    assert not (folder / "figure.dot").exists()


def test_every_view_has_an_option_of_the_name_that_it_has_in_python(toc, folder):
    for options in (("--chain", "skills"), ("--highlight", "skills"), ("--evidence",), ("--assumptions",)):
        run = toc("draw", "garden.yaml", "-o", "figure.json", *options, "--theme", "contrast")
        assert (run.code, run.err) == (0, "")
        figure = json.loads((folder / "figure.json").read_text())
        assert figure["theme"]["name"] == "contrast"
    toc("draw", "garden.yaml", "-o", "figure.json", "--chain", "skills")
    assert "health" not in {box["id"] for box in json.loads((folder / "figure.json").read_text())["boxes"]}
    toc("draw", "garden.yaml", "-o", "figure.json", "--blank", "--boxes", "2")
    assert {box["label"] for box in json.loads((folder / "figure.json").read_text())["boxes"]} == {""}


def test_data_in_place_of_a_model_are_called_data(toc, folder):
    run = toc("draw", "counts.csv", "-o", "figure.dot")
    assert (run.code, run.out) == (2, "")
    way_out = "Write toc draw MODEL --scores counts.csv -o figure.dot."
    assert run.complaints == [f"toc: counts.csv looks like data, and not like a model. {way_out}"]
    assert not (folder / "figure.dot").exists()


@pytest.mark.parametrize("verb", [("show", "counts.csv"), ("diff", "garden.yaml", "counts.csv")])
def test_other_verbs_call_data_data_too(toc, verb):
    run = toc(*verb)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert run.complaints[0].startswith("toc: counts.csv looks like data, and not like a model. Name ")
