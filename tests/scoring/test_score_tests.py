from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import Interval, RankTest, ScoreTests, score


def readings(scores: Iterable[tuple[int, int]], *, indicator: str = "shared", **more: str) -> list[dict[str, Any]]:
    return [
        {
            "person": f"p{number}",
            "site": "",
            "indicator": indicator,
            "date": date,
            "kind": kind,
            "score": value,
            **more,
        }
        for number, pair in enumerate(scores)
        for date, kind, value in zip(("2013-01-01", "2013-02-01"), ("initial", "final"), pair, strict=True)
    ]


def with_tests(theory: TheoryOfChange, data: Any, **options: Any) -> ScoreTests:
    found = score(theory, data, tests=True, **options).tests
    assert found is not None
    return found


@pytest.fixture(scope="module")
def table4(csof: TheoryOfChange, csof_data: Path) -> ScoreTests:
    return with_tests(csof, csof_data / "table4.csv")


def test_access_and_stress_of_table_4(table4: ScoreTests) -> None:
    """The counts are printed in Barnardo's 2015, Table 4; the report gives no test of them."""
    rows = {test.indicator.id: test for test in table4.indicators}
    access, stress = rows["support_access"], rows["parental_stress"]
    assert access.sign is not None
    assert stress.sign is not None
    assert [f"{each.p:.1e}" for each in (access.sign, stress.sign)] == ["6.8e-13", "2.7e-05"]
    assert round(stress.dominance, 3) == 0.647


def test_7_of_18_indicators_of_table_4_stand_raw_and_by_benjamini_hochberg_and_3_by_holm(
    table4: ScoreTests,
) -> None:
    found = [test.sign for test in table4.indicators if test.sign]
    assert (len(table4.indicators), table4.to_dict()["family"]) == (18, 18)
    assert [
        sum(each.p <= 0.05 for each in found),
        sum(each.benjamini_hochberg <= 0.05 for each in found),
        sum(each.holm <= 0.05 for each in found),
    ] == [7, 7, 3]


def test_with_fewer_than_6_changed_pairs_a_test_is_refused_and_its_place_in_the_family_kept(
    table4: ScoreTests,
) -> None:
    refused = {test.indicator.id for test in table4.indicators if test.refused == "few_changed"}
    few = {
        test.indicator.id
        for test in table4.indicators
        if (test.indicator.improved or 0) + (test.indicator.worsened or 0) < 6
    }
    assert (len(refused), refused) == (11, few)
    assert [test.sign for test in table4.indicators if test.refused] == [None] * 11
    access = next(test.sign for test in table4.indicators if test.indicator.id == "support_access")
    assert access is not None
    assert access.holm == pytest.approx(18 * access.p)


def test_5_better_and_none_worse_are_refused_and_6_are_tested(theory: TheoryOfChange) -> None:
    five, six = (with_tests(theory, readings([(2, 3)] * many + [(3, 3)] * 9)).indicators[0] for many in (5, 6))
    assert (five.refused, five.sign, five.ranks) == ("few_changed", None, None)
    assert (six.refused, six.sign and six.sign.p) == (None, 2 / 64)


def test_counts_have_no_ranks_and_say_what_is_not_known(table4: ScoreTests) -> None:
    assert (table4.ranked, table4.to_dict()["zero_method"]) == (False, None)
    assert {
        (test.ranks, test.rank_p, test.indicator.bounds, test.indicator.already_best) for test in table4.indicators
    } == {(None, None, None, None)}
    words = (
        "Not known from published counts: ranks of steps, people with one reading, the share if they had "
        "improved, and pairs already at best."
    )
    assert words in table4.notes


def test_readings_have_ranks_bounds_and_those_who_could_not_improve(theory: TheoryOfChange) -> None:
    pairs = [(1, 2), (1, 3), (2, 4), (2, 5), (3, 2), (1, 5), (3, 3), (5, 5)]
    single = {**readings([(2, 2)])[0], "person": "single"}
    (test,) = with_tests(theory, [*readings(pairs), single]).indicators
    assert test.ranks == RankTest(6, 1.5, 19.5, 6 / 64, "exact")
    assert test.ranks.rank_biserial == pytest.approx((19.5 - 1.5) / 21)
    assert test.dominance == (5 - 1) / 8
    assert (test.indicator.bounds, test.indicator.already_best) == (Interval(5 / 9, 6 / 9), 1)


def test_the_zero_method_is_named(theory: TheoryOfChange) -> None:
    found = with_tests(theory, readings([(2, 3)] * 6))
    assert found.to_dict()["zero_method"] == "wilcox"
    assert any("zero method wilcox: steps of 0 dropped before ranking" in note for note in found.notes)


def test_steps_are_ranked_for_the_better_also_where_lower_is_better(theory: TheoryOfChange) -> None:
    (test,) = with_tests(theory, readings([(9, 8 - step) for step in range(7)], indicator="worry")).indicators
    assert test.ranks == RankTest(7, 0, 28, 2 / 128, "exact")


