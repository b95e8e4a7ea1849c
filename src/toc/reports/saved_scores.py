"""Scores written to a file whose ending says as what: a scorecard, a plot, data or a table."""

from __future__ import annotations

from pathlib import Path

from toc.errors import TocError
from toc.files import write_bytes
from toc.reports.cards.scorecard import scorecard
from toc.reports.plots.plot import PLOTS, check_plot_format, plot
from toc.reports.score_parquet import score_parquet
from toc.reports.scored import written_scores
from toc.scoring import Scores

__all__ = ["check_scores_name", "save_scores"]

_CARDS = (".html", ".md")
_PLOTS = (".svg", ".png")
_DATA = {".json": "json", ".csv": "csv", ".txt": "table"}


def save_scores(scores: Scores, path: str | Path, kind: str | None = None) -> tuple[Path, str]:
    """Write scores to a file and return its path, and what is to be said of it ("" where nothing is).

    With a `kind` of plot it ends in .svg or .png. Without, .html and .md are a scorecard, .json, .csv and .txt
    what a screen would show, and .parquet the rows of .csv (this needs duckdb). Raises `TocError` for another
    ending, or where the folder does not exist; then nothing is written.
    """
    check_scores_name(path, kind)
    ending = Path(path).suffix.lower()
    if kind is not None:
        made = plot(scores, kind)
        return made.save(path), made.advice if ending == ".png" else ""
    if ending in _CARDS:
        return scorecard(scores).save(path), ""
    if ending == ".parquet":
        return write_bytes(path, score_parquet(scores)), ""
    return write_bytes(path, written_scores(scores, _DATA[ending]).encode()), ""


def check_scores_name(path: str | Path | None, kind: str | None = None) -> None:
    """Refuse an ending as `save_scores` does, before anything is counted; None is no file."""
    if path is None:
        return
    ending = Path(path).suffix.lower()
    if kind is not None:
        check_plot_format(ending.lstrip("."))
    elif ending not in {*_CARDS, *_DATA, ".parquet"}:
        hint = "End its name in .html or .md for a scorecard, or in .json, .csv, .parquet or .txt."
        if ending in _PLOTS:
            hint = f"Say which plot: --plot {' or --plot '.join(PLOTS)}."
        raise TocError(f"Scores cannot be saved as {path}.", hint=hint)
