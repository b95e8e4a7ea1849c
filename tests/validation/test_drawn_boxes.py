"""The boxes that TOC115 counts are those that the figure draws, and options move the rules on crowding."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from toc.diagram.shown import shown_boxes
from toc.model import STAGES, TheoryOfChange
from toc.validation import Settings, validate
from toc.validation.checks.crowding import drawn_boxes

NAMES = [f"b{number}" for number in range(7)]
STAGED = st.dictionaries(
    st.sampled_from(NAMES),
    st.fixed_dictionaries({"stage": st.sampled_from(STAGES[2:5]), "part_of": st.none() | st.sampled_from(NAMES)}),
)
COLUMNS = st.none() | st.lists(st.sampled_from(["activities", "outputs", "short_term", "risk"]), unique=True)


def theory_of(boxes: dict[str, dict[str, Any]], figure: dict[str, Any]) -> TheoryOfChange:
    stages: dict[str, dict[str, Any]] = {stage: {} for stage in STAGES[2:5]}
    for name, box in boxes.items():
        whole = box["part_of"] if box["part_of"] in boxes and box["part_of"] < name else None  # in no circle
        stages[box["stage"]][name] = {"label": name, "part_of": whole}
    outcomes = {"short_term": stages.pop("short_term")}
    factors = {"flood": {"label": "Flood", "role": "risk"}, "law": {"label": "Law"}}
    head = {"toc": 1, "id": "made", "title": "Made"}
    return TheoryOfChange.model_validate(
        {**head, **stages, "outcomes": outcomes, "factors": factors, "figure": figure}
    )


@given(STAGED, COLUMNS, st.lists(st.sampled_from(NAMES), unique=True))
def test_the_boxes_counted_are_those_that_are_drawn(
    boxes: dict[str, dict[str, Any]], columns: list[str] | None, opened: list[str]
) -> None:
    shown = None if columns is None else tuple(columns)
    theory = theory_of(boxes, {"columns": shown, "open": tuple(opened)})
    figure = shown_boxes(theory)
    assert drawn_boxes(theory) == frozenset(figure.boxes) - frozenset(figure.groups)


def test_how_many_boxes_a_figure_may_have_can_be_set() -> None:
    theory = theory_of({name: {"stage": "activities", "part_of": None} for name in NAMES}, {})
    codes = frozenset({"TOC115"})

    def told(most: int) -> list[str]:
        options = {("TOC115", "boxes"): most}
        found = validate(theory, settings=Settings(codes=codes, options=options))
        return [one.message for one in found if one.code == "TOC115"]

    assert told(7) == []
    assert told(6) == ['The figure of "Made" has 7 boxes, more than 6.']
