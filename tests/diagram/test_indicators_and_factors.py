"""Indicators at their outcomes and factors around the theory: what is shown, where, and that it is tidy."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from html import unescape
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from diagram.quality import (
    Rect,
    arrows_near_boxes,
    arrows_over_words,
    arrows_through_boxes,
    edges,
    holds,
    meets,
    off_page,
    overflows,
    overlaps,
    passes,
    pieces,
    text_edges,
)
from toc.diagram import Picture, View
from toc.diagram.factor_letters import letter_of, spans_of
from toc.diagram.signs import SIGN_STYLES, signs_of
from toc.loading import load, loads
from toc.model import TheoryOfChange
from toc.reports import Drawing, draw

MODELS = Path(__file__).parents[2] / "models"
FAULTS = (overlaps, arrows_through_boxes, arrows_near_boxes, arrows_over_words, overflows, off_page)
TEXT = """\
toc: 1
id: m
title: Talking
scales: {five: {lowest: 1, highest: 5}}
indicators:
  heard: {label: Feels heard, measures: [voice], scale: five}
  rows: {label: Fewer rows, measures: [calm], scale: five}
  smiles: {label: Smiles, measures: [calm, voice], scale: five}
  visitors: {label: Visitors counted, measures: [door], scale: five}
inputs: {time: {label: Time, leads_to: [work]}}
activities:
  work: {label: Work}
  advice: {label: Advice, part_of: work, leads_to: [voice]}
outcomes:
  short_term: {voice: {label: Voice, leads_to: {calm: {moderated_by: [age]}}}}
  intermediate: {door: {label: An open door}}
  long_term:
    calm: {label: Calm, leads_to: [goal]}
    calm_nights: {label: Calm nights, part_of: calm}
    goal: {label: Goal}
factors:
  weather: {label: The weather}
  age: {label: Age of the child, role: moderator}
  trust: {label: Trust in the service, role: moderator, affects: ["voice -> calm", goal]}
  rents: {label: Rising rents, affects: [work]}
  fears: {label: Fear of the office, role: risk, affects: [door]}
