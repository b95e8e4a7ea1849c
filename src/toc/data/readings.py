"""`Readings`: scores of people over time, one row per score."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from toc.data.cells import Kind, date_in, kind_in, score_in, text_in
from toc.data.dataset import Dataset, Vocabulary
from toc.data.reading_faults import contradicted, copied, early, second_initial, without_initial, without_outcome
from toc.data.row_faults import RefusedRowError, RowFault
from toc.data.table import Row

__all__ = ["READ_COLUMNS", "Reading", "Readings", "duplicate_faults", "reading", "sequence_faults", "series_of"]

READ_COLUMNS = frozenset(
    ("person", "site", "indicator", "date", "kind", "score", "informant", "who", "area", "source")
)
"""The columns of which the meaning is known; any other one may be what people are split by."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reading:
    """One score of one person. The key of a person is (site, person): ids restart in every site.

    `other` holds the text of the columns that are not read, by their plain names.
    """

    row: int
    site: str
    person: str
    indicator: str
    informant: str
    date: dt.date
    kind: Kind
    score: int | float
    other: Mapping[str, str] = field(default_factory=lambda: _NOTHING, compare=False)

    @property
    def series(self) -> tuple[str, str, str, str]:
        """What stays the same while time passes: site, person, indicator and who gave the score."""
        return self.site, self.person, self.indicator, self.informant

    def __repr__(self) -> str:
        return f"Reading(row={self.row}, indicator={self.indicator!r})"


@dataclass(frozen=True, slots=True, repr=False)
class Readings(Dataset):
    """A table of readings in long form.

    `people` are the keys (site, person) of everybody whom the table names, also those none of whose rows can be
    used: they still belong to those who could have been measured.
    """

    rows: tuple[Reading, ...] = ()
    people: frozenset[tuple[str, str]] = frozenset()

    @property
    def indicators(self) -> frozenset[str]:
        """The ids of the indicators that these readings are of."""
        return frozenset(row.indicator for row in self.rows)

    @property
    def informants(self) -> frozenset[str]:
        """Who gave the scores; "" where a row does not say."""
        return frozenset(row.informant for row in self.rows)

    @property
    def several_informants(self) -> bool:
        """Whether several informants gave scores of one person on one indicator."""
        informants: dict[tuple[str, ...], str] = {}
        return any(informants.setdefault(row.series[:3], row.informant) != row.informant for row in self.rows)

    @property
    def has_sites(self) -> bool:
        """Whether any row says of which site it is."""
        return any(row.site for row in self.rows)


def reading(row: Row, site: str, words: Vocabulary) -> Reading:
    """Read one row of readings; one that says in what area work was done and names no indicator is refused."""
    if row["area"] and not row["indicator"]:
        raise RefusedRowError(without_outcome(row.number))
    indicator = words.names.find(row, may_name=False)
    scale = words.theory.scales.get(indicator.scale) if indicator.scale else None
    return Reading(
        row=row.number,
        site=site,
        person=text_in(row, "person"),
        indicator=indicator.id,
        informant=row["informant"].casefold(),
        date=date_in(row, words.today),
        kind=kind_in(row),
        score=score_in(row, indicator, scale),
        other={column: text for column, text in row.cells.items() if column not in READ_COLUMNS} or _NOTHING,
    )


def series_of(rows: Iterable[Reading]) -> dict[tuple[str, str, str, str], list[Reading]]:
    """Group readings by person, indicator and informant."""
    series: dict[tuple[str, str, str, str], list[Reading]] = defaultdict(list)
    for row in rows:
        series[row.series].append(row)
    return series


def duplicate_faults(rows: Sequence[Reading]) -> Iterator[RowFault]:
    """Find readings of one series with the same date and kind.

    Of copies with the same score one is kept; of copies that disagree none is, as nobody can say which is
    right: so the order of the rows never matters.
    """
    same: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for row in rows:
        same[*row.series, row.date, row.kind].append(row)
    for group in same.values():
        agree = len({row.score for row in group}) == 1
        for row in group[1:] if agree else group:
            yield copied(row.row, row.indicator) if agree else contradicted(row.row, row.indicator)


def sequence_faults(rows: Sequence[Reading]) -> Iterator[RowFault]:
    """Find initial readings after the first, follow-ups dated before it, and series without any.

    A series begins once, so a second initial reading is not used: nobody can say whether the work began anew
    or the kind is a slip. Series without an initial reading are kept, but nothing can be compared with them:
    they count as people without two readings.
    """
    for series in series_of(rows).values():
        initial = min((row.date for row in series if row.kind == "initial"), default=None)
        if initial is None:
            first = min(series, key=lambda row: (row.date, row.row))
            yield without_initial(first.row, first.indicator)
            continue
        for row in series:
            if row.kind == "initial" and row.date > initial:
                yield second_initial(row.row, row.indicator)
            if row.kind != "initial" and row.date < initial:
                yield early(row.row, row.indicator)
