"""Rows left out, for publication: counted where they are not few, and never one by one."""

from __future__ import annotations

import csv
import datetime as dt
import json
from typing import Any

import pytest

from toc.model import Site, TheoryOfChange
from toc.reports.funnelled import written_funnel
from toc.reports.schedule_table import schedule_csv, schedule_json, schedule_table
from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import Schedule, Scores, for_publication, funnel, schedule, score

LINE = "Rows left out because something is wrong with them are not listed for publication."


def rows(*, wrong: int, later: int = 0) -> list[dict[str, Any]]:
    good = [
        {"person": f"p{person}", "site": "s", "indicator": "shared", "date": day, "kind": kind, "score": value}
        for person in range(30)
        for day, kind, value in (("2013-01-01", "initial", 3), ("2013-03-01", "final", 2 + person % 3))
    ]
    bad = [{**good[0], "person": f"w{number}", "score": 77} for number in range(wrong)]
    return [*good, *bad, *({**good[0], "person": f"l{number}", "date": "2014-05-01"} for number in range(later))]


def published(theory: TheoryOfChange, wrong: int, *, show_zeros: bool = False) -> Scores:
    return for_publication(score(theory, rows(wrong=wrong)), show_zeros=show_zeros)


@pytest.mark.parametrize("wrong", [1, 4, 7])
def test_one_line_stands_in_place_of_every_note_about_rows(theory: TheoryOfChange, wrong: int) -> None:
    bare = score(theory, rows(wrong=wrong))
    assert bare.row_notes[0] == f"Rows left out: {wrong}."
    assert "61" in bare.row_notes[1]
    found = published(theory, wrong)
    counted = [f"Rows left out: {wrong}."] if wrong >= 5 else []
    assert [note for note in found.notes if note.startswith("Row")] == [*counted, LINE]
    for text in (score_table(found), score_csv(found), score_json(found)):
        assert bare.row_notes[1][:30] not in text


@pytest.mark.parametrize(("wrong", "shown"), [(0, None), (1, None), (4, None), (5, 5)])
def test_few_rows_left_out_are_not_counted(theory: TheoryOfChange, wrong: int, shown: int | None) -> None:
    found = published(theory, wrong)
    assert json.loads(score_json(found))["rows_left_out"] == shown
    cells = {row["rows_left_out"] for row in csv.DictReader(score_csv(found).splitlines())}
    assert cells == {"hidden" if shown is None else str(shown)}


def test_no_page_tells_whether_any_of_few_rows_was_left_out(theory: TheoryOfChange) -> None:
    pages = [{score_table(each), score_csv(each)} for each in (published(theory, 0), published(theory, 3))]
    assert pages[0] == pages[1]


def test_that_no_row_was_left_out_is_told_with_zeros(theory: TheoryOfChange) -> None:
    found = published(theory, 0, show_zeros=True)
    assert found.rows_left_out == 0
    assert LINE not in found.notes


@pytest.mark.parametrize(("many", "shown"), [(3, None), (6, 6)])
def test_a_schedule_hides_few_rows_left_out_and_of_later_days(
    theory: TheoryOfChange, many: int, shown: int | None
) -> None:
    day = dt.date(2014, 3, 31)
    found: Schedule = for_publication(schedule(theory, rows(wrong=many, later=many), today=day))
    told = json.loads(schedule_json(found))
    assert (told["rows_left_out"], told["rows_later"]) == (shown, shown)
    word = "hidden" if shown is None else str(shown)
    cells = next(csv.DictReader(schedule_csv(found).splitlines()))
    assert (cells["rows_left_out"], cells["rows_later"]) == (word, word)
    assert f"something is wrong with them: {word}." in schedule_table(found)
    assert f"Rows of later days, not read: {word}." in schedule_table(found)


@pytest.mark.parametrize("wrong", [1, 9])
def test_a_funnel_for_publication_never_counts_rows_left_out(theory: TheoryOfChange, wrong: int) -> None:
    bare = funnel(theory, rows(wrong=wrong))
    assert f"Rows left out, and so no step of anybody: {wrong}." in bare.lines
    found = for_publication(bare)
    pages = (
        *found.lines,
        json.dumps(found.to_dict()),
        written_funnel(found, "table"),
        written_funnel(found, "csv"),
    )
    assert [page for page in pages if "left out" in page] == []


@pytest.mark.parametrize("others", [1, 40])
def test_rows_of_other_sites_are_never_counted_for_publication(theory: TheoryOfChange, others: int) -> None:
    site = theory.model_copy(
        update={"site": Site(id="s", name="South"), "sites": {"s": "s.yaml", "north": "north.yaml"}}
    )
    elsewhere = [{**rows(wrong=0)[0], "person": f"o{number}", "site": "north"} for number in range(others)]
    bare = score(site, [*rows(wrong=0), *elsewhere])
    assert bare.other_sites_note.endswith("not counted for South.")
    assert bare.other_sites_note in bare.notes
    found = for_publication(bare)
    assert [note for note in found.notes if "other site" in note] == ["Rows of other sites are not counted."]
    for text in (score_table(found), score_csv(found), score_json(found)):
        assert bare.other_sites_note not in text
