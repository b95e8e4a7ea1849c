"""What `--page` means for a file that Mermaid lays out itself."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("verb", ["draw", "diff"])
def test_a_page_that_is_given_for_mermaid_is_refused_and_nothing_is_written(toc, folder, csof, verb):
    models = (csof,) if verb == "draw" else (csof, csof.parent / "sites" / "wales.yaml")
    run = toc(verb, *models, "-o", "figure.mmd", "--page", "A4")
    message = (
        "toc: --page is for figures that are laid out here; what draws .mmd lays them out itself. Leave it out."
    )
    assert (run.code, run.out, run.complaints) == (2, "", [message])
    assert not (folder / "figure.mmd").exists()


def test_files_of_words_are_written_without_advice_on_the_size_of_words(toc, csof):
    models = (csof, csof.parent / "sites" / "wales.yaml")
    told = {ending: toc("diff", *models, "-o", f"figure.{ending}").err for ending in ("svg", "mmd", "dot")}
    assert "points" in told["svg"]
    assert (told["mmd"], told["dot"]) == ("", "")


def test_a_split_figure_says_every_file_that_it_wrote(toc, folder, csof):
    run = toc("draw", csof, "-o", "figure.dot", "--split", "detail")
    names = [f"figure-{number}.dot" for number in range(1, 7)]
    assert (run.code, run.err, run.out) == (0, "", "".join(f"Wrote {name}\n" for name in names))
    assert all((folder / name).read_bytes().startswith(b"digraph") for name in names)


def test_files_that_look_like_pages_of_an_earlier_figure_are_named_and_kept(toc, folder, csof):
    for number in (2, 7, "03", 10, 11, 12, 13, 14):
        (folder / f"figure-{number}.dot").write_text("older", encoding="utf-8")
    run = toc("draw", csof, "-o", "figure.dot", "--split", "detail")
    older = "figure-03.dot, figure-7.dot, figure-10.dot, figure-11.dot, figure-12.dot and 2 more"
    told = f"toc: Not written now, and perhaps pages of an earlier figure: {older}."
    assert (run.code, run.complaints) == (0, [told])
    assert (folder / "figure-7.dot").read_text(encoding="utf-8") == "older"
    assert toc("draw", csof, "-o", "figure.dot").err == ""


def test_small_words_are_told_with_the_paper_and_the_split_that_help(toc, csof):
    run = toc("draw", csof, "-o", "figure.svg", "--page", "A5")
    assert (run.code, run.out, len(run.complaints)) == (0, "Wrote figure.svg\n", 1)
    assert " Choose --page A4 (" in run.complaints[0]
    assert " points), or --split strand (6 pages, " in run.complaints[0]


def test_a_figure_that_cannot_be_split_so_is_refused_with_the_ways_that_there_are(toc, folder):
    run = toc("draw", "garden.yaml", "-o", "figure.svg", "--split", "strand")
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [
        "toc: This figure cannot be split by strand: it has fewer than two strands. Draw it on one page."
    ]
    assert not list(folder.glob("figure*"))
