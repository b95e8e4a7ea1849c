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

from toc.diagram import Choice, Picture, View, blank_view, figure_bytes, lay_out, view_of, write_outline
from toc.diagram.box_details import BoxDetails, box_details
from toc.diagram.figure_file import FORMATS
from toc.diagram.figure_words import figure_words
from toc.diagram.live_figure import figure_prefix, write_live
from toc.diagram.pages import page_named
from toc.errors import TocError
from toc.files import write_bytes
from toc.model import TheoryOfChange
from toc.reports.chosen_theme import chosen_theme
from toc.reports.draw_wishes import check_wishes
from toc.reports.score_badges import badge_note, badges_of
from toc.scoring import Scores

__all__ = ["Drawing", "draw", "drawing_of"]

USUAL_DPI = 150


@dataclass(frozen=True)
class Drawing:
    """A figure of a theory.

    `view` is what it shows, `page` the paper ("A4", "A3 portrait", "16:9", "300x200 mm"), `date` the day that is
    written into a PDF: that of the model's version, so that the same model gives the same bytes. `details` is what
    a notebook tells of a box that is pointed at, by the ids of the boxes.
    """

    view: View
    page: str = "A4"
    date: datetime.date | None = None
    details: Mapping[str, BoxDetails] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def picture(self) -> Picture:
        """The figure with every box and arrow at its place.

        Raises `TocError` for an unknown page, or where the page is too small.
        """
        return lay_out(self.view, self.page)

    @property
    def outline(self) -> str:
        """The pathways of the figure as text, for those who cannot see it."""
        return write_outline(self.picture)

    def to_bytes(self, kind: str, *, dpi: int | None = None) -> bytes:
        """Return the figure as "svg", "pdf", "png" (at `dpi` dots per inch), "html", "dot", "json" or "txt".

        Without `dpi` a PNG has 150. Raises `TocError` for another kind, for `dpi` with a kind that has no dots, or
        where nothing is installed that can paint svg, pdf or png.
        """
        if isinstance(dpi, bool) or not isinstance(dpi, int | None):
            raise TocError("dpi must be a whole number.", hint="Leave it out for 150 dots per inch.")
        if dpi is not None and kind != "png" and kind in FORMATS:
            raise TocError(f"dpi is for .png; .{kind} has no dots per inch.", hint="Leave it out.")
        return figure_bytes(self.picture, kind, date=self.date, dpi=USUAL_DPI if dpi is None else dpi)

    def save(self, path: str | Path, *, page: str | None = None, dpi: int | None = None) -> Path:
        """Write the figure to a file; its ending chooses the kind, and `page` another paper.

        Raises `TocError` as above, or where the folder does not exist; then nothing is written.
        """
        if not isinstance(path, str | os.PathLike):
            raise TocError("A figure is saved to a path.", hint='Write .save("figure1.svg").')
        kind = Path(path).suffix.lower().lstrip(".")
        if not kind:
            raise TocError(
                f"{path} does not say what kind of file it is.", hint="End its name in .svg, .pdf or .png."
            )
        drawing = replace(self, page=_page(page)) if page else self
        return write_bytes(path, drawing.to_bytes(kind, dpi=dpi))

    def __repr__(self) -> str:
        boxes, links = len(self.view.boxes), len(self.view.links)
        return f"Drawing({self.view.title!r}, {self.page}: {boxes} boxes, {links} arrows)"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        try:
            bundle = {"text/plain": self.outline}
            # One page can show several figures, whose ids must differ.
            svg = figure_bytes(self.picture, "svg", id_prefix=figure_prefix(self.picture)).decode()
            bundle |= {"image/svg+xml": svg, "text/html": write_live(self.picture, svg, self.details)}
        except TocError as error:
            return {"text/plain": f"{error}\n\n{self.outline}" if _can_be_laid_out(self) else str(error)}
        return bundle


def _can_be_laid_out(drawing: Drawing) -> bool:
    try:
        return bool(drawing.picture.boxes)
    except TocError:
        return False


def draw(
    theory: TheoryOfChange,
    *,
    page: str = "A4",
    scores: Scores | None = None,
    strand: str | None = None,
    chain: str | None = None,
    who: str | None = None,
    highlight: str | None = None,
    evidence: bool = False,
    assumptions: bool = False,
    indicators: bool = False,
    factors: bool = False,
    blank: bool = False,
    boxes: int | None = None,
    language: str | None = None,
    theme: str | Path = "default",
) -> Drawing:
    """Draw a theory of change as a figure of columns and strands on one page.

    `scores` puts a line under every outcome. `strand` limits the figure to one strand, `chain` to what leads to
    one box, `who` to one population; `highlight` sets off what leads to a box and where it leads, `evidence`
    shows what studies say of each link, `assumptions` numbers what is assumed of it, `indicators` shows at each
    outcome what measures it, `factors` what surrounds the theory and what it acts on. `blank` leaves the boxes
    empty, to write in: as many as there are, or `boxes` in each column. `language` ("cy") chooses among the
    languages of the model's own words; `theme` is "default", "grey", "contrast" or a file with colours of your
    own. Raises `TocError` for an id, page or theme that there is not, for colours that are hard to tell apart,
    and for wishes that contradict one another.
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.draw wants a theory of change.", hint="Load one first: toc.load(path).")
    if scores is not None and not isinstance(scores, Scores):
        raise TocError("`scores` must be scores.", hint="Make them first: toc.score(theory, data).")
    ids = {"strand": strand, "chain": chain, "who": who, "highlight": highlight, "language": language}
    shown = {"evidence": evidence, "assumptions": assumptions, "indicators": indicators, "factors": factors}
    check_wishes(ids=ids, scored=scores is not None, shown=shown, blank=blank, boxes=boxes)
    _page(page)
    view = view_of(
        theory,
        choice=Choice(strand, chain, who),
        highlight=highlight,
        evidence=evidence,
        assumptions=assumptions,
        indicators=indicators,
        factors=factors,
        language=language,
        **_scored(theory, scores, language or theory.language),
    )
    view = blank_view(view, boxes) if blank else view
    return drawing_of(replace(view, theme=chosen_theme(theme)), page, theory)


def _scored(theory: TheoryOfChange, scores: Scores | None, language: str) -> dict[str, Any]:
    """What the figure of scores says of them; nothing at all without any."""
    if scores is None:
        return {}
    site = theory.site.name.in_language(language) if theory.site else ""
    return {
        "badges": badges_of(scores, language=language),
        "about": figure_words(language)["scores"],
        "notes": (badge_note(scores, language=language, site=site),),
    }


def drawing_of(view: View, page: str, theory: TheoryOfChange) -> Drawing:
    """Return the drawing of a view on a paper, dated as the version of its model, with what that says of boxes."""
    return Drawing(view, _page(page), _date_of(theory.version), box_details(theory, view.language))


def _page(page: str) -> str:
    if not isinstance(page, str):
        raise TocError("`page` must be the name of a paper.", hint='Write page="A4", for instance.')
    return page_named(page).name


def _date_of(version: str | None) -> datetime.date | None:
    found = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", version or "")
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None
    except ValueError:
        return None
