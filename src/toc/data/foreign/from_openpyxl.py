"""Rows of a sheet of an Excel workbook, of which nothing is worked out or fetched."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES

from toc.data.foreign.packed import check_packed
from toc.data.foreign.refusal import telling
from toc.data.table_rows import TableRows, too_large
from toc.errors import TocError

__all__ = ["sheet_rows"]

_CELLS = 10_000_000
_COLUMNS = 1_000


def sheet_rows(content: bytes, name: str, sheet: str) -> TableRows[object]:
    """Return the headings and values of a sheet, rows numbered as Excel does; the first that is seen by default.

    Of a formula the value counts that was last saved with it; errors such as #N/A are missing. Links to other
    files are not followed. Raises `TocError` for what is no workbook, unpacks to too much, or has no such sheet.
    """
    hint = "Open it in Excel or LibreOffice and save it anew as .xlsx, or as CSV in UTF-8."
    with telling(f"{name} cannot be read as an Excel workbook.", hint), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they quote cells
        check_packed(content, name)
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        rows = list(_filled(_sheet(workbook, name, sheet), name))
    if not rows:
        raise TocError(f"{name} is empty.", hint="The first row must name the columns, and rows must follow.")
    headings = _trimmed(rows[0][1], 0)
    return TableRows(
        tuple("" if heading is None else str(heading) for heading in headings),
        tuple((number, _trimmed(cells, len(headings))) for number, cells in rows[1:]),
    )


def _sheet(workbook: Any, name: str, wanted: str) -> Any:
    for sheet in workbook.worksheets:
        if sheet.title.casefold() == wanted.casefold() if wanted else sheet.sheet_state == "visible":
            return sheet
    raise TocError(
        f"{name} has no sheet of that name." if wanted else f"{name} has no sheet to be seen.",
        hint="Write the name after # as it stands on the tab of the sheet.",
    )


def _filled(sheet: Any, name: str) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Number the rows that hold something, in a sheet that need not be as wide as it says."""
    sheet.reset_dimensions()
    held = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        held += len(cells) + 1
        if held > _CELLS or len(cells) > _COLUMNS:
            raise too_large(name)
        known = tuple(None if cell in ERROR_CODES else cell for cell in cells)
        if any(cell is not None and str(cell).strip() for cell in known):
            yield number, known


def _trimmed(cells: tuple[object, ...], width: int) -> tuple[object, ...]:
    """Make a row as wide as the headings, unless something stands beyond them."""
    filled = max((at for at, cell in enumerate(cells, start=1) if cell is not None), default=0)
    return (cells + (None,) * width)[: max(filled, width)]
