"""An outcome that is shown in parts, and measured only there."""

from __future__ import annotations

import pytest

from toc.diagram.view import Badge
from toc.model import TheoryOfChange
from toc.reports.outcome_matrix import matrix
from toc.reports.score_badges import badges_of
from toc.scoring import score

COUNTS = [{"indicator": "worry", "improved": 9, "no_change": 3, "worsened": 2}]
PERCENTS = [{"indicator": "worry", "pre_percent": 28, "post_percent": 98}]
IN_PARTS = "measured in its parts"
NOWHERE = "not measured: no indicator in the model"


@pytest.fixture(scope="module")
def in_parts() -> TheoryOfChange:
    """An indicator measures `calm`, which is a part of `home`, which is a part of `life`."""
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "parts",
            "title": "Parts",
            "outcomes": {
                "short_term": {
                    "calm": {"label": "Calm", "part_of": "home"},
                    "order": {"label": "Order", "part_of": "home"},
                    "home": {"label": "Home", "part_of": "life"},
                    "life": {"label": "Life"},
                    "work": {"label": "Work"},
                },
            },
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {"worry": {"label": "Worry", "measures": ("calm",), "scale": "up"}},
        }
    )


@pytest.mark.parametrize("data", [COUNTS, PERCENTS])
def test_an_outcome_measured_in_its_parts_is_never_told_that_the_model_has_no_indicator(
    in_parts: TheoryOfChange, data: list[dict[str, object]]
) -> None:
    [_, *others] = score(in_parts, data).outcomes
    assert [(each.id, each.measured, each.n, each.note) for each in others] == [
        ("order", False, None, NOWHERE),
        ("home", False, None, IN_PARTS),
        ("life", False, None, IN_PARTS),
        ("work", False, None, NOWHERE),
    ]


def test_the_badge_of_an_outcome_measured_in_its_parts_says_so(in_parts: TheoryOfChange) -> None:
    badges = badges_of(score(in_parts, COUNTS))
    assert [badges[key] for key in ("home", "work")] == [
        Badge("○ measured in its parts", "none"),
        Badge("○ not measured", "none"),
    ]


def test_the_outcome_matrix_says_which_outcomes_are_measured_in_their_parts(in_parts: TheoryOfChange) -> None:
    found = matrix(in_parts)
    words = ["Worry", "not measured", IN_PARTS, IN_PARTS, "not measured"]
    assert str(found).splitlines() == [f"{row.label}: {word}" for row, word in zip(found.rows, words, strict=True)]
    assert found._repr_html_().count(f">{IN_PARTS}<") == 2
    assert [row.measured for row in found.rows] == [True, False, False, False, False]


def test_a_part_whose_whole_has_an_indicator_is_told_that_it_is_measured_with_it(in_parts: TheoryOfChange) -> None:
    indicator = in_parts.indicators["worry"].model_copy(update={"measures": ("life",)})
    of_whole = in_parts.model_copy(update={"indicators": {"worry": indicator}})
    found = {each.id: each.note for each in score(of_whole, COUNTS).outcomes if not each.measured}
    whole = "measured only as part of its whole"
    assert found == {"calm": whole, "order": whole, "home": whole, "work": NOWHERE}
    assert badges_of(score(of_whole, COUNTS))["calm"] == Badge(f"○ {whole}", "none")
