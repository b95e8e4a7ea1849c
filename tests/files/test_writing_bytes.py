"""A file is written whole or not at all."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from toc.errors import TocError
from toc.files import write_bytes


def told(path: str | Path) -> str:
    with pytest.raises(TocError) as caught:
        write_bytes(path, b"new")
    return str(caught.value)


def test_a_new_file_has_the_content_and_the_rights_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    assert write_bytes(tmp_path / "a", b"new") == tmp_path / "a"
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "a").stat().st_mode == other.stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old and longer")
    path.chmod(0o640)
    write_bytes(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    path = tmp_path / "no" / "a"
    assert told(path) == f"{path} cannot be written: there is no folder {tmp_path / 'no'}. Make the folder first."


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == f"{tmp_path} cannot be written: it is a folder. Name a file in it."


def test_a_nul_in_a_name_is_told() -> None:
    assert told("a\0b") == "That is not a file name. A name cannot hold a NUL character."


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / ("x" * 300)) == f"{tmp_path / ('x' * 300)} cannot be written: File name too long."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert told(path) == f"{path} cannot be written: it is a device or a pipe. Name a file."
    assert path.is_fifo()


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def allow_little() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))

    code = f"from toc.files import write_bytes; write_bytes({str(path)!r}, b'x' * 100_000)"
    done = subprocess.run(  # the child sets its own limit and starts no thread
        [sys.executable, "-B", "-c", code],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
        preexec_fn=allow_little,
    )
    assert done.stderr.strip().endswith(f"TocError: {path} cannot be written: File too large.")
    assert {other.name: other.read_bytes() for other in tmp_path.iterdir()} == {"a": b"old"}


def test_a_process_stopped_before_the_end_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    code = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from toc.files import write_bytes\n"
        "Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        f"write_bytes({str(path)!r}, b'new')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=20, check=False)
    assert done.returncode != 0
    assert {other.name: other.read_bytes() for other in tmp_path.iterdir()} == {"a": b"old"}
