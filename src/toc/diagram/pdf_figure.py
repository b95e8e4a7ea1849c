"""The figure as PDF with the page exact and a date that does not depend on the clock."""

from __future__ import annotations

import re
from datetime import date

from toc.diagram.picture import Page

__all__ = ["fix_pdf"]

BOX = re.compile(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]")
DATE = re.compile(rb"/CreationDate \(([^)]*)\)")
ENTRY = re.compile(rb"(\d{10}) (\d{5}) n")
START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
EPOCH = date(1970, 1, 1)


def fix_pdf(painted: bytes, page: Page, day: date | None = None) -> bytes:
    """The PDF that Graphviz painted, with the exact page and the given day (1970-01-01 without one).

    Graphviz rounds the page to whole points and keeps the top edge of the figure at the top of the page, so the
    box of the page is moved by what was rounded. A PDF without a plain table of offsets is returned as it is.
    """
    end = START.search(painted)
    if end is None or not painted.startswith(b"xref", int(end[1])):
        return painted
    offset = int(end[1])
    body, table = painted[:offset], painted[offset : end.start()]
    stamp = b"/CreationDate (D:%s000000Z)" % (day or EPOCH).strftime("%Y%m%d").encode()
    for pattern, new in ((BOX, _page_box(body, page)), (DATE, stamp)):
        body, table = _replace(body, table, pattern, new)
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def _page_box(body: bytes, page: Page) -> bytes:
    found = BOX.search(body)
    top = float(found[2]) if found else page.height
    edges = (0.0, top - page.height, page.width, top)
    return b"/MediaBox [ %s ]" % b" ".join(f"{edge:.2f}".rstrip("0").rstrip(".").encode() for edge in edges)


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
