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


def test_mermaid_is_written_without_advice_on_the_size_of_words(toc, csof):
    models = (csof, csof.parent / "sites" / "wales.yaml")
    told = {ending: toc("diff", *models, "-o", f"figure.{ending}").err for ending in ("dot", "mmd")}
    assert "points" in told["dot"]
    assert told["mmd"] == ""
