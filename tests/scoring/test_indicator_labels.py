from __future__ import annotations

from typing import Any

from toc.model import TheoryOfChange
from toc.reports.outcome_matrix import matrix
from toc.reports.score_table import score_table
from toc.scoring import score
from toc.scoring.indicator_labels import indicator_labels


def model(*people: tuple[str, ...]) -> TheoryOfChange:
    """A model with one indicator "Esteem" about each of some groups of people, and one called "Mood"."""
    indicators: dict[str, Any] = {
        f"esteem_{number}": {"label": "Esteem", "measures": ("calm",), "who": who, "scale": "up"}
        for number, who in enumerate(people)
    }
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "twice",
            "title": "Twice",
            "populations": {"parents": {"label": "Parents"}, "children": {"label": "Children"}},
            "outcomes": {"short_term": {"calm": {"label": "Calm"}}},
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {**indicators, "mood": {"label": "Mood", "measures": ("calm",), "who": ("parents",)}},
        }
    )


def test_indicators_of_one_label_are_told_apart_by_their_people() -> None:
    assert [*indicator_labels(model(("parents",), ("parents", "children"))).values()] == [
        "Esteem (Parents)",
        "Esteem (Parents, Children)",
        "Mood",
    ]


def test_indicators_of_one_label_and_the_same_people_or_none_are_told_apart_by_their_ids() -> None:
    assert [*indicator_labels(model(("parents",), ("parents",), ())).values()] == [
        "Esteem (esteem_0)",
        "Esteem (esteem_1)",
        "Esteem (esteem_2)",
        "Mood",
    ]


def test_the_table_and_the_matrix_tell_indicators_of_one_label_apart_and_the_data_keep_the_label() -> None:
    theory = model(("parents",), ("children",))
    rows = [{"indicator": f"esteem_{each}", "improved": 4, "no_change": 2, "worsened": 1} for each in (0, 1)]
    percents = [{"indicator": f"esteem_{each}", "pre_percent": 4, "post_percent": 12} for each in (0, 1)]
    for data in (rows, percents):
        table = score_table(score(theory, data))
        assert (table.count("Esteem (Parents)"), table.count("Esteem (Children)")) == (1, 1)
        assert [row["label"] for row in score(theory, data).to_dict()["indicators"]] == [
            "Esteem",
            "Esteem",
            "Mood",
        ]
    assert str(matrix(theory)) == "Calm: Esteem (Parents); Esteem (Children); Mood"
