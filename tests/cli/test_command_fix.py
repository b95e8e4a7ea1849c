"""`toc validate --fix`, `--unsafe-fixes` and `--diff`: what they do to the files, and what they say."""

from __future__ import annotations

import json

import pytest

from cli.conftest import GARDEN

ODD = GARDEN.replace('version: "2024-05"', "version: 2024-05-01 # of the board")
MENDED = GARDEN.replace('version: "2024-05"', 'version: "2024-05-01" # of the board')
SLIP = ODD.replace("[households]", "[housholds]")
DIFF = """\
--- odd.yaml
+++ odd.yaml
@@ -1,7 +1,7 @@
 toc: 1
 id: garden
 title: A garden for everyone
-version: 2024-05-01 # of the board
+version: "2024-05-01" # of the board
 strands:
   growing:
     label: Growing
"""
SITE = """\
toc: 1
extends: odd.yaml
id: north
title: A garden in the north
site: {id: north, name: North}
change:
  health: {label: Better health}
"""


@pytest.fixture
def odd(folder):
    path = folder / "odd.yaml"
    path.write_text(ODD)
    return path


def test_fix_mends_what_is_certain_and_shows_what_is_left(toc, odd):
    run = toc("validate", odd.name, "--fix")
    assert (run.code, run.out, run.complaints) == (0, "No findings.\n", ["toc: 1 mended"])
    assert odd.read_text() == MENDED


