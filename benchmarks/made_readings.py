"""Readings of any number, made up by DuckDB from a seed and written as Parquet."""

from __future__ import annotations

from pathlib import Path

import duckdb

from toc.model import TheoryOfChange

SITES = 200
INDICATORS = 18
OUTCOMES = 6
_PER_SERIES = 2.5
_PER_PERSON = 3

_MADE = """
WITH series AS (
  SELECT s, s // {per_person} AS person, 1 + hash(s, {seed}) % 4 AS often,
         (hash(s // {per_person}, {seed}) % {indicators} + s % {per_person} * 5) % {indicators} AS number
  FROM range({series}) AS made(s)
), readings AS (SELECT *, unnest(range(often::BIGINT)) AS turn FROM series)
SELECT 'P' || person AS person, 'site_' || person % {sites} AS site, 'indicator_' || number AS indicator,
       DATE '2010-01-01' + (hash(s, {seed} + 1) % 1500 + turn * 90)::INTEGER AS date,
       CASE WHEN turn = 0 THEN 'initial' WHEN turn = often - 1 AND often > 2 THEN 'final' ELSE 'follow_up' END
         AS kind,
       (1 + hash(s, turn, {seed} + 2) % 5)::INTEGER AS score
FROM readings ORDER BY hash(s, turn, {seed} + 3)
"""


def theory() -> TheoryOfChange:
    """A theory of 18 indicators on a scale of five points, of six outcomes and 200 sites."""
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "large",
            "title": "Large",
            "outcomes": {"short_term": {f"outcome_{at}": {"label": f"Outcome {at}"} for at in range(OUTCOMES)}},
            "scales": {"five": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                f"indicator_{at}": {
                    "label": f"Indicator {at}",
                    "measures": (f"outcome_{at % OUTCOMES}",),
                    "scale": "five",
                }
                for at in range(INDICATORS)
            },
            "sites": {f"site_{at}": f"sites/site_{at}.yaml" for at in range(SITES)},
        }
    )


def make_readings(path: Path, readings: int, seed: int = 2015) -> None:
    """Write about so many readings: one to four of a person and indicator, three indicators of a person."""
    made = _MADE.format(
        series=int(readings / _PER_SERIES), per_person=_PER_PERSON, indicators=INDICATORS, sites=SITES, seed=seed
    )
    quiet = {"memory_limit": "1GB", "temp_directory": str(path.parent)}
    with duckdb.connect(config=quiet) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.sql(made).write_parquet(str(path))
