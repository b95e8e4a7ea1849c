"""`make` says what is wrong with a Python that it cannot use, before it sets anything up."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

TOO_OLD = 'case "$2" in *version_info*) exit 1;; esac'
WITHOUT_VENV = 'case "$2" in *ensurepip*) exit 1;; esac'


@pytest.mark.skipif(shutil.which("make") is None, reason="this system has no make")
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (TOO_OLD, "toc needs Python 3.11 or newer; name one with: make PYTHON=python3.12 demo"),
        (WITHOUT_VENV, "This Python has no venv module. On Debian or Ubuntu: apt install python3-venv"),
    ],
    ids=["too old", "without venv"],
)
def test_a_python_that_cannot_be_used_is_refused_with_the_way_out(tmp_path: Path, fault: str, words: str) -> None:
    stub = tmp_path / "python"
    stub.write_text(f"#!/bin/sh\n{fault}\nexit 0\n")
    stub.chmod(0o755)
    done = subprocess.run(
        ["make", "-C", str(PROJECT), "--no-print-directory", "python", f"PYTHON={stub}"],
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, f"{words}\n")
