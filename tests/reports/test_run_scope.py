"""Silence means that something is gone only where a run would have spoken."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.reports.run_scope import RunScope
from toc.validation import Entry


@pytest.fixture
def scope(tmp_path: Path) -> RunScope:
    """A run over one of two models, with one rule on the model and one on data asked, and data."""
    for name in ("a.yaml", "b.yaml", "scores.csv"):
        (tmp_path / name).touch()
    return RunScope(
        frozenset({"a.yaml", "scores.csv"}),
        frozenset({"TOC301", "TOC705"}),
        tmp_path,
        with_data=True,
        whole=True,
    )


def entry(code: str, file: str) -> Entry:
    return Entry(file, code, "calm", "f" * 64)


@pytest.mark.parametrize(
    ("code", "file", "spoken"),
    [
        ("TOC301", "a.yaml", True),
        ("TOC301", "", True),
        ("TOC301", "b.yaml", False),
        ("TOC301", "no_longer_there.yaml", True),
        ("TOC302", "a.yaml", False),
        ("TOC302", "no_longer_there.yaml", False),
        ("TOC000", "b.yaml", True),
        ("TOC705", "scores.csv", True),
        ("TOC705", "elsewhere.csv", False),
    ],
)
def test_a_run_would_have_told_what_is_of_its_rules_and_files(
    scope: RunScope, code: str, file: str, *, spoken: bool
) -> None:
    assert scope.holds(entry(code, file)) is spoken


def test_without_data_nothing_is_said_of_data(scope: RunScope) -> None:
    without = scope._replace(with_data=False)
    assert (without.holds(entry("TOC705", "scores.csv")), without.holds(entry("TOC301", "a.yaml"))) == (
        False,
        True,
    )


def test_where_a_file_could_not_be_read_nothing_is_said_at_all(scope: RunScope) -> None:
    broken = scope._replace(whole=False)
    assert not any(broken.holds(entry(code, "a.yaml")) for code in scope.codes)
