"""`Counts`: published numbers of improved, no change and worsened per indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from toc.data.cells import count_in
from toc.data.dataset import Dataset, Vocabulary
from toc.data.row_faults import RowFault
from toc.data.table import Row

__all__ = ["CountRow", "Counts", "count_faults", "count_row"]


@dataclass(frozen=True, slots=True)
class CountRow:
    """Pairs of readings of one indicator: `improved`, `no_change` and `worsened`.

    `site` is empty where the data name none. `total` is the printed total, None where there is none. `alias`
    is empty where the row has the indicator's id or label, `who` where it does not say whom it is about.
    """

    row: int
    indicator: str
    site: str
    improved: int
    no_change: int
    worsened: int
    total: int | None
    alias: str = ""
    who: str = ""

    @property
    def numbers(self) -> tuple[int, int, int]:
        """Improved, no change, worsened."""
        return self.improved, self.no_change, self.worsened


@dataclass(frozen=True, slots=True, repr=False)
class Counts(Dataset):
    """A table of counts: one row per indicator (and site)."""

    rows: tuple[CountRow, ...] = ()


def count_row(row: Row, site: str, words: Vocabulary) -> CountRow:
    """Read one row of counts."""
    indicator = words.names.find(row, may_name=True)
    return CountRow(
        row=row.number,
        indicator=indicator.id,
        site=site,
        improved=count_in(row, "improved"),
        no_change=count_in(row, "no_change"),
        worsened=count_in(row, "worsened"),
        total=count_in(row, "total") if row["total"] else None,
        alias=words.names.alias_in(row, indicator),
        who=row["who"].casefold(),
    )


def count_faults(rows: Sequence[CountRow]) -> Iterator[RowFault]:
    """Find rows that stand twice, rows without a site beside others with one, and totals that do not add up.

    Of copies that agree one is kept; of copies that disagree none is, as nobody can say which is right. A row
    whose total does not add up is kept: its three numbers are used, its total is not.
    """
    yield from _without_site(rows)
    for group in _same_indicator(rows):
        agree = len({row.numbers for row in group}) == 1
        for row in group[1:] if agree else group:
            words = "the same indicator stands on several rows" + ("" if agree else ", with different numbers")
            yield RowFault("duplicate-record", row.row, "indicator", words, row.indicator)
    for row in rows:
        if row.total is not None and row.total != sum(row.numbers):
            words = "`total` is not the sum of improved, no change and worsened, and is not used"
            yield RowFault("totals-do-not-add", row.row, "total", words, row.indicator, left_out=False)


def _without_site(rows: Sequence[CountRow]) -> Iterator[RowFault]:
    if not any(row.site for row in rows):
        return
    words = "`site` is empty, while other rows name one: its pairs may be counted there too"
    for row in rows:
        if not row.site:
            yield RowFault("incomplete-row", row.row, "site", words, row.indicator)


def _same_indicator(rows: Sequence[CountRow]) -> Iterator[list[CountRow]]:
    """Group rows that cannot all be right.

    Aliases may be different descriptors of one indicator, and populations are different people; but an id or a
    label names the whole indicator, and a row that does not say whom it is about is about everybody.
    """
    for of_site in _grouped(rows, lambda row: (row.indicator, row.site)):
        everybody = any(not row.who for row in of_site)
        for of_whom in [of_site] if everybody else _grouped(of_site, lambda row: row.who):
            whole = any(not row.alias for row in of_whom)
            yield from [of_whom] if whole else _grouped(of_whom, lambda row: row.alias)


def _grouped(rows: Sequence[CountRow], key: Callable[[CountRow], object]) -> list[list[CountRow]]:
    groups: dict[object, list[CountRow]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return list(groups.values())
