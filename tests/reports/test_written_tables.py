"""Tables of counts and funnels as text, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

import pytest

from toc.reports.funnelled import written_funnel
from toc.reports.tabulated import written_tabulation
from toc.scoring import for_publication, funnel, tabulate

CONTACT = [
    {"contact": "Directly", "male": 11, "female": 5, "not recorded": 1, "total": 17, "unit": "offenders"},
    {"contact": "Limited", "male": 25, "female": 2, "not recorded": 0, "total": 27, "unit": "offenders"},
]
STEPS = [{"step": "All", "count": 134, "unit": "people"}, {"step": "Seen twice", "count": 85, "unit": "people"}]


def test_a_table_is_laid_out_with_its_totals_shares_and_checks() -> None:
    assert written_tabulation(tabulate(CONTACT), "table") == (
        "Offenders by contact (the rows given)\n"
        "\n"
        "contact                                male  female  not recorded  total  of all\n"
        "Directly                                 11       5             1     17  38.6 %\n"
        "Limited                                  25       2             0     27  61.4 %\n"
        "Total                                    36       7             1     44\n"
        "of all                               81.8 %  15.9 %         2.3 %\n"
        "of recorded                          83.7 %  16.3 %\n"
        "\n"
        "Not recorded, and kept apart: not recorded.\n"
        "Checked: 2 printed totals; all agree.\n"
    )


def test_a_single_count_has_one_column_marks_and_what_they_mean() -> None:
    rows = [{"age": "0-4", "children": 3}, {"age": "5-9", "children": 30}, {"age": "Not known", "children": 7}]
    text = written_tabulation(tabulate(rows), "table").splitlines()
    assert [" ".join(line.split()) for line in text[2:9]] == [
        "age children of all of recorded",
        "0-4 3 7.5 % 9.1 % n<5",
        "5-9 30 75.0 % 90.9 %",
        "Not known 7 17.5 % n<10",
        "Total 40",
        "",
        "n<10, n<5: few, so read shares with caution and think of who could be known by",
    ]


@pytest.mark.parametrize("columns", [1, 3, 9, 30])
def test_no_line_is_wider_than_80_columns_however_many_columns_there_are(columns: int) -> None:
    rows = [{"of": "A category with a long name that must be wrapped", **{f"Area {n}": n for n in range(columns)}}]
    text = written_tabulation(tabulate(rows), "table")
    assert max(map(len, text.splitlines())) <= 80
    assert [n for n in range(columns) if f"Area {n}" not in text and columns > 1] == []


def test_an_unknown_sum_is_at_least_what_is_known() -> None:
    text = written_tabulation(tabulate([{"age": "a", "boys": 3, "girls": None}]), "table")
    assert [" ".join(line.split()) for line in text.splitlines()[3:5]] == ["a 3 3+", "Total 3 3+"]


def test_json_holds_counts_shares_checks_and_the_version() -> None:
    told = json.loads(written_tabulation(tabulate(CONTACT), "json"))
    assert (told["version"], told["unit"], told["by"], told["total"]["count"]) == (1, "offenders", "contact", 44)
    assert told["rows"][0] == {
        "name": "Directly",
        "recorded": True,
        "count": 17,
        "at_least": 17,
        "share": 17 / 44,
        "share_recorded": 17 / 44,
        "caution": None,
        "counts": {"male": 11, "female": 5, "not recorded": 1},
    }
    check = {"of": "row", "name": "Directly", "printed": 17, "summed": 17, "empty": 0}
    assert told["checks"][0] == {**check, "elsewhere": False, "agrees": True}


def test_csv_has_a_row_for_each_category_and_one_of_totals() -> None:
    rows = list(csv.DictReader(io.StringIO(written_tabulation(tabulate(CONTACT), "csv"))))
    assert [(row["contact"], row["male"], row["count"], row["unit"]) for row in rows] == [
        ("Directly", "11", "17", "offenders"),
        ("Limited", "25", "27", "offenders"),
        ("total", "36", "44", "offenders"),
    ]


def test_what_is_hidden_is_the_word_hidden_in_text_and_csv_and_null_in_json() -> None:
    table = for_publication(tabulate(CONTACT))
    text, told = written_tabulation(table, "table"), json.loads(written_tabulation(table, "json"))
    rows = list(csv.DictReader(io.StringIO(written_tabulation(table, "csv"))))
    assert "Directly hidden hidden hidden 17 38.6 %" in [" ".join(line.split()) for line in text.splitlines()]
    assert told["rows"][0]["counts"] == {"male": None, "female": None, "not recorded": None}
    assert ["Directly", "male"] in told["hidden"]
    assert (rows[0]["male"], rows[0]["count"]) == ("hidden", "17")
    assert rows[0]["publication"] == told["publication"]["reason"]


def test_a_category_or_heading_that_a_spreadsheet_would_run_is_text() -> None:
    rows = [{"=cmd()": "@SUM(A1)", "+1": 2, "-2": 3}]
    table = list(csv.reader(io.StringIO(written_tabulation(tabulate(rows), "csv"))))
    assert (table[0][:3], table[1][0]) == (["'=cmd()", "'+1", "'-2"], "'@SUM(A1)")


def test_made_up_data_are_stamped_at_the_top() -> None:
    rows = [{**row, "source": "synthetic"} for row in CONTACT]
    steps = [{**row, "source": "synthetic"} for row in STEPS]
    assert written_tabulation(tabulate(rows), "table").startswith("SYNTHETIC DATA\n")
    assert written_funnel(funnel(steps), "table").startswith("SYNTHETIC DATA\n")


def test_a_funnel_is_laid_out_step_by_step() -> None:
    assert written_funnel(funnel(STEPS), "table") == (
        "Engagement (the rows given)\n"
        "\n"
        "Step                                       people  lost  of first  of previous\n"
        "All                                           134         100.0 %\n"
        "Seen twice                                     85    49    63.4 %       63.4 %\n"
        "\n"
    )


def test_a_funnel_in_json_and_csv_has_fractions() -> None:
    told = json.loads(written_funnel(funnel(STEPS), "json"))
    [_, row] = csv.DictReader(io.StringIO(written_funnel(funnel(STEPS), "csv")))
    assert (told["version"], told["unit"], told["steps"][1]["share_of_first"]) == (1, "people", 85 / 134)
    assert (row["count"], row["lost"], row["share_of_previous"]) == ("85", "49", str(85 / 134))


def test_a_hidden_step_is_the_word_hidden() -> None:
    made = for_publication(funnel([{**STEPS[0], "count": 88}, STEPS[1]]))
    [_, row] = csv.DictReader(io.StringIO(written_funnel(made, "csv")))
    assert (row["lost"], "hidden" in written_funnel(made, "table")) == ("hidden", True)