figure: {columns: [inputs, activities, short_term, long_term], open: [work, calm]}
"""


@cache
def theory() -> TheoryOfChange:
    return loads(TEXT)


@cache
def drawing(**wishes: Any) -> Drawing:
    return draw(theory(), **wishes)


def tags_of(view: View) -> dict[str, list[tuple[str, str]]]:
    every = {box.id: box.tags for box in view.boxes} | {group.id: group.tags for group in view.groups}
    return {key: [(tag.sign, tag.label) for tag in tags] for key, tags in every.items() if tags}


def test_each_indicator_stands_at_what_it_measures_under_one_number() -> None:
    assert tags_of(drawing(indicators=True).view) == {
        "voice": [("i1", "Feels heard"), ("i3", "Smiles")],
        "calm": [("i2", "Fewer rows"), ("i3", "Smiles")],
        "goal": [("", "no indicator")],
    }


def test_an_outcome_without_an_indicator_says_so_unless_its_whole_is_measured() -> None:
    text = TEXT.replace("measures: [calm]", "measures: [calm_nights]").replace("[calm, voice]", "[voice]")
    shown = tags_of(draw(loads(text), indicators=True).view)
    assert (shown["calm_nights"], shown["goal"], "calm" in shown) == (
        [("i2", "Fewer rows")],
        [("", "no indicator")],
        False,
    )


def test_a_part_of_the_theory_has_the_numbers_and_letters_of_the_whole() -> None:
    shown = draw(theory(), indicators=True, factors=True, strand=None, chain="calm").view
    assert tags_of(shown)["calm"] == [("i2", "Fewer rows"), ("i3", "Smiles")]
    text = TEXT.replace("[calm, voice]", "[calm]").replace("trust: {", "trust: {description: All, ")
    part = draw(loads(text), indicators=True, factors=True, chain="work").view
    assert (tags_of(part), [(one.sign, one.id) for one in part.factors]) == (
        {"work": [("D", "Rising rents")]},
        [("C", "weather"), ("D", "rents")],
    )


def test_indicators_of_what_is_not_drawn_are_counted() -> None:
    assert drawing(indicators=True).view.notes[-1] == "Indicators not drawn: 1."


def test_an_indicator_of_a_part_stands_at_the_whole_that_is_drawn_for_it() -> None:
    text = TEXT.replace("open: [work, calm]", "open: [work]").replace("[calm, voice]", "[calm_nights, voice]")
    shown = tags_of(draw(loads(text), indicators=True).view)
    assert shown["calm"] == [("i2", "Fewer rows"), ("i3", "Smiles")]


def test_factors_are_lettered_by_their_roles_moderators_first_and_know_what_they_act_on() -> None:
    shown = drawing(factors=True).view
    assert [(one.sign, one.id, one.heading, one.boxes, one.links) for one in shown.factors] == [
        ("A", "age", "Moderators", (), (("voice", "calm"),)),
        ("B", "trust", "Moderators", ("goal",), (("voice", "calm"),)),
        ("C", "weather", "Context", (), ()),
        ("D", "rents", "Context", ("work",), ()),
    ]
    assert tags_of(shown) == {"work": [("D", "Rising rents")], "goal": [("B", "Trust in the service")]}
    assert {link.factors for link in shown.links if link.source == "voice"} == {("A", "B")}
    assert shown.notes[-1] == "Factors not drawn: 1."


def test_a_factor_whose_role_is_a_column_is_a_box_and_stands_in_no_band() -> None:
    model = load(MODELS / "parental_imprisonment" / "parental_imprisonment.yaml")
    shown = draw(model, factors=True, chain="stigma").view
    assert {one.role for one in shown.factors} == {"moderator"}
    assert {one.id for one in shown.factors} == {"racism"}


def test_a_factor_that_leads_to_a_box_acts_on_it() -> None:
    shown = draw(loads(TEXT.replace("affects: [work]", "leads_to: [goal]")), factors=True).view
    assert [one.boxes for one in shown.factors if one.id == "rents"] == [("goal",)]


def test_a_link_of_a_factor_is_counted_as_away_only_where_the_factor_is_not_drawn() -> None:
    led = loads(TEXT.replace("affects: [work]", "leads_to: [goal]"))
    notes = {factors: draw(led, factors=factors).view.notes for factors in (False, True)}
    assert ["Links to boxes not drawn: 1." in " ".join(notes[factors]) for factors in (False, True)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_go_on_after_z(number: int, letters: str) -> None:
    assert letter_of(number) == letters


def test_letters_that_follow_one_another_are_written_as_a_span() -> None:
    assert spans_of(["D", "A", "F", "E", "G"]) == "A, D\N{EN DASH}G"
    assert spans_of(["Y", "Z", "AA", "C", "B"]) == "B, C, Y\N{EN DASH}AA"


def test_no_two_kinds_of_signs_look_alike() -> None:
    assert len(set(SIGN_STYLES.values())) == len(SIGN_STYLES)


def test_every_sign_is_in_the_legend_or_says_what_it_is() -> None:
    picture = drawing(indicators=True, factors=True).picture
    assert {sign.kind for sign in signs_of(picture)} == {"indicator", "no_indicator", "factor"}
    assert {"indicator", "factor"} <= {item.kind for item in picture.legend}


def test_words_of_indicators_stand_in_the_boxes_where_they_are_easy_to_read() -> None:
    picture = drawing(indicators=True).picture
    assert picture.font_size >= 8
    assert [tag.text[0].text for one in picture.boxes for tag in one.tags] == [
        "Feels heard",
        "Smiles",
        "no indicator",
    ]
    assert [line.text for line in picture.texts if "Smiles" in line.text] == []


def test_where_they_are_not_numbers_stand_in_the_boxes_and_the_words_at_the_foot_once() -> None:
    picture = picture_of("csof", "A4", ("indicators",))
    foot = " ".join(line.text for line in picture.texts)
    told = [f"i{number} {one.label}" for number, one in enumerate(model("csof").indicators.values(), start=1)]
    assert "Indicators: " + "; ".join(told) + "." in foot
    signs = [line.text for one in picture.boxes for tag in one.tags for line in tag.text]
    assert Counter(sign for sign in signs if sign != "no indicator") == Counter(f"i{one}" for one in range(1, 25))


# Every kind of file


def told(kind: str, **wishes: Any) -> str:
    written = draw(theory(), **wishes).to_bytes(kind).decode()
    if kind == "mmd":
        written = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), written)
    if kind == "html":
        written = unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<svg.*?</svg>", " ", written, flags=re.DOTALL)))
    return " ".join(written.split())


@pytest.mark.parametrize("kind", ["txt", "html", "mmd"])
def test_files_in_words_tell_each_indicator_at_each_of_its_outcomes(kind: str) -> None:
    written = told(kind, indicators=True)
    assert written.count("measured by: Feels heard; Smiles") == 1
    assert written.count("no indicator") == 1
    assert (written.count("Fewer rows"), written.count("Smiles")) == (1, 2)


@pytest.mark.parametrize("kind", ["txt", "html", "mmd"])
def test_files_in_words_tell_each_factor_once_and_what_it_acts_on(kind: str) -> None:
    written = told(kind, factors=True)
    for label in ("A Age of the child", "B Trust in the service", "C The weather", "D Rising rents"):
        assert written.count(label) == 1
    assert written.count("factor A, factor B") == 1
    assert written.count("factors that act on it: B") == 1
    if kind != "mmd":
        assert written.count("the link from Voice to Calm") == 2
    else:
        assert len(re.findall(r"f\d --o \w\d", written)) == 2


def test_the_svg_shows_and_tells_every_sign_once() -> None:
    shown = drawing(indicators=True, factors=True)
    written = shown.to_bytes("svg").decode()
    printed = Counter(re.findall(r"<text[^>]*>([^<]*)</text>", written))
    wanted = Counter(line.text for sign in signs_of(shown.picture) for line in sign.text)
    printed.subtract(item.text.text for item in shown.picture.legend)
    assert {text: printed[text] for text in wanted} == dict(wanted)
    names = unescape(" ".join(re.findall(r'aria-label="([^"]*)"', written)))
    assert names.count("measured by: Feels heard; Smiles") == 1
    assert names.count("B Trust in the service. Moderators. acts on Goal; the link from Voice to Calm") == 1
    assert len(re.findall(r'class="factor" tabindex="0"', written)) == 4


def test_dot_paints_every_sign_once() -> None:
    shown = drawing(indicators=True, factors=True)
    written = shown.to_bytes("dot").decode()
    names = [f'"sign {sign.name}"' for sign in signs_of(shown.picture)]
    assert [written.count(name) for name in names] == [1] * len(names)


def test_json_holds_tags_factors_and_letters() -> None:
    written = json.loads(drawing(indicators=True, factors=True).to_bytes("json"))
    tags = {box["id"]: [tag["kind"] for tag in box["tags"]] for box in written["boxes"] if box["tags"]}
    assert tags == {"voice": ["indicator"] * 2, "goal": ["no_indicator", "factor"]}
    assert [(one["sign"], one["boxes"]) for one in written["factors"]] == [
        ("A", []), ("B", ["goal"]), ("C", []), ("D", ["work"]),
    ]  # fmt: skip
    assert [one["factors"] for one in written["arrows"] if one["from"] == "voice"] == [["A", "B"]]


# Tidiness


@cache
def model(name: str) -> TheoryOfChange:
    folder = MODELS / "csof" / "sites" if name == "wales" else MODELS / name
    return load(folder / f"{name}.yaml")


@cache
def picture_of(name: str, page: str, asked: tuple[str, ...]) -> Picture:
    return draw(model(name), page=page, **dict.fromkeys(asked, True)).picture


ASKED = (("indicators",), ("factors",), ("indicators", "factors", "assumptions"))
EVERY = [
    (name, page, asked)
    for name in ("csof", "wales", "parental_imprisonment", "family_ties")
    for page in ("A4", "A3", "A3 portrait")
    for asked in ASKED
]


def misplaced_signs(picture: Picture) -> list[str]:
    """Signs out of their own box or frame, or whose words reach out, or that cover words or one another."""
    owners: dict[str, Rect] = {box.id: edges(box) for box in picture.boxes}
    owners |= {frame.id: edges(frame) for frame in picture.frames}
    owners |= {one.id: owners[one.role] for one in picture.factors}
    words = [line for box in picture.boxes for line in (*box.text, *box.badge_text)]
    words += [line for frame in picture.frames for line in frame.text]
    words += [line for factor in picture.factors for line in factor.text]
    signs = signs_of(picture)
    found = [sign.name for sign in signs if sign.owner and not holds(owners[sign.owner], edges(sign))]
    found += [sign.name for sign in signs for line in sign.text if not holds(edges(sign), text_edges(line))]
    found += [sign.name for sign in signs for line in words if meets(edges(sign), text_edges(line))]
    found += [one.name for one, other in combinations(signs, 2) if meets(edges(one), edges(other))]
    for factor in picture.factors:
        found += [factor.id for line in factor.text if not holds(owners[factor.role], text_edges(line))]
    return found


def covered_factors(picture: Picture) -> list[str]:
    """Bands that a box, an arrow, another band or the words of another factor cover."""
    bands = [frame for frame in picture.frames if frame.kind == "band"]
    solids = [edges(box) for box in picture.boxes]
    found = [band.id for band in bands for rect in solids if meets(edges(band), rect)]
    found += [one.id for one, other in combinations(bands, 2) if meets(edges(one), edges(other))]
    found += [band.id for band in bands for one in picture.arrows if passes(pieces(one.points), edges(band))]
    texts = [text_edges(line) for line in picture.texts] + [text_edges(item.text) for item in picture.legend]
    found += [band.id for band in bands for text in texts if meets(edges(band), text)]
    lines = [text_edges(line) for factor in picture.factors for line in factor.text]
    return [*found, *("words" for one, other in combinations(lines, 2) if meets(one, other, 1.0))]


@pytest.mark.parametrize(("name", "page", "asked"), EVERY)
def test_a_model_with_indicators_and_factors_is_tidy(name: str, page: str, asked: tuple[str, ...]) -> None:
    picture = picture_of(name, page, asked)
    faults = (*FAULTS, misplaced_signs, covered_factors)
    assert {fault.__name__: found for fault in faults if (found := list(fault(picture)))} == {}


@pytest.mark.parametrize(("name", "page", "asked"), EVERY)
def test_each_indicator_and_factor_of_a_model_is_drawn_once(name: str, page: str, asked: tuple[str, ...]) -> None:
    picture, theory = picture_of(name, page, asked), model(name)
    drawn = {box.id for box in picture.boxes} | {frame.id for frame in picture.frames if frame.kind == "group"}
    tags = [(one.id, tag) for one in picture.boxes for sign in one.tags for tag in sign.tags]
    if "indicators" in asked:
        wanted = [
            (outcome, str(indicator.label))
            for indicator in theory.indicators.values()
            for outcome in indicator.measures
            if outcome in drawn
        ]
        assert Counter((box, tag.label) for box, tag in tags if tag.kind == "indicator") == Counter(wanted)
        assert len(wanted) == {"csof": 24, "wales": 24, "parental_imprisonment": 4, "family_ties": 0}[name]
    if "factors" in asked:
        roles = set(theory.figure.columns or ())
        wanted_factors = [key for key, factor in theory.factors.items() if factor.role not in roles]
        assert Counter(one.id for one in picture.factors) == Counter(wanted_factors)


def test_the_words_are_as_large_as_the_page_on_figures_says() -> None:
    sizes = {asked: [picture_of("csof", page, asked).font_size for page in ("A4", "A3")] for asked in ASKED}
    page = (MODELS.parent / "docs" / "figure.md").read_text(encoding="utf-8")
    names = ("with indicators", "with factors", "with indicators, factors and assumptions")
    rows = [
        f"| {name} | {size[0]:.1f} points | {size[1]:.1f} points |"
        for name, size in zip(names, sizes.values(), strict=True)
    ]
    assert [row for row in rows if row not in page] == []
    assert sizes["indicators",][0] >= 7.5


@pytest.mark.parametrize("way", ["strand", "outcome", "detail"])
def test_pages_of_one_theory_hold_the_factors_of_their_own_links_and_boxes(way: str) -> None:
    for picture in draw(model("csof"), split=way, factors=True, indicators=True).pictures:
        ends = {box.id for box in picture.boxes} | {frame.id for frame in picture.frames}
        links = {(arrow.source, arrow.target) for arrow in picture.arrows}
        assert [one.id for one in picture.factors if not {*one.boxes} <= ends or not {*one.links} <= links] == []
        assert misplaced_signs(picture) == []


def test_the_map_leaves_indicators_and_factors_to_the_other_pages() -> None:
    shown = draw(model("csof"), split="strand", page="A5", factors=True, indicators=True, assumptions=True).views[
        0
    ]
    assert any("boxes" in box.label for box in shown.boxes)
    assert (tags_of(shown), shown.factors, {link.factors + link.flags for link in shown.links}) == ({}, (), {()})
    assert shown.notes[1:3] == (
        "A box of this map stands for all that one column and strand hold, which is on the other pages.",
        "Not shown on this page: indicators, factors, assumptions.",
    )
    assert not any(count in " ".join(shown.notes) for count in ("not drawn", "Assumed"))


def test_a_part_of_a_part_is_measured_with_the_outermost_whole() -> None:
    text = TEXT.replace("measures: [calm]", "measures: [homes]").replace("[calm, voice]", "[voice]")
    text = text.replace("    calm: {", "    homes: {label: Homes}\n    calm: {part_of: homes, ")
    views = draw(loads(text), split="detail", indicators=True).views
    assert "calm_nights" in {box.id for view in views for box in view.boxes}
    assert [view for view in views if "calm_nights" in tags_of(view)] == []


def test_drawing_twice_gives_the_same_picture() -> None:
    wishes = {"indicators": True, "factors": True, "assumptions": True}
    assert draw(model("csof"), **wishes).picture == draw(model("csof"), **wishes).picture
