"""What was made to hurt is a finding at its place, quickly and within little memory, and no verb works with it."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from hostile.hostile_inputs import HOSTILE, SMALL_FILES, Hostile, written

SECONDS = 20
"""Far above the two seconds that `benchmarks/hostile.py` shows: a busy machine must not fail a test."""
MOST_MEMORY = 512 * 1024 * 1024
"""Address space of the process, in bytes: what it maps, not what it fills."""
OTHER_VERBS = """
import contextlib, io, json, sys
from toc.cli import main
seen = []
for path in json.load(sys.stdin):
    for verb in (["draw", path, "-o", path + ".svg"], ["score", path, "readings.csv"]):
        out, err = io.StringIO(), io.StringIO()
        sys.argv = ["toc", *verb]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
            except SystemExit as left:
                code = left.code
        seen.append([verb[0], code, out.getvalue(), err.getvalue()])
print(json.dumps(seen))
"""


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return written(tmp_path_factory.mktemp("hostile"))


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _validated(path: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "toc", "validate", path.name, "--format", "json", "--fail-on", "warning"],
        cwd=path.parent, capture_output=True, text=True, timeout=SECONDS, check=False, preexec_fn=_bounded,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.name)
def test_it_is_a_finding_at_its_place(hostile: Hostile, paths: dict[str, Path]) -> None:
    code, out, err = _validated(paths[hostile.name])
    assert (code, err) == (1, "")
    findings = json.loads(out)["findings"]
    first = next(one for one in findings if one["code"] == hostile.code)
    file = f"{hostile.file or hostile.name}.yaml"
    assert (first["file"], first["line"], first["column"]) == (file, hostile.line, hostile.column)
    ours = [one["message"] + one["hint"] for one in findings if one["code"] == hostile.code]
    assert [words for words in ours if not words.isprintable() or len(words) > 1_000] == []


def test_every_other_verb_refuses_it_in_lines_that_name_the_place(paths: dict[str, Path]) -> None:
    # A large one takes every verb as long as it takes `validate`: the small ones have the same faults.
    refused = [str(paths[one.name]) for one in HOSTILE if one.refused and one.text is None]
    folder = next(iter(paths.values())).parent
    before = sorted(folder.iterdir())
    done = subprocess.run(
        [sys.executable, "-c", OTHER_VERBS], input=json.dumps(refused), cwd=folder,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    seen = json.loads(done.stdout)
    assert len(seen) == 2 * len(refused)
    for verb, code, out, err in seen:
        assert (code, out) == (2, ""), (verb, err[:300])
        assert all(line.startswith(f"toc: {folder}") for line in err.splitlines()), (verb, err[:300])
        assert err.endswith("\n")
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    "name", ["folder.yaml", "pipe.yaml", "device.yaml", "link_to_itself.yaml", "none.yaml", "\n"]
)
def test_what_is_no_file_is_refused_in_one_line(name: str, paths: dict[str, Path]) -> None:
    folder = next(iter(paths.values())).parent
    code, out, err = _validated(folder / name)
    assert (code, out, err.count("\n"), err.startswith("toc: ")) == (2, "", 1, True)


def test_every_small_file_is_held_to_something() -> None:
    names = {one.name for one in HOSTILE} | {"extends_circle_b"}
    assert {path.stem for path in SMALL_FILES.glob("*.yaml")} <= names
