"""Sites beside all of them together: funnel limits, and odds ratios that turn round within sites."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.reports.score_table import score_table
from toc.scoring import p_values, score
from toc.scoring.odds_ratios import Stratum, crude_odds_ratio, mantel_haenszel

# Barnardo's 2015, Table 4: 152 of 219 improved; quantiles of the binomial distribution around that share.


@pytest.mark.parametrize(("n", "limits"), [(3, (0, 3)), (15, (7, 14)), (61, (35, 49))])
def test_the_limits_of_95_per_cent_around_152_of_219(n: int, limits: tuple[int, int]) -> None:
    assert p_values.chance_limits(n, 152 / 219, 0.95) == limits


# Bickel, Hammel and O'Connell 1975, the six largest departments of Berkeley in 1973: men admitted and rejected,
# women admitted and rejected.
BERKELEY = (
    Stratum(512, 313, 89, 19),
    Stratum(353, 207, 17, 8),
    Stratum(120, 205, 202, 391),
    Stratum(138, 279, 131, 244),
    Stratum(53, 138, 94, 299),
    Stratum(22, 351, 24, 317),
)


def test_at_berkeley_men_were_favoured_all_together_and_not_within_departments() -> None:
    assert sum(map(sum, BERKELEY)) == 4526
    assert round(crude_odds_ratio(BERKELEY) or 0, 3) == 1.841
    assert round(mantel_haenszel(BERKELEY) or 0, 4) == 0.9047


def test_a_ratio_that_is_no_number_is_not_known() -> None:
    assert crude_odds_ratio([Stratum(3, 0, 1, 1)]) is None
    assert mantel_haenszel([Stratum(0, 0, 1, 1), Stratum(0, 0, 0, 0)]) is None


def people(sex: str, site: str, improved: int, others: int) -> Iterator[dict[str, Any]]:
    for number in range(improved + others):
        row = {"person": f"{sex}{number}", "site": site, "indicator": "shared", "sex": sex}
        yield {**row, "date": "2013-01-01", "kind": "initial", "score": 3}
        yield {**row, "date": "2013-03-01", "kind": "final", "score": 4 if number < improved else 3}


TURNED = [
    *people("men", "easy", 80, 20),
    *people("women", "easy", 9, 1),
    *people("men", "hard", 2, 8),
    *people("women", "hard", 30, 70),
]


def test_a_difference_that_turns_round_within_sites_is_warned_of(theory: TheoryOfChange) -> None:
    scores = score(theory, TURNED, by="sex", compare_sites=True)
    assert scores.comparison is not None
    [ratio, *_] = scores.comparison.ratios
    assert (ratio.of, ratio.one, ratio.other, ratio.reverses) == ("all", "men", "women", True)
    assert ratio.crude == pytest.approx(82 * 71 / (28 * 39))
    assert ratio.within == pytest.approx((80 * 1 / 110 + 2 * 70 / 110) / (20 * 9 / 110 + 8 * 30 / 110))
    assert any(
        "all together men did better, and within sites women did" in note for note in scores.comparison.notes
    )
    assert "turns round" in score_table(scores)


def test_a_difference_that_stays_is_not_warned_of(theory: TheoryOfChange) -> None:
    data = [*people("men", "easy", 80, 20), *people("women", "easy", 5, 5), *people("men", "hard", 5, 5)]
    scores = score(theory, data, by="sex", compare_sites=True)
    assert scores.comparison is not None
    assert not any("Simpson" in note for note in scores.comparison.notes)


def test_a_site_outside_its_limits_is_marked_and_never_ranked(theory: TheoryOfChange) -> None:
    data = [*people("men", "north", 95, 5), *people("men", "south", 55, 45), *people("men", "west", 9, 1)]
    comparison = score(theory, data, compare_sites=True).comparison
    assert comparison is not None
    found = {row.site: row.outside for row in comparison.sites if row.of == "all"}
    assert list(found) == ["north", "south", "west"]
    assert found == {"north": "99.8 %", "south": "99.8 %", "west": None}
    row = next(row for row in comparison.sites if row.site == "west").to_dict()
    share = 159 / 210
    assert row == {
        "site": "west",
        "of": "all",
        "improved": 9,
        "n": 10,
        "share_of_all": share,
        "limits_95": list(p_values.chance_limits(10, share, 0.95)),
        "limits_99_8": list(p_values.chance_limits(10, share, 0.998)),
        "outside": None,
    }


def test_a_comparison_is_made_only_where_it_is_asked_for(csof: TheoryOfChange, csof_data: Path) -> None:
    data = csof_data / "readings_synthetic.csv"
    assert score(csof, data).comparison is None
    asked = score(csof, data, compare_sites=True)
    assert {row.site for row in asked.comparison.sites} == {"bristol", "isle_of_wight", "wales"}
    assert max(map(len, score_table(asked).splitlines())) <= 80


def test_what_cannot_be_compared_is_refused(theory: TheoryOfChange, csof: TheoryOfChange, csof_data: Path) -> None:
    with pytest.raises(TocError, match="two or more"):
        score(theory, list(people("men", "north", 5, 5)), compare_sites=True)
    with pytest.raises(TocError, match="two or more"):
        score(csof, csof_data / "table4.csv", compare_sites=True)
    with pytest.raises(TocError, match="mean of shares"):
        score(theory, TURNED, rule="mean_of_shares", compare_sites=True)
