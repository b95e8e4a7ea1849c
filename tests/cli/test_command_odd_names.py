"""Names that no file can have, names that are not UTF-8, and mistakes of the program itself: never exit code 1."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import GARDEN

LONG = "a" * 300
WORDS = {
    "validate": ("validate", LONG),
    "a pattern": ("validate", f"{LONG}/*.yaml"),
    "--root": ("validate", "garden.yaml", "--root", LONG),
    "--config": ("validate", "garden.yaml", "--config", LONG),
    "--data": ("validate", "garden.yaml", "--data", f"{LONG}.csv"),
    "--fix": ("validate", "loop.yaml", "--fix"),
    "--baseline": ("validate", "garden.yaml", "--baseline", LONG, "--write-baseline"),
    "score": ("score", "garden.yaml", LONG),
    "score -o": ("score", "garden.yaml", "counts.csv", "-o", f"{LONG}.csv"),
    "draw": ("draw", "garden.yaml", "-o", f"{LONG}.svg"),
    "diff": ("diff", "garden.yaml", f"{LONG}.yaml"),
    "show": ("show", f"{LONG}.yaml"),
    "new": ("new", f"{LONG}.yaml"),
    "new --site-of": ("new", "loop.yaml", "--site-of", "garden.yaml"),
}


@pytest.mark.parametrize("case", sorted(WORDS))
def test_a_word_that_no_file_can_be_called_is_a_wrong_call_in_one_line(toc, folder, case):
    (folder / "loop.yaml").symlink_to("loop.yaml")
    before = sorted(folder.iterdir())
    run = toc(*WORDS[case])
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "mistake" not in run.err
    assert sorted(folder.iterdir()) == before


def test_a_pattern_with_two_stars_in_a_name_is_refused_with_the_way_out(toc):
    said = "toc: a**.yaml is not a pattern. Write `**` between slashes, as in models/**/*.yaml."
    assert toc("validate", "a**.yaml").complaints == [said]


def test_an_empty_word_is_refused(toc):
    said = "toc: No file is named: a word is empty. Name a model file, or its folder."
    assert toc("validate", "").complaints == [said]


@pytest.mark.parametrize("verb", [("show",), ("validate", "--format", "json")])
def test_a_site_whose_path_no_file_can_have_is_told_where_it_is_listed(toc, folder, verb):
    (folder / "garden.yaml").write_text(f"{GARDEN}sites:\n  hull: {LONG}.yaml\n")
    run = toc(verb[0], "garden.yaml", *verb[1:])
    assert run.err.count("mistake") == 0
    if verb[0] == "validate":
        found = [one for one in json.loads(run.out)["findings"] if one["code"] == "TOC615"]
        assert [(one["line"], one["column"]) for one in found] == [(GARDEN.count("\n") + 2, 9)]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("kind", ["text", "json", "sarif", "github", "junit", "gitlab"])
def test_findings_in_a_file_whose_name_is_not_utf_8_are_told_in_every_format(folder, kind):
    (folder / os.fsdecode(b"bad\xff.yaml")).write_text(GARDEN.replace("measures: [health]", "measures: []"))
    command = [sys.executable, "-m", "toc", "validate", b"bad\xff.yaml", "--format", kind, "--fail-on", "warning"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"TOC3" in done.stdout
    if kind == "sarif":
        place = json.loads(done.stdout)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "bad%FF.yaml"}


MISTAKEN = """\
import click, sys
from toc.cli.command import command, main
@command.command()
def broken():
    raise {error}
sys.argv = ["toc", "broken"]
main()
"""


@pytest.mark.parametrize("error", ["ValueError('case 17: 4')", "RecursionError", "MemoryError", "KeyError('a')"])
def test_a_mistake_of_the_program_leaves_with_2_and_one_line_without_its_words(error):
    done = subprocess.run(
        [sys.executable, "-c", MISTAKEN.format(error=error)], capture_output=True, text=True, check=False
    )
    kind = error.partition("(")[0]
    said = (
        f"toc: A mistake in toc itself: {kind} (<string>, line 5). Nothing of this run counts; please report it.\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no such device")
def test_a_complaint_that_cannot_be_written_leaves_with_2_too(folder):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "toc", "validate", "none.yaml"]
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=full, check=False)
    assert (done.returncode, done.stdout) == (2, b"")


ODD = [
    'a"b.svg', "$(touch x).svg", "%s {0}.svg", "<b>.svg", "مخطط.svg", "two\nlines.svg",
    ":(x).svg", "\x1b[31m.svg",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_a_figure_with_an_odd_name_is_written_under_it_and_told_in_one_line(toc, folder, name):
    run = toc("draw", "garden.yaml", "-o", name)
    assert (run.code, run.err, len(run.out.splitlines())) == (0, "", 1)
    assert "\x1b" not in run.out
    assert (folder / name).read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("name", ODD)
def test_a_funnel_with_an_odd_name_is_written_under_it_and_told_in_one_line(toc, folder, name):
    (folder / "steps.csv").write_text("step,count,unit\nReferred,40,people\nSeen,38,people\n")
    run = toc("funnel", "steps.csv", "-o", name)
    plain = "".join(letter if letter.isprintable() else " " for letter in name)
    assert (run.code, run.out, run.err) == (0, f"Wrote {plain}\n", "")
    assert "<svg" in (folder / name).read_text(encoding="utf-8")
