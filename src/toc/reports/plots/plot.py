"""`Plot`: scores as a picture that shows itself in a notebook and saves itself as SVG or PNG."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toc.diagram.text_widths import missing_glyphs
from toc.errors import TocError
from toc.files import write_bytes
from toc.reports import plots
from toc.reports.plots.change_plot import change_plot
from toc.reports.plots.coverage_plot import coverage_plot
from toc.reports.plots.funnel_plot import funnel_plot
from toc.reports.plots.people_plot import people_plot
from toc.reports.plots.sheet import Sheet
from toc.scoring import Funnel, Scores

__all__ = ["PLOTS", "Plot", "check_plot_format", "plot"]

PLOTS = {"changes": change_plot, "coverage": coverage_plot, "funnel": funnel_plot}
"""Every kind of plot by its name."""

USUAL_DPI = 150


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot; `sheet` holds everything on it at its place."""

    sheet: Sheet

    @property
    def outline(self) -> str:
        """All that the plot shows, in words, for those who cannot see it."""
        return f"{self.sheet.title}. {self.sheet.description}"

    @property
    def advice(self) -> str:
        """Say which letters a PNG cannot show; "" where it shows them all."""
        signs = missing_glyphs("".join(self.sheet.words))
        return f"The font of a PNG has no sign for {' '.join(signs)}; an SVG shows them." if signs else ""

    def to_bytes(self, kind: str, *, dpi: int | None = None) -> bytes:
        """Return the plot as "svg" or "png", the latter with `dpi` dots per inch (20 to 1200; 150 if not said).

        Raises `TocError` for another kind or dpi, or where matplotlib is missing.
        """
        check_plot_format(kind)
        if dpi is not None and (isinstance(dpi, bool) or not isinstance(dpi, int) or not 20 <= dpi <= 1200):
            raise TocError("dpi must be a whole number from 20 to 1200.", hint="Leave it out for 150.")
        if dpi is not None and kind == "svg":
            raise TocError("dpi is for .png; .svg has no dots per inch.", hint="Leave it out.")
        return plots.painted(self.sheet, "png" if kind == "png" else "svg", USUAL_DPI if dpi is None else dpi)

    def save(self, path: str | Path, *, dpi: int | None = None) -> Path:
        """Write the plot to a file whose name ends in .svg or .png, and return its path.

        Raises `TocError` as above, or where the folder does not exist; then nothing is written.
        """
        if not isinstance(path, str | os.PathLike):
            raise TocError("A plot is saved to a path.", hint='Write .save("changes.svg").')
        return write_bytes(path, self.to_bytes(Path(path).suffix.lower().lstrip("."), dpi=dpi))

    def __repr__(self) -> str:
        return f"Plot({self.sheet.title!r})"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        try:
            return {"image/svg+xml": self.to_bytes("svg").decode(), "text/plain": self.outline}
        except TocError as error:
            return {"text/plain": f"{error}\n\n{self.outline}"}


def check_plot_format(kind: str) -> None:
    """Refuse another kind of file than "svg" and "png"."""
    if kind not in {"svg", "png"}:
        raise TocError(f"A plot cannot be made as .{kind}.", hint="Choose .svg or .png.")


def plot(scores: Scores | Funnel, kind: str = "changes") -> Plot:
    """Plot scores: "changes" shows how many improved, stayed and worsened on each indicator, "coverage" how
    many people of each site were assessed twice, "funnel" sites beside what chance alone would give. A funnel of
    people (`toc.funnel`) has one plot, and `kind` says nothing of it.

    Raises `TocError` for another kind, or where the scores hold nothing to plot.
    """
    if isinstance(scores, Funnel):
        return Plot(people_plot(scores))
    if not isinstance(scores, Scores):
        raise TocError("toc.plot wants scores, or a funnel.", hint="Make them first: toc.score(theory, data).")
    if kind not in PLOTS:
        raise TocError(f'There is no plot "{kind}".', hint=f"Choose one of: {', '.join(PLOTS)}.")
    return Plot(PLOTS[kind](scores))
