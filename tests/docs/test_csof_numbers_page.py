"""The page of numbers is what the models and the data give today."""

from __future__ import annotations

import re
import runpy

from docs.doc_pages import ROOT

PAGE = (ROOT / "docs" / "csof_numbers.md").read_text(encoding="utf-8")


def test_the_page_of_numbers_is_what_is_worked_out_today() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_csof_numbers.py"))["numbers_page"]()
    assert made == PAGE, "run: python docs/make_csof_numbers.py"


def test_every_row_of_table_4_is_equal_from_counts_and_from_synthetic_readings() -> None:
    rows = [line for line in PAGE.splitlines() if re.search(r" of \d+ \| (yes|\*\*no\*\*) \|$", line)]
    assert (len(rows), [line for line in rows if not line.endswith("| yes |")]) == (18 + 5 + 1, [])


def test_the_numbers_that_do_not_come_out_are_the_five_that_are_known() -> None:
    wrong = [line.split(" | ")[0].strip("| ") for line in PAGE.splitlines() if "**differs**" in line]
    assert wrong == [
        "Cases closed before a second assessment, called a share of families",
        "Parents whose stress was not reduced",
        "Practitioners and managers briefed",
        "Individuals in Bristol",
        "Individuals in South East Wales",
    ]


def test_invented_readings_are_called_so_wherever_they_stand() -> None:
    headings = [line for line in PAGE.splitlines() if "readings |" in line]
    assert (len(headings), all("SYNTHETIC" in line for line in headings)) == (2, True)


def test_the_page_says_which_numbers_of_the_funnel_the_report_does_not_print() -> None:
    assert "**114 and 29 are worked out and stand nowhere in the report.**" in PAGE
