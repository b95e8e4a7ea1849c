from __future__ import annotations

import pytest

from toc.data import CountRow, Counts, PrePost, PrePostRow, Readings, read_data
from toc.errors import TocError
from toc.model import Site, TheoryOfChange

COUNT = {"indicator": "stress", "improved": 4, "no_change": 2, "worsened": 1}
PERCENT = {"indicator": "stress", "pre_percent": "28%", "post_percent": 98}
READING = {
    "person": "canary",
    "site": "wales",
    "indicator": "stress",
    "date": "2013-05-31",
    "kind": "Follow-up",
    "score": 4,
}


def test_counts_are_recognised_by_their_columns(theory: TheoryOfChange) -> None:
    assert read_data([COUNT], theory) == Counts(
        name="the rows given",
        rows=(CountRow(1, "stress", "", 4, 2, 1, total=None),),
    )


def test_percentages_are_recognised_by_their_columns(theory: TheoryOfChange) -> None:
    expected = PrePost(name="the rows given", rows=(PrePostRow(1, "stress", "", 28.0, 98.0, n=None),))
    assert read_data([PERCENT], theory) == expected


def test_readings_are_recognised_by_their_columns(theory: TheoryOfChange) -> None:
    data = read_data([READING], theory)
    assert isinstance(data, Readings)
    [row] = data.rows
    assert (row.series, row.date.isoformat(), row.kind, row.score) == (
        ("wales", "canary", "stress", ""),
        "2013-05-31",
        "follow_up",
        4,
    )


def test_data_that_were_read_already_are_left_as_they_are(theory: TheoryOfChange) -> None:
    data = read_data([COUNT], theory)
    assert read_data(data, theory) is data


def test_further_columns_are_ignored_and_named(theory: TheoryOfChange) -> None:
    data = read_data([{**COUNT, "total": 7, "who": "", "source": "", "Group ": "x", "label": "y"}], theory)
    assert (data.ignored_columns, data.faults) == (("Group", "label"), ())


def test_data_are_synthetic_where_a_source_column_says_so(theory: TheoryOfChange) -> None:
    assert read_data([COUNT, {**COUNT, "indicator": "mood", "source": "Synthetic, seed 1"}], theory).synthetic
    assert not read_data([{**COUNT, "source": "register"}], theory).synthetic


def test_unrecognised_columns_are_refused_with_what_is_wanted(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError) as refused:
        read_data([{"indicator": "stress", "improved": 1, "no_change": 2, "canary": 3}], theory)
    assert str(refused.value) == (
        "The columns of the rows given are not recognised. For counts it lacks `worsened`. Columns of counts: "
        "indicator, improved, no_change, worsened; before and after: indicator, pre_percent, post_percent; "
        "readings: person, site, indicator, date, kind, score."
    )


def test_a_table_without_headings_never_shows_its_first_row(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError) as refused:
        read_data([{"canary": 1, "wales": 2}], theory)
    assert "canary" not in str(refused.value)


def test_columns_of_two_kinds_of_data_are_refused(theory: TheoryOfChange) -> None:
    with pytest.raises(TocError, match="columns of two kinds of data"):
        read_data([{**COUNT, **PERCENT}], theory)


def test_readings_need_a_site_only_where_the_model_declares_sites(theory: TheoryOfChange) -> None:
    rows = [{column: value for column, value in READING.items() if column != "site"}]
    free = theory.model_copy(update={"sites": {}})
    assert len(read_data(rows, free).rows) == 1


def test_a_representation_of_readings_shows_nobody(theory: TheoryOfChange) -> None:
    data = read_data([READING], theory)
    assert repr(data) == "Readings(name='the rows given', rows_left_out=0)"
    assert repr(data.rows[0]) == "Reading(row=1, indicator='stress')"


def test_readings_that_lack_only_the_site_say_how_to_add_it(theory: TheoryOfChange) -> None:
    rows = [{column: value for column, value in READING.items() if column != "site"}]
    wales = theory.model_copy(update={"site": Site.model_validate({"id": "wales", "name": "South East Wales"})})
    told = []
    for model in (theory, wales, theory.model_copy(update={"sites": {"milltown": "milltown.yaml"}})):
        with pytest.raises(TocError) as refused:
            read_data(rows, model)
        told.append(str(refused.value))
    lacks = "The column `site` is missing in the rows given; it is needed since the model has sites."
    assert told == [
        f"{lacks} Add it, with bristol or wales in each row.",
        f"{lacks} Add it, with wales in each row.",
        f"{lacks} Add it, with milltown in each row.",
    ]
