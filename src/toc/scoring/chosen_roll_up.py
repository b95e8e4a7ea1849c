"""The `RollUp` that somebody asked for, refused where the data cannot carry it."""

from __future__ import annotations

from toc.data import Data, PrePost, Readings, ReadingsTable
from toc.errors import TocError
from toc.loading.nearest import nearest_hint
from toc.scoring.roll_up import ROLL_UPS, UNITS, RollUp

__all__ = ["chosen_roll_up"]


def chosen_roll_up(rule: str, data: Data) -> RollUp:
    """Return the rule of this name.

    Raises `TocError` for another name, for a rule by person where people are not known, and for any but "pairs"
    with percentages before and after.
    """
    named = next((known for known in ROLL_UPS if known == rule), None)
    if named is None:
        near = nearest_hint(rule.strip().lower().replace("-", "_"), ROLL_UPS)
        rules = f"The rules: {', '.join(ROLL_UPS)}."
        raise TocError("There is no rule of this name.", hint=f"{near} {rules}".strip())
    if named != "pairs" and isinstance(data, PrePost):
        raise TocError(
            f"{data.name} gives percentages before and after, and indicators cannot be put together from them by "
            f"the rule {named}.",
            hint="Leave `rule` away; only the change in percentage points of each indicator is known.",
        )
    if UNITS[named] == "people" and not isinstance(data, Readings | ReadingsTable):
        raise TocError(
            f"The rule {named} counts people, and {data.name} counts pairs.",
            hint="Give readings of people, or choose pairs or mean_of_shares.",
        )
    return named
