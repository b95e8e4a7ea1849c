"""The SHA-256 of a file is that of its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import TocError
from toc.files import sha256_of


def test_the_digest_of_abc_is_that_of_the_standard(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    # FIPS 180-2, appendix B.1
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_of(tmp_path / "abc") == known


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(TocError, match="cannot be read: No such file"):
        sha256_of(tmp_path / "abc")
