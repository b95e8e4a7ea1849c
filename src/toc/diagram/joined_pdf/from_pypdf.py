"""PDFs of one page joined by pypdf."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, RectangleObject

__all__ = ["Link", "joined_pdf"]

EPOCH = date(1970, 1, 1)

Link = tuple[int, tuple[float, float, float, float]]
"""The number of a page, from 1, and the left, bottom, right and top of the place that leads to it."""


def joined_pdf(
    pages: Sequence[bytes],
    titles: Sequence[str],
    title: str,
    day: date | None = None,
    links: Sequence[Sequence[Link]] = (),
) -> bytes:
    """The PDF of these pages, each a PDF of its own, in their order and sizes; the same bytes for the same pages.

    `titles` are the entries of its list of contents, one for each page, `links` the places on each page that lead
    to another, in points from the bottom left. The day on which it says it was made is 1970-01-01 without one.
    """
    writer = PdfWriter()
    for number, (page, entry) in enumerate(zip(pages, titles, strict=True)):
        writer.append(PdfReader(BytesIO(page)), import_outline=False)
        writer.add_outline_item(title=entry, page_number=number)
    for number, own in enumerate(links):
        for target, rect in own:
            writer.add_annotation(number, _link(rect, writer.pages[target - 1]))
    stamp = (day or EPOCH).strftime("D:%Y%m%d000000Z")
    writer.add_metadata({"/Title": title, "/CreationDate": stamp})
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _link(rect: tuple[float, float, float, float], target: PageObject) -> DictionaryObject:
    """A place without a border that shows the whole of a page."""
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): RectangleObject(rect),
            NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
            NameObject("/A"): DictionaryObject(
                {
                    NameObject("/S"): NameObject("/GoTo"),
                    NameObject("/D"): ArrayObject([target.indirect_reference, NameObject("/Fit")]),
                }
            ),
        }
    )
