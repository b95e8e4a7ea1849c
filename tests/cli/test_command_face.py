from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version

import pytest

VERBS = ("validate", "score", "draw", "show", "new", "schema", "explain", "checklist", "demo")


def test_the_command_alone_asks_for_a_verb_in_one_line(toc):
    run = toc()
    assert (run.code, run.out) == (2, "")
    assert run.complaints == ["toc: Missing command. (toc --help shows what there is.)"]


def test_an_unknown_verb_is_refused_in_one_line(toc):
    run = toc("drow")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "drow" in run.err
    assert run.err.endswith("(toc --help shows what there is.)\n")


@pytest.mark.parametrize("verb", VERBS)
def test_an_unknown_option_is_refused_in_one_line_that_names_the_help_of_the_verb(toc, verb):
    run = toc(verb, "--colour")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "--colour" in run.err
    assert f"toc {verb} --help" in run.err


@pytest.mark.parametrize("verb", ["validate", "score", "draw", "show", "new"])
def test_a_verb_without_its_arguments_is_refused_in_one_line(toc, verb):
    run = toc(verb)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "Missing" in run.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "garden.yaml", "--format", "xml"),
        ("validate", "garden.yaml", "--fail-on", "panic"),
        ("score", "garden.yaml", "counts.csv", "--format", "xls"),
        ("draw", "garden.yaml", "-o", "f.png", "--dpi", "many"),
    ],
)
def test_a_choice_that_there_is_not_is_refused_in_one_line(toc, folder, arguments):
    before = sorted(folder.iterdir())
    run = toc(*arguments)
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert arguments[-1] in run.err
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("arguments", [(), *((verb,) for verb in VERBS)])
def test_help_fits_80_columns(toc, arguments):
    run = toc(*arguments, "-h", COLUMNS="200")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("Usage: toc")
    assert max(map(len, run.out.splitlines())) <= 80


def test_the_help_lists_every_verb_with_a_whole_sentence(toc):
    listed = [line.split(maxsplit=1) for line in toc("--help", COLUMNS="80").out.splitlines()]
    sentences = {words[0]: words[1] for words in listed if len(words) == 2 and words[0] in VERBS}
    assert sorted(sentences) == sorted(VERBS)
    assert all(sentence.endswith(".") and not sentence.endswith("...") for sentence in sentences.values())


def test_the_version_is_that_of_the_distribution(toc):
    assert toc("--version").out == f"toc, version {version('theory-of-change')}\n"


@pytest.mark.parametrize(("broken", "code"), [(False, 0), (True, 1)])
def test_a_reader_who_leaves_early_does_not_change_the_exit_code(folder, broken, code):
    if broken:
        (folder / "garden.yaml").write_text("- a list\n")
    command = [sys.executable, "-m", "toc", "validate", "garden.yaml"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.close()
        said = run.stderr.read()
    assert (run.returncode, said) == (code, b"")


def test_what_is_written_into_a_pipe_is_utf_8_whatever_the_machine_is_set_to(toc):
    run = toc("score", "garden.yaml", "counts.csv", PYTHONIOENCODING="latin-1")
    assert run.code == 0
    assert "▲ Neighbours know how" in run.out


@pytest.mark.skipif(os.name == "nt", reason="a file name of Windows cannot hold a line break")
def test_a_line_break_in_a_file_name_does_not_break_the_one_line(toc):
    run = toc("validate", "no\nsuch\nfile.yaml")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
