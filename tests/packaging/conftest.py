from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SOURCES = ("src", "models", "pyproject.toml", "README.md", "LICENSE")
CORE = (
    *("pydantic", "pydantic_core", "annotated-types", "typing_extensions", "typing-inspection"),
    *("PyYAML", "networkx", "graphviz", "click"),
)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a copy of the sources in the way that pip builds it, without the network."""
    source = tmp_path_factory.mktemp("source")
    for name in SOURCES:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / name, source)
    target = tmp_path_factory.mktemp("wheel")
    _run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-cache-dir",
        "--wheel-dir", target, source,
    )  # fmt: skip
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def environment(wheel, tmp_path_factory) -> Callable[..., Path]:
    """Make a fresh environment that holds the wheel, its core dependencies and the distributions named besides."""

    def make(name: str, *besides: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        venv.create(folder, with_pip=False, symlinks=True)
        (packages,) = folder.glob("lib/python*/site-packages")
        for distributed in (*CORE, *besides):
            _link(distributed, packages)
        _run(
            sys.executable,
            "-m",
            "pip",
            "--python",
            folder / "bin" / "python",
            "install",
            "--quiet",
            "--no-deps",
            wheel,
        )
        return folder

    return make


@pytest.fixture(scope="session")
def core(environment) -> Path:
    """What `pip install theory-of-change` gives: no renderer."""
    return environment("core")


@pytest.fixture(scope="session")
def rendering(environment) -> Path:
    """What `pip install "theory-of-change[render]"` gives."""
    return environment("rendering", "pygraphviz")


def _link(name: str, packages: Path) -> None:
    """Put what a distribution has installed here into another environment, without copying it."""
    found = distribution(name)
    for top in {Path(file).parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
        source, link = Path(str(found.locate_file(top))), packages / top
        if source.exists() and not link.exists():
            link.symlink_to(source)


def _run(*command: object) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
