"""Scores of readings by hand: what somebody would write who knows numpy and these very readings.

It takes rows for right: no name, date, score or duplicate is looked at, and nothing is said of any fault.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from made_readings import OUTCOMES


def numpy_scores(path: Path) -> dict[str, Any]:
    """Count changes by site and indicator, people with two readings by site, and people by course and outcome."""
    table = pq.read_table(path)
    person, people = _codes(table["person"])
    site, sites = _codes(table["site"])
    indicator, indicators = _codes(table["indicator"])
    kind, kinds = _codes(table["kind"])
    outcome_of = np.array([int(name.rpartition("_")[2]) % OUTCOMES for name in indicators])
    later = (kind != kinds.index("initial")).astype(np.int64)
    final = (kind == kinds.index("final")).astype(np.int64)
    day = table["date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    score = table["score"].to_numpy().astype(np.int64)
    key = (person * len(sites) + site) * len(indicators) + indicator
    packed = ((((key << 1) + later << 16) + day << 1) + final << 3) + score
    packed.sort()
    key = packed >> 21
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    ends = np.concatenate((starts[1:], [len(key)])) - 1
    first, latest = packed[starts], packed[ends]
    pair = (first >> 20 & 1 == 0) & (latest >> 20 & 1 == 1)
    key, first, latest = key[starts], first & 7, latest & 7
    indicator, place = key % len(indicators), key // len(indicators)
    person, site = place // len(sites), place % len(sites)
    where = site * len(indicators) + indicator
    cells = np.bincount((where[pair] * 8 + first[pair]) * 8 + latest[pair])
    once = np.bincount(where[~pair])
    twice = np.zeros(len(people), bool)
    twice[person[pair]] = True
    home = np.zeros(len(people), np.int64)
    home[person] = site
    step = np.sign(latest - first)
    courses = {}
    for outcome in range(OUTCOMES):
        of = pair & (outcome_of[indicator] == outcome)
        counts = np.bincount(person[of] * 3 + step[of] + 1, minlength=3 * len(people)).reshape(-1, 3)
        courses[outcome] = np.bincount((counts[:, 0] * 8 + counts[:, 1]) * 8 + counts[:, 2])
    return {"cells": cells, "once": once, "with_two": np.bincount(home[twice]), "courses": courses}


def _codes(column: Any) -> tuple[Any, list[str]]:
    coded = column.combine_chunks().dictionary_encode()
    if hasattr(coded, "combine_chunks"):
        coded = coded.combine_chunks()
    return coded.indices.to_numpy().astype(np.int64), coded.dictionary.to_pylist()
