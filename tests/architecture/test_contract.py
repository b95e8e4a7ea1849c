"""The contract between the rooms is kept, and every clause of it breaks when its fault is planted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(sys.argv[1], no_cache=True))"
ROOMS = "Rooms: a room imports only those below it, and every room has its place"
CIRCLES = "No circles, in any room"
FACE = "No room imports the face"
PYDANTIC = "Only the model and what words its errors know pydantic"
CLICK = "Only the command knows click"
YAML = "PyYAML has one door"
NETWORKX = "networkx has one door"
GRAPHVIZ = "Graphviz has one door for each way to it"
SCIPY = "scipy has one door for each use of it"
MATPLOTLIB = "matplotlib has one door"
PYPDF = "pypdf has one door"
TABLES = "Each library of other tables has one door"
FILES = "The model never reads files"

PLANTED = {
    "the lowest room imports the highest": (
        "places/__init__.py",
        "from toc.cli import main",
        {ROOMS, CIRCLES, FILES},
    ),
    "a room imports one above it": ("files/__init__.py", "import toc.model", {ROOMS}),
    "strangers meet": ("diagram/theme.py", "import toc.validation.rule", {ROOMS}),
    "scoring draws": ("scoring/change.py", "import toc.diagram.theme", {ROOMS}),
    "the command is imported by a report": ("reports/scored.py", "import toc.cli.output", {ROOMS, CIRCLES}),
    "a room that has no place": ("gossip/__init__.py", '"""A new room."""', {ROOMS}),
    "a circle inside a room": ("graph/adjacency.py", "import toc.graph.traced", {CIRCLES}),
    "a room imports the face": ("scoring/change.py", "import toc", {FACE, ROOMS}),
    "the model reads a file": ("model/stages.py", "from toc.files import read_bytes", {FILES}),
    "the model knows YAML": ("model/text.py", "import yaml", {YAML}),
    "loading has a second door to YAML": ("loading/theory.py", "import yaml", {YAML}),
    "validation knows networkx": ("validation/hit.py", "import networkx", {NETWORKX}),
    "the graph has a second door to networkx": ("graph/reach.py", "import networkx", {NETWORKX}),
    "a report knows pygraphviz": ("reports/scored.py", "import pygraphviz", {GRAPHVIZ}),
    "the figure has a second door to Graphviz": ("diagram/painting.py", "import graphviz", {GRAPHVIZ}),
    "scoring has a second door to scipy": ("scoring/steps.py", "import scipy", {SCIPY}),
    "the figure has a second door to pypdf": ("diagram/pdf_figure.py", "import pypdf", {PYPDF}),
    "a report has a second door to matplotlib": ("reports/scored.py", "import matplotlib", {MATPLOTLIB}),
    "data have a second door to duckdb": ("data/source.py", "import duckdb", {TABLES}),
    "scoring knows a library of frames": ("scoring/change.py", "import narwhals", {TABLES}),
    "scoring knows pydantic": ("scoring/change.py", "import pydantic", {PYDANTIC}),
    "a report knows click": ("reports/scored.py", "import click", {CLICK}),
}


@pytest.fixture
def lint(project: Path, tmp_path: Path) -> Callable[[], dict[str, str]]:
    """Check a copy of the library, in which a test may have planted a fault; give the verdict on each contract."""
    shutil.copytree(project / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "fonts"))
    shutil.copy(project / "pyproject.toml", tmp_path)

    def check() -> dict[str, str]:
        done = subprocess.run(
            [sys.executable, "-c", LINT, "pyproject.toml"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path / "src"), "COLUMNS": "200", "NO_COLOR": "1"},
            capture_output=True,
            timeout=120,
            check=False,
        )
        said = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout.decode() + done.stderr.decode())
        verdicts = dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", said, re.MULTILINE))
        assert verdicts, said
        assert (done.returncode == 0) == (set(verdicts.values()) == {"KEPT"})
        return verdicts

    return check


def test_every_contract_is_kept(lint):
    doors = (YAML, NETWORKX, GRAPHVIZ, PYPDF, SCIPY, MATPLOTLIB, TABLES, PYDANTIC, CLICK)
    clauses = (ROOMS, CIRCLES, FACE, FILES, *doors)
    assert lint() == dict.fromkeys(clauses, "KEPT")


@pytest.mark.parametrize("fault", sorted(PLANTED))
def test_a_planted_fault_breaks_what_it_offends_and_nothing_else(lint, tmp_path, fault):
    file, line, broken = PLANTED[fault]
    path = tmp_path / "src" / "toc" / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")
    assert {contract for contract, verdict in lint().items() if verdict == "BROKEN"} == broken
