"""`DataOrigin`: whether data came from a file, a database or memory, and which file exactly."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from toc.files import sha256_of

__all__ = ["DataOrigin", "file_and_sheet", "native_of", "origin_of"]

_ADDRESSES = ("duckdb:",)
_SHEET = ".xlsx#"


@dataclass(frozen=True, slots=True)
class DataOrigin:
    """`sha256` is that of a file's bytes, 64 hexadecimal letters; None where the data did not come from a file.

    `table` says what a table of a database or a cluster is that was given itself: "a Spark table", "an Ibis table
    (postgres)"; "" for an address, a file and memory. It never says where it is, or who asked.
    """

    kind: Literal["file", "database", "memory"] = "memory"
    sha256: str | None = None
    table: str = ""


def origin_of(source: Any) -> DataOrigin:
    """Return where a source of data, as `read_data` takes it, has them from.

    Raises `TocError` where a file cannot be read.
    """
    if not isinstance(source, str | os.PathLike):
        return _of_table(native_of(source))
    text = os.fspath(source)
    if "://" in text or text.casefold().startswith(_ADDRESSES):
        return DataOrigin("database")
    path, _ = file_and_sheet(text)
    return DataOrigin("file", sha256_of(path))


def native_of(source: Any) -> Any:
    """Return the table of a library that narwhals was wrapped around, and anything else as it is."""
    return source.to_native() if type(source).__module__.startswith("narwhals.") else source


def _of_table(source: Any) -> DataOrigin:
    library = type(source).__module__.partition(".")[0]
    if library == "pyspark":
        return DataOrigin("database", table="a Spark table")
    if library != "ibis":
        return DataOrigin()
    with suppress(Exception):  # a table of several databases, or of one that is not reached any more
        return DataOrigin("database", table=f"an Ibis table ({source.get_backend().name})")
    return DataOrigin("database", table="an Ibis table")


def file_and_sheet(text: str) -> tuple[Path, str]:
    """Cut `book.xlsx#Sheet` into the path and the name of the sheet, "" where none is named."""
    at = text.casefold().rfind(_SHEET)
    cut = at + len(_SHEET) - 1 if at >= 0 else len(text)
    return Path(text[:cut]), text[cut + 1 :]
