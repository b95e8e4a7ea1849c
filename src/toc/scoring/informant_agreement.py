"""`Agreement`: how often two informants say the same of what became of a person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from toc.model import TheoryOfChange
from toc.scoring.change import Change
from toc.scoring.indicator_labels import indicator_labels
from toc.scoring.pair_cells import PairCells

__all__ = ["Agreement", "agreements_of", "cohens_kappa"]

S = TypeVar("S", bound=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Two informants on one indicator: `n` people of whom both gave two readings, put into the `same` class.

    The classes are improved, no change and worsened. `kappa` is Cohen's (1960), from -1 to 1: the share that
    agrees beyond what would by chance; None where it cannot be told, as where both put everybody into one class.
    """

    indicator: str
    label: str
    one: str
    other: str
    n: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float:
        """The share of people whom both put into the same class."""
        return self.same / self.n

    def to_dict(self) -> dict[str, Any]:
        """Return the agreement as plain values."""
        return {
            "indicator": self.indicator,
            "one": self.one,
            "other": self.other,
            "n": self.n,
            "same": self.same,
            "share": self.share,
            "kappa": self.kappa,
        }


def agreements_of(theory: TheoryOfChange, cells: PairCells) -> tuple[Agreement, ...]:
    """Return the agreement of every two informants on every indicator of which both gave two readings."""
    told: dict[tuple[str, str, str], dict[tuple[Change, Change], int]] = defaultdict(dict)
    for both, people in cells.informants.items():
        told[both.indicator, both.one, both.other][both.of_one, both.of_other] = people
    labels = indicator_labels(theory)
    order = {indicator: number for number, indicator in enumerate(theory.indicators)}
    return tuple(
        Agreement(
            indicator=indicator,
            label=labels[indicator],
            one=one,
            other=other,
            n=sum(told[indicator, one, other].values()),
            same=sum(people for (first, second), people in told[indicator, one, other].items() if first == second),
            kappa=cohens_kappa(told[indicator, one, other]),
        )
        for indicator, one, other in sorted(told, key=lambda key: (order[key[0]], key[1:]))
    )


def cohens_kappa(told: Mapping[tuple[S, S], int]) -> float | None:
    """Return Cohen's kappa (1960) of how often one said the first and another the second; None where undefined."""
    n = sum(told.values())
    ones: Counter[S] = Counter()
    others: Counter[S] = Counter()
    for (one, other), often in told.items():
        ones[one] += often
        others[other] += often
    same = sum(often for (one, other), often in told.items() if one == other)
    chance = sum(ones[each] * others[each] for each in ones)
    return (same * n - chance) / (n * n - chance) if n * n != chance else None
