from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from toc.graph import Matrix, MatrixRow, graph_of, leading_to, matrix
from toc.model import TheoryOfChange

Made = Callable[..., TheoryOfChange]


def test_each_outcome_has_its_indicators_and_the_activities_that_lead_to_it(made: Made) -> None:
    theory = made(
        {"advice": {"leads_to": {"skills": {}}}, "calls": {"part_of": "advice"}, "visits": {}},
        {"skills": {"leads_to": {"calm": {}}}, "calm": {}, "wealth": {}},
        indicators={
            "knows": {"label": "Knows", "measures": ("skills", "calm")},
            "stress": {"label": "Stress", "measures": ("calm",)},
        },
    )
    assert matrix(theory) == Matrix(
        (
            MatrixRow("skills", "long_term", ("knows",), ("advice", "calls")),
            MatrixRow("calm", "long_term", ("knows", "stress"), ("advice", "calls")),
            MatrixRow("wealth", "long_term", (), ()),
        )
    )


def test_a_matrix_is_rows_and_a_table(made: Made) -> None:
    found = matrix(made({"advice": {"leads_to": {"skills": {}}}}, {"skills": {}}))
    assert found.to_dicts() == [
        {"outcome": "skills", "stage": "long_term", "indicators": [], "activities": ["advice"]}
    ]
    assert found._repr_html_().count("<td") == 4
    assert len(found) == len(list(found)) == 1


NAMES = [f"b{number}" for number in range(6)]


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=15),
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES), max_size=3),
)
def test_the_activities_of_a_row_are_those_that_a_walk_back_finds(
    pairs: list[tuple[str, str]], part_of: dict[str, str]
) -> None:
    boxes = {
        name: {"leads_to": {b: {} for a, b in pairs if a == name}, "part_of": part_of.get(name)} for name in NAMES
    }
    split = {key: {name: boxes[name] for name in NAMES[part]} for key, part in _HALVES.items()}
    theory = TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "made",
            "title": "Made",
            "activities": {name: {"label": name, **box} for name, box in split["activities"].items()},
            "outcomes": {"long_term": {name: {"label": name, **box} for name, box in split["outcomes"].items()}},
        }
    )
    graph = graph_of(theory, feedback=True)
    for row in matrix(theory):
        assert set(row.activities) == leading_to(graph, [row.outcome]) & theory.activities.keys()


_HALVES = {"activities": slice(0, 3), "outcomes": slice(3, 6)}
