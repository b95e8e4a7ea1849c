"""Bytes read from a path, or one clear error."""

from __future__ import annotations

from pathlib import Path

from toc.errors import TocError

__all__ = ["read_bytes"]


def read_bytes(path: str | Path, *, limit: int) -> bytes:
    """Return the content of a file of at most `limit` bytes.

    Raises `TocError` where there is no such file, it is a folder, it may not be read or it is too large.
    """
    where = Path(path)
    try:
        if where.is_dir():
            raise TocError(f"{path} is a folder, not a file.", hint="Name a file in it.")
        size = where.stat().st_size
        if size > limit:
            raise TocError(
                f"{path} is too large: {size / 1e6:.1f} MB, where {limit / 1e6:.1f} MB is the most that is read.",
                hint="Split it, or check that it is the file you meant.",
            )
        return where.read_bytes()
    except FileNotFoundError:
        raise TocError(f"{path} does not exist.", hint=_nearest(where)) from None
    except OSError as error:
        raise TocError(f"{path} cannot be read: {error.strerror or 'unknown reason'}.") from None
    except ValueError:
        raise TocError("That is not a file name.", hint="A name cannot hold a NUL character.") from None


def _nearest(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {folder} either; check where you are."
    same = sorted(other.name for other in folder.iterdir() if other.suffix == path.suffix and other.is_file())
    return f"In that folder there is: {', '.join(same[:5])}." if same else "Check the name and the folder."
