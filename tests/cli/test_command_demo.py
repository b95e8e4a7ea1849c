from __future__ import annotations

import json

import pytest

KINDS = ("html", "pdf", "png", "svg")
FILES = sorted(
    ["scores.json", *(f"figure1.{kind}" for kind in KINDS), *(f"figure1_scores.{kind}" for kind in KINDS)]
)


def test_the_demo_checks_scores_and_draws_the_real_model_into_build(toc, folder):
    run = toc("demo", COLUMNS="80")
    assert (run.code, run.err) == (0, "")
    assert sorted(path.name for path in (folder / "build").iterdir()) == FILES
    assert all((folder / "build" / name).stat().st_size for name in FILES)
    assert json.loads((folder / "build" / "scores.json").read_text())["total"]["n"] == 219
    assert max(map(len, run.out.splitlines())) <= 80
    for name in FILES:
        assert f"  build/{name}" in run.out.splitlines()


def test_the_demo_says_of_the_model_and_each_site_how_much_it_found(toc):
    lines = toc("demo", TOC_RENDERER="dot", PATH="/nonexistent").out.splitlines()
    assert lines[0] == "Checking the CSOF service and its three sites"
    assert [line.split(",")[0] for line in lines[1:5]] == [
        "  csof.yaml: 0 errors",
        "  sites/bristol.yaml: 0 errors",
        "  sites/isle_of_wight.yaml: 0 errors",
        "  sites/wales.yaml: 0 errors",
    ]


def test_the_demo_writes_where_it_is_told(toc, folder):
    run = toc("demo", "-o", "elsewhere", TOC_RENDERER="dot", PATH="/nonexistent")
    assert run.code == 0
    assert sorted(path.name for path in (folder / "elsewhere").iterdir()) == [
        "figure1.html", "figure1_scores.html", "scores.json",
    ]  # fmt: skip
    assert run.out.count('pip install "pygraphviz>=2.0"') == 1


def test_the_demo_in_a_folder_that_cannot_be_made_is_refused(toc, folder):
    run = toc("demo", "-o", "missing/build")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert not (folder / "missing").exists()


def test_the_demo_does_not_write_over_a_file_of_that_name(toc, folder):
    (folder / "build").write_text("mine")
    run = toc("demo")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert (folder / "build").read_text() == "mine"


@pytest.mark.parametrize("name", ["TOC301", "toc301", "outcome-without-indicator"])
def test_a_rule_is_explained_by_its_code_or_name(toc, name):
    run = toc("explain", name)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("TOC301 outcome-without-indicator (warning)\n")
    assert "Why: " in run.out
    assert "How to mend it: " in run.out
    assert max(map(len, run.out.splitlines())) <= 80


def test_a_rule_that_there_is_not_is_refused_with_the_nearest(toc):
    run = toc("explain", "outcome-without-indicater")
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [
        'toc: There is no rule "outcome-without-indicater". Did you mean outcome-without-indicator?'
    ]
