"""Laws of scoring, and a second scorer written plainly, which must agree."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import Scores, score

LIMITS = {"shared": (1, 5), "worry": (0, 10)}

Row = dict[str, Any]

ROW = st.fixed_dictionaries(
    {
        "person": st.sampled_from(["p1", "p2", "p3", "p4"]),
        "site": st.sampled_from(["north", "south"]),
        "indicator": st.sampled_from(["shared", "worry"]),
        "date": st.dates(dt.date(2013, 1, 1), dt.date(2013, 1, 9)).map(dt.date.isoformat),
        "kind": st.sampled_from(["initial", "follow_up", "final"]),
        "score": st.integers(-1, 11),
    }
)
ROWS = st.lists(ROW, max_size=40)
USABLE: Row = {
    "person": "certain",
    "site": "north",
    "indicator": "shared",
    "date": "2013-01-01",
    "kind": "initial",
    "score": 3,
}


def scored(theory: TheoryOfChange, rows: list[Row]) -> Scores:
    return score(theory, [USABLE, *rows])


def numbers(scores: Scores) -> list[Any]:
    """Everything but the numbers of rows, which do depend on their order."""
    values = scores.to_dict()
    values.pop("notes")
    return [values]


def plain_tally(rows: list[Row], indicator: str) -> Counter[str]:
    """Score one indicator step by step, as one would by hand."""
    low, high = LIMITS[indicator]
    of_it = [row for row in rows if row["indicator"] == indicator and low <= row["score"] <= high]
    tally: Counter[str] = Counter()
    for person in {(row["site"], row["person"]) for row in of_it}:
        mine: dict[tuple[str, str], set[int]] = {}
        for row in of_it:
            if (row["site"], row["person"]) == person:
                mine.setdefault((row["date"], row["kind"]), set()).add(row["score"])
        certain = {key: scores.pop() for key, scores in mine.items() if len(scores) == 1}
        initials = sorted(date for date, kind in certain if kind == "initial")
        if not initials:
            continue
        first = certain[initials[0], "initial"]
        after = [
            (date, ("follow_up", "final").index(kind), value)
            for (date, kind), value in certain.items()
            if date >= initials[0] and kind != "initial"
        ]
        if after:
            rise = max(after)[2] - first
            good = rise if indicator == "shared" else -rise
            tally["improved" if good > 0 else "worsened" if good < 0 else "no_change"] += 1
    return tally


@settings(max_examples=150, deadline=None)
@given(rows=ROWS)
def test_a_plain_scorer_finds_the_same_tallies(theory: TheoryOfChange, rows: list[Row]) -> None:
    by_id = {each.id: each for each in scored(theory, rows).indicators}
    for indicator in LIMITS:
        expected = plain_tally([USABLE, *rows], indicator)
        found = by_id[indicator]
        counted = {kind: getattr(found, kind) or 0 for kind in ("improved", "no_change", "worsened")}
        assert counted == {kind: expected[kind] for kind in counted}


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, data=st.data())
def test_the_order_of_rows_does_not_matter(theory: TheoryOfChange, rows: list[Row], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(rows))
    assert numbers(scored(theory, shuffled)) == numbers(scored(theory, rows))


@settings(max_examples=60, deadline=None)
@given(rows=ROWS)
def test_the_names_of_people_do_not_matter(theory: TheoryOfChange, rows: list[Row]) -> None:
    names = {"p1": "Z", "p2": "ÿ", "p3": "=1", "p4": "p1"}
    renamed = [{**row, "person": names[row["person"]]} for row in rows]
    assert scored(theory, renamed) == scored(theory, rows)


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, newcomer=ROW)
def test_a_person_with_one_reading_changes_no_n_and_no_share(
    theory: TheoryOfChange, rows: list[Row], newcomer: Row
) -> None:
    before = scored(theory, rows)
    after = scored(theory, [*rows, {**newcomer, "person": "newcomer"}])
    for old, new in zip(before.outcomes, after.outcomes, strict=True):
        assert (new.n or 0, new.share_improved) == (old.n or 0, old.share_improved)


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.dictionaries(st.text(max_size=12), st.one_of(st.text(), st.floats(), st.none()))))
def test_whatever_the_rows_only_a_toc_error_is_raised(theory: TheoryOfChange, rows: list[Row]) -> None:
    message = ""
    try:
        score(theory, rows)
    except TocError as error:
        message = str(error)
    assert "\n" not in message


WANTED = ["person", "site", "indicator", "date", "kind", "score"]


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(
        st.fixed_dictionaries({column: st.one_of(st.text(), st.floats(), st.dates()) for column in WANTED}),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_the_cells_only_a_toc_error_is_raised(theory: TheoryOfChange, rows: list[Row]) -> None:
    assert scored(theory, rows).rows_left_out <= len(rows)
