from __future__ import annotations

import pytest

from toc.data import Readings, read_data
from toc.model import TheoryOfChange
from toc.scoring.figures import caution_of, figures_of
from toc.scoring.tallies import Tally, combined, tallies_of_readings


@pytest.mark.parametrize(
    ("n", "caution"), [(0, None), (1, "n<5"), (4, "n<5"), (5, "n<10"), (9, "n<10"), (10, None)]
)
def test_fewer_than_5_and_fewer_than_10_pairs_are_marked_and_none_at_all_are_not(
    n: int, caution: str | None
) -> None:
    assert caution_of(n) == caution


def test_nothing_measured_gives_no_figures() -> None:
    assert figures_of(None) == {}


def test_what_one_tally_does_not_know_the_sum_does_not_know() -> None:
    known = Tally(1, 2, 3, one_reading=4, already_best=5, people={("s", "p"): (1, 6)})
    assert combined([known, Tally(1, 1, 1)]) == Tally(2, 3, 4)
    assert combined([known, known]) == Tally(2, 4, 6, 8, 10, {("s", "p"): (2, 12)})


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
    assert tallies_of_readings(data, theory) == {"shared": Tally(1, 1, 0, 0, 1, {("s", "canary"): (1, 2)})}


def test_a_representation_of_a_tally_shows_nobody() -> None:
    tally = Tally(1, 0, 0, 0, 0, {("s", "canary"): (1, 1)})
    assert repr(tally) == "Tally(1 improved, 0 no change, 0 worsened)"
