"""The counts that are hidden of scores, with coverage shown whole or not at all."""

from __future__ import annotations

from collections.abc import Collection

from toc.scoring import suppression
from toc.scoring.suppression import Cell, CountTable

__all__ = ["counts_to_hide", "small_counts"]

_SENTENCES = {"coverage", "site coverage"}

_MOST_LOOKED_AT = 40_000
"""So many counts are looked at to show some again; a limit of time would give another page on another machine."""


def counts_to_hide(
    table: CountTable,
    sensitive: Collection[Cell],
    threshold: int,
    *,
    hide_zeros: bool,
    also: Collection[Cell] = (),
) -> frozenset[Cell]:
    """Return the `sensitive` counts and those that must be hidden with them, as `hidden_cells` does.

    Coverage is one sentence, so all its counts are hidden where one is. How many are tried to be shown again is
    limited, the fewer the larger the table is; what is not tried stays hidden. Nothing is hidden where nothing is
    sensitive, and scipy is not needed then.
    """
    if not sensitive:
        return frozenset()
    tried = _MOST_LOOKED_AT // len(table.counts)
    sensitive = _in_whole_sentences(table, sensitive, hide_zeros=hide_zeros)
    while True:
        hidden = suppression.hidden_cells(
            table, sensitive, threshold, hide_zeros=hide_zeros, also=also, most_tried=tried
        )
        whole = _in_whole_sentences(table, hidden, hide_zeros=hide_zeros)
        if whole == hidden:
            return hidden
        sensitive = {*sensitive, *(whole - hidden)}


def small_counts(table: CountTable, threshold: int, *, hide_zeros: bool) -> frozenset[Cell]:
    """Return the counts below the threshold, and all above 0 of every row in which fewer people have pairs."""
    small = table.small(threshold)
    rows = {(level, row) for level, row, column in small if column == "people" and level != "coverage"}
    few = frozenset(cell for cell, count in table.counts.items() if cell[:2] in rows and count)
    return table.small(threshold, hide_zeros=hide_zeros) | few


def _in_whole_sentences(table: CountTable, cells: Collection[Cell], *, hide_zeros: bool) -> frozenset[Cell]:
    touched = {cell[:2] for cell in cells if cell[0] in _SENTENCES}
    return frozenset(cells).union(
        cell for cell in table.counts if cell[:2] in touched and (hide_zeros or table.counts[cell])
    )
