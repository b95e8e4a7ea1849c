"""Scores written to a file whose ending says as what: a scorecard, data or a table."""

from __future__ import annotations

from pathlib import Path

from toc.errors import TocError
from toc.files import write_bytes
from toc.reports.cards.scorecard import scorecard
from toc.reports.scored import written_scores
from toc.scoring import Scores

__all__ = ["save_scores"]

_CARDS = (".html", ".md")
_DATA = {".json": "json", ".csv": "csv", ".txt": "table"}


def save_scores(scores: Scores, path: str | Path) -> Path:
    """Write scores to a file and return its path: .html and .md are a scorecard, .json, .csv and .txt as printed.

    Raises `TocError` for another ending, or where the folder does not exist; then nothing is written.
    """
    ending = Path(path).suffix.lower()
    if ending in _CARDS:
        return scorecard(scores).save(path)
    if ending not in _DATA:
        hint = "End its name in .html or .md for a scorecard, or in .json, .csv or .txt."
        raise TocError(f"Scores cannot be saved as {path}.", hint=hint)
    return write_bytes(path, written_scores(scores, _DATA[ending]).encode())
