"""The bytes of a figure file in the format that is asked for."""

from __future__ import annotations

from datetime import date

from toc.diagram.dot_text import PAINT_ZOOM, write_dot
from toc.diagram.html_page import write_html
from toc.diagram.json_figure import write_json
from toc.diagram.mermaid_text import write_mermaid
from toc.diagram.outline import write_outline
from toc.diagram.paint_zoom import paint_zoom
from toc.diagram.painting import RendererMissingError, paint
from toc.diagram.pdf_figure import fix_pdf, pdf_window
from toc.diagram.picture import Picture
from toc.diagram.png_figure import fix_png
from toc.diagram.svg_figure import write_svg
from toc.errors import TocError

__all__ = ["FORMATS", "figure_bytes", "svg_or_none"]

FORMATS = ("svg", "pdf", "png", "html", "dot", "json", "mmd", "txt")
DPI_LIMITS = (20, 1200)


def figure_bytes(
    picture: Picture, form: str, *, date: date | None = None, dpi: int = 150, id_prefix: str = "toc-"
) -> bytes:
    """The file of a picture as bytes: one of `FORMATS`; "mmd" is Mermaid, "txt" the outline.

    `date` is the day that a PDF says it was made on (1970-01-01 without one), so that the same picture gives the
    same bytes; `dpi` the dots per inch of a PNG, from 20 to 1200; `id_prefix` begins every id of an SVG. Raises
    `TocError` for another format, for another resolution, and where "svg", "pdf" or "png" cannot be painted;
    "html" then holds the outline alone if no renderer is installed.
    """
    if form in ("dot", "json", "mmd", "txt"):
        write = {"dot": write_dot, "json": write_json, "mmd": write_mermaid, "txt": write_outline}[form]
        return write(picture).encode("utf-8")
    if form == "html":
        return write_html(picture, svg_or_none(picture, id_prefix)).encode("utf-8")
    if form == "svg":
        return _svg(picture, id_prefix).encode("utf-8")
    if form == "pdf":
        zoom = paint_zoom(picture)
        window = {"viewport": pdf_window(picture.page, zoom)}
        return fix_pdf(paint(write_dot(picture, zoom=zoom, graph=window), "pdf"), picture.page, date)
    if form == "png":
        return _png(picture, dpi)
    raise TocError(f"There is no figure format {form!r}.", hint=f"Choose one of {', '.join(FORMATS)}.")


def _png(picture: Picture, dpi: int) -> bytes:
    low, high = DPI_LIMITS
    if not low <= dpi <= high:
        raise TocError(f"A PNG of {dpi} dots per inch cannot be made.", hint=f"Choose from {low} to {high}.")
    zoom = paint_zoom(picture)
    dots = {"dpi": f"{dpi / zoom:.9g}"}
    return fix_png(paint(write_dot(picture, zoom=zoom, graph=dots), "png"), dpi)


def _svg(picture: Picture, id_prefix: str) -> str:
    painted = paint(write_dot(picture, zoom=PAINT_ZOOM, words=False), "svg")
    return write_svg(picture, painted, id_prefix=id_prefix, zoom=PAINT_ZOOM)


def svg_or_none(picture: Picture, id_prefix: str) -> str | None:
    """The SVG of a picture, None where no renderer is installed."""
    try:
        return _svg(picture, id_prefix)
    except RendererMissingError:
        return None
