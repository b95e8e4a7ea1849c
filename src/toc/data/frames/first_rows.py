"""How often something stands in a table, and in which rows first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw

from toc.data.frames.native_frames import KeptFrames, fetched
from toc.data.row_faults import ROWS_NAMED

__all__ = ["FirstRows", "first_rows"]


@dataclass(slots=True)
class FirstRows:
    """How many rows there are, and the numbers of the first five."""

    rows: int = 0
    first: list[int] = field(default_factory=list)


def first_rows(
    frame: Any, keys: Sequence[str], kept: KeptFrames, named: int = ROWS_NAMED
) -> dict[tuple[int, ...], FirstRows]:
    """Count the rows of each combination of keys, and find the first `named` or, where that is 0, one.

    `frame` is held already, and has `row` besides.
    """
    found: dict[tuple[int, ...], FirstRows] = defaultdict(FirstRows)
    rest = frame
    for _ in range(named or 1):
        counted = rest.group_by(*keys).agg(nw.len().alias("rows"), nw.col("row").min().alias("lowest"))
        heads = kept.stored(counted)
        for *key, rows, lowest in fetched(heads.select(*keys, "rows", "lowest")):
            seen = found[tuple(key)]
            seen.rows = max(seen.rows, rows)
            seen.first.append(lowest)
        joined = rest.join(heads.select(*keys, "lowest"), on=list(keys), how="inner")
        rest = joined.filter(nw.col("row") > nw.col("lowest")).drop("lowest")
    return dict(found)
