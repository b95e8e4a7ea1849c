"""The figure as PDF with the page exact and a date that does not depend on the clock."""

from __future__ import annotations

import re
from datetime import date
from math import ceil

from toc.diagram.picture import Page

__all__ = ["fix_pdf", "pdf_window"]

BOX = re.compile(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]")
DATE = re.compile(rb"/CreationDate \(([^)]*)\)")
ENTRY = re.compile(rb"(\d{10}) (\d{5}) n")
START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
EPOCH = date(1970, 1, 1)


def pdf_window(page: Page, zoom: float) -> str:
    """The `viewport` of Graphviz that shows a page laid down `zoom` times as large at its true size.

    It is whole points wide and high, which Graphviz would otherwise round to, and begins at the lower left.
    """
    width, height = ceil(page.width), ceil(page.height)
    return f"{width},{height},{1 / zoom:.9g},{width * zoom / 2:g},{height * zoom / 2:g}"


def fix_pdf(painted: bytes, page: Page, day: date | None = None) -> bytes:
    """The PDF that Graphviz painted through `pdf_window`, cut to the exact page and with the given day.

    The day is 1970-01-01 without one. A PDF without a plain table of offsets is returned as it is.
    """
    end = START.search(painted)
    if end is None or not painted.startswith(b"xref", int(end[1])):
        return painted
    offset = int(end[1])
    body, table = painted[:offset], painted[offset : end.start()]
    stamp = b"/CreationDate (D:%s000000Z)" % (day or EPOCH).strftime("%Y%m%d").encode()
    box = b"/MediaBox [ 0 0 %s %s ]" % (_points(page.width), _points(page.height))
    for pattern, new in ((BOX, box), (DATE, stamp)):
        body, table = _replace(body, table, pattern, new)
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def _points(length: float) -> bytes:
    return f"{length:.2f}".rstrip("0").rstrip(".").encode()


def _replace(body: bytes, table: bytes, pattern: re.Pattern[bytes], new: bytes) -> tuple[bytes, bytes]:
    """The body with the first match replaced, and the table with the offsets behind it moved."""
    found = pattern.search(body)
    if found is None:
        return body, table
    longer = len(new) - (found.end() - found.start())

    def move(entry: re.Match[bytes]) -> bytes:
        at = int(entry[1])
        return b"%010d %s n" % (at + longer if at > found.start() else at, entry[2])

    return body[: found.start()] + new + body[found.end() :], ENTRY.sub(move, table)
