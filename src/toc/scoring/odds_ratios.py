"""`OddsRatios`: how two parts of the people differ, all together and within sites."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

__all__ = ["OddsRatios", "Stratum", "crude_odds_ratio", "mantel_haenszel"]


class Stratum(NamedTuple):
    """How many of two parts of the people at one site improved, and how many did not."""

    improved: int
    others: int
    improved_of_other: int
    others_of_other: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OddsRatios:
    """The odds of improving in the part `one` over those in the part `other`, of all indicators or an outcome.

    `crude` takes all sites together; `within` is the ratio common to the sites (Mantel and Haenszel 1959). Above
    1 the part `one` did better. None where it cannot be told, as where nobody of a part stayed or worsened.
    """

    by: str
    of: str
    of_label: str
    one: str
    other: str
    crude: float | None
    within: float | None

    @property
    def reverses(self) -> bool:
        """Whether the part that did better in all together did worse within sites (Simpson's paradox)."""
        return self.crude is not None and self.within is not None and (self.crude - 1) * (self.within - 1) < 0

    def to_dict(self) -> dict[str, Any]:
        """Return the ratios as plain values."""
        return {
            "by": self.by,
            "of": self.of,
            "one": self.one,
            "other": self.other,
            "crude": self.crude,
            "within_sites": self.within,
            "reverses": self.reverses,
        }


def crude_odds_ratio(strata: Collection[Stratum]) -> float | None:
    """Return the odds ratio of all strata added up; None where it is no number."""
    a, b, c, d = (sum(stratum[at] for stratum in strata) for at in range(4))
    return a * d / (b * c) if b * c else None


def mantel_haenszel(strata: Collection[Stratum]) -> float | None:
    """Return the odds ratio common to all strata (Mantel and Haenszel 1959); None where it is no number."""
    filled = [stratum for stratum in strata if sum(stratum)]
    for_one = sum(a * d / sum((a, b, c, d)) for a, b, c, d in filled)
    for_other = sum(b * c / sum((a, b, c, d)) for a, b, c, d in filled)
    return for_one / for_other if for_other else None