def test_a_step_below_the_least_takes_part_in_no_test(theory: TheoryOfChange) -> None:
    pairs = [(1, 3)] * 6 + [(2, 1)] * 6
    assert with_tests(theory, readings(pairs)).indicators[0].dominance == 0
    (test,) = with_tests(theory, readings(pairs), min_step=2).indicators
    assert (test.dominance, test.ranks) == (0.5, RankTest(6, 0, 21, 2 / 64, "exact"))


def test_one_person_in_several_pairs_of_an_indicator_is_not_tested(theory: TheoryOfChange) -> None:
    data = [*readings([(2, 3)] * 6, informant="parent"), *readings([(2, 3)] * 6, informant="worker")]
    found = with_tests(theory, data)
    assert [(test.refused, test.sign, test.dominance) for test in found.indicators] == [
        ("people_repeated", None, 1)
    ]
    words = "Refused: one person stands in several pairs of an indicator, as with several informants: Shared."
    assert words in found.notes


def test_of_percentages_before_and_after_mcnemar_is_refused_not_guessed(
    csof: TheoryOfChange, csof_data: Path
) -> None:
    with pytest.raises(TocError) as caught:
        score(csof, csof_data / "table5.csv", tests=True)
    assert str(caught.value) == (
        "table5.csv gives percentages before and after, and no test can be made of them: McNemar's test needs to "
        "know how many people changed each way. Give readings of people, or counts of improved, no change and "
        "worsened."
    )


def test_an_indicator_without_pairs_or_without_a_good_end_is_no_part_of_the_family(theory: TheoryOfChange) -> None:
    data = [
        *readings([(2, 3)] * 6),
        *readings([(2, 3)] * 6, indicator="unsaid"),
        readings([(2, 3)], indicator="worry")[0],
    ]
    assert [test.indicator.id for test in with_tests(theory, data).indicators] == ["shared"]


def test_one_indicator_needs_no_adjusting_and_says_so(theory: TheoryOfChange) -> None:
    found = with_tests(theory, readings([(2, 3)] * 6))
    sign = found.indicators[0].sign
    assert sign is not None
    assert (sign.holm, sign.benjamini_hochberg) == (sign.p, sign.p)
    assert found.notes[-1] == "Holm, BH: there is one indicator only, so nothing had to be adjusted."


def test_where_nobody_has_two_readings_nothing_is_tested(theory: TheoryOfChange) -> None:
    assert with_tests(theory, readings([(2, 3)])[:1]).indicators == ()


def test_tests_of_made_up_readings_are_stamped(csof: TheoryOfChange, csof_data: Path) -> None:
    found = with_tests(csof, csof_data / "readings_synthetic.csv")
    assert found.notes[0] == "SYNTHETIC: these data are made up; nothing may be concluded from their tests."
    assert found.ranked


def test_without_tests_nothing_is_tested(theory: TheoryOfChange) -> None:
    scores = score(theory, readings([(2, 3)] * 6))
    assert (scores.tests, scores.to_dict()["tests"]) == (None, None)


def test_no_person_comes_out_of_a_test(theory: TheoryOfChange) -> None:
    data = [{**row, "person": f"CANARY-{row['person']}"} for row in readings([(2, 3)] * 6)]
    scores = score(theory, data, tests=True)
    assert scores.tests is not None
    shown = [
        repr(scores.tests),
        scores.tests._repr_html_(),
        json.dumps(scores.to_dict()),
        json.dumps(scores.to_dicts()),
    ]
    assert [text for text in shown if "CANARY" in text] == []


def test_a_notebook_shows_tests_as_a_table_in_which_every_word_is_escaped() -> None:
    odd = TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "odd",
            "title": "Odd",
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {"shared": {"label": "<b>&", "scale": "up"}},
        }
    )
    page = with_tests(odd, readings([(2, 3)] * 6))._repr_html_()
    ps = ["0.031"] * 3
    cells = "".join(f"<td>{cell}</td>" for cell in (6, 0, "1.00", *ps, 0, *ps, "exact", "1.00"))
    assert f'<tr><th scope="row">&lt;b&gt;&amp;</th>{cells}</tr>' in page
    assert page.count("<li>") == 6


def test_a_notebook_shows_what_was_refused_and_no_ranks_of_counts(table4: ScoreTests) -> None:
    page = table4._repr_html_()
    assert (page.count("<tr>"), page.count("<td>refused</td>"), "Wilcoxon" in page) == (19, 11, False)


def test_a_notebook_shows_what_was_refused_of_readings(theory: TheoryOfChange) -> None:
    page = with_tests(theory, readings([(2, 3)] * 5))._repr_html_()
    assert "<td>refused</td><td></td><td></td><td></td><td>refused</td>" in page


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=25))
def test_turning_every_change_round_turns_the_effects_and_leaves_the_p(
    theory: TheoryOfChange, pairs: list[tuple[int, int]]
) -> None:
    one, other = (
        with_tests(theory, readings(each)).indicators[0]
        for each in (pairs, [(latest, first) for first, latest in pairs])
    )
    assert (one.dominance, one.sign, one.refused) == (-other.dominance, other.sign, other.refused)
    if one.ranks and other.ranks:
        assert one.ranks.rank_biserial == pytest.approx(-other.ranks.rank_biserial)
        assert one.ranks.p == pytest.approx(other.ranks.p)
