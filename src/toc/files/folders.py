"""A folder that is there once it is asked for."""

from __future__ import annotations

from pathlib import Path

from toc.errors import TocError

__all__ = ["made_folder"]


def made_folder(path: str | Path) -> Path:
    """Return the folder, making it where it does not exist yet; its parent must exist.

    Raises `TocError` where that is impossible.
    """
    folder = Path(path)
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError:
        raise TocError(f"The folder {path} cannot be made: {folder.parent} does not exist.") from None
    except OSError as error:
        raise TocError(f"The folder {path} cannot be made: {error.strerror or 'unknown reason'}.") from None
    return folder
