from __future__ import annotations

import json

import pytest

KINDS = ("html", "pdf", "png", "svg")
FILES = sorted(
    [
        "scores.json",
        "scores.txt",
        *(f"figure1.{kind}" for kind in KINDS),
        *(f"figure1_scores.{kind}" for kind in KINDS),
    ]
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
        "figure1.html", "figure1_scores.html", "scores.json", "scores.txt",
    ]  # fmt: skip
    assert run.out.count('pip install "pygraphviz>=2.0"') == 1


def test_the_demo_names_last_what_to_look_at_and_how_to_go_on(toc):
    lines = toc("demo").out.splitlines()
    assert lines[-2:] == [
        "Look at build/figure1.png. To go on: toc new my_service.yaml",
        "(After `make demo`, first type: . .venv/bin/activate)",
    ]
    assert len(lines) < 40


def test_the_demo_names_a_page_to_look_at_where_nothing_can_be_painted(toc):
    lines = toc("demo", TOC_RENDERER="dot", PATH="/nonexistent").out.splitlines()
    assert lines[-2] == "Look at build/figure1.html. To go on: toc new my_service.yaml"


def test_the_demo_tells_the_scores_in_short_and_writes_the_whole_table(toc, folder, csof, table4):
    lines = toc("demo", TOC_RENDERER="dot", PATH="/nonexistent").out.splitlines()
    assert lines[6:14] == [
        "Scoring its published results: 5 of 22 outcomes are measured; share improved",
        "  66.7 % of 21 pairs: Parents and children more able to voice their needs",
        "  73.3 % of 86 pairs: Reduced isolation and stigma",
        "  70.2 % of 47 pairs: Improved parenting capacity",
        "  72.1 % of 43 pairs: Improved parent/carer-child contact and/or relationships",
        "  50.0 % of 22 pairs: Children have improved confidence and self-esteem",
        "  Coverage: 85 of 134 people have two assessments (63.4 %); 49 have not.",
        "  Change observed, not caused: these figures do not say what brought it about.",
    ]
    assert (folder / "build" / "scores.txt").read_text(encoding="utf-8") == toc("score", csof, table4).out


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


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("toc399", "TOC399 is not used; TOC301 to TOC3"),
        ("TOC9999", "Codes look like TOC301; `toc explain --all` lists them.\n"),
        ("TOC999", "Codes look like TOC301; `toc explain --all` lists them.\n"),
    ],
)
def test_a_code_that_there_is_not_is_told_with_one_of_its_family_or_where_they_are_listed(toc, code, hint):
    run = toc("explain", code)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert run.err.startswith(f'toc: There is no rule "{code}". {hint}')


def test_a_rule_that_there_is_not_is_refused_with_the_nearest(toc):
    run = toc("explain", "outcome-without-indicater")
    assert (run.code, run.out) == (2, "")
    assert run.complaints == [
        'toc: There is no rule "outcome-without-indicater". Did you mean `outcome-without-indicator`?'
    ]
