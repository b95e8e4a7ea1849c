"""What can be read from a path, and what is told where nothing can."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from toc.errors import TocError
from toc.files import read_bytes

KIND = "is a device or a pipe, not a file. Save its content as a file first."


def told(path: str | Path, *, limit: int = 100) -> str:
    with pytest.raises(TocError) as caught:
        read_bytes(path, limit=limit)
    return str(caught.value)


def test_the_content_is_returned_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x00\r\n\xff")
    assert read_bytes(tmp_path / "a.bin", limit=4) == b"\x00\r\n\xff"


def test_one_byte_more_than_the_limit_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * 2_000_001)
    assert told(path, limit=2_000_000) == (
        f"{path} is too large: 2 MB is the most that is read. Split it, or check that it is the file you meant."
    )


def test_a_missing_file_is_told_with_the_files_of_its_kind_beside_it(tmp_path: Path) -> None:
    for name in ("c.yaml", "b.yaml", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "folder.yaml").mkdir()
    path = tmp_path / "a.yaml"
    assert told(path) == f"{path} does not exist. In that folder there is: b.yaml, c.yaml."


def test_of_the_files_beside_a_missing_one_those_like_it_come_first(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv", "c.csv", "d.csv", "e.csv", "readings.csv"):
        (tmp_path / name).touch()
    path = tmp_path / "reading.csv"
    assert told(path) == (
        f"{path} does not exist. In that folder there is: readings.csv, a.csv, b.csv, c.csv, d.csv."
    )


def test_a_missing_file_in_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "a.yaml") == f"{tmp_path / 'a.yaml'} does not exist. Check the name and the folder."


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    path = tmp_path / "no" / "a.yaml"
    assert (
        told(path) == f"{path} does not exist. There is no folder {tmp_path / 'no'} either; check where you are."
    )


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == f"{tmp_path} is a folder, not a file. Name a file in it."


def test_a_file_used_as_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    path = tmp_path / "a.yaml" / "b.yaml"
    assert told(path) == f"{path} cannot be read: Not a directory."


def test_a_nul_in_a_name_is_told() -> None:
    assert told("a\0b.yaml") == "That is not a file name. A name cannot hold a NUL character."


def test_a_name_that_is_too_long_is_told() -> None:
    assert told("x" * 5_000).endswith("cannot be read: File name too long.")


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.symlink_to(path)
    assert told(path) == f"{path} cannot be read: Too many levels of symbolic links."


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_without_end_is_not_read() -> None:
    assert told("/dev/zero") == f"/dev/zero {KIND}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    code = f"from toc.loading import load; load({str(path)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    assert re.findall("TocError: (.*)", done.stderr) == [f"{path} {KIND}"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system gives no process other rights")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """A child reads it without the rights of root, who may read everything."""
    path = tmp_path / "a.yaml"
    path.touch(mode=0)
    code = (
        "import os; from toc.loading import load\n"
        f"os.chdir({str(tmp_path)!r})\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "load('a.yaml')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    assert re.findall("TocError: (.*)", done.stderr) == ["a.yaml cannot be read: Permission denied."]
