"""`Drawing`: a figure that shows itself in a notebook and saves itself in any format."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from toc.diagram import Picture, View, figure_bytes, write_outline
from toc.diagram.box_details import BoxDetails, box_details
from toc.diagram.figure_file import FORMATS
from toc.diagram.fit import PageTooSmallError
from toc.diagram.live_figure import figure_prefix, write_live
from toc.diagram.page_files import JOINED, joined_bytes, stacked_svg
from toc.diagram.pages import page_named
from toc.diagram.size_advice import advise_sizes, refusal_hint
from toc.diagram.split_layout import Splits, lay_out_views
from toc.errors import TocError
from toc.files import write_bytes
from toc.model import TheoryOfChange
from toc.reports.drawn_pages import checked_number, older_pages, views_on

__all__ = ["Drawing", "drawing_of", "page_name"]

USUAL_DPI = 150


@dataclass(frozen=True)
class Drawing:
    """A figure of a theory, on one page or on several.

    `view` is what it shows, `page` the paper ("A4", "A3 portrait", "16:9", "300x200 mm"), `date` the day that is
    written into a PDF: that of the model's version, so that the same model gives the same bytes. `details` is what
    a notebook tells of a box that is pointed at, by the ids of the boxes. `split` says how it is divided into
    pages: not at all (None), by "strand", "outcome" or "detail", or in the way that can be read if one page cannot
    ("auto"); `splits` gives the pages of each way.
    """

    view: View
    page: str = "A4"
    date: datetime.date | None = None
    details: Mapping[str, BoxDetails] = field(default_factory=dict, repr=False, compare=False)
    split: str | None = None
    splits: Splits | None = field(default=None, compare=False, repr=False)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """What each page shows."""
        return views_on(self.view, self.page, self.split, self.splits)

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The pages, each with every box and arrow at its place.

        Raises `TocError` for an unknown page, or where the page is too small.
        """
        try:
            return lay_out_views(self.views, self.page)
        except PageTooSmallError as error:
            if self.split not in (None, "auto"):
                raise
            hint = refusal_hint(error.hint, self.splits, self.page, is_split=self.split is not None)
            raise PageTooSmallError(error.message, hint=hint) from None

    @property
    def picture(self) -> Picture:
        """The figure, or its first page. Raises `TocError` as `pictures` does."""
        return self.pictures[0]

    @cached_property
    def advice(self) -> str:
        """What to tell of small words, and where they are larger; "" where all is well."""
        if self.splits is None:
            return self.picture.advice
        return advise_sizes(self.views, self.pictures, None if self.split else self.splits)

    @property
    def outline(self) -> str:
        """The pathways of the figure as text, page by page, for those who cannot see it."""
        return "\n\n".join(write_outline(picture) for picture in self.pictures)

    def to_bytes(self, kind: str, *, dpi: int | None = None, number: int | None = None) -> bytes:
        """Return the figure as "svg", "pdf", "png" (at `dpi` dots per inch), "html", "dot", "json" or "txt".

        Of a figure of many pages it is page `number`, from 1; a PDF, HTML or text holds all of them without it.
        Without `dpi` a PNG has 150. Raises `TocError` for another kind or number, for `dpi` with a kind that has
        no dots, or where nothing is installed that can paint svg, pdf or png.
        """
        if isinstance(dpi, bool) or not isinstance(dpi, int | None):
            raise TocError("dpi must be a whole number.", hint="Leave it out for 150 dots per inch.")
        if dpi is not None and kind != "png" and kind in FORMATS:
            raise TocError(f"dpi is for .png; .{kind} has no dots per inch.", hint="Leave it out.")
        count = len(self.pictures)
        if number is None and count > 1 and kind in JOINED:
            return joined_bytes(self.pictures, kind, day=self.date)
        picture = self.pictures[checked_number(number, count, kind) - 1]
        if kind == "json":
            picture = replace(picture, advice=self.advice)
        return figure_bytes(picture, kind, date=self.date, dpi=USUAL_DPI if dpi is None else dpi)

    def files(self, path: str | Path) -> tuple[Path, ...]:
        """Return what `save` writes: the path, or "figure-1.svg" and so on for kinds of one page each."""
        path, count = Path(path), len(self.pictures)
        if count == 1 or path.suffix.lower().lstrip(".") in JOINED:
            return (path,)
        numbers = (f"{number:0{len(str(count))}}" for number in range(1, count + 1))
        return tuple(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in numbers)

    def older_pages(self, path: str | Path) -> str:
        """Say which files look like pages that an earlier and longer figure left at a path; "" without any."""
        return older_pages(Path(path), self.files(path))

    def save(self, path: str | Path, *, page: str | None = None, dpi: int | None = None) -> Path:
        """Write the figure to a file; its ending chooses the kind, and `page` another paper.

        Of several pages a PDF, HTML or text holds all; of other kinds each page is a file (`files`), and the first
        is returned. Raises `TocError` as above, or where the folder does not exist; then nothing is written.
        """
        if not isinstance(path, str | os.PathLike):
            raise TocError("A figure is saved to a path.", hint='Write .save("figure1.svg").')
        kind = Path(path).suffix.lower().lstrip(".")
        if not kind:
            raise TocError(
                f"{path} does not say what kind of file it is.", hint="End its name in .svg, .pdf or .png."
            )
        drawing = replace(self, page=page_name(page)) if page else self
        files = drawing.files(path)
        numbers: list[int | None] = [None] if len(files) == 1 else list(range(1, len(files) + 1))
        written = [drawing.to_bytes(kind, dpi=dpi, number=number) for number in numbers]
        for file, content in zip(files, written, strict=True):
            write_bytes(file, content)
        return files[0]

    def __repr__(self) -> str:
        boxes, links = len(self.view.boxes), len(self.view.links)
        split = f", split={self.split!r}" if self.split else ""
        return f"Drawing({self.view.title!r}, {self.page}{split}: {boxes} boxes, {links} arrows)"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        try:
            bundle = {"text/plain": self.outline, **self._shown()}
        except TocError as error:
            return {"text/plain": f"{error}\n\n{self.outline}" if _can_be_laid_out(self) else str(error)}
        return bundle

    def _shown(self) -> dict[str, str]:
        """Return all pages as one picture, and as a piece of a page whose boxes tell more."""
        pages = self.pictures
        # One page can show several figures, whose ids must differ.
        svgs = [figure_bytes(one, "svg", id_prefix=figure_prefix(one)).decode() for one in pages]
        live = (write_live(one, svg, self.details) for one, svg in zip(pages, svgs, strict=True))
        return {"image/svg+xml": stacked_svg(pages, svgs), "text/html": "\n".join(live)}


def _can_be_laid_out(drawing: Drawing) -> bool:
    try:
        return bool(drawing.picture.boxes)
    except TocError:
        return False


def drawing_of(view: View, page: str, theory: TheoryOfChange) -> Drawing:
    """Return the drawing of a view on a paper, dated as the version of its model, with what that says of boxes."""
    return Drawing(view, page_name(page), _date_of(theory.version), box_details(theory, view.language))


def page_name(page: str) -> str:
    """Return the usual name of a paper; raise `TocError` where there is none of that name."""
    if not isinstance(page, str):
        raise TocError("`page` must be the name of a paper.", hint='Write page="A4", for instance.')
    return page_named(page).name


def _date_of(version: str | None) -> datetime.date | None:
    found = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", version or "")
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None
    except ValueError:
        return None
