"""What the wheel holds, and that it does its work where nothing else of the project is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="the environments are made of symbolic links"),
    pytest.mark.xdist_group("packaging"),
]


def _toc(environment: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the installed command with nothing of this environment or checkout in reach."""
    bare = {"PATH": str(environment / "bin"), "HOME": str(folder), "LANG": "C.UTF-8"}
    command = [str(environment / "bin" / "toc"), *arguments]
    return subprocess.run(command, cwd=folder, env=bare, capture_output=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_module_and_says_that_it_is_typed(names):
    modules = {path.relative_to(PROJECT / "src").as_posix() for path in (PROJECT / "src").rglob("*.py")}
    assert {name for name in names if name.endswith(".py") and not name.startswith("toc/models/")} == modules
    assert "toc/py.typed" in names


def test_the_wheel_holds_every_model_site_and_table(names):
    models = {
        f"toc/{path.relative_to(PROJECT).as_posix()}"
        for path in (PROJECT / "models").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in names if name.startswith("toc/models/")} == models
    assert {"toc/models/csof/csof.yaml", "toc/models/csof/sites/wales.yaml", "toc/models/README.md"} <= models


def test_the_wheel_holds_the_fonts_with_their_licence(names):
    fonts = {name for name in names if name.startswith("toc/diagram/fonts/")}
    assert any(name.endswith(".ttf") for name in fonts)
    assert "toc/diagram/fonts/LICENSE" in fonts
    assert "toc/diagram/fonts/fonts.conf" in fonts


def test_the_wheel_holds_every_list_of_words(names):
    lists = {path.name for path in (PROJECT / "src" / "toc" / "validation" / "wording").glob("*.txt")}
    held = {name.rpartition("/")[2] for name in names if name.startswith("toc/validation/wording/")}
    assert "people.txt" in lists
    assert {name for name in held if name.endswith(".txt")} == lists


def test_the_wheel_holds_the_files_to_begin_from(names):
    starters = {name.rpartition("/")[2] for name in names if name.startswith("toc/loading/starters/")}
    assert starters == {"blank.yaml", "logic_model.yaml", "site.txt"}


def test_the_wheel_holds_the_licence_of_the_project(names):
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_wheel_holds_no_test_cache_or_hidden_file(names):
    parts = {part for name in names for part in name.split("/")}
    assert {part for part in parts if part.startswith((".", "test_", "__pycache__", "conftest"))} == set()
    (beside,) = {name.split("/")[0] for name in names} - {"toc"}
    assert beside.endswith(".dist-info")


@pytest.mark.parametrize("place", ["an empty folder", "a checkout"])
def test_the_demo_of_the_installed_wheel_works_in(place, rendering, tmp_path):
    if place == "a checkout":
        for name in ("src", "models"):
            (tmp_path / name).symlink_to(PROJECT / name)
    done = _toc(rendering, tmp_path, "demo")
    assert (done.returncode, done.stderr) == (0, b"")
    names = {path.name for path in (tmp_path / "build").iterdir()}
    assert names == {"scores.json", "scores.txt"} | {
        f"{stem}.{kind}" for stem in ("figure1", "figure1_scores") for kind in ("svg", "pdf", "png", "html")
    }
    assert all((tmp_path / "build" / name).stat().st_size for name in names)


def test_the_demo_of_a_checkout_works(tmp_path):
    """The models then stand beside `src`, not inside the package."""
    program = "import sys; from toc.reports.demo import run_demo; print(*run_demo(sys.argv[1]), sep='\\n')"
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", program, "out"],
        cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out" / "figure1.html").stat().st_size


def test_the_core_alone_checks_and_scores(core, tmp_path):
    shutil.copytree(PROJECT / "models" / "csof", tmp_path, dirs_exist_ok=True)
    (tmp_path / "data.csv").write_bytes((tmp_path / "data" / "table4.csv").read_bytes())
    checked = _toc(core, tmp_path, "validate", "csof.yaml", "--data", "data.csv", "--format", "json")
    assert (checked.returncode, checked.stderr) == (0, b"")
    assert json.loads(checked.stdout)["summary"]["error"] == 0
    scored = _toc(core, tmp_path, "score", "csof.yaml", "data.csv", "--format", "json")
    assert (scored.returncode, scored.stderr) == (0, b"")
    assert json.loads(scored.stdout)["total"]["n"] == 219


@pytest.mark.parametrize("kind", ["html", "dot", "json"])
def test_the_core_alone_draws(core, tmp_path, kind):
    (tmp_path / "model.yaml").write_bytes((PROJECT / "models" / "csof" / "csof.yaml").read_bytes())
    done = _toc(core, tmp_path, "draw", "model.yaml", "-o", f"figure.{kind}")
    assert (done.returncode, done.stdout.decode()) == (0, f"Wrote figure.{kind}\n")
    assert b"Improved life chances of offenders" in (tmp_path / f"figure.{kind}").read_bytes()


@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
def test_the_core_alone_names_the_one_command_that_a_painted_figure_needs(core, tmp_path, kind):
    (tmp_path / "model.yaml").write_bytes((PROJECT / "models" / "csof" / "csof.yaml").read_bytes())
    done = _toc(core, tmp_path, "draw", "model.yaml", "-o", f"figure.{kind}")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, b"", 1)
    assert b'pip install "pygraphviz>=2.0"' in done.stderr
    assert not (tmp_path / f"figure.{kind}").exists()


def test_the_demo_of_the_core_alone_makes_pages_and_says_what_is_missing(core, tmp_path):
    done = _toc(core, tmp_path, "demo")
    assert (done.returncode, done.stderr) == (0, b"")
    assert {path.name for path in (tmp_path / "build").iterdir()} == {
        "scores.json", "scores.txt", "figure1.html", "figure1_scores.html",
    }  # fmt: skip
    assert done.stdout.count(b'pip install "pygraphviz>=2.0"') == 1
