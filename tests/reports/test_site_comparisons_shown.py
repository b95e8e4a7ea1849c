"""Sites beside what chance alone would give, on a scorecard and as a funnel plot."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reports.cards_made import count, theory
from toc.diagram.text_widths import text_width
from toc.errors import TocError
from toc.reports import plot
from toc.reports.cards.card import Row
from toc.reports.cards.made_card import card_of
from toc.reports.plots.sheet import Dot, Rule, Words
from toc.scoring import Scores, for_publication, score

# n = 3, 15 and 61 of 219 with 152 improved: the limits at 95 % are 0-3, 7-14 and 35-49 (binomial quantiles)
SITES = {"small": (3, 0), "middle": (15, 4), "large": (61, 50), "rest": (140, 98)}


def rows(sites: dict[str, tuple[int, int]]) -> list[dict[str, Any]]:
    return [count("worry", up, n - up, 0) | {"site": site} for site, (n, up) in sites.items()]


@pytest.fixture
def scores() -> Scores:
    return score(theory("X"), rows(SITES), compare_sites=True)


def test_each_site_stands_beside_its_limits_and_is_not_ranked(scores: Scores) -> None:
    (section,) = (each for each in card_of(scores).sections if each.title == "Sites compared")
    table = next(each for each in section.tables if each.caption == "All indicators")
    assert [(row.label, row.cells[0], row.cells[3], row.cells[5]) for row in table.rows] == [
        ("large", "50 of 61", "35 to 49", "outside 95 %"),
        ("middle", "4 of 15", "7 to 14", "outside 99.8 %"),
        ("rest", "98 of 140", table.rows[2].cells[3], "within"),
        ("small", "0 of 3", "0 to 3", "within"),
    ]
    assert {row.cells[2] for row in table.rows} == {"69.4 %"}
    assert section.points == scores.comparison.notes


def test_that_sites_were_compared_stands_among_the_options(scores: Scores) -> None:
    (section,) = (each for each in card_of(scores).sections if each.title == "Where this comes from")
    assert Row("Sites", ("compared with all of them together",)) in section.tables[0].rows


def test_a_direction_that_reverses_within_sites_is_said() -> None:
    people = [
        {"person": f"{site}{part}{number}", "site": site, "part": part, "indicator": "worry", "date": day}
        | {"kind": kind, "score": (3 if kind == "initial" else 4 if number < up else 3)}
        for site, part, n, up in (("a", "x", 20, 18), ("a", "y", 5, 5), ("b", "x", 5, 1), ("b", "y", 20, 6))
        for number in range(n)
        for kind, day in (("initial", "2013-01-01"), ("final", "2013-02-01"))
    ]
    scored = score(theory("X"), people, by="part", compare_sites=True)
    (section,) = (each for each in card_of(scored).sections if each.title == "Sites compared")
    (ratios,) = (table for table in section.tables if table.caption == "Odds ratios by part")
    # all together 19 of 25 against 11 of 25: 19 * 14 / (6 * 11); within sites x did worse in both
    assert ratios.rows[0].cells[:2] == ("x against y", "4.03")
    assert ratios.rows[0].cells[3] == "the direction reverses within sites"


def test_dots_stand_at_their_n_and_share_and_are_full_outside_the_limits(scores: Scores) -> None:
    sheet = plot(scores, "funnel").sheet
    dots = dict(zip(sorted(SITES), (s for s in sheet.shapes if isinstance(s, Dot)), strict=True))
    assert {site: dot.hollow for site, dot in dots.items()} == {
        "large": False,
        "middle": False,
        "rest": True,
        "small": True,
    }
    per_pair = (dots["rest"].x - dots["small"].x) / (140 - 3)
    assert dots["middle"].x - dots["small"].x == pytest.approx(12 * per_pair)
    whole = (dots["small"].y - dots["rest"].y) / 0.7
    assert dots["small"].y - dots["middle"].y == pytest.approx(whole * 4 / 15)


def test_limits_are_drawn_from_site_to_site_in_the_order_of_their_n(scores: Scores) -> None:
    sheet = plot(scores, "funnel").sheet
    dashed = [shape.points for shape in sheet.shapes if isinstance(shape, Rule) and shape.dash == "dashed"]
    dots = sorted(shape.x for shape in sheet.shapes if isinstance(shape, Dot))
    assert [[x for x, _ in line] for line in dashed] == [pytest.approx(dots)] * 2
    by_n = sorted((shape for shape in sheet.shapes if isinstance(shape, Dot)), key=lambda dot: dot.x)
    bottom, whole = by_n[0].y, (by_n[0].y - by_n[3].y) / 0.7
    lowest = [(bottom - y) / whole for _, y in dashed[0]]
    assert lowest[:3] == pytest.approx([0, 7 / 15, 35 / 61])


def test_a_long_name_at_the_edge_stands_on_the_inside() -> None:
    long = "A site with a name as long as names of sites are"
    sheet = plot(
        score(theory("X"), rows({"small": (30, 20), long: (200, 140)}), compare_sites=True), "funnel"
    ).sheet
    (name,) = (shape for shape in sheet.shapes if isinstance(shape, Words) and shape.text == long)
    dot = max(shape.x for shape in sheet.shapes if isinstance(shape, Dot))
    assert name.x + text_width(long, name.size) < dot


def test_every_site_is_told_in_words(scores: Scores) -> None:
    outline = plot(scores, "funnel").outline
    assert "large: 50 of 61 pairs improved (82.0 %), outside the 95 % limits." in outline
    assert "small: 0 of 3 pairs improved (0.0 %), within the limits of chance." in outline


@pytest.mark.parametrize("number", [2, 8, 9, 60])
def test_names_or_numbers_cover_nothing_and_all_sites_are_listed(number: int) -> None:
    sites = {f"site {at:02}": (10 + at % 7 * 9, 5 + at % 7 * 5 + at % 4) for at in range(number)}
    sheet = plot(score(theory("X"), rows(sites), compare_sites=True), "funnel").sheet
    words = [shape for shape in sheet.shapes if isinstance(shape, Words)]
    boxes = []
    for shape in words:
        width = text_width(shape.text, shape.size, bold=shape.bold)
        left = shape.x - {"left": 0, "center": width / 2, "right": width}[shape.side]
        boxes.append((left, left + width, shape.y - 4, shape.y + 4))
        assert 0 <= left <= left + width <= sheet.width
    assert not [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]
    listed = [shape.text for shape in words if "pairs improved" in shape.text]
    assert [re.sub(r"^\d+: ", "", line).partition(":")[0] for line in listed] == sorted(sites)


def test_where_sites_were_not_compared_the_way_is_said() -> None:
    with pytest.raises(TocError, match="--compare-sites"):
        plot(score(theory(), rows(SITES)), "funnel")


def test_for_publication_sites_are_not_compared(scores: Scores) -> None:
    with pytest.raises(TocError):
        plot(for_publication(scores), "funnel")
