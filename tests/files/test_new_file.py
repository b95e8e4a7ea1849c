"""A new file never takes the place of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import TocError
from toc.files import check_free, write_new, write_once


def test_a_name_that_nothing_has_is_free(tmp_path: Path) -> None:
    check_free(tmp_path / "a")
    assert (write_new(tmp_path / "a", b"new"), (tmp_path / "a").read_bytes()) == (tmp_path / "a", b"new")


@pytest.mark.parametrize("kind", ["file", "folder", "link that leads nowhere"])
def test_a_name_that_something_has_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    if kind == "file":
        path.write_bytes(b"old")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("gone")
    for write in (lambda: check_free(path), lambda: write_new(path, b"new"), lambda: write_once(path, b"new")):
        with pytest.raises(TocError) as caught:
            write()
        assert str(caught.value) == f"{path} is there already. Give another name, or move the old one away."
    assert not (tmp_path / "gone").exists()
    assert kind != "file" or path.read_bytes() == b"old"


def test_a_file_with_the_very_same_content_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert (write_once(path, b"same"), write_once(path, b"same"), path.read_bytes()) == (True, False, b"same")


def test_a_new_file_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(TocError, match="there is no folder"):
        write_new(tmp_path / "no" / "a", b"new")
    assert list(tmp_path.iterdir()) == []
