"""PDFs of one page joined by pypdf."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from pypdf import PdfReader, PdfWriter

__all__ = ["joined_pdf"]

EPOCH = date(1970, 1, 1)


def joined_pdf(pages: Sequence[bytes], titles: Sequence[str], title: str, day: date | None = None) -> bytes:
    """The PDF of these pages, each a PDF of its own, in their order and sizes; the same bytes for the same pages.

    `titles` are the entries of its list of contents, one for each page. The day on which it says it was made is
    1970-01-01 without one.
    """
    writer = PdfWriter()
    for number, (page, entry) in enumerate(zip(pages, titles, strict=True)):
        writer.append(PdfReader(BytesIO(page)), import_outline=False)
        writer.add_outline_item(title=entry, page_number=number)
    stamp = (day or EPOCH).strftime("D:%Y%m%d000000Z")
    writer.add_metadata({"/Title": title, "/CreationDate": stamp})
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