def test_where_nothing_can_be_mended_the_file_is_not_written(toc, odd):
    toc("validate", odd.name, "--fix")
    before = odd.stat()
    run = toc("validate", odd.name, "--fix")
    assert (run.code, run.complaints) == (0, ["toc: nothing mended"])
    assert (odd.stat().st_ino, odd.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_a_person_must_look_at_is_counted_and_waits_for_its_own_option(toc, odd):
    odd.write_text(SLIP)
    run = toc("validate", odd.name, "--fix")
    assert (run.code, run.complaints) == (1, ["toc: 1 mended; 1 more with --unsafe-fixes"])
    assert odd.read_text() == MENDED.replace("[households]", "[housholds]")
    again = toc("validate", odd.name, "--unsafe-fixes")
    assert (again.code, again.out, again.complaints) == (0, "No findings.\n", ["toc: 1 mended"])
    assert odd.read_text() == MENDED


def test_diff_shows_the_change_and_writes_nothing(toc, odd):
    run = toc("validate", odd.name, "--diff")
    assert (run.code, run.out, run.complaints) == (0, DIFF, ["toc: 1 would be mended", "toc: nothing would stay"])
    assert odd.read_text() == ODD


def test_diff_shows_what_the_other_option_would_do_and_leaves_by_what_would_be_left(toc, odd):
    odd.write_text(SLIP)
    first = toc("validate", odd.name, "--diff")
    assert (first.code, first.complaints) == (
        1,
        [
            "toc: 1 would be mended; 1 more with --unsafe-fixes",
            "toc: 1 finding would stay: 1 error, 0 warnings, 0 info. `toc validate` without --diff shows all.",
        ],
    )
    run = toc("validate", odd.name, "--diff", "--unsafe-fixes")
    assert (run.code, run.complaints) == (0, ["toc: 2 would be mended", "toc: nothing would stay"])
    assert "-    engages: [housholds]\n+    engages: [households]\n" in run.out
    assert odd.read_text() == SLIP


def test_the_diff_of_a_text_without_a_last_line_end_says_so(toc, folder):
    (folder / "odd.yaml").write_text("toc: 1\nid: a\ntitle: A\nversion: 2024-05-01")
    run = toc("validate", "odd.yaml", "--diff")
    end = "\\ No newline at end of file\n"
    assert run.out.endswith(f'-version: 2024-05-01\n{end}+version: "2024-05-01"\n{end}')


def test_a_sound_model_has_no_diff(toc):
    run = toc("validate", "garden.yaml", "--diff")
    assert (run.code, run.out, run.complaints) == (
        0,
        "",
        ["toc: nothing would be mended", "toc: nothing would stay"],
    )


def test_a_rule_that_is_not_asked_is_not_mended(toc, odd):
    run = toc("validate", odd.name, "--fix", "--ignore", "TOC008")
    assert (run.code, run.complaints, odd.read_text()) == (0, ["toc: nothing mended"], ODD)


def test_what_the_model_ignores_is_not_mended(toc, odd):
    odd.write_text(f"{ODD}ignore:\n  - code: TOC008\n    reason: The board writes it so.\n")
    before = odd.read_text()
    run = toc("validate", odd.name, "--fix")
    assert (run.complaints, odd.read_text()) == (["toc: nothing mended"], before)


def test_what_is_known_is_not_mended(toc, odd):
    toc("validate", odd.name, "--baseline", "known.json", "--write-baseline")
    run = toc("validate", odd.name, "--fix", "--baseline", "known.json")
    assert (run.out, run.complaints, odd.read_text()) == ("No findings; 1 known.\n", ["toc: nothing mended"], ODD)


def test_a_baseline_that_is_written_holds_what_is_left(toc, odd, folder):
    run = toc("validate", odd.name, "--fix", "--baseline", "known.json", "--write-baseline")
    assert run.complaints == ["toc: 1 mended", "toc: Wrote known.json: 0 known findings."]
    assert json.loads((folder / "known.json").read_text())["findings"] == []


def test_a_base_that_is_only_extended_is_never_written(toc, odd, folder):
    (folder / "site.yaml").write_text(SITE)
    run = toc("validate", "site.yaml", "--fix", "--also", "TOC605")
    assert run.complaints == ["toc: 1 mended"]
    assert (folder / "site.yaml").read_text() == SITE.partition("change:")[0]
    assert odd.read_text() == ODD


def test_a_base_and_its_site_are_mended_together(toc, odd, folder):
    (folder / "site.yaml").write_text(SITE)
    run = toc("validate", "site.yaml", odd.name, "--fix", "--also", "TOC605")
    assert run.complaints == ["toc: 2 mended"]
    assert odd.read_text() == MENDED


def test_an_edit_of_a_base_that_would_break_its_site_is_not_made(toc, odd, folder):
    text = MENDED.replace("        because: People learn by doing.\n", "      workshops:\n")
    odd.write_text(text)
    dropped = 'drop:\n  "workshops -> workshops": Not here\n'
    (folder / "site.yaml").write_text(SITE.partition("change:")[0] + dropped)
    run = toc("validate", odd.name, "site.yaml", "--unsafe-fixes")
    assert run.complaints == [
        "toc: nothing mended",
        "toc: odd.yaml:22:7: TOC104 needs a person: the edit would change something else too.",
    ]
    assert odd.read_text() == text


def test_an_ignore_of_a_base_that_only_its_site_needs_stays_where_the_site_is_checked_too(toc, odd, folder):
    ignored = "\n    skills:\n      ignore:\n        - {code: TOC111, reason: The skills are the aim.}\n"
    text = MENDED.replace("\n    skills:\n", ignored)
    odd.write_text(text)
    (folder / "site.yaml").write_text(SITE.partition("change:")[0] + 'drop:\n  "skills -> health": Not here\n')
    run = toc("validate", odd.name, "site.yaml", "--fix", "--also", "TOC013")
    assert (run.complaints, odd.read_text()) == (["toc: nothing mended"], text)
    assert toc("validate", odd.name, "--fix", "--also", "TOC013").complaints == ["toc: 1 mended"]
    assert odd.read_text() == MENDED


def test_a_machine_format_holds_what_is_left_and_says_what_a_fix_would_be(toc, odd):
    odd.write_text(SLIP)
    run = toc("validate", odd.name, "--fix", "--format", "json")
    found = json.loads(run.out)["findings"]
    assert [(one["code"], one["fix"]) for one in found] == [("TOC101", "unsafe")]
    assert run.complaints == ["toc: 1 mended; 1 more with --unsafe-fixes"]


def test_a_byte_order_mark_and_the_line_ends_stay(toc, odd):
    odd.write_bytes(b"\xef\xbb\xbf" + ODD.replace("\n", "\r\n").encode())
    toc("validate", odd.name, "--fix")
    assert odd.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()


def test_a_symbolic_link_stays_one(toc, odd, folder):
    (folder / "link.yaml").symlink_to(odd.name)
    run = toc("validate", "link.yaml", "--fix")
    assert run.complaints == ["toc: 1 mended"]
    assert (folder / "link.yaml").is_symlink()
    assert odd.read_text() == MENDED


@pytest.mark.parametrize("option", [("--format", "json"), ("--write-baseline", "--baseline", "known.json")])
def test_diff_goes_with_no_other_output(toc, odd, option):
    run = toc("validate", odd.name, "--diff", *option)
    assert (run.code, run.out) == (2, "")
    assert run.complaints[0].startswith("toc: `--diff` shows a text of its own, and writes no baseline.")


def test_a_file_that_cannot_be_read_as_a_model_stays(toc, folder):
    (folder / "broken.yaml").write_text("toc: 1\nid: [\n")
    run = toc("validate", "broken.yaml", "--unsafe-fixes")
    assert (run.code, run.complaints) == (1, ["toc: nothing mended"])
    assert (folder / "broken.yaml").read_text() == "toc: 1\nid: [\n"
