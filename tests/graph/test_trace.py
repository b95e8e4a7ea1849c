from __future__ import annotations

import pytest

from toc.errors import TocError
from toc.graph import Trace, TraceStep, trace
from toc.model import TheoryOfChange

THEORY = TheoryOfChange.model_validate(
    {
        "toc": 1,
        "id": "made",
        "title": "Made",
        "participants": {"parents": {"label": "Parents"}},
        "activities": {
            "advice": {"label": "Advice", "engages": {"parents": {}}, "leads_to": {"skills": {}}},
            "calls": {"label": "Calls", "part_of": "advice"},
        },
        "outcomes": {
            "short_term": {"skills": {"label": "Skills", "leads_to": {"calm": {}}}},
            "long_term": {
                "calm": {"label": "Calm", "leads_to": {"advice": {"feedback": True}}},
                "wealth": {"label": "Wealth"},
            },
        },
    }
)


def test_a_trace_goes_both_ways_stage_by_stage() -> None:
    assert trace(THEORY, "skills") == Trace(
        box="skills",
        upstream=(TraceStep("participants", ("parents",)), TraceStep("activities", ("advice", "calls"))),
        downstream=(TraceStep("long_term", ("calm",)),),
        links=("advice -> skills", "parents -> advice", "skills -> calm"),
    )


def test_steps_bound_a_trace() -> None:
    assert trace(THEORY, "calm", steps=1).upstream == (TraceStep("short_term", ("skills",)),)


def test_feedback_is_followed_on_request() -> None:
    assert trace(THEORY, "calm").downstream == ()
    assert trace(THEORY, "calm", feedback=True).downstream == (
        TraceStep("activities", ("advice", "calls")),
        TraceStep("short_term", ("skills",)),
    )


def test_a_trace_is_rows_for_a_data_frame() -> None:
    assert trace(THEORY, "skills").to_dicts() == [
        {"direction": "upstream", "stage": "participants", "id": "parents"},
        {"direction": "upstream", "stage": "activities", "id": "advice"},
        {"direction": "upstream", "stage": "activities", "id": "calls"},
        {"direction": "downstream", "stage": "long_term", "id": "calm"},
    ]


def test_a_trace_shows_itself_as_a_table_in_a_notebook() -> None:
    assert trace(THEORY, "wealth")._repr_html_() == (
        '<table><caption>wealth</caption><thead><tr><th scope="col">direction</th><th scope="col">stage</th>'
        '<th scope="col">id</th></tr></thead><tbody></tbody></table>'
    )


def test_an_unknown_box_is_refused_with_the_nearest_id() -> None:
    with pytest.raises(TocError) as refused:
        trace(THEORY, "skils")
    assert str(refused.value) == "There is no box `skils` in this theory. Did you mean `skills` (Skills)?"


def test_an_unknown_box_without_a_near_one_is_refused() -> None:
    with pytest.raises(TocError) as refused:
        trace(THEORY, "zzz")
    assert refused.value.hint == "Use the id under which the box stands in the file."
