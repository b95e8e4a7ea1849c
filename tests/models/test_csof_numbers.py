"""What the published tables of CSOF add up to, against what the report prints.

Source of every known answer: The evaluation of the CSOF service, Barnardo's, 2015; section or table named below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.errors import TocError
from toc.loading import load
from toc.scoring import Tabulation, for_publication, funnel, score, tabulate
from toc.scoring.published_tabulation import tabulated_counts
from toc.scoring.suppression import Audit

CSOF = Path(__file__).parents[2] / "models" / "csof"
DATA = CSOF / "data"

# Tables 1 and 2 (section 4.1.1) and the five of Appendix 3: unit, all, columns, rows, as they are printed.
PRINTED: dict[str, tuple[str, int, tuple[int, ...], tuple[int, ...]]] = {
    "table1": ("families", 79, (), (39, 23, 17)),
    "table2": ("families", 79, (), (25, 12, 11, 7, 4, 4, 3, 3, 3, 1, 1, 1, 4)),
    "appendix3_table1": ("cases", 134, (58, 76), (20, 30, 36, 41, 7)),  # the report prints no totals of these rows
    "appendix3_table2": ("offenders", 83, (65, 10, 8), (17, 27, 39)),
    "appendix3_table3": ("individuals", 134, (86, 32, 16), (113, 3, 3, 2, 1, 2, 1, 2, 7)),
    "appendix3_table4": ("children", 145, (76, 61, 8), (51, 94)),
    "appendix3_table5": ("children", 145, (), (39, 43, 46, 12, 5)),
}


def table(name: str) -> Tabulation:
    return tabulate(DATA / f"{name}.csv")


@pytest.mark.parametrize("name", PRINTED)
def test_a_published_table_adds_up_to_what_it_prints(name: str) -> None:
    found = table(name)
    counts = tuple(tuple(margin.count for margin in margins) for margins in (found.columns, found.rows))
    assert (found.unit, found.total.count, *counts) == PRINTED[name]
    assert found.mismatches == ()


def test_how_many_totals_each_table_prints() -> None:
    printed = {"table1": 1, "table2": 1, "appendix3_table1": 3, "appendix3_table2": 7, "appendix3_table3": 13,
               "appendix3_table4": 6, "appendix3_table5": 1}  # fmt: skip
    assert {name: len(table(name).checks) for name in PRINTED} == printed


def test_individuals_by_site_of_appendix_2_are_not_those_of_appendix_3() -> None:
    appendix_2 = {"bristol": 85, "isle_of_wight": 32, "wales": 17, "total": 134}
    found = tabulate(DATA / "appendix3_table3.csv", against=appendix_2)
    assert [(check.name, check.sum.known, check.sum.printed) for check in found.mismatches] == [
        ("bristol", 86, 85),
        ("wales", 16, 17),
    ]


def test_of_the_75_offenders_whose_sex_is_known_87_per_cent_are_male() -> None:
    shares = {one.name: one.share_recorded for one in table("appendix3_table2").columns}
    rounded = {name: None if share is None else round(100 * share) for name, share in shares.items()}
    assert rounded == {"male": 87, "female": 13, "not recorded": None}  # section 4.1.1


def test_15_per_cent_of_families_referred_themselves_of_all_and_not_of_those_recorded() -> None:
    found = next(row for row in table("table2").rows if row.name == "Self")
    assert found.share == 12 / 79  # 15 per cent, section 4.1.1
    assert found.share_recorded == 12 / 75


def test_what_the_report_left_empty_is_not_known_but_its_totals_leave_nothing_for_it() -> None:
    found = table("appendix3_table3")
    empty = [
        (row, place) for row, cells in enumerate(found.cells) for place, cell in enumerate(cells) if cell is None
    ]
    filled = tabulated_counts(found).counts
    assert len(empty) == 13
    assert {filled["cell", str(row), str(place)] for row, place in empty} == {0}


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("show_zeros", [True, False])
def test_nothing_hidden_of_a_published_table_can_be_worked_out(name: str, show_zeros: bool) -> None:  # noqa: FBT001
    found = table(name)
    published = for_publication(found, show_zeros=show_zeros)
    counts = tabulated_counts(found)
    shown = {
        ("total", "", ""): published.total.count,
        **{("row", str(place), ""): row.count for place, row in enumerate(published.rows)},
        **{("column", "", str(place)): one.count for place, one in enumerate(published.columns)},
        **{
            ("cell", str(row), str(place)): None if (row, place) in published.hidden_cells else 0
            for row, cells in enumerate(published.cells)
            for place, _ in enumerate(cells)
        },
    }
    hidden = {cell for cell, count in shown.items() if count is None}
    assert list(Audit(counts, 5, least=1 if show_zeros else 0).told(hidden)) == []
    assert counts.small(5, hide_zeros=not show_zeros) <= hidden


def test_the_funnel_is_in_individuals_and_ends_at_the_85_with_two_assessments() -> None:
    found = funnel(load(CSOF / "csof.yaml"), apart=["families_supported"])
    # 134, 20 and 85 are printed in section 4.2.1; 114 and 29 are differences.
    assert [(step.count, step.lost) for step in found.steps] == [(134, None), (114, 20), (85, 29)]
    assert found.unit == "individuals"
    assert round(100 * (found.steps[2].share_of_first or 0), 1) == 63.4
    assert found.apart_line == "Shown apart, no step of it: Families supported: 79 families."
    assert found.workings[0].startswith("Worked out, not declared: 114 = 134 - 20")


def test_families_and_individuals_make_no_funnel() -> None:
    steps = [
        {"step": "Families supported", "count": 79, "unit": "families"},
        {"step": "With two assessments", "count": 85, "unit": "individuals"},
    ]
    with pytest.raises(TocError, match="different units"):
        funnel(steps)


def test_the_synthetic_readings_end_their_funnel_where_the_report_does() -> None:
    found = funnel(load(CSOF / "csof.yaml"), DATA / "readings_synthetic.csv")
    assert [step.count for step in found.steps[:3]] == [134, 134, 85]
    assert found.synthetic


def test_the_changes_of_table_5_in_points() -> None:
    scores = score(load(CSOF / "csof.yaml"), DATA / "table5.csv")
    assert [row.change_points for row in scores.indicators if row.measured] == [70, 72, 76, 82, 75, 77]


@pytest.mark.parametrize("data", ["table4.csv", "readings_synthetic.csv"])
def test_the_groups_of_table_4_from_published_counts_and_from_synthetic_readings(data: str) -> None:
    scores = score(load(CSOF / "csof.yaml"), DATA / data)
    found = {row.id: (row.improved, row.no_change, row.worsened, row.n) for row in scores.outcomes if row.measured}
    # Sums of the printed rows of each group, section 4.2.1.
    assert list(found.values()) == [
        (14, 6, 1, 21),
        (63, 21, 2, 86),
        (33, 9, 5, 47),
        (31, 12, 0, 43),
        (11, 11, 0, 22),
    ]
