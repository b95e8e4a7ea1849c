"""`ChangeRule`: which two readings are compared, and from what step on they count as a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from toc.scoring.change import DECIMALS
from toc.scoring.reliability import Reliability

__all__ = ["USUAL", "ChangeRule"]

_WINDOW = (
    "Only readings of day {} to {} after the initial one are compared with it, the latest of them; who has none "
    "counts as seen once."
)


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """How two readings become improved, no change or worsened.

    `min_step` is the least step, in points of the scale, that counts as a change; None: every step counts. With
    `reliable`, the reliability of scales by their id, a step counts where it is more than measurement error.
    `final_only` compares the first reading with the final one instead of the latest. `window` is from how many to
    how many days after the initial reading one must be taken to be compared; None: any later one is.
    """

    min_step: float | None = None
    final_only: bool = False
    reliable: Mapping[str, Reliability] = field(default_factory=dict)
    window: tuple[int, int] | None = None

    def counts(self, scale: str, step: float) -> bool:
        """Tell whether a step on a scale, up or down, is a change; one of less than 9 decimals is none."""
        size = round(abs(step), DECIMALS)
        if self.reliable:
            return size > self.reliable[scale].cut_off
        return size > 0 and size >= round(self.min_step or 0, DECIMALS)

    @property
    def compared(self) -> str:
        """Say which two readings are compared."""
        latest = "first reading against final" if self.final_only else "first reading against latest"
        return f"{latest} of days {self.window[0]} to {self.window[1]}" if self.window else latest

    @property
    def lines(self) -> tuple[str, ...]:
        """Say every choice that is not the usual one, a sentence each."""
        return (
            *(["Only final readings are compared with the first; follow-ups are not."] if self.final_only else ()),
            *([_WINDOW.format(*self.window)] if self.window else ()),
            *(
                [f"A change counts from {self.min_step:g} on the scale; a smaller one is no change."]
                if self.min_step is not None
                else ()
            ),
            *(
                f"Reliable change on {scale} (Jacobson and Truax 1991; s = {each.s:g}, r = {each.r:g}): a step of "
                f"more than {each.cut_off:.2f}; a smaller one is no change. Assumes that s and r hold for these "
                "people."
                for scale, each in self.reliable.items()
            ),
        )

    @property
    def told(self) -> str:
        """Say the whole rule in one cell: which readings are compared, and every choice that is not usual."""
        return "; ".join((self.compared, *(line.rstrip(".") for line in self.lines)))

    def to_dict(self) -> dict[str, Any]:
        """Return the rule as plain values."""
        return {
            "compared": "first_final" if self.final_only else "first_latest",
            "window_days": list(self.window) if self.window else None,
            "min_step": self.min_step,
            "reliable_change": {
                scale: {"s": each.s, "r": each.r, "cut_off": each.cut_off} for scale, each in self.reliable.items()
            }
            or None,
        }


USUAL = ChangeRule()
"""First reading against latest, and every step counts."""
