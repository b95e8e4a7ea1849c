"""A folder that is watched: what is new in it is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from toc.errors import TocError
from toc.reports.check import check_files
from toc.reports.watch import watched

MODEL = "toc: 1\nid: {}\ntitle: Home\noutcomes:\n  long_term:\n    calm: {{label: Calmer homes}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "a.yaml").write_text(MODEL.format("a"))
    (tmp_path / "models" / "notes.yaml").write_text("about: us\n")
    return tmp_path / "models"


def watch(*words: str, data: str | None = None) -> Iterator[str]:
    return watched(partial(check_files, data=data), words, data)


def told(text: str) -> tuple[list[str], str]:
    """The files in which something is found, and what is watched."""
    line = re.search(r"Watching\s(.*)\.\sCtrl\+C", " ".join(text.split()))
    assert line is not None
    return sorted(set(re.findall(r"(?m)^([\w/.]+):\d+:\d+: TOC301", text))), line[1]


def test_a_model_that_is_new_in_the_folder_is_checked_and_one_that_goes_is_not(folder: Path) -> None:
    looks = watch("models")
    assert "Watching models/a.yaml: looking" in next(looks)
    assert told(next(looks)) == (["models/a.yaml"], "models/a.yaml")
    (folder / "b").mkdir()
    (folder / "b" / "b.yaml").write_text(MODEL.format("b"))
    both = ["models/a.yaml", "models/b/b.yaml"]
    assert told(next(looks)) == (both, ", ".join(both))
    (folder / "a.yaml").unlink()
    assert told(next(looks)) == (both[1:], both[1])
    (folder / "b" / "b.yaml").unlink()
    assert next(looks).startswith("There is no model below models: 1 YAML file without `toc:` is left out")
    (folder / "notes.yaml").write_text(MODEL.format("notes"))
    assert told(next(looks)) == (["models/notes.yaml"], "models/notes.yaml")


def test_a_pattern_is_looked_for_again(folder: Path) -> None:
    looks = watch("models/*.yaml")
    (folder / "notes.yaml").unlink()
    next(looks)
    assert told(next(looks))[1] == "models/a.yaml"
    (folder / "b.yaml").write_text(MODEL.format("b"))
    assert told(next(looks))[1] == "models/a.yaml, models/b.yaml"


def test_a_base_and_data_are_watched_too(folder: Path) -> None:
    (folder / "site.yaml").write_text("toc: 1\nextends: a.yaml\nid: b\ntitle: B\nsite: {id: b, name: B}\n")
    (folder.parent / "counts.csv").write_text("indicator,improved,no_change,worsened\nx,1,2,3\n")
    looks = watch("models/site.yaml", data="counts.csv")
    next(looks)
    assert sorted(told(next(looks))[1].split(", ")) == ["counts.csv", "models/a.yaml", "models/site.yaml"]
    (folder / "a.yaml").write_text(MODEL.format("a") + "    warm: {label: Warmer homes}\n")
    assert "Warmer homes" in next(looks)
    (folder.parent / "counts.csv").write_text("indicator,improved,no_change,worsened\nzzz,1,2,3\n")
    assert "zzz" in next(looks)


def test_a_folder_without_a_model_is_a_wrong_call(folder: Path) -> None:
    (folder / "a.yaml").unlink()
    with pytest.raises(TocError):
        next(watch("models"))
