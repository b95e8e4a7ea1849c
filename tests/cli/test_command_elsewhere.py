"""Where on the disk a project lies is nobody's business: files above the user are named as seen from there."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cli.conftest import GARDEN

SITE = "toc: 1\nextends: {}\nid: hull\ntitle: Hull\nsite: {{id: hull, name: Hull}}\n"


@pytest.fixture
def below(folder):
    """Run the command in the folder `team`, beside which the models are."""
    (folder / "team").mkdir()
    (folder / "sites").mkdir()
    (folder / "toc.toml").touch()

    def run(*words):
        command = [sys.executable, "-m", "toc", *words]
        done = subprocess.run(
            command, cwd=folder / "team", capture_output=True, text=True, timeout=60, check=False
        )
        assert str(folder) not in done.stdout + done.stderr
        return done.returncode, done.stdout + done.stderr

    return run


def test_settings_above_are_named_from_where_the_user_is(below, folder):
    (folder / "toc.toml").write_text('profile = "sight"\n')
    code, said = below("validate", "../garden.yaml")
    assert (code, said.startswith('toc: ../toc.toml:1:1: There is no profile "sight".')) == (2, True)


def test_a_baseline_of_settings_above_is_named_from_where_the_user_is(below, folder):
    (folder / "toc.toml").write_text('profile = "site"\nbaseline = "known.json"\n')
    code, said = below("validate", "../garden.yaml")
    assert code == 2
    assert said.startswith("toc: ../toc.toml:2:1: The baseline ../known.json does not exist.")


def test_a_base_that_is_missing_or_outside_is_named_as_it_is_written(below, folder):
    (folder / "sites" / "hull.yaml").write_text(SITE.format("../gone.yaml"))
    code, said = below("validate", "../sites/hull.yaml")
    assert (code, "`../gone.yaml` does not exist." in said) == (1, True)
    (folder / "sites" / "hull.yaml").write_text(SITE.format("../../garden.yaml"))
    code, said = below("validate", "../sites/hull.yaml")
    words = f'"../../garden.yaml" leads out of the folder {folder.name}, the root of this model.'
    assert (code, words in " ".join(said.split())) == (1, True)


def test_a_site_that_cannot_be_read_is_named_as_its_base_is(below, folder):
    (folder / "garden.yaml").write_text(f"{GARDEN}sites:\n  hull: sites/hull.yaml\n")
    code, said = below("show", "../garden.yaml")
    assert (code, "hull: ../sites/hull.yaml does not exist." in said) == (0, True)


@pytest.mark.skipif(os.name == "nt", reason="no folder goes while somebody is in it")
@pytest.mark.parametrize(
    "words", [("validate", "a.yaml"), ("validate",), ("show",), ("validate", "--format", "json")]
)
def test_a_folder_that_is_gone_is_told_in_one_line(folder, words):
    (folder / "garden.yaml").write_text(GARDEN.replace("measures: [health]", "measures: []"))
    model = () if words[-1] == "a.yaml" else (str(folder / "garden.yaml"),)
    code = (
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')\nfrom toc.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words, *model], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "mistake" not in done.stderr
