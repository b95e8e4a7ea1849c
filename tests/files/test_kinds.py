"""What a path names, and which paths name one file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from toc.errors import TocError
from toc.files import each_once, kind_of, resolved

LONG = "a" * 300


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").touch()
    (tmp_path / "sites").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.yaml", "file"),
        ("sites", "folder"),
        ("", "folder"),
        ("b.yaml", ""),
        ("a.yaml/b.yaml", ""),
        (f"{LONG}.yaml", ""),
        (f"{LONG}/b.yaml", ""),
        ("a\0b.yaml", ""),
    ],
)
def test_a_path_names_a_file_a_folder_or_nothing(here: Path, path: str, kind: str) -> None:
    assert here.is_dir()
    assert kind_of(path) == kind


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_links_are_followed_and_a_pipe_is_something_else(here: Path) -> None:
    os.mkfifo("pipe")
    for name, target in (("link", "a.yaml"), ("dead", "none.yaml"), ("loop", "loop")):
        (here / name).symlink_to(target)
    assert [kind_of(name) for name in ("pipe", "link", "dead", "loop")] == ["other", "file", "", ""]


def test_a_file_that_is_spelt_in_several_ways_comes_once_as_it_was_spelt_first(here: Path) -> None:
    (here / "link.yaml").symlink_to("a.yaml")
    (here / "loop").symlink_to("loop")
    spelt = ["sites/../a.yaml", "a.yaml", "./a.yaml", str(here / "a.yaml"), "link.yaml", "b.yaml"]
    assert each_once(spelt) == ("sites/../a.yaml", "b.yaml")
    assert each_once(["loop", "a\0b", "loop"]) == ("loop", "a\0b")


def test_a_link_to_itself_and_a_name_with_nul_lead_nowhere(here: Path) -> None:
    (here / "loop").symlink_to("loop")
    with pytest.raises(TocError) as raised:
        resolved("loop")
    assert str(raised.value) == "loop is a link that leads to itself. Name the file itself."
    with pytest.raises(TocError) as raised:
        resolved("a\0b")
    assert str(raised.value) == "That is not a file name. A name cannot hold a NUL character."
