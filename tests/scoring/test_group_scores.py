"""Scores of stages, strands, populations and sites, and of people split by a column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from toc.errors import TocError
from toc.model import Site, Text, TheoryOfChange
from toc.reports.score_csv import score_csv
from toc.reports.score_json import score_json
from toc.reports.score_table import score_table
from toc.scoring import PeopleCoverage, Scores, score


@pytest.fixture(scope="module")
def stranded() -> TheoryOfChange:
    """One indicator measures outcomes of two stages and strands; one outcome is shared; one names nobody."""
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "stranded",
            "title": "Stranded",
            "strands": {"homes": {"label": "Homes"}, "schools": {"label": "Schools"}},
            "populations": {"parents": {"label": "Parents"}, "children": {"label": "Children"}},
            "outcomes": {
                "short_term": {
                    "calm": {"label": "Calm", "strand": ("homes",)},
                    "rest": {"label": "Rest", "strand": ("homes",)},
                },
                "intermediate": {"trust": {"label": "Trust", "strand": ("schools",)}, "joy": {"label": "Joy"}},
            },
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                "both": {
                    "label": "Both",
                    "measures": ("calm", "rest", "trust"),
                    "scale": "up",
                    "who": ("parents", "children"),
                },
                "one": {"label": "One", "measures": ("calm",), "scale": "up", "who": ("parents",)},
                "nobody": {"label": "Nobody", "measures": ("joy",), "scale": "up"},
            },
        }
    )


COUNTS = [
    {"indicator": "both", "improved": 5, "no_change": 2, "worsened": 1},
    {"indicator": "one", "improved": 10, "no_change": 20, "worsened": 30},
    {"indicator": "nobody", "improved": 100, "no_change": 0, "worsened": 0},
]


def named(scores: Scores, by: str, of: str = "all") -> dict[str, Any]:
    return {row.id: (row.improved, row.n) for row in scores.groups if (row.by, row.of) == (by, of)}


def test_each_indicator_stands_once_in_a_stage_a_strand_and_a_population(stranded: TheoryOfChange) -> None:
    scores = score(stranded, COUNTS)
    assert named(scores, "stage") == {"short_term": (15, 68), "intermediate": (105, 108)}
    assert named(scores, "strand") == {"homes": (15, 68), "schools": (5, 8), "": (100, 100)}
    assert named(scores, "population") == {"parents": (15, 68), "children": (5, 8), "": (100, 100)}
    labels = {(row.by, row.id): row.label for row in scores.groups}
    assert (labels["strand", ""], labels["population", ""]) == ("Shared", "Nobody named")


def test_json_has_every_group_and_the_table_and_csv_those_asked_for(stranded: TheoryOfChange) -> None:
    plain, asked = score(stranded, COUNTS), score(stranded, COUNTS, by="strand")
    assert [row["by"] for row in plain.to_dict()["groups"]] == ["stage"] * 2 + ["strand"] * 3 + ["population"] * 3
    assert (plain.to_dict()["by"], asked.to_dict()["by"]) == ([], ["strand"])
    assert "By strand" not in score_table(plain)
    lines = score_table(asked).splitlines()
    start = lines.index("By strand")
    assert [" ".join(line.split()) for line in lines[start + 1 : start + 5]] == [
        "(pairs) improved same worse n share 95 % interval",
        "▼ Homes 15 22 31 68 22.1 % 13.8 to 33.3",
        "▲ Schools 5 2 1 8 62.5 % 30.6 to 86.3 n<10",
        "▲ Shared 100 0 0 100 100.0 % 96.3 to 100.0",
    ]
    rows = [(row["level"], row["id"], row["outcomes"]) for row in asked.to_dicts()][-3:]
    assert rows == [("strand", "homes", "all"), ("strand", "schools", "all"), ("strand", "", "all")]
    assert score_csv(asked).count("\nstrand,") == 3


# People.


def readings(*people: tuple[str, str, str, tuple[int, int | None]]) -> Iterator[dict[str, Any]]:
    """A person at a site, in an age group, with the first and the latest score of `one`."""
    for person, site, age, scores in people:
        for date, kind, value in zip(("2013-01-01", "2013-03-01"), ("initial", "final"), scores, strict=True):
            if value is not None:
                row = {"person": person, "site": site, "indicator": "one", "Age group": age}
                yield {**row, "date": date, "kind": kind, "score": value}


PEOPLE = (
    ("a", "north", "young", (2, 4)),
    ("b", "north", "young", (2, 2)),
    ("a", "south", "old", (2, 1)),
    ("b", "south", "", (2, 5)),
    ("c", "south", "old", (2, None)),
)


def test_a_site_has_its_own_score_and_coverage(stranded: TheoryOfChange) -> None:
    scores = score(stranded, list(readings(*PEOPLE)), by="site")
    assert named(scores, "site") == {"north": (1, 2), "south": (1, 2)}
    assert named(scores, "site", "calm") == named(scores, "site")
    seen = {row.id: row.coverage for row in scores.groups if (row.by, row.of) == ("site", "all")}
    assert seen == {"north": PeopleCoverage(2, 2), "south": PeopleCoverage(3, 2)}


def test_the_site_of_a_site_s_own_model_is_shown_by_its_name_and_any_other_by_its_id(
    stranded: TheoryOfChange,
) -> None:
    own = stranded.model_copy(update={"site": Site(id="north", name=Text("North Shore"))})
    data = list(readings(*PEOPLE))
    shown = {
        theory: [(row.id, row.label) for row in score(model, data, by="site").groups if row.by == "site"]
        for theory, model in (("own", own), ("base", stranded))
    }
    assert set(shown["own"]) == {("north", "North Shore")}
    assert set(shown["base"]) == {("north", "north"), ("south", "south")}


def test_published_counts_are_split_by_the_sites_they_name(stranded: TheoryOfChange) -> None:
    rows = [{**COUNTS[0], "site": "north"}, {**COUNTS[1], "site": "south"}, {**COUNTS[0], "site": "south"}]
    scores = score(stranded, rows, by="site")
    assert named(scores, "site") == {"north": (5, 8), "south": (15, 68)}
    assert named(scores, "site", "trust") == {"north": (5, 8), "south": (5, 8)}


def test_a_column_splits_people_and_keeps_those_of_whom_it_says_nothing(stranded: TheoryOfChange) -> None:
    scores = score(stranded, list(readings(*PEOPLE)), by=["Age Group"])
    assert scores.by == ("age_group",)
    assert named(scores, "age_group") == {"old": (0, 1), "young": (1, 2), "": (1, 1)}
    assert [row.label for row in scores.shown_groups if row.of == "all"] == ["old", "young", "not recorded"]
    assert "Columns not used" not in " ".join(scores.notes)


def test_the_first_reading_says_to_which_part_a_series_belongs(stranded: TheoryOfChange) -> None:
    rows = list(readings(*PEOPLE))
    moved = [row if row["kind"] == "initial" else {**row, "Age group": "old"} for row in rows]
    split = [named(score(stranded, data, by="age group"), "age_group") for data in (rows, moved)]
    assert split[0] == split[1]


def test_parts_add_up_to_all_pairs(csof: TheoryOfChange, csof_data: Path) -> None:
    scores = score(csof, csof_data / "readings_synthetic.csv", by="site")
    for outcome in (*scores.outcomes, scores.total):
        if outcome.measured:
            sites = [row for row in scores.groups if (row.by, row.of) == ("site", outcome.id)]
            assert (sum(row.improved or 0 for row in sites), sum(row.n or 0 for row in sites)) == (
                outcome.improved,
                outcome.n,
            )


@pytest.mark.parametrize("column", ["person", "date", "score", "kind", "indicator", "Source"])
def test_a_column_that_is_read_already_is_no_split(stranded: TheoryOfChange, column: str) -> None:
    with pytest.raises(TocError, match="People are not split by"):
        score(stranded, list(readings(*PEOPLE)), by=column)


def many(values: int, people: int) -> list[dict[str, Any]]:
    return list(readings(*((f"p{at}", "north", f"v{at % values}", (2, 3)) for at in range(people))))


def test_a_column_with_more_than_20_values_is_refused_without_naming_one(stranded: TheoryOfChange) -> None:
    assert len(named(score(stranded, many(20, 60), by="age group"), "age_group")) == 20
    with pytest.raises(TocError) as refused:
        score(stranded, many(21, 60), by="age group")
    assert str(refused.value).startswith("The column `age_group` has 21 different values, and at most 20")
    assert "v1" not in str(refused.value)


def test_a_column_that_would_point_to_single_people_is_refused(stranded: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="6 different values for 10 people"):
        score(stranded, many(6, 10), by="age group")


def test_only_a_heading_near_to_what_was_asked_is_named(stranded: TheoryOfChange) -> None:
    data = [{**row, "Mary Canary": "x"} for row in many(2, 10)]
    for asked, hint in (("age gruop", "Did you mean `age_group`?"), ("sites", "Did you mean `site`?")):
        with pytest.raises(TocError) as raised:
            score(stranded, data, by=asked)
        assert raised.value.hint == hint
    with pytest.raises(TocError) as raised:
        score(stranded, data, by="sex")
    assert (
        raised.value.hint == "Split by a column of the readings, or by stage, strand, population, site, informant."
    )


def test_what_data_cannot_be_split_by_is_refused(stranded: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="no column of this name"):
        score(stranded, list(readings(*PEOPLE)), by="sex")
    for by, data in (("sex,site", list(readings(*PEOPLE))), ("stage,site", COUNTS)):
        with pytest.raises(TocError, match=r"Name one at a time: --by sex --by site\."):
            score(stranded, data, by=by)
    with pytest.raises(TocError, match="cannot be split by `sex`: its numbers were added up before"):
        score(stranded, COUNTS, by="sex")
    with pytest.raises(TocError, match="names no site"):
        score(stranded, COUNTS, by="site")
    with pytest.raises(TocError, match="does not say who gave the scores"):
        score(stranded, list(readings(*PEOPLE)), by="informant")


def test_no_id_of_a_person_and_no_column_that_was_not_asked_for_is_shown(stranded: TheoryOfChange) -> None:
    rows = [{**row, "person": f"canary-{row['person']}", "who knows": "canary"} for row in readings(*PEOPLE)]
    scores = score(stranded, rows, by=("age group", "site"))
    shown = score_table(scores) + score_json(scores) + score_csv(scores) + repr(scores) + str(scores.to_dicts())
    assert "canary" not in shown


def test_columns_that_are_not_asked_for_take_no_part_in_a_reading(stranded: TheoryOfChange) -> None:
    rows = list(readings(*PEOPLE))
    plain = [{key: value for key, value in row.items() if key != "Age group"} for row in rows]
    assert score(stranded, rows).groups == score(stranded, plain).groups


def test_a_notebook_shows_the_groups_that_were_asked_for_and_escapes_them(stranded: TheoryOfChange) -> None:
    rows = [{**row, "Age group": row["Age group"] and f"<{row['Age group']}>"} for row in readings(*PEOPLE)]
    page = score(stranded, rows, by="age group")._repr_html_()
    assert "Calm, age group: &lt;young&gt;" in page
    assert "All indicators, age group: not recorded" in page
    assert "<young>" not in page


def test_csv_gives_the_people_of_a_site_beside_those_of_all(stranded: TheoryOfChange) -> None:
    table = csv.DictReader(io.StringIO(score_csv(score(stranded, list(readings(*PEOPLE)), by="site"))))
    seen = [(row["id"], row["site_people"], row["site_with_two"], row["coverage_people"]) for row in table]
    assert [row for row in seen if row[1]] == [("north", "2", "2", "5"), ("south", "3", "2", "5")]
