"""Models named by a pattern that no shell has taken apart, and by their folder."""

from __future__ import annotations

import json
import re

import pytest

WEAK = "toc: 1\nid: {name}\ntitle: Weak\noutcomes:\n  long_term:\n    calm:\n      label: Calmer homes\n"


@pytest.fixture
def models(folder):
    """Four models, one of them hidden, and two files that are none."""
    for path in ("models/b.yaml", "models/a.yaml", "models/sites/c.yml", "models/.hidden/d.yaml"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(WEAK.format(name=(folder / path).stem))
    (folder / "models" / "notes.yaml").write_text("about: our models\n# toc: none\nof:\n  toc: 1\n")
    (folder / "models" / "readme.md").write_text("toc: 1\n")
    return folder / "models"


@pytest.fixture
def told(toc, models):
    """Validate what words name and give the files in which something is found, the exit code and the notes."""
    assert models.is_dir()

    def run(*words):
        done = toc("validate", *words, "--select", "TOC301", "--format", "github")
        return re.findall(r" file=([^,]+),", done.out), done.code, done.complaints

    return run


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("models/[ab].yaml", ["models/a.yaml", "models/b.yaml"]),
        ("models/?.y*ml", ["models/a.yaml", "models/b.yaml"]),
        ("models/**/*.yml", ["models/sites/c.yml"]),
        ("./models/**/[a-d].y*ml", ["models/a.yaml", "models/b.yaml", "models/sites/c.yml"]),
        ("models/.hidden/*.yaml", ["models/.hidden/d.yaml"]),
    ],
)
def test_a_pattern_names_what_it_matches(told, pattern, files):
    assert told(pattern) == (files, 0, [])


def test_a_pattern_may_begin_at_the_top_of_the_disk(told, models):
    assert told(models / "[ab].yaml") == (["models/a.yaml", "models/b.yaml"], 0, [])


def test_a_file_whose_name_has_such_a_sign_is_itself(told, models):
    (models / "[ab].yaml").write_text(WEAK.format(name="c"))
    assert told("models/[ab].yaml") == (["models/[ab].yaml"], 0, [])


def test_a_folder_stands_for_the_models_below_it_and_how_many_is_said(told):
    note = "toc: 3 models below models; 1 YAML file without `toc:` is left out (models/notes.yaml)."
    assert told("models") == (["models/a.yaml", "models/b.yaml", "models/sites/c.yml"], 0, [note])
    assert told("models/sites/") == (["models/sites/c.yml"], 0, ["toc: 1 model below models/sites/."])


def test_a_folder_that_a_pattern_matches_is_a_folder(told):
    assert told("mod*")[0] == ["models/a.yaml", "models/b.yaml", "models/sites/c.yml"]


def test_a_model_that_is_named_twice_is_checked_once(told):
    assert told("models/a.yaml", "models/?.yaml", "models/a.yaml") == (["models/a.yaml", "models/b.yaml"], 0, [])


@pytest.mark.parametrize(
    ("text", "is_model"),
    [
        (b"\xef\xbb\xbftoc: 1\n", True),
        (b"# A note.\n\n'toc' : 1\n", True),
        (b'{"toc": 1}\n', True),
        ("toc: 1\n".encode("utf-16"), True),
        (b"tocs: 1\n", False),
        (b"a:\n  toc: 1\n", False),
        (b"", False),
    ],
)
def test_a_model_is_known_by_its_key(toc, folder, text, is_model):
    (folder / "more").mkdir()
    (folder / "more" / "odd.yaml").write_bytes(text)
    run = toc("validate", "more")
    assert (run.code, len(run.complaints)) == ((1, 1) if is_model else (2, 1))
    assert run.complaints[0] == (
        "toc: 1 model below more."
        if is_model
        else "toc: There is no model below more: 1 YAML file without `toc:` is left out (more/odd.yaml). "
        "A model is a YAML file with the line `toc: 1`."
    )


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("modles/*.yaml", "toc: No file is called modles/*.yaml. Check the name and the folder."),
        ("empty", "toc: There is no model below empty. A model is a YAML file with the line `toc: 1`."),
    ],
)
def test_where_there_is_no_model_it_is_a_wrong_call_in_one_line(toc, folder, word, said):
    (folder / "empty").mkdir()
    run = toc("validate", "garden.yaml", word)
    assert (run.code, run.out, run.complaints) == (2, "", [said])


def test_no_name_at_all_is_no_folder(toc):
    assert toc("validate", "").code == 2


def test_the_models_of_a_folder_are_mended_and_compared_with_what_is_known_as_if_named(toc, models, folder):
    (folder / "toc.toml").touch()
    for name in ("a", "b"):
        text = (models / f"{name}.yaml").read_text().replace("title: Weak", "title: Weak\nversion: 2024-05-01")
        (models / f"{name}.yaml").write_text(text)
    run = toc("validate", "models", "--diff")
    assert [line for line in run.out.splitlines() if line.startswith("+++")] == [
        "+++ models/a.yaml",
        "+++ models/b.yaml",
    ]
    toc("validate", "models", "--write-baseline", "--baseline", "known.json")
    assert {one["file"] for one in json.loads((folder / "known.json").read_text())["findings"]} == {
        "models/a.yaml",
        "models/b.yaml",
        "models/sites/c.yml",
    }
    assert toc("validate", "models/[ab].yaml", "--baseline", "known.json").out.startswith("No findings; ")


def test_a_model_that_is_spelt_in_several_ways_is_checked_once_by_its_first_spelling(told, models):
    (models / "link.yaml").symlink_to("a.yaml")
    spelt = ("./models/sites/../a.yaml", "models/a.yaml", models / "a.yaml", "models/link.yaml")
    assert told(*spelt) == (["models/a.yaml"], 0, [])
    assert told("models")[2][0].startswith("toc: 3 models below models;")
