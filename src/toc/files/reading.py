"""Bytes read from a path, or one clear error."""

from __future__ import annotations

import stat
from difflib import get_close_matches
from pathlib import Path

from toc.errors import TocError

__all__ = ["read_bytes", "read_start"]


def read_bytes(path: str | Path, *, limit: int, name: str = "") -> bytes:
    """Return the content of a file of at most `limit` bytes; messages call it `name` (left out: by its path).

    Raises `TocError` where there is no such file, it is a folder or a device, it may not be read or it is too
    large.
    """
    content = read_start(path, limit + 1, name)
    if len(content) > limit:
        raise TocError(
            f"{name or path} is too large: {limit / 1e6:g} MB is the most that is read.",
            hint="Split it, or check that it is the file you meant.",
        )
    return content


def read_start(path: str | Path, length: int, name: str = "") -> bytes:
    """Return the first bytes of a file of any size, at most `length`, so that an engine may be given its path.

    Messages call it `name`, as in `read_bytes`. Raises `TocError` as `read_bytes` does.
    """
    where, called = Path(path), name or str(path)
    try:
        _check_kind(where, called)
        with where.open("rb") as stream:
            return stream.read(length)
    except FileNotFoundError:
        raise TocError(f"{called} does not exist.", hint=_nearest(where, Path(called).parent)) from None
    except OSError as error:
        raise TocError(f"{called} cannot be read: {error.strerror or 'unknown reason'}.") from None
    except ValueError:
        raise TocError("That is not a file name.", hint="A name cannot hold a NUL character.") from None


def _check_kind(path: Path, called: str) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise TocError(f"{called} is a folder, not a file.", hint="Name a file in it.")
    if not stat.S_ISREG(mode):
        raise TocError(f"{called} is a device or a pipe, not a file.", hint="Save its content as a file first.")


def _nearest(path: Path, called: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {called} either; check where you are."
    try:
        same = sorted(other.name for other in folder.iterdir() if other.suffix == path.suffix and other.is_file())
    except OSError:
        same = []
    # Without the ending, which all have and which would make any two alike.
    near = [f"{stem}{path.suffix}" for stem in get_close_matches(path.stem, [Path(name).stem for name in same])]
    listed = [*near, *(name for name in same if name not in near)]
    return f"In that folder there is: {', '.join(listed[:5])}." if same else "Check the name and the folder."
