"""Bytes written to a path, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from toc.errors import TocError

__all__ = ["write_bytes"]


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write a file, replacing what was there only once everything is on disk; return its path.

    A symbolic link stays one: the file that it names is replaced. Raises `TocError` where the folder does not
    exist or cannot be written to, or where something other than a file has that name; the old file then still
    stands.
    """
    try:
        _replace(_target(Path(path)), content)
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "unknown reason"
        raise TocError(f"{path} cannot be written: {why}.") from None
    except ValueError:
        raise TocError("That is not a file name.", hint="A name cannot hold a NUL character.") from None
    return Path(path)


def _target(path: Path) -> Path:
    """Return the file to replace, links followed."""
    target = path.resolve()
    if not target.parent.is_dir():
        raise TocError(
            f"{path} cannot be written: there is no folder {path.parent}.", hint="Make the folder first."
        )
    if target.is_dir():
        raise TocError(f"{path} cannot be written: it is a folder.", hint="Name a file in it.")
    if target.exists() and not target.is_file():
        raise TocError(f"{path} cannot be written: it is a device or a pipe.", hint="Name a file.")
    return target


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".toc-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode_of(target))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _mode_of(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
