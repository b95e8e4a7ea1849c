"""Nothing in the tree is about the machine on which it was written."""

from __future__ import annotations

import re

FOLDERS = ("src", "tests", "models", "docs", "notebooks", "benchmarks", ".ci", ".github")
TEXTS = {
    "", ".py", ".md", ".yaml", ".yml", ".csv", ".toml", ".json", ".ipynb", ".txt", ".cfg", ".svg", ".html", ".dot",
    ".conf", ".sh",
}  # fmt: skip
MACHINE = re.compile(r"(?<![\w.\-/<])/(?:home|root|Users|tmp|work|mnt)/\w|\b[A-Z]:\\(?:Users|Temp)\b")


def _files(project):
    for folder in FOLDERS:
        yield from (path for path in sorted((project / folder).rglob("*")) if path.is_file())
    yield from (path for path in sorted(project.iterdir()) if path.is_file())


def test_no_file_names_a_path_of_one_machine(project):
    found = {
        f"{path.relative_to(project)}:{number}"
        for path in _files(project)
        if path.suffix in TEXTS and "__pycache__" not in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if MACHINE.search(line)
    }
    assert found == set()


def test_the_names_of_test_files_are_unique(project):
    names = [path.name for path in (project / "tests").rglob("test_*.py")]
    assert len(names) > 20
    assert sorted(names) == sorted(set(names))
