"""`RankTest`: what Wilcoxon's signed ranks say of the steps of an indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["ZERO_METHOD", "RankMethod", "RankTest"]

RankMethod = Literal["exact", "normal"]

ZERO_METHOD: Literal["wilcox"] = "wilcox"
"""How steps of 0 are treated, in scipy's word for it: they are dropped before ranking, as Wilcoxon did."""


@dataclass(frozen=True, slots=True)
class RankTest:
    """The ranks of the sizes of `changed` steps.

    `statistic` is the smaller of the two rank sums (Wilcoxon's T), `better_ranks` that of the steps for the
    better. `p` is two-sided; `method` says whether it is exact or from the normal distribution.
    """

    changed: int
    statistic: float
    better_ranks: float
    p: float
    method: RankMethod

    @property
    def rank_biserial(self) -> float:
        """The matched-pairs rank-biserial correlation, from -1 (all worse) to 1 (all better).

        The share of the rank sum that is for the better, less the share for the worse (Kerby 2014).
        """
        return 4 * self.better_ranks / (self.changed * (self.changed + 1)) - 1
