"""`CellCodes`: numbers for what cells say, told by the same reader that reads rows one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from toc.data.cell_text import cell_text
from toc.data.cells import date_in, kind_in, score_in, text_in
from toc.data.dataset import Vocabulary
from toc.data.reading_faults import without_outcome
from toc.data.row_faults import RefusedRowError, RowFault
from toc.data.table import Row
from toc.model import Indicator

__all__ = ["FIRST_DAY", "KINDS", "NO_NUMBER", "OTHER_SITE", "CellCodes"]

OTHER_SITE = -1
"""The code of a site that a site's own model leaves aside."""

NO_NUMBER = -1
"""The code of a score that is no number."""

FIRST_DAY = dt.date(1900, 1, 1)
"""The day of which the code is 0."""

KINDS = ("initial", "follow_up", "final")
"""The code of a kind is its place here."""


class CellCodes:
    """Codes from 0 on for what can be used, and negative ones for the faults of cells that cannot.

    `sites`, `indicators`, `informants` and `scores` are what the codes stand for.
    """

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.sites: dict[str, int] = {}
        self.indicators = tuple(words.theory.indicators)
        self.informants: dict[str, int] = {}
        self.scores: list[float] = []
        self._days: set[int] = set()
        self._score_texts: dict[float, str] = {}
        self._faults: dict[tuple[RowFault, str], int] = {}
        self._used: set[int] = set()
        self._places = {key: at for at, key in enumerate(self.indicators)}

    def __repr__(self) -> str:
        return f"CellCodes({len(self._faults)} faults)"

    @property
    def faults(self) -> dict[int, RowFault]:
        """The faults by their codes; their row number is 0."""
        return {code: fault for (fault, _), code in self._faults.items()}

    def fault(self, fault: RowFault, apart: str = "") -> int:
        """Return the code of a fault; `apart` keeps one from others that are told in the same words."""
        return self._faults.setdefault((replace(fault, row=0), apart), OTHER_SITE - 1 - len(self._faults))

    def site(self, cell: object) -> int:
        """Return the code of a site."""
        try:
            site = self.words.sites.find(_row(site=cell))
        except RefusedRowError as refused:
            return self.fault(refused.fault)
        if site and not self.words.sites.counts(site):
            return OTHER_SITE
        return _place(self.sites, site)

    def informant(self, cell: object) -> int:
        """Return the code of an informant."""
        return _place(self.informants, cell_text(cell).casefold())

    def indicator(self, name: object, who: object = None) -> int:
        """Return the code of the indicator of this name, or `no_name` where there is none."""
        row = _row(indicator=name, who=who)
        try:
            place = self._places[self.words.names.find(row, may_name=False).id]
        except RefusedRowError as refused:
            return self.fault(refused.fault, "" if row["indicator"] else "no name")
        self._used.add(place)
        return place

    @property
    def no_name(self) -> int:
        """The code of a row that names no indicator."""
        return self.indicator("")

    @property
    def area(self) -> int:
        """The code of the fault of a row that says in what area work was done, and names no indicator."""
        return self.fault(without_outcome(0))

    def day(self, cell: object) -> int:
        """Return the days since `FIRST_DAY`."""
        try:
            day = (date_in(_row(date=cell), self.words.today) - FIRST_DAY).days
        except RefusedRowError as refused:
            return self.fault(refused.fault)
        self._days.add(day)
        return day

    @property
    def days(self) -> range:
        """The codes of all days from the first to the last one found."""
        return range(min(self._days), max(self._days) + 1) if self._days else range(1)

    def kind(self, cell: object) -> int:
        """Return the code of a kind."""
        try:
            return KINDS.index(kind_in(_row(kind=cell)))
        except RefusedRowError as refused:
            return self.fault(refused.fault)

    def person(self, cell: object) -> int:
        """Return 0 for a person who is named, or the code of the fault."""
        try:
            text_in(_row(person=cell), "person")
        except RefusedRowError as refused:
            return self.fault(refused.fault)
        return 0

    def of_scores(self, cells: Iterable[tuple[object]]) -> dict[tuple[object], int]:
        """Return the codes of all scores, in the order of their size; `NO_NUMBER` for what is none."""
        texts = {cell: cell_text(cell[0]) for cell in cells}
        numbers = {text: number for text in texts.values() if (number := _number(text)) is not None}
        self._score_texts = {number: text for text, number in numbers.items()}
        self.scores = sorted(self._score_texts)
        places = {number: at for at, number in enumerate(self.scores)}
        return {cell: places[numbers[text]] if text in numbers else NO_NUMBER for cell, text in texts.items()}

    def refused_scores(self) -> Iterator[tuple[int, int, int]]:
        """Yield the codes of each indicator found, of each score that it cannot have, and of the fault."""
        texts = {NO_NUMBER: "", **{at: self._score_texts[number] for at, number in enumerate(self.scores)}}
        off: dict[str | None, list[int]] = {}
        for place in sorted(self._used):
            indicator = self.words.theory.indicators[self.indicators[place]]
            if indicator.scale not in off:
                off[indicator.scale] = [code for code in texts if self._score_fault(indicator, texts[code])]
            for code in off[indicator.scale]:
                yield place, code, self._score_fault(indicator, texts[code])

    def _score_fault(self, indicator: Indicator, text: str) -> int:
        """Return the code of what is wrong with a score, 0 where nothing is."""
        scale = self.words.theory.scales.get(indicator.scale) if indicator.scale else None
        try:
            score_in(_row(score=text), indicator, scale)
        except RefusedRowError as refused:
            return self.fault(refused.fault)
        return 0


def _row(**cells: object) -> Row:
    return Row(0, {column: cell_text(cell) for column, cell in cells.items()})


def _place(known: dict[str, int], name: str) -> int:
    return known.setdefault(name, len(known))


def _number(text: str) -> float | None:
    try:
        return float(score_in(_row(score=text), _ANY, None))
    except RefusedRowError:
        return None


_ANY = Indicator.model_validate({"label": "any"})
