"""The lines of a CSV file as rows of text, each with the line on which it starts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from toc.data.table_rows import TableRows
from toc.errors import TocError
from toc.places import Place

__all__ = ["csv_rows"]

_SEPARATORS = (",", ";", "\t")
_SAVE_AS = "Save the table as CSV in UTF-8 and try again."


def csv_rows(content: bytes, name: str) -> TableRows[str]:
    """Read the bytes of a CSV file; `name` is what its errors call it.

    The separator is the comma, semicolon or tab that stands most often in the first line. A byte order mark is
    allowed. Raises `TocError` for what is empty, binary, not UTF-8 or has a quote that is never closed.
    """
    text = _decoded(content, name)
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = tuple(_numbered(text, separator, name))
    if not rows:
        raise TocError(f"{name} is empty.", hint="The first line must name the columns, and rows must follow.")
    return TableRows(rows[0][1], rows[1:])


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TocError(f"{name} is not written in UTF-8 but in UTF-16.", hint=_SAVE_AS)
    if b"\0" in content or content.startswith(b"PK\x03\x04"):
        raise TocError(f"{name} is not a text file; a table in CSV is wanted.", hint=_SAVE_AS)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TocError("This table is not written in UTF-8.", place=Place(name, line, 1), hint=_SAVE_AS) from None


def _numbered(text: str, separator: str, name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, tuple(cell.strip() for cell in cells)
            line = reader.line_num + 1
    except csv.Error:
        raise TocError(
            "The row that starts here cannot be read as CSV.",
            place=Place(name, line, 1),
            hint="Close every quotation mark, and double one that is part of the text.",
        ) from None
