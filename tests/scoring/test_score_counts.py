from __future__ import annotations

from toc.model import TheoryOfChange
from toc.scoring import score


def test_aliases_that_are_added_up_under_one_indicator_are_told(theory: TheoryOfChange) -> None:
    shared = theory.indicators["shared"].model_copy(update={"aliases": ("Sleep", "Rest")})
    named = theory.model_copy(update={"indicators": {**theory.indicators, "shared": shared}})
    scores = score(
        named,
        [{"indicator": name, "improved": 4, "no_change": 2, "worsened": 1} for name in ("sleep", "rest", "worry")],
    )
    assert scores.indicators[0].n == 14
    assert scores.notes[-1] == "Several rows of other names or populations were added up for: shared."
