"""`IndicatorNames`: which indicator of the model the data mean by an id, an alias or a label."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches

from toc.data.row_faults import RefusedRowError, RowFault
from toc.data.table import Row
from toc.model import Indicator, Text, TheoryOfChange

__all__ = ["IndicatorNames"]

_LONGEST = 120


class IndicatorNames:
    """Every name under which a model's indicators may stand in data.

    An id counts as it is written; aliases and labels (in every language) regardless of capitals, spaces and
    the shape of apostrophes.
    """

    def __init__(self, theory: TheoryOfChange) -> None:
        self._indicators = theory.indicators
        self._populations = {
            name: key
            for key, population in theory.populations.items()
            for name in (_plain(key), *map(_plain, _wordings(population.label)))
        }
        self._named: dict[str, set[str]] = defaultdict(set)
        for key, indicator in theory.indicators.items():
            for name in _names(indicator):
                self._named[_plain(name)].add(key)
        self._nearest: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"IndicatorNames({len(self._indicators)} indicators)"

    def find(self, row: Row, *, may_name: bool) -> Indicator:
        """Return the indicator that a row means.

        A name that fits several is decided by the row's `who` column, where it has one. `may_name` allows the
        refusal to repeat an unknown name: right for a published table, wrong for readings, where a column
        that slipped would show a person.
        """
        name = row["indicator"]
        if name in self._indicators:
            return self._indicators[name]
        found = self._named.get(_plain(name), set())
        fitting = found if len(found) < 2 else self._of_whom(found, row["who"]) or found
        if len(fitting) == 1:
            return self._indicators[next(iter(fitting))]
        raise RefusedRowError(self._fault(row, sorted(fitting), may_name=may_name))

    def alias_in(self, row: Row, indicator: Indicator) -> str:
        """Return the alias by which a row means an indicator; empty for its id and its label."""
        own = {_plain(name) for name in (indicator.id, *_wordings(indicator.label))}
        name = _plain(row["indicator"])
        return "" if name in own else name

    def _of_whom(self, found: set[str], who: str) -> set[str]:
        asked = {self._populations.get(_plain(part)) for part in re.split(r"[;,|]", who)}
        return {key for key in found if asked & set(self._indicators[key].who)}

    def _fault(self, row: Row, fitting: list[str], *, may_name: bool) -> RowFault:
        if fitting:
            both = " and ".join(f"`{key}`" for key in fitting)
            words = f"the name of the indicator fits {both}: use the id"
            return RowFault("unmapped-indicator", row.number, "indicator", words, fitting[0])
        name = row["indicator"] if may_name else ""
        quoted = f' "{_shown(name)}"' if name else ""
        words = f"no indicator of the model has this id, alias or label{quoted}{self._hint(row['indicator'])}"
        return RowFault("unmapped-indicator", row.number, "indicator", words, _shown(name))

    def _hint(self, name: str) -> str:
        asked = _plain(name[:_LONGEST])
        if asked not in self._nearest:
            close = get_close_matches(asked, self._named, n=1)
            keys = sorted(self._named[close[0]]) if close else []
            self._nearest[asked] = " or ".join(f"`{key}`" for key in keys)
        return f" (did you mean {self._nearest[asked]}?)" if self._nearest[asked] else ""


def _names(indicator: Indicator) -> Iterator[str]:
    yield indicator.id
    yield from indicator.aliases
    yield from _wordings(indicator.label)


def _wordings(label: Text) -> Iterator[str]:
    yield str(label)
    yield from label.languages.values()


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in name[:_LONGEST])
