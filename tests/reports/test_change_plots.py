"""The plot of changes: what is drawn, how long, and what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

import toc
from reports.cards_made import COUNTS, PERCENTS, READINGS, count, counted, theory
from toc.diagram.text_widths import text_width
from toc.errors import TocError
from toc.reports import plot
from toc.reports.plots.change_plot import IMPROVED, NO_CHANGE, WORSENED
from toc.reports.plots.change_rows import Stretch, change_rows
from toc.reports.plots.sheet import Block, Look, Sheet, Words
from toc.scoring import Scores, for_publication, score

CSOF = Path(__file__).parents[2] / "models" / "csof"


def sheet(scores: Scores) -> Sheet:
    return plot(scores, "changes").sheet


def bars(drawn: Sheet, look: Look) -> list[Block]:
    return [shape for shape in drawn.shapes if isinstance(shape, Block) and shape.look == look]


def many(number: int) -> Scores:
    long = "A label with all the words of a question that somebody copied from the form, clause by clause"
    ids = [f"i{at}" for at in range(number)]
    indicators = {
        key: {"label": f"{long if at % 2 else 'Calm'} {at}", "measures": ("calm",), "scale": "up"}
        for at, key in enumerate(ids)
    }
    return score(theory(indicators=indicators), [count(key, 3, 2, 1) for key in ids])


@pytest.fixture(scope="module")
def table4() -> Scores:
    return score(toc.load(CSOF / "csof.yaml"), CSOF / "data" / "table4.csv")


def test_bars_are_as_long_as_the_shares_of_pairs_all_on_one_scale() -> None:
    drawn = sheet(counted())
    better, worse, same = (bars(drawn, look) for look in (IMPROVED, WORSENED, NO_CHANGE))
    unit = better[0].width / (9 / 14)
    # worry 9, 3, 2 of 14; sleep 1, 2, 0 of 3; together 10, 5, 2 of 17
    assert [bar.width for bar in better] == pytest.approx([unit * 9 / 14, unit / 3, unit * 10 / 17])
    assert [bar.width for bar in same] == pytest.approx([unit * 3 / 14, unit * 2 / 3, unit * 5 / 17])
    assert [bar.width for bar in worse] == pytest.approx([unit * 2 / 14, unit * 2 / 17])


def test_the_worse_ends_where_the_better_begins_and_no_change_stands_apart() -> None:
    drawn = sheet(counted())
    better, worse, same = (bars(drawn, look) for look in (IMPROVED, WORSENED, NO_CHANGE))
    assert {round(bar.x, 6) for bar in better} == {round(bar.x + bar.width, 6) for bar in worse}
    assert min(bar.x for bar in same) > max(bar.x + bar.width for bar in better)


def test_the_number_of_pairs_stands_at_every_bar_and_the_caution_beside_n() -> None:
    words = sheet(counted("X")).words
    assert words[words.index("Worry: X") :][:12] == (
        *("Worry: X", "14", "2", "9", "3"),
        *("Sleep: X", "3 (n<5)", "0", "1", "2"),
        *("All indicators", "17"),
    )


def test_a_single_indicator_has_no_row_for_all_of_them() -> None:
    assert [row.label for row in change_rows(score(theory("X"), COUNTS[:1]))] == ["Worry: X"]


def test_a_reader_who_cannot_see_it_is_told_every_row() -> None:
    drawn = sheet(counted("X"))
    assert drawn.title == "Change observed on each indicator: X"
    assert drawn.description.startswith(
        "Worry: X: 9 improved, 3 no change, 2 worsened, of 14 pairs. "
        "Sleep: X: 1 improved, 2 no change, 0 worsened, of 3 pairs. "
    )


def test_hidden_numbers_have_the_word_and_no_bar(table4: Scores) -> None:
    published = for_publication(table4)
    rows = {row.label: row for row in change_rows(published)}
    hidden = Stretch(None, "hidden")
    few = rows["Family less isolated"]
    assert (few.n, few.worse, few.better, few.apart) == ("hidden", hidden, hidden, hidden)
    drawn = sheet(published)
    shown = [row for row in rows.values() if row.better.share]
    assert len(bars(drawn, IMPROVED)) == len(shown) < 18
    assert bars(drawn, WORSENED) == []
    assert published.publication.line in drawn.description


def test_percentages_before_and_after_show_points_and_no_people() -> None:
    fewer = {"indicator": "sleep", "pre_percent": 50, "post_percent": 40, "n": ""}
    rows = tuple(change_rows(score(theory("X"), [*PERCENTS, fewer])))
    assert [(row.n, row.worse, row.better, row.apart) for row in rows] == [
        ("8 (n<10)", Stretch(None, ""), Stretch(0.7, "+70 (28 % to 98 %)"), None),
        ("not known", Stretch(0.1, "-10 (50 % to 40 %)"), Stretch(None, ""), None),
    ]


def test_hidden_percentages_are_hidden_in_the_plot() -> None:
    published = for_publication(score(theory("X"), [{**PERCENTS[0], "n": 3}]))
    (row,) = change_rows(published)
    assert (row.n, row.better, row.told) == ("hidden", Stretch(None, "hidden"), "Worry: X: hidden.")
    assert bars(sheet(published), IMPROVED) == []


def test_made_up_data_are_stamped_on_top_and_in_words() -> None:
    drawn = sheet(score(theory(), READINGS))
    assert drawn.words[0].startswith("SYNTHETIC DATA")
    assert drawn.description.startswith("SYNTHETIC DATA")
    assert not any("SYNTHETIC" in words for words in sheet(counted()).words)


def test_what_must_stand_under_scores_stands_under_the_plot(table4: Scores) -> None:
    drawn = " ".join(sheet(table4).words)
    for words in (
        "Coverage: 85 of 134 people have two assessments (63.4 %); 49 have not.",
        "Change observed, not caused.",
        "Direction assumed",
        "(table4.csv)",
    ):
        assert words in drawn


@pytest.mark.parametrize("number", [1, 18, 60])
def test_no_words_leave_the_sheet_or_lie_over_others(number: int) -> None:
    drawn = sheet(many(number))
    spans = []
    for shape in drawn.shapes:
        if isinstance(shape, Words):
            width = text_width(shape.text, shape.size, bold=shape.bold)
            left = shape.x - {"left": 0, "center": width / 2, "right": width}[shape.side]
            assert left >= 0
            assert left + width <= drawn.width
            assert 0 < shape.y < drawn.height
            spans.append((left, left + width, shape.y - shape.size * 0.45, shape.y + shape.size * 0.45))
    overlaps = [
        (one, other)
        for at, one in enumerate(spans)
        for other in spans[at + 1 :]
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]
    assert overlaps == []


def test_long_labels_are_wrapped_and_nothing_of_them_is_lost() -> None:
    label = "A label with all the words of a question that somebody copied from the form, clause by clause 1"
    words = sheet(many(2)).words
    start = next(at for at, line in enumerate(words) if label.startswith(line) and line)
    assert " ".join(words[start : start + 3]).startswith(label)


def test_where_nothing_was_measured_there_is_nothing_to_plot() -> None:
    nothing = Scores(
        title="X",
        source="x.csv",
        data="counts",
        outcomes=(),
        indicators=(),
        total=counted().total,
        coverage=None,
        rows_left_out=0,
        synthetic=False,
        notes=(),
    )
    with pytest.raises(TocError, match=r"no indicator was measured in x\.csv"):
        plot(nothing)
