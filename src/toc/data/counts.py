"""`Counts`: published numbers of improved, no change and worsened per indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toc.data.cells import count_in
from toc.data.dataset import Dataset, Vocabulary
from toc.data.row_faults import RowFault
from toc.data.table import Row

__all__ = ["CountRow", "Counts", "count_faults", "count_row"]


@dataclass(frozen=True, slots=True)
class CountRow:
    """Pairs of readings of one indicator: `improved`, `no_change` and `worsened`.

    `site` is empty where the data name none. `total` is the printed total, None where there is none. `name`
    is what the row calls the indicator and whom it is about, so that a row given twice is seen.
    """

    row: int
    indicator: str
    site: str
    improved: int
    no_change: int
    worsened: int
    total: int | None
    name: str

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
        name=f"{row['indicator'].casefold()} / {row['who'].casefold()}",
    )


def count_faults(rows: Sequence[CountRow]) -> Iterator[RowFault]:
    """Find rows that stand twice, rows without a site beside others with one, and totals that do not add up.

    Of copies that agree one is kept; of copies that disagree none is, as nobody can say which is right. A row
    whose total does not add up is kept: its three numbers are used, its total is not.
    """
    yield from _without_site(rows)
    same: dict[tuple[str, str], list[CountRow]] = defaultdict(list)
    for row in rows:
        same[row.name, row.site].append(row)
    for group in same.values():
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
