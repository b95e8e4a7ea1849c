"""`Standing`: in which of three bands a share of improvement lies, and the symbol of each band."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from toc.scoring.outcome_scores import Score

__all__ = ["SYMBOLS", "Bands", "Standing", "standing_of", "symbol_of"]

Standing = Literal["good", "mixed", "poor", "none"]

SYMBOLS: dict[Standing, str] = {"good": "▲", "mixed": "■", "poor": "▼", "none": "○"}


@dataclass(frozen=True, slots=True)
class Bands:
    """From how many per cent improved a score is `good`, and from how many `mixed`; below that it is poor.

    The two limits are this library's own and only choose a symbol; no source sets them.
    """

    good: int = 60
    mixed: int = 40

    def __str__(self) -> str:
        """Say what each symbol means."""
        return (
            f"▲ {self.good} % or more improved, ■ {self.mixed} to {self.good - 1} %, "
            f"▼ under {self.mixed} %, ○ not measured"
        )


def standing_of(score: Score, bands: Bands) -> Standing:
    """Return the band of a score, its share taken to the nearest per cent; "none" where there is no share."""
    if score.share_improved is None:
        return "none"
    percent = int(100 * score.share_improved + 0.5)
    if percent >= bands.good:
        return "good"
    return "mixed" if percent >= bands.mixed else "poor"


def symbol_of(score: Score, bands: Bands) -> str:
    """Return the symbol of a score's band; a dash where its share is hidden for publication."""
    return "–" if "share_improved" in score.hidden else SYMBOLS[standing_of(score, bands)]
