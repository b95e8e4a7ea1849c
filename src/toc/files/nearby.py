"""The model files in a folder and in those right below it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from toc.files.kinds import kind_of

__all__ = ["model_files_near"]

_MOST = 200
"""Files looked at in one folder: enough to find the one that was meant."""
_SUFFIXES = (".yaml", ".yml")


def model_files_near(*folders: Path) -> list[Path]:
    """Return the YAML files in these folders and right below them, in order; none of what cannot be read."""
    return sorted({file for folder in folders for file in _files(folder)})


def _files(folder: Path) -> Iterator[Path]:
    for entry in _entries(folder):
        if entry.suffix in _SUFFIXES:
            yield entry
        elif not entry.suffix and kind_of(entry) == "folder" and not entry.is_symlink():
            yield from (below for below in _entries(entry) if below.suffix in _SUFFIXES)


def _entries(folder: Path) -> list[Path]:
    try:
        return list(islice(folder.iterdir(), _MOST))
    except OSError:
        return []
