"""Scores as a person or a program reads them: a table, JSON or CSV."""

from __future__ import annotations

from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import Scores

__all__ = ["left_out_line", "warnings_of", "written_scores"]


def written_scores(scores: Scores, kind: str) -> str:
    """Return scores as "table" (80 columns of text), "json" or "csv"."""
    write = {"table": score_table, "json": score_json, "csv": score_csv}[kind]
    text = write(scores)
    return text if text.endswith("\n") else f"{text}\n"


def warnings_of(scores: Scores, model: str = "MODEL", data: str = "") -> tuple[str, ...]:
    """Return what a person must know even who reads the numbers only: rows left out, numbers hidden.

    `model` and `data` are the paths of both as they were given, so that the line can be tried as it stands.
    """
    published = scores.publication.line if scores.publication else ""
    return tuple(filter(None, (left_out_line(scores, model, data), published)))


def left_out_line(scores: Scores, model: str = "MODEL", data: str = "") -> str:
    """Return the warning that rows were left out or name no site, or "" where there is nothing to warn of."""
    return " ".join(filter(None, (scores.site_note, _rows_left_out(scores, model, data))))


def _rows_left_out(scores: Scores, model: str, data: str) -> str:
    rows = scores.rows_left_out
    if not rows:
        return ""
    were = "1 row was" if rows == 1 else f"{rows} rows were"
    # The address of a database may hold a password.
    in_file = data and scores.provenance is not None and scores.provenance.data.kind == "file"
    where = _typed(data) if in_file else scores.source
    return f"{were} left out of {scores.source}; `toc validate {_typed(model)} --data {where}` names them."


def _typed(path: str) -> str:
    return f'"{path}"' if " " in path else path
