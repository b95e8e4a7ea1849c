"""`Moves`: what each series of a `ReadingsTable` did, from which first to which latest score, under a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import narwhals as nw

from toc.data import ReadingsTable
from toc.data.frames.compared_series import compared_series
from toc.data.frames.native_frames import fetched
from toc.model import TheoryOfChange
from toc.scoring.change import Change, change_of
from toc.scoring.change_rule import ChangeRule
from toc.scoring.pair_cells import Part

__all__ = ["Move", "Moves", "moves_of"]


class Move(NamedTuple):
    """An indicator and its first and latest score; `two` is None where a series has not two to compare.

    `classified` says whether the scale has a good end; `change` is None where it has none, or without two scores.
    """

    indicator: str
    two: tuple[float, float] | None
    classified: bool
    change: Change | None


@dataclass(frozen=True, slots=True, repr=False)
class Moves:
    """`frame` has `person`, `part`, `place` and `move` of each series; `counts` are the series by part and move.

    `parts` and `moves` say what the numbers stand for.
    """

    table: ReadingsTable
    frame: Any
    counts: Mapping[int, Mapping[int, int]]
    parts: Mapping[int, Part]
    moves: Mapping[int, Move]


def moves_of(table: ReadingsTable, theory: TheoryOfChange, rule: ChangeRule, *, by_informant: bool) -> Moves:
    """Pair the series of a table under a rule.

    A move is told by its numbers, which are few, so it is judged here, once, and not in the table.
    """
    packing, base = table.packing, len(table.codes.scores) + 1
    latest = nw.col("latest")
    paired = (nw.col("first") >= 0) & (latest >= 0)
    first, last = (packing.score_in(name) + 1 for name in ("first", "latest"))
    indicator = packing.indicator() * (base * base)
    move = nw.when(paired).then(indicator + first * base + last).otherwise(indicator)
    informants = packing.informants if by_informant else 1
    part = packing.site() * informants + packing.informant() if by_informant else packing.site()
    frame = _compared(table, rule).select("person", "place", part.alias("part"), move.alias("move"))
    counted = frame.group_by("part", "move").agg(nw.len().alias("series")).select("part", "move", "series")
    counts: dict[int, dict[int, int]] = defaultdict(dict)
    for of_part, of_move, series in fetched(counted):
        counts[of_part][of_move] = series
    parts = {code: _part(table, *divmod(code, informants), by_informant=by_informant) for code in counts}
    found = sorted({code for series in counts.values() for code in series})
    return Moves(table, frame, counts, parts, {code: _move(table, theory, rule, code) for code in found})


def _compared(table: ReadingsTable, rule: ChangeRule) -> Any:
    if table.usable is None or not (rule.final_only or rule.window):
        return table.series
    rows, packing = table.usable(), table.packing
    compared = compared_series(table.series, rows, packing, final_only=rule.final_only, window=rule.window)
    return table.kept.stored(compared)


def _part(table: ReadingsTable, site: int, informant: int, *, by_informant: bool) -> Part:
    return Part(table.codes.sites[site], table.codes.informants[informant] if by_informant else "")


def _move(table: ReadingsTable, theory: TheoryOfChange, rule: ChangeRule, code: int) -> Move:
    scores = table.codes.scores
    rest, latest = divmod(code, len(scores) + 1)
    indicator, first = divmod(rest, len(scores) + 1)
    key = table.codes.indicators[indicator]
    name = theory.indicators[key].scale or ""
    scale = theory.scales.get(name)
    classified = scale is not None and scale.better is not None
    if not first:
        return Move(key, None, classified, None)
    two = scores[first - 1], scores[latest - 1]
    return Move(key, two, classified, change_of(scale, *two, lambda step: rule.counts(name, step)))
