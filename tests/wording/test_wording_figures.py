"""How the rules of wording do on statements that were labelled before they were written."""

from __future__ import annotations

import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from toc.validation import RULES

ROOT = Path(__file__).parents[2]
MADE: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "make_wording.py"))
ROWS: list[dict[str, str]] = MADE["statements"]()
MEASURED: tuple[str, ...] = MADE["MEASURED"]


@pytest.fixture(scope="module")
def figures() -> dict[tuple[str, str], Any]:
    return {(one.code, one.part): one for one in MADE["figures"](ROWS)}


@pytest.mark.parametrize("code", MEASURED)
def test_at_most_a_tenth_of_the_statements_without_a_fault_is_told(code: str, figures: Any) -> None:
    assert max(figures[code, part].false_positives for part in ("held out", "fresh")) <= 0.10


@pytest.mark.parametrize("part", ["held out", "fresh"])
@pytest.mark.parametrize("code", ["TOC201", "TOC202", "TOC203"])
def test_a_warning_is_right_four_times_of_five_and_finds_two_of_three(code: str, part: str, figures: Any) -> None:
    measured = figures[code, part]
    assert (measured.precision >= 0.8, measured.recall >= 2 / 3) == (True, True)


def test_one_of_148_labels_that_are_outcomes_in_their_sources_is_called_work_or_a_product() -> None:
    rows = [row for row in ROWS if row["stands as"] == "outcome" and MADE["part_of"](row) in MADE["HALVES"]]
    outcomes = [(row["statement"], row["stage"]) for row in rows]
    told = [label for label, stage in outcomes if {"TOC201", "TOC202"} & MADE["found"](label, stage)]
    assert (told, len(outcomes)) == (["Visits with support: less anxiety, better contact"], 148)


def test_the_page_prints_the_figures_that_are_measured_today() -> None:
    page = (ROOT / "docs" / "wording.md").read_text(encoding="utf-8")
    assert page == MADE["wording_page"](), "run: python docs/make_wording.py"


def test_every_statement_is_labelled_for_every_rule_or_left_out_for_a_rule_that_says_the_same() -> None:
    columns = (
        "201",
        "202",
        "203",
        "204",
        "205",
        "206",
        "207",
        "208",
        "209",
        "211 short_term",
        "211 long_term",
        "214",
    )
    codes = [f"TOC{column}" for column in columns]
    assert list(ROWS[0]) == ["statement", "source", "stands as", "stage", *codes]
    assert {row[code] for row in ROWS for code in codes} == {"0", "1", ""}
    unasked = {code for row in ROWS for code in codes if not row[code]}
    assert {cause for code in unasked for cause in RULES[code[:6]].unless} >= {"TOC201", "TOC202"}
    assert all("1" in (row["TOC201"], row["TOC202"]) for row in ROWS if "" in (row[code] for code in codes))


def test_more_than_400_statements_fall_into_two_halves_and_96_are_of_other_fields() -> None:
    assert len({row["statement"] for row in ROWS}) == len(ROWS)
    assert Counter(map(MADE["part_of"], ROWS)) == {"development": 209, "held out": 206, "fresh": 96}
