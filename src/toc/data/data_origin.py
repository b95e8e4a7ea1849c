"""`DataOrigin`: whether data came from a file, a database or memory, and which file exactly."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from toc.files import sha256_of

__all__ = ["DataOrigin", "file_and_sheet", "origin_of"]

_ADDRESSES = ("duckdb:",)
_SHEET = ".xlsx#"


@dataclass(frozen=True, slots=True)
class DataOrigin:
    """`sha256` is that of a file's bytes, 64 hexadecimal letters; None where the data did not come from a file."""

    kind: Literal["file", "database", "memory"] = "memory"
    sha256: str | None = None


def origin_of(source: Any) -> DataOrigin:
    """Return where a source of data, as `read_data` takes it, has them from.

    Raises `TocError` where a file cannot be read.
    """
    if not isinstance(source, str | os.PathLike):
        return DataOrigin()
    text = os.fspath(source)
    if "://" in text or text.casefold().startswith(_ADDRESSES):
        return DataOrigin("database")
    path, _ = file_and_sheet(text)
    return DataOrigin("file", sha256_of(path))


def file_and_sheet(text: str) -> tuple[Path, str]:
    """Cut `book.xlsx#Sheet` into the path and the name of the sheet, "" where none is named."""
    at = text.casefold().rfind(_SHEET)
    cut = at + len(_SHEET) - 1 if at >= 0 else len(text)
    return Path(text[:cut]), text[cut + 1 :]
