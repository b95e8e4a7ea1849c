"""Scores as a Parquet file: the rows of CSV, each column with its type."""

from __future__ import annotations

import json

from toc.data import made_tables
from toc.reports.cards.provenance_section import provenance_facts
from toc.scoring import Scores
from toc.scoring.score_columns import SCORE_COLUMNS

__all__ = ["score_parquet"]


def score_parquet(scores: Scores) -> bytes:
    """Return scores as Parquet, with the same columns and types always; null is "not known" or "not measured".

    What is hidden for publication is null and named in `hidden`. What the scores are of and how they were made
    stands in the metadata, as JSON under the key `toc`. The same scores give the same bytes. Raises `TocError`
    where duckdb is not installed.
    """
    about = {
        "synthetic": scores.synthetic,
        "made from": dict(provenance_facts(scores)),
        "notes": list(scores.notes),
    }
    return made_tables.made_parquet(scores.records, SCORE_COLUMNS, json.dumps(about, ensure_ascii=False))
