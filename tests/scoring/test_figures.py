from __future__ import annotations

from dataclasses import fields

import pytest

from toc.data import Readings, read_data
from toc.model import TheoryOfChange
from toc.scoring.change_rule import USUAL
from toc.scoring.counted_pairs import counted_pairs
from toc.scoring.figures import caution_of, figures_of
from toc.scoring.indicator_groups import EVERYTHING, Group, indicator_groups
from toc.scoring.pair_cells import Course
from toc.scoring.tallies import Tally, tallies_of_readings


@pytest.mark.parametrize(
    ("n", "caution"), [(0, None), (1, "n<5"), (4, "n<5"), (5, "n<10"), (9, "n<10"), (10, None)]
)
def test_fewer_than_5_and_fewer_than_10_pairs_are_marked_and_none_at_all_are_not(
    n: int, caution: str | None
) -> None:
    assert caution_of(n) == caution


def test_nothing_measured_gives_no_figures() -> None:
    assert figures_of(None) == {}


def test_the_pairs_of_two_informants_belong_to_one_person(theory: TheoryOfChange) -> None:
    usual = {"person": "canary", "site": "s", "indicator": "shared"}
    rows = [
        {**usual, "informant": informant, "date": date, "kind": kind, "score": score}
        for informant, date, kind, score in (
            ("worker", "2013-01-01", "initial", 2),
            ("worker", "2013-02-01", "final", 4),
            ("parent", "2013-01-01", "initial", 5),
            ("parent", "2013-02-01", "final", 5),
        )
    ]
    data = read_data(rows, theory)
    assert isinstance(data, Readings)
    groups = indicator_groups(theory)
    cells = counted_pairs(data, theory, USUAL, groups)
    tallies = tallies_of_readings(cells, theory, USUAL, groups)
    assert tallies[Group("indicator", "shared")] == Tally(1, 1, 0, 0, 1, {Course(2, 1, 0): 1})
    assert tallies[EVERYTHING].people == 1


def test_what_was_counted_holds_nobody(theory: TheoryOfChange) -> None:
    row = {"person": "canary", "site": "s", "indicator": "shared", "date": "2013-01-01"}
    data = read_data([{**row, "kind": "initial", "score": 2}], theory)
    assert isinstance(data, Readings)
    cells = counted_pairs(data, theory, USUAL, indicator_groups(theory))
    held = [getattr(cells, field.name) for field in fields(cells)]
    assert "canary" not in repr(held)
    assert repr(cells) == "PairCells(0 cells)"
