from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import TocError
from toc.loading import from_dict, load
from toc.model import TheoryOfChange
from toc.scoring import for_publication, funnel, score

MODELS = Path(__file__).parents[2] / "models"
STEPS = [
    {"step": "Referred", "count": 100, "unit": "people"},
    {"step": "Assessed", "count": 80, "unit": "people"},
    {"step": "Assessed again", "count": 40, "unit": "people"},
]


def theory(**coverage: object) -> TheoryOfChange:
    return from_dict(
        {
            "toc": 1,
            "id": "club",
            "title": "Club",
            "units": {"pupil": {"label": "pupils"}, "family": {"label": "families"}},
            "outputs": {"reached": {"label": "Families reached", "count": 30, "unit": "family"}},
            "outcomes": {"short_term": {"calm": {"label": "Pupils are calmer"}}},
            "scales": {"five": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {"calmness": {"label": "Calmness", "measures": ["calm"], "scale": "five"}},
            **({"coverage": coverage} if coverage else {}),
        }
    )


def reading(person: str, date: str, kind: str, score: object = 3) -> dict[str, object]:
    return {"person": person, "indicator": "calmness", "date": date, "kind": kind, "score": score}


READINGS = [
    reading("p1", "2024-01-01", "initial"),
    reading("p1", "2024-02-01", "follow_up"),
    reading("p1", "2024-03-01", "final"),
    reading("p2", "2024-01-01", "initial"),
    reading("p2", "2024-02-01", "follow_up"),
    reading("p3", "2024-01-01", "initial"),
    reading("p4", "2024-02-01", "follow_up"),
    reading("p5", "2024-01-01", "initial", score=9),
]


def test_each_step_has_those_lost_and_its_shares_of_the_first_and_of_the_one_before() -> None:
    made = funnel(STEPS)
    assert [(s.label, s.count, s.lost, s.share_of_first, s.share_of_previous) for s in made.steps] == [
        ("Referred", 100, None, 1.0, None),
        ("Assessed", 80, 20, 0.8, 0.8),
        ("Assessed again", 40, 40, 0.4, 0.5),
    ]
    assert made.unit == "people"


def test_a_funnel_that_mixes_units_is_refused() -> None:
    mixed = [{"step": "Families", "count": 79, "unit": "families"}, {**STEPS[2], "unit": "individuals"}]
    with pytest.raises(TocError, match="Families and individuals are different units: a funnel counts one"):
        funnel(mixed)


def test_a_step_larger_than_the_one_before_is_refused() -> None:
    with pytest.raises(TocError, match='"Referred" counts 100 people, more than "Assessed": 80 people'):
        funnel([STEPS[1], STEPS[0]])


@pytest.mark.parametrize("steps", [STEPS[:1]])
def test_one_step_is_no_funnel(steps: list[dict[str, object]]) -> None:
    with pytest.raises(TocError, match="two steps or more"):
        funnel(steps)


def test_a_model_gives_the_steps_of_its_coverage_in_its_own_unit() -> None:
    made = funnel(theory(people=40, with_two=31, unit="pupil"))
    assert [(step.label, step.count) for step in made.steps] == [("All pupils", 40), ("With two assessments", 31)]
    assert (made.unit, made.workings) == ("pupils", ())


def test_who_was_closed_before_a_second_assessment_is_a_step_that_is_called_worked_out() -> None:
    made = funnel(theory(people=40, with_two=31, closed_before_second=6, unit="pupil"))
    assert [step.count for step in made.steps] == [40, 34, 31]
    assert made.workings == (
        "Worked out, not declared: 34 = 40 - 6 closed before a second assessment.",
        "Of the 3 more without two assessments (34 - 31) nothing else is said.",
    )


def test_a_model_that_closes_more_than_are_left_is_refused() -> None:
    with pytest.raises(TocError, match="more than"):
        funnel(theory(people=40, with_two=31, closed_before_second=10))


def test_from_readings_people_are_counted_as_far_as_they_came() -> None:
    made = funnel(theory(), READINGS)
    assert [(step.label, step.count) for step in made.steps] == [
        ("Named in the data", 5),
        ("With an initial reading", 3),
        ("With two readings to compare", 2),
        ("With a final reading among these", 1),
    ]
    assert (made.notes, made.row_note) == ((), "Rows left out, and so no step of anybody: 1.")


def test_the_people_with_two_readings_are_those_of_the_coverage_of_scores() -> None:
    csof = load(MODELS / "csof" / "csof.yaml")
    data = MODELS / "csof" / "data" / "readings_synthetic.csv"
    coverage, made = score(csof, data).coverage, funnel(csof, data)
    assert coverage is not None
    assert (made.steps[0].count, made.steps[2].count) == (coverage.people, coverage.with_two)
    assert (made.synthetic, made.notes[0][:9]) == (True, "SYNTHETIC")


def test_other_units_stand_apart() -> None:
    made = funnel(theory(people=40, with_two=31, unit="pupil"), apart=["reached"])
    assert made.apart_line == "Shown apart, no step of it: Families reached: 30 families."
    assert [step.count for step in made.steps] == [40, 31]


REFUSED = {
    "no coverage": (lambda: funnel(theory()), "says of no people"),
    "counts": (
        lambda: funnel(theory(), [{"indicator": "calmness", "improved": 1, "no_change": 0, "worsened": 0}]),
        "tells nothing of single people",
    ),
    "an unknown output": (lambda: funnel(theory(people=2, with_two=1), apart=["x"]), "`x` is no output"),
    "a table and an output": (lambda: funnel(STEPS, apart=["reached"]), "need a theory of change"),
    "inherited": (lambda: funnel(load(MODELS / "csof" / "sites" / "wales.yaml")), "of no people of its own"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_makes_no_funnel_is_refused(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(TocError, match=words):
        make()


def test_for_publication_a_small_loss_goes_with_a_step_and_all_that_follows_from_it() -> None:
    steps = [{**STEPS[0], "count": 43}, {**STEPS[1], "count": 40}, {**STEPS[2], "count": 30}]
    made = for_publication(funnel(steps))
    assert [step.count for step in made.steps] == [43, None, 30]
    assert [step.hidden for step in made.steps] == [
        (),
        ("count", "lost", "share_of_first", "share_of_previous"),
        ("lost", "share_of_previous"),
    ]
    assert "40" not in f"{made.to_dict()}{made._repr_html_()}"


def test_for_publication_how_numbers_were_worked_out_and_small_numbers_apart_go() -> None:
    small = theory(people=40, with_two=31, closed_before_second=6, unit="pupil")
    made = for_publication(funnel(small))
    assert made.workings == ()
    assert made.steps[2].lost is None


def test_a_funnel_of_large_numbers_is_published_whole() -> None:
    made = funnel(STEPS)
    assert for_publication(made).steps == made.steps


def test_only_a_funnel_of_readings_says_that_nothing_else_of_them_may_be_published() -> None:
    many = [
        reading(f"p{number}", date, kind)
        for number in range(20)
        for date, kind in (("2024-01-01", "initial"), ("2024-03-01", "final"))
    ]
    declared = theory(people=40, with_two=31, unit="pupil")
    said = "Publish nothing else of the same data beside it."
    pages = [for_publication(funnel(*each)).lines for each in ((theory(), many), (declared,), (STEPS,))]
    assert [said in " ".join(lines) for lines in pages] == [True, False, False]
