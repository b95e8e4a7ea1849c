"""`Publication`: what was hidden of scores before they are shown to others, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["HIDDEN", "USUAL_THRESHOLD", "Publication"]

HIDDEN = "hidden"
"""What stands in place of a number that is hidden, whether for its own sake or for another's."""

USUAL_THRESHOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Counts below `threshold` are hidden (0 only with `zeros_hidden`), and others for their sake.

    `hidden` is how many counts that could be shown are not, without the shares and intervals that follow from
    them; from percentages before and after it counts indicators. `coverage_hidden` says that coverage is one of
    them.
    `not_judged` is how many indicators give percentages without saying of how many people. `alone` says that
    another page of the same data must not stand beside this one: their differences tell counts that each hides.
    """

    threshold: int
    zeros_hidden: bool
    hidden: int
    coverage_hidden: bool = False
    not_judged: int = 0
    alone: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values; `reason` is the line in words."""
        return {
            "threshold": self.threshold,
            "zeros_hidden": self.zeros_hidden,
            "hidden": self.hidden,
            "coverage_hidden": self.coverage_hidden,
            "not_judged": self.not_judged,
            "reason": self.line,
        }

    @property
    def line(self) -> str:
        """Say in one line what is hidden: not how much, since a page or a figure shows a part of the counts."""
        zeros = "zeros are hidden too" if self.zeros_hidden else "zeros are shown"
        what = f"numbers below {self.threshold} are hidden, and those from which one could be worked out"
        unknown = (
            f" Not judged, since the data do not say of how many people: {self.not_judged} of the indicators."
            if self.not_judged
            else ""
        )
        alone = " Publish nothing else of the same data beside it." if self.alone else ""
        return f"For publication {what} ({zeros}).{unknown}{alone}"
