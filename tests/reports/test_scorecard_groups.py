"""Sites, strands, populations and parts of people on a scorecard, and coverage by site as a plot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import toc
from reports.cards_made import COUNTS, counted, theory
from toc.errors import TocError
from toc.reports import plot
from toc.reports.cards.card import Bar, Row
from toc.reports.cards.made_card import card_of
from toc.reports.plots.coverage_plot import SEEN
from toc.reports.plots.sheet import Block
from toc.scoring import Scores, for_publication, score


def reading(site: str, person: str, kind: str, value: int, sex: str = "") -> dict[str, Any]:
    date = "2013-01-01" if kind == "initial" else "2013-02-01"
    row = {"person": person, "site": site, "indicator": "worry", "date": date, "kind": kind, "score": value}
    return {**row, "sex": sex}


def seen(site: str, person: str, first: int, latest: int, sex: str = "") -> list[dict[str, Any]]:
    return [reading(site, person, "initial", first, sex), reading(site, person, "final", latest, sex)]


NORTH = [*seen("north", "a", 2, 4, "f"), *seen("north", "b", 3, 3, "m"), reading("north", "c", "initial", 1)]
SOUTH = seen("south", "a", 4, 2, "f")


@pytest.fixture
def scores() -> Scores:
    return score(theory("X"), [*NORTH, *SOUTH])


def tables(scored: Scores, title: str) -> dict[str, tuple[Row, ...]]:
    (section,) = (each for each in card_of(scored).sections if each.title == title)
    return {table.caption: table.rows for table in section.tables}


def counts(row: Row) -> tuple[str, tuple[object, ...]]:
    bar = row.cells[0]
    return row.label, (bar.words if isinstance(bar, Bar) else bar, *row.cells[1:])


def test_each_site_has_its_pairs_and_its_coverage(scores: Scores) -> None:
    by_site = tables(scores, "By site")
    assert list(by_site) == ["All indicators", "Coverage by site"]
    assert [counts(row) for row in by_site["All indicators"]] == [
        ("■ north", ("50.0 % (9.5 to 90.5)", "1", "1", "0", "2", "n<5: very few pairs")),
        ("▼ south", ("0.0 % (0.0 to 79.3)", "0", "0", "1", "1", "n<5: very few pairs")),
    ]
    assert by_site["Coverage by site"] == (Row("north", ("3", "2", "66.7 %")), Row("south", ("1", "1", "100.0 %")))


def test_a_single_site_or_stage_has_no_section_of_its_own(scores: Scores) -> None:
    titles = [each.title for each in card_of(score(theory(), NORTH)).sections]
    assert not [title for title in titles if title.startswith("By ")]
    assert [each.title for each in card_of(scores).sections if each.title.startswith("By ")] == ["By site"]


def test_what_was_asked_for_is_there_also_for_one_group_and_by_outcome() -> None:
    asked = score(theory("X"), NORTH, by=["site", "stage"])
    assert list(tables(asked, "By stage")) == ["All indicators"]
    assert list(tables(asked, "By site")) == ["All indicators", "X", "Coverage by site"]


def test_what_was_asked_for_stands_among_the_options() -> None:
    asked = score(theory("X"), [*NORTH, *SOUTH], by=["site", "sex"])
    assert Row("Also by", ("site, sex",)) in tables(asked, "Where this comes from")["What this page was made from"]


def test_parts_of_people_keep_those_of_whom_it_is_not_recorded() -> None:
    unsaid = [row | {"sex": ""} for row in seen("north", "d", 1, 2)]
    rows = tables(score(theory("X"), [*NORTH, *SOUTH, *unsaid], by="sex"), "By sex")["All indicators"]
    assert [row.label[2:] for row in rows] == ["f", "m", "not recorded"]


def test_strands_and_populations_say_that_an_indicator_may_count_in_several() -> None:
    people = {"children": {"label": "Children"}, "adults": {"label": "Adults"}}
    about = {
        "worry": {"label": "Worry", "measures": ("calm",), "scale": "up", "who": ("children", "adults")},
        "sleep": {"label": "Sleep", "measures": ("calm",), "scale": "up", "who": ("adults",)},
    }
    scored = score(theory(populations=people, indicators=about), COUNTS)
    (section,) = (each for each in card_of(scored).sections if each.title == "By population")
    assert section.paragraphs == ("An indicator about several populations counts in each of them.",)
    assert [(row.label[2:], row.cells[4]) for row in section.tables[0].rows] == [
        ("Children", "14"),
        ("Adults", "17"),
    ]


def test_a_rule_that_counts_people_names_the_unit_of_both() -> None:
    rows = [*NORTH, *SOUTH]
    scored = score(theory("X"), rows, rule="person_any")
    (section,) = (each for each in card_of(scored).sections if each.title == "Short-term outcomes")
    (table,) = section.tables
    assert table.columns[5] == "n (people)"
    assert [(row.label, row.cells[4]) for row in table.rows] == [("▼ X", "3"), ("▼ Worry: X", "3 pairs")]


def test_a_mean_of_shares_has_no_counts_and_no_interval() -> None:
    scored = score(theory("X"), COUNTS, rule="mean_of_shares")
    (section,) = (each for each in card_of(scored).sections if each.title == "Short-term outcomes")
    label, cells = counts(section.tables[0].rows[0])
    # the mean of 9/14 and 1/3
    assert (label, cells[:5]) == ("■ X", ("48.8 % (no interval)", "no count", "no count", "no count", "2"))


def test_the_total_of_a_rule_by_person_is_no_row_among_pairs() -> None:
    rows = [*NORTH, *(row | {"indicator": "sleep"} for row in NORTH)]
    by_person, by_pairs = (plot(score(theory(), rows, rule=rule)).sheet.words for rule in ("person_any", "pairs"))
    assert ("All indicators" in by_person, "All indicators" in by_pairs) == (False, True)


def test_coverage_is_drawn_for_each_site_and_for_all_people(scores: Scores) -> None:
    sheet = plot(scores, "coverage").sheet
    bars = [shape.width for shape in sheet.shapes if isinstance(shape, Block) and shape.look == SEEN]
    whole = bars[1]
    assert bars == pytest.approx([whole * 2 / 3, whole, whole * 3 / 4])
    assert sheet.description.startswith(
        "north: 2 of 3 (66.7 %). south: 1 of 1 (100.0 %). All people: 3 of 4 (75.0 %). "
    )


def test_published_coverage_is_drawn_for_all_people_alone() -> None:
    assert plot(counted(), "coverage").sheet.description.startswith("All people: 20 of 30 (66.7 %). ")


def test_hidden_coverage_has_the_word_and_no_bar() -> None:
    asked = score(theory("X"), [*NORTH, *SOUTH], by="site")
    sheet = plot(for_publication(asked), "coverage").sheet
    assert [shape for shape in sheet.shapes if isinstance(shape, Block)] == []
    assert sheet.description.startswith("north: hidden. south: hidden. All people: hidden. ")


def test_hidden_groups_are_hidden_on_the_card() -> None:
    asked = score(theory("X"), [*NORTH, *SOUTH], by="site")
    by_site = tables(for_publication(asked), "By site")
    assert {cell for row in by_site["All indicators"] for cell in row.cells} <= {"hidden", ""}
    assert by_site["Coverage by site"] == tuple(Row(site, ("hidden",) * 3) for site in ("north", "south"))


def test_where_coverage_is_not_known_there_is_nothing_to_plot() -> None:
    with pytest.raises(TocError, match="coverage is not known"):
        plot(score(theory(coverage=None), COUNTS), "coverage")


def told_by(informant: str, *latest: int) -> list[dict[str, Any]]:
    """Rows of an informant about people who all began with 3."""
    people = [seen("north", f"p{number}", 3, value) for number, value in enumerate(latest)]
    return [row | {"informant": informant} for rows in people for row in rows]


def test_informants_have_their_agreement_beside_their_own_scores() -> None:
    rows = [*told_by("parent", 4, 4, 2, 3), *told_by("worker", 4, 2, 2, 3)]
    card = card_of(score(theory("X"), rows))
    (section,) = (each for each in card.sections if each.title == "Agreement of informants")
    # the same of 3 in 4; by chance (2 * 1 + 1 * 2 + 1 * 1) / 16, so (12/16 - 5/16) / (11/16)
    assert section.tables[0].rows == (Row("Worry: X", ("parent and worker", "3 (75.0 %)", "4", "0.64")),)
    assert "By informant" in [each.title for each in card.sections]


def test_the_only_informant_stands_among_the_facts_and_the_options() -> None:
    rows = [*told_by("parent", 4, 4), *told_by("worker", 4, 2)]
    scored = score(theory("X"), rows, informant="worker")
    assert dict(card_of(scored).facts)["Informant"] == "worker"
    made_from = tables(scored, "Where this comes from")["What this page was made from"]
    assert Row("Only the informant", ("worker",)) in made_from


def test_the_real_sites_have_the_people_of_the_report() -> None:
    csof = Path(__file__).parents[2] / "models" / "csof"
    scored = score(toc.load(csof / "csof.yaml"), csof / "data" / "readings_synthetic.csv")
    people = [(row.label, row.cells[0]) for row in tables(scored, "By site")["Coverage by site"]]
    # Barnardo's 2015, Appendix 2
    assert people == [("bristol", "85"), ("isle_of_wight", "32"), ("wales", "17")]
