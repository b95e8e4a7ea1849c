"""`Margin`: all those in one category, one column or the whole of a table of counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toc.scoring.outcome_scores import Caution

__all__ = ["Margin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """All those in one category, in one column, or in the whole table (`name` is then "total").

    `count` is None where it is not known; it is then `at_least` so many. `share` is its fraction of all,
    `share_recorded` of those whose category (or column) is known; None where either number is not known, for those
    who are not `recorded`, and for the whole table. `caution` marks few. `hidden` names the fields that are None
    because they were hidden for publication.
    """

    name: str
    recorded: bool = True
    count: int | None
    at_least: int | None
    share: float | None
    share_recorded: float | None
    caution: Caution | None = None
    hidden: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as plain values; None is "not known"."""
        return {
            "recorded": self.recorded,
            "count": self.count,
            "at_least": self.at_least,
            "share": self.share,
            "share_recorded": self.share_recorded,
            "caution": self.caution,
        }
