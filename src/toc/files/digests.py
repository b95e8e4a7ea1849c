"""The SHA-256 of a file: a number by which anybody can tell whether theirs is the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from toc.errors import TocError

__all__ = ["sha256_of"]


def sha256_of(path: str | Path) -> str:
    """Return the SHA-256 of a file's bytes as 64 hexadecimal letters; a file of any size takes little memory.

    Raises `TocError` where the file cannot be read.
    """
    try:
        with Path(path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise TocError(f"{path} cannot be read: {error.strerror or 'unknown reason'}.") from None
