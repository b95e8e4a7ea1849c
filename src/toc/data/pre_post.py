"""`PrePost`: published percentages before and after, without pairs of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toc.data.cells import count_in, percent_in
from toc.data.dataset import Dataset, Vocabulary
from toc.data.row_faults import RowFault
from toc.data.table import Row

__all__ = ["PrePost", "PrePostRow", "pre_post_faults", "pre_post_row"]


@dataclass(frozen=True, slots=True)
class PrePostRow:
    """One indicator: per cent of people before and after (0 to 100), and of how many people (None: not said)."""

    row: int
    indicator: str
    site: str
    pre_percent: float
    post_percent: float
    n: int | None

    @property
    def change_points(self) -> float:
        """The change in percentage points, free of the noise of binary fractions."""
        return round(self.post_percent - self.pre_percent, 9)


@dataclass(frozen=True, slots=True, repr=False)
class PrePost(Dataset):
    """A table of percentages before and after: one row per indicator."""

    rows: tuple[PrePostRow, ...] = ()


def pre_post_row(row: Row, site: str, words: Vocabulary) -> PrePostRow:
    """Read one row of percentages."""
    return PrePostRow(
        row=row.number,
        indicator=words.names.find(row, may_name=True).id,
        site=site,
        pre_percent=percent_in(row, "pre_percent"),
        post_percent=percent_in(row, "post_percent"),
        n=count_in(row, "n") if row["n"] else None,
    )


def pre_post_faults(rows: Sequence[PrePostRow]) -> Iterator[RowFault]:
    """Find indicators on several rows: percentages of different people cannot be added."""
    often = Counter(row.indicator for row in rows)
    for row in rows:
        if often[row.indicator] > 1:
            words = "the same indicator stands on several rows, and percentages cannot be added"
            yield RowFault("duplicate-record", row.row, "indicator", words, row.indicator)
