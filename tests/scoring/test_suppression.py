"""Laws of suppression over random tables with three hierarchies: outcomes, sites and classes of change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.recovery import determined, ranges
from toc.errors import TocError
from toc.scoring import counts_to_hide
from toc.scoring.suppression import Audit, CountTable, Relation, hidden_cells

CLASSES = ("improved", "no_change", "worsened")


@dataclass(frozen=True)
class Made:
    """A table with margins over three hierarchies, and the sums that its maker knows to hold."""

    table: CountTable
    sums: list[dict]


def made(counts: dict[tuple[str, str, str], int], outcomes: dict[str, list[str]], sites: list[str]) -> Made:
    """Add up indicators to outcomes (some measure two) and all, sites to all, and classes to n."""
    cells = dict(counts)
    sums: list[dict] = []

    def add(whole: tuple[str, ...], parts: list[tuple[str, ...]]) -> None:
        cells[whole] = sum(cells[part] for part in parts)
        sums.append({whole: -1, **dict.fromkeys(parts, 1)})

    indicators = list(dict.fromkeys(row for row, _, _ in counts))
    for indicator in indicators:
        for change in CLASSES:
            add((indicator, "all", change), [(indicator, site, change) for site in sites])
    for outcome, parts in {**outcomes, "total": indicators}.items():
        for change in CLASSES:
            for site in (*sites, "all"):
                add((outcome, site, change), [(part, site, change) for part in parts])
            sums.append({(outcome, "all", change): -1, **{(outcome, site, change): 1 for site in sites}})
    rows = (*indicators, *outcomes, "total")
    for row in rows:
        for site in (*sites, "all"):
            add((row, site, "n"), [(row, site, change) for change in CLASSES])
        sums.append({(row, "all", "n"): -1, **{(row, site, "n"): 1 for site in sites}})
    for outcome, parts in {**outcomes, "total": indicators}.items():
        sums.extend(
            {(outcome, site, "n"): -1, **{(part, site, "n"): 1 for part in parts}} for site in (*sites, "all")
        )
    relations = tuple(
        Relation(
            tuple(cell for cell, factor in each.items() if factor < 0),
            tuple(cell for cell, factor in each.items() if factor > 0),
        )
        for each in sums
    )
    return Made(CountTable(cells, relations), sums)


@st.composite
def tables(draw: st.DrawFn, least: int = 0) -> Made:
    indicators = ["i1", "i2", "i3"][: draw(st.integers(1, 3))]
    sites = ["north", "south", "west"][: draw(st.integers(2, 3))]
    measured = {each: draw(st.sets(st.sampled_from(["o1", "o2"]), min_size=1)) for each in indicators}
    outcomes = {each: [key for key, of in measured.items() if each in of] for each in ("o1", "o2")}
    size = st.integers(least, least + 7) | st.integers(least, 40 + least)
    keys = [(row, site, change) for row in indicators for site in sites for change in CLASSES]
    counts = draw(st.tuples(*[size] * len(keys)))
    return made(
        dict(zip(keys, counts, strict=True)), {key: parts for key, parts in outcomes.items() if parts}, sites
    )


@pytest.mark.parametrize("hide_zeros", [True, False])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=tables(), threshold=st.integers(3, 6))
def test_no_hidden_count_can_be_recovered(*, hide_zeros: bool, made: Made, threshold: int) -> None:
    table = made.table
    small = table.small(threshold, hide_zeros=hide_zeros)
    hidden = hidden_cells(table, small, threshold, hide_zeros=hide_zeros)
    least = 0 if hide_zeros else 1
    shown = {cell: count for cell, count in table.counts.items() if cell not in hidden}
    assert small <= hidden
    assert [cell for cell, count in shown.items() if least <= count < threshold] == []
    if hidden:
        listed = sorted(hidden)
        assert determined(made.sums, listed) == set()
        found = ranges(made.sums, shown, listed, least=least)
        assert {cell: ends for cell, ends in found.items() if ends[1] - ends[0] < threshold} == {}
        assert all(ends[0] <= table.counts[cell] <= ends[1] for cell, ends in found.items())


@settings(max_examples=30, deadline=None)
@given(made=tables(least=6), threshold=st.integers(2, 6))
def test_nothing_is_hidden_where_nothing_is_small(made: Made, threshold: int) -> None:
    assert (
        hidden_cells(made.table, made.table.small(threshold, hide_zeros=True), threshold, hide_zeros=True) == set()
    )


def hidden_for_others(table: CountTable, threshold: int) -> Iterator[tuple]:
    small = table.small(threshold, hide_zeros=True)
    hidden = hidden_cells(table, small, threshold, hide_zeros=True)
    yield from ((cell, hidden) for cell in hidden - small)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=tables())
def test_no_count_is_hidden_for_another_s_sake_without_need(made: Made) -> None:
    needless = [
        cell
        for cell, hidden in hidden_for_others(made.table, 5)
        if not any(Audit(made.table, 5, least=0).told(hidden - {cell}))
    ]
    assert needless == []


def test_what_a_reader_would_miss_least_is_hidden_first() -> None:
    row = {("improved",): 40, ("no_change",): 30, ("worsened",): 2, ("n",): 72}
    sums = (Relation((("n",),), (("improved",), ("no_change",), ("worsened",))),)
    for rank, expected in (({}, "no_change"), ({("no_change",): 9, ("n",): 9}, "improved")):
        table = CountTable(row, sums, rank)
        assert hidden_cells(table, table.small(5), 5) == {("worsened",), (expected,)}


def test_what_was_hidden_to_begin_with_is_shown_again_where_the_audit_allows_it() -> None:
    row = {("improved",): 40, ("no_change",): 30, ("worsened",): 2, ("n",): 72}
    sums = (Relation((("n",),), (("improved",), ("no_change",), ("worsened",))),)
    table = CountTable(row, sums, {("no_change",): 1, ("improved",): 2, ("n",): 3})
    small, begun = table.small(5), {("improved",), ("no_change",), ("n",)}
    assert hidden_cells(table, small, 5, also=begun) == {("worsened",), ("no_change",)}
    assert hidden_cells(table, small, 5, also=begun, most_tried=1) == {*small, ("improved",), ("no_change",)}
    assert hidden_cells(table, small, 5, also=begun, most_tried=0) == {*small, *begun}


@pytest.mark.parametrize(("looked_at", "kept"), [(8, {"no_change"}), (4, {"improved", "no_change"})])
def test_fewer_are_shown_again_the_larger_the_table_is(
    looked_at: int, kept: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {("improved",): 40, ("no_change",): 30, ("worsened",): 2, ("n",): 72}
    sums = (Relation((("n",),), (("improved",), ("no_change",), ("worsened",))),)
    table = CountTable(row, sums, {("no_change",): 1, ("improved",): 2, ("n",): 3})
    monkeypatch.setattr(counts_to_hide, "_MOST_LOOKED_AT", looked_at)
    hidden = counts_to_hide.counts_to_hide(table, table.small(5), 5, hide_zeros=True, also=set(row))
    assert hidden == {("worsened",), *((column,) for column in kept)}


def test_a_sensitive_zero_is_refused_where_zeros_are_shown() -> None:
    table = CountTable({("a",): 0, ("b",): 0}, (Relation((("a",),), (("b",),), at_most=True),))
    with pytest.raises(TocError, match="cannot be hidden"):
        hidden_cells(table, {("a",)}, 5)
