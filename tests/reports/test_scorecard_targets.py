"""Baselines and targets on a scorecard."""

from __future__ import annotations

from typing import Any

from reports.cards_made import COUNTS, theory
from toc.model import TheoryOfChange
from toc.reports.cards.card import Row, Section
from toc.reports.cards.made_card import card_of
from toc.scoring import Scores, score

# five people from 2 to 4 or 5: means of 2.0 at first and 4.4 at last
READINGS = [
    {"person": f"p{number}", "indicator": "worry", "date": date, "kind": kind, "score": value}
    for number, latest in enumerate((4, 4, 4, 5, 5))
    for kind, date, value in (("initial", "2013-01-01", 2), ("final", "2013-02-01", latest))
]


def aiming(**worry: Any) -> TheoryOfChange:
    return theory(indicators={"worry": {"label": "Worry", "measures": ("calm",), "scale": "up", **worry}})


def section(scores: Scores) -> Section:
    (found,) = (each for each in card_of(scores).sections if each.title == "Baselines and targets")
    return found


def test_a_baseline_and_a_target_stand_beside_the_means_that_were_observed() -> None:
    model = aiming(baseline=2, target={"value": 4.5, "by": "2014-03"})
    assert section(score(model, READINGS, targets=True)).tables[0].rows == (
        Row("Worry", ("baseline", "2", "", "2 (mean score)", "5", "")),
        Row("Worry", ("target", "4.5", "2014-03", "4.4 (mean score)", "5", "not reached")),
    )


def test_what_cannot_be_compared_says_why() -> None:
    (row,) = section(score(aiming(baseline=2), COUNTS[:1], targets=True)).tables[0].rows
    assert row == Row(
        "Worry",
        ("baseline", "2", "", "", "", "cannot be compared: it is a score, and these data hold no scores"),
    )


def test_a_model_without_targets_says_so_and_unasked_there_is_nothing() -> None:
    asked = section(score(aiming(), READINGS, targets=True))
    assert (asked.tables, asked.paragraphs) == ((), ("The model states no baseline and no target.",))
    titles = [each.title for each in card_of(score(aiming(baseline=2), READINGS)).sections]
    assert "Baselines and targets" not in titles


def test_that_targets_were_compared_stands_among_the_options() -> None:
    (made_from,) = (
        each
        for each in card_of(score(aiming(), READINGS, targets=True)).sections
        if each.title == "Where this comes from"
    )
    assert Row("Targets", ("compared with what was observed",)) in made_from.tables[0].rows
