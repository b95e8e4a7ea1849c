"""Folders that may not be looked into: somebody without the rights of root runs the command."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cli.conftest import GARDEN

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system gives no process other rights")

# What the command imports is imported while everything may still be read: the first run sees to it.
CHILD = """\
import os, sys
from toc.cli.command import main
def run(words):
    sys.argv = ["toc", *words]
    try:
        main()
    except SystemExit as left:
        return left.code
run(["validate", "base.yaml", "--format", "github"])
print("----", flush=True)
if os.geteuid() == 0:
    os.setuid(65534)
sys.exit(run(sys.argv[1:] or WORDS))
"""


@pytest.fixture
def folder():
    """A model in a folder that anybody may read, and one in a folder that is closed."""
    with tempfile.TemporaryDirectory() as made:
        here = Path(made)
        here.chmod(0o755)
        (here / "open" / "closed").mkdir(parents=True)
        (here / "open" / "a.yaml").write_text(GARDEN)
        (here / "open" / "closed" / "b.yaml").write_text(GARDEN)
        (here / "base.yaml").write_text(f"{GARDEN}sites:\n  hull: open/closed/b.yaml\n")
        (here / "toc.toml").write_text('select = ["TOC615"]\n')
        (here / "open" / "closed").chmod(0)
        yield here
        (here / "open" / "closed").chmod(0o755)


def told(folder, *words):
    code = CHILD.replace("sys.argv[1:] or WORDS", repr(words))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout.partition("----\n")[2], done.stderr


@pytest.mark.parametrize("word", ["open", "open/**/*.yaml", "./**/?.yaml"])
def test_a_folder_with_a_closed_one_in_it_is_not_half_checked(folder, word):
    assert told(folder, "validate", word) == (
        2,
        "",
        "toc: open/closed cannot be read: Permission denied.\n",
    )


def test_a_file_in_a_closed_folder_cannot_be_read(folder):
    assert told(folder, "validate", "open/closed/b.yaml") == (
        2,
        "",
        "toc: open/closed/b.yaml cannot be read: Permission denied.\n",
    )


def test_a_site_in_a_closed_folder_is_told_where_it_is_listed(folder):
    code, out, err = told(folder, "validate", "base.yaml", "--format", "github")
    assert (code, err) == (1, "")
    line = GARDEN.count("\n") + 2
    assert f"file=base.yaml,line={line},col=9" in out
    assert "`open/closed/b.yaml`, which is listed as site `hull`, may not be opened." in out
