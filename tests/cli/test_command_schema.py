from __future__ import annotations

import json

from toc.interchange import schema


def test_the_schema_is_written_to_the_screen(toc):
    run = toc("schema")
    assert (run.code, run.err, json.loads(run.out)) == (0, "", schema())


def test_the_schema_is_written_to_a_file(toc, folder):
    run = toc("schema", "-o", "toc-1.json")
    assert (run.code, run.out, run.err) == (0, "Wrote toc-1.json\n", "")
    assert (folder / "toc-1.json").read_text(encoding="utf-8") == toc("schema").out


def test_a_file_that_cannot_be_written_is_told_in_one_line(toc, folder):
    before = sorted(folder.iterdir())
    run = toc("schema", "-o", "nowhere/toc-1.json")
    assert (run.code, run.out, len(run.complaints)) == (2, "", 1)
    assert "there is no folder nowhere" in run.err
    assert sorted(folder.iterdir()) == before
