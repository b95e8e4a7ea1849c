"""Bytes written to a path, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from toc.errors import TocError

__all__ = ["write_bytes"]


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write a file, replacing what was there only once everything is on disk.

    Raises `TocError` where the folder does not exist or cannot be written to; the old file then still stands.
    """
    target = Path(path)
    if not target.parent.is_dir():
        raise TocError(
            f"{path} cannot be written: there is no folder {target.parent}.", hint="Make the folder first."
        )
    if target.is_dir():
        raise TocError(f"{path} cannot be written: it is a folder.", hint="Name a file in it.")
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(_mode_of(target))
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise TocError(f"{path} cannot be written: {error.strerror or 'unknown reason'}.") from None
    return target


def _mode_of(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
