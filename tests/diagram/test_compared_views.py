"""The figure of what changed: every box and link of both theories once, with a mark where they differ."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from diagram.quality import arrows_through_boxes, off_page, overflows, overlaps
from diagram.test_figure_languages import tokens
from toc.comparison import Changes, diff
from toc.diagram import BoxChanges, View, compared_view
from toc.diagram.figure_words import figure_words
from toc.diagram.looks import look_of_legend, look_of_mark
from toc.diagram.themes import GREY
from toc.diagram.view import Column, Strand, ViewBox, ViewGroup, ViewLink
from toc.errors import TocError
from toc.loading import load, loads
from toc.model import fingerprint as fingerprint_of
from toc.reports import Drawing, draw
from toc.reports.compared_drawing import draw_changes

MODELS = Path(__file__).parents[2] / "models" / "csof"
COLUMNS = (Column("activities", "Activities"), Column("short_term", "Short-term outcomes"))
OLD = View(
    "Old",
    COLUMNS,
    (
        ViewBox("visits", "Visits", "activities", ("home",)),
        ViewBox("talks", "Talks", "activities", ("home",), group="work"),
        ViewBox("trust", "More trust", "short_term"),
    ),
    (ViewLink("visits", "trust", "stated"), ViewLink("talks", "trust", "stated")),
    strands=(Strand("home", "At home", 0),),
    groups=(ViewGroup("work", "Work", "activities"),),
)
NEW = View(
    "New",
    COLUMNS,
    (
        ViewBox("calls", "Visits", "activities"),
        ViewBox("games", "Games", "activities"),
        ViewBox("trust", "Trust", "short_term"),
    ),
    (ViewLink("calls", "trust", "inferred"), ViewLink("games", "trust", "stated")),
    notes=("Source: us.",),
)
CHANGES = BoxChanges({"games": "added", "talks": "dropped", "trust": "changed"}, {"visits": "calls"})


def compared() -> View:
    return compared_view(OLD, NEW, CHANGES, subtitle="compared with Old", notes=("1 box added.",))


def test_boxes_of_both_stand_once_with_a_sign_before_the_label_of_what_differs() -> None:
    assert [(box.id, box.label, box.mark) for box in compared().boxes] == [
        ("calls", "Visits", ""),
        ("games", "+ Games", "added"),
        ("trust", "~ Trust", "changed"),
        ("talks", "– Talks", "dropped"),
    ]


def test_links_are_compared_between_the_same_boxes_whatever_their_ids_are() -> None:
    assert [(link.source, link.target, link.basis, link.mark) for link in compared().links] == [
        ("calls", "trust", "inferred", "changed"),
        ("games", "trust", "stated", "added"),
        ("talks", "trust", "stated", "dropped"),
    ]


def test_what_was_dropped_keeps_its_frame_and_its_strand() -> None:
    view = compared()
    assert [group.id for group in view.groups] == ["work"]
    assert [strand.id for strand in view.strands] == ["home"]


def test_the_words_around_the_figure_say_what_is_compared() -> None:
    view = compared()
    assert (view.title, view.subtitle, view.notes) == ("New", "compared with Old", ("1 box added.", "Source: us."))


def test_no_two_marks_look_alike_without_colour() -> None:
    borders = [look_of_mark(mark) for mark in ("", "added", "dropped", "changed")]
    links = [look_of_legend(kind) for kind in ("stated", "added_link", "dropped_link", "changed_link", "inferred")]
    assert len(set(borders)) == 4
    assert len(set(links)) == 5


@pytest.mark.parametrize("site", ["bristol", "isle_of_wight", "wales"])
@pytest.mark.parametrize("page", ["A4", "A3"])
def test_a_site_of_csof_compared_with_its_base_is_a_tidy_figure_with_every_box_once(site: str, page: str) -> None:
    base, theory = load(MODELS / "csof.yaml"), load(MODELS / "sites" / f"{site}.yaml")
    picture = draw_changes(diff(base, theory), page=page).picture
    faults = [fault(picture) for fault in (overlaps, arrows_through_boxes, overflows, off_page)]
    assert faults == [[], [], [], []]
    assert set(Counter(box.id for box in picture.boxes).values()) == {1}
    assert picture.font_size >= 7.5
    kinds = {item.kind for item in picture.legend}
    marks = {f"{box.mark}_box" for box in picture.boxes if box.mark}
    assert marks == {kind for kind in kinds if kind.endswith("_box")}


REST = (
    "Changes that no figure shows, such as those of indicators: 1. "
    "The list of the changes in words (toc diff) tells them."
)


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({}, "Changes inside boxes drawn closed or in columns left out: 31. "),
        ({"strand": "awareness_raising"}, "Changes outside this part, inside boxes drawn closed or in columns"),
    ],
)
def test_changes_inside_closed_boxes_are_told_as_such(wishes: dict[str, str], told: str) -> None:
    drawing = draw_changes(diff(load(MODELS / "csof.yaml"), load(MODELS / "sites" / "wales.yaml")), **wishes)
    assert told in drawing.view.notes[0]


def test_a_theory_and_itself_give_the_figure_without_a_mark() -> None:
    theory = load(MODELS / "csof.yaml")
    drawing = draw_changes(diff(theory, theory))
    assert {box.mark for box in drawing.view.boxes} == {""}
    assert {link.mark for link in drawing.view.links} == {""}
    assert drawing.view.notes[0] == "Nothing changed."


@pytest.mark.parametrize(
    ("replaced", "note"),
    [
        ({"Visits": "Calls"}, "Boxes: 1 changed."),
        (
            {"Feels calm": "Is calm"},
            f"Indicators: 1 changed. {REST}",
        ),
        (
            {"Visits": "Calls", "title: T": "title: U"},
            f"Boxes: 1 changed. Other changes: 1. {REST}",
        ),
        ({"leads_to: [calm]": "leads_to: {calm: {basis: inferred}}"}, "Links: 1 changed."),
    ],
)
def test_changes_without_a_sign_in_the_figure_are_counted_below_it(replaced: dict[str, str], note: str) -> None:
    old = (
        "toc: 1\nid: t\ntitle: T\nactivities:\n  visits:\n    label: Visits\n    leads_to: [calm]\noutcomes:\n"
        "  long_term:\n    calm:\n      label: Calm\nindicators:\n  feels: {label: Feels calm, measures: [calm]}\n"
    )
    new = old
    for before, after in replaced.items():
        new = new.replace(before, after)
    assert draw_changes(diff(loads(old), loads(new))).view.notes[0] == note


SEEDS = """\
toc: 1
id: seeds
title: {en: Seeds, cy: Hadau}
strands: {plot: {label: {en: Plots, cy: Lleiniau}}, talk: {label: {en: Talks, cy: Sgyrsiau}}}
activities:
  dig: {label: {en: Digging, cy: Palu}, strand: plot, leads_to: [food]}
  teach: {label: {en: Teaching, cy: Addysgu}, strand: talk, leads_to: [skill]}
outcomes:
  short_term: {skill: {label: {en: Skill, cy: Sgil}, strand: talk, leads_to: [food]}}
  long_term: {food: {label: {en: Food, cy: Bwyd}}}
"""


def changed(*pairs: tuple[str, str], **wishes: str) -> Drawing:
    new = SEEDS
    for before, after in pairs:
        assert before in new
        new = new.replace(before, after)
    return draw_changes(diff(loads(SEEDS), loads(new)), **wishes)


MOVED = ("{en: Digging, cy: Palu}, strand: plot", "{en: Digging, cy: Palu}, strand: talk")


def test_a_box_that_moved_to_another_strand_is_changed_in_either_and_dropped_from_none() -> None:
    marks = {
        strand: {box.id: box.mark for box in changed(MOVED, strand=strand).view.boxes}
        for strand in ("plot", "talk")
    }
    assert marks == {
        "plot": {"dig": "changed", "food": ""},
        "talk": {"dig": "changed", "teach": "", "skill": "", "food": ""},
    }


def test_a_strand_that_only_the_older_theory_has_shows_what_was_dropped() -> None:
    gone = (("  dig: {label: {en: Digging, cy: Palu}, strand: plot, leads_to: [food]}\n", ""),
            ("plot: {label: {en: Plots, cy: Lleiniau}}, ", ""))  # fmt: skip
    view = changed(*gone, strand="plot").view
    assert [(box.id, box.mark) for box in view.boxes] == [("food", ""), ("dig", "dropped")]
    assert [(link.source, link.mark) for link in view.links] == [("dig", "dropped")]


def test_the_chain_of_a_box_is_found_under_its_earlier_id() -> None:
    view = changed(("food", "meals"), chain="meals").view
    assert {box.id: box.mark for box in view.boxes} == {"dig": "", "teach": "", "skill": "", "meals": ""}
    assert {link.mark for link in view.links} == {""}


@pytest.mark.parametrize(
    ("wish", "said"),
    [({"strand": "plots"}, 'There is no strand "plots"'), ({"chain": "fod"}, 'There is no box "fod"'),
     ({"who": "all"}, 'There is no population "all"'), ({"language": "fr"}, 'This model has no words in "fr"'),
     ({"theme": "gray"}, 'There is no theme "gray"'), ({"page": "A9"}, '"A9" is not a page')],
)  # fmt: skip
def test_what_neither_theory_has_is_refused(wish: dict[str, str], said: str) -> None:
    with pytest.raises(TocError, match=said):
        changed(**wish)


def test_every_word_of_a_comparison_in_welsh_is_welsh() -> None:
    drawn = changed(MOVED, ("cy: Sgil}, strand: talk, leads_to: [food]", "cy: Medr}"), language="cy")
    words = f"{drawn.outline} {' '.join(item.text.text for item in drawn.picture.legend)} {drawn.view.subtitle}"
    model = set(re.findall(r"cy: (\w+)", SEEDS)) | {"Medr", "seeds"}
    welsh = tokens(" ".join(re.sub(r"\{[^}]*\}", " ", one) for one in figure_words("cy").values()))
    fingerprint = fingerprint_of(loads(SEEDS))
    left = tokens(re.sub(r"[0-9a-f]{12}", "", words)) - welsh - tokens(" ".join(model))
    assert (left, len(fingerprint), drawn.view.language) == (set(), 12, "cy")
    assert drawn.view.subtitle == "o'i gymharu â Hadau"


def test_a_theory_without_the_language_is_shown_in_its_own() -> None:
    english = re.sub(r"\{en: ([^,]*), cy: [^}]*\}", r"\1", SEEDS)
    drawn = draw_changes(diff(loads(english), loads(SEEDS)), language="cy")
    assert (drawn.view.title, drawn.view.language) == ("Hadau", "cy")
    back = draw_changes(diff(loads(SEEDS), loads(english)), language="cy")
    assert (back.view.title, back.view.language) == ("Seeds", "cy")


def test_a_comparison_has_the_colours_of_its_theme() -> None:
    assert changed(MOVED, theme="grey").picture.theme is GREY


@pytest.mark.parametrize(
    "figure",
    [{"open": ()}, {"columns": ("activities", "short_term", "intermediate", "long_term")}],
    ids=["wholes closed", "columns taken out"],
)
def test_what_is_only_drawn_otherwise_is_no_change_of_boxes_or_links(figure: dict[str, tuple[str, ...]]) -> None:
    old = load(MODELS / "csof.yaml")
    new = old.model_copy(update={"figure": old.figure.model_copy(update=figure)})
    for before, after in ((old, new), (new, old)):
        view = draw_changes(diff(before, after)).view
        assert {box.mark for box in view.boxes} | {link.mark for link in view.links} == {""}


def test_changes_are_drawn_by_the_function_that_draws_a_theory() -> None:
    old, new = load(MODELS / "csof.yaml"), load(MODELS / "sites" / "wales.yaml")
    wishes: dict[str, Any] = {"page": "A3", "strand": "local_procedures", "theme": "grey"}
    assert draw(diff(old, new), **wishes) == draw_changes(diff(old, new), **wishes)


@pytest.mark.parametrize("wishes", [{"evidence": True}, {"highlight": "goal"}, {"blank": True}, {"split": "auto"}])
def test_of_changes_nothing_else_is_drawn(wishes: dict[str, Any]) -> None:
    theory = load(MODELS / "csof.yaml")
    with pytest.raises(TocError, match=f"^What changed is drawn without `{next(iter(wishes))}`."):
        draw(diff(theory, theory), **wishes)


def test_changes_without_their_theories_are_not_drawn() -> None:
    with pytest.raises(TocError, match=r"^These changes come without their theories\. Compare again"):
        draw(Changes("a", "b", ()))


WORK = """\
toc: 1
id: work
title: Work
strands: {alpha: {label: Alpha}, beta: {label: Beta}}
activities:
  walks: {label: Walks, strand: alpha, leads_to: [calm]}
  games: {label: Games, strand: beta, leads_to: [calm]}
outcomes: {short_term: {calm: {label: Calm, strand: alpha}}}
"""
OTHER_GAMES = "games: {label: Games, strand: beta"


def strands_drawn(*pairs: tuple[str, str], **wishes: str) -> list[tuple[str, str, int]]:
    new = WORK
    for before, after in pairs:
        assert before in new
        new = new.replace(before, after)
    view = draw_changes(diff(loads(WORK), loads(new)), **wishes).view
    return [(strand.id, strand.label, strand.tone) for strand in view.strands]


def test_a_strand_that_came_and_one_that_went_have_two_looks() -> None:
    pairs = (
        ("beta: {label: Beta}", "new: {label: Gamma}"),
        (OTHER_GAMES, "zebra: {label: Zebra, strand: new"),
    )
    assert strands_drawn(*pairs) == [("alpha", "Alpha", 0), ("new", "Gamma", 1), ("beta", "Beta", 2)]


@pytest.mark.parametrize("wishes", [{}, {"strand": "other"}])
def test_a_strand_with_another_id_has_one_lane_with_what_is_gone_of_it_in_it(wishes: dict[str, str]) -> None:
    pairs = ("beta: {label: Beta}", "other: {label: Beta}"), (OTHER_GAMES, "zebra: {label: Zebra, strand: other")
    drawn = [("other", "Beta", 1)] if wishes else [("alpha", "Alpha", 0), ("other", "Beta", 1)]
    assert strands_drawn(*pairs, **wishes)[-len(drawn) :] == drawn
    assert [label for _, label, _ in strands_drawn(*pairs, **wishes)].count("Beta") == 1


def test_a_strand_in_another_place_has_the_look_of_the_newer_theory_and_no_entry_without_a_box() -> None:
    order = ("alpha: {label: Alpha}, beta: {label: Beta}", "other: {label: Beta}, alpha: {label: Alpha}")
    pairs = order, (OTHER_GAMES, "games: {label: Games, strand: other")
    assert strands_drawn(*pairs) == [("other", "Beta", 0), ("alpha", "Alpha", 1)]


def test_a_strand_without_a_box_of_its_own_is_not_in_the_legend() -> None:
    assert strands_drawn((OTHER_GAMES, "games: {label: Games, strand: alpha")) == [("alpha", "Alpha", 0)]


def test_a_theme_needs_colours_for_the_strands_of_both_theories(tmp_path: Path) -> None:
    theme = tmp_path / "own.toml"
    theme.write_text('strands = ["#001F4D", "#B34700"]\n', encoding="utf-8")
    gone = (
        ("beta: {label: Beta}", "new: {label: Gamma}"),
        (OTHER_GAMES, "zebra: {label: Zebra, strand: new"),
    )
    with pytest.raises(TocError, match=r"has 3 strands, and `strands` has 2 colours"):
        strands_drawn(*gone, theme=str(theme))
    renamed = ("beta: {label: Beta}", "other: {label: Beta}"), (OTHER_GAMES, "games: {label: Games, strand: other")
    assert len(strands_drawn(*renamed, theme=str(theme))) == 2


PARTS = """\
toc: 1
id: parts
title: Parts
activities:
  whole: {label: Whole}
  one: {label: One, part_of: whole, leads_to: [calm]}
  two: {label: Two, part_of: whole}
outcomes: {short_term: {calm: {label: Calm}}}
"""
HIDDEN = (
    "Changes inside boxes drawn closed or in columns left out: {n}. The list of the changes in words (toc diff) "
)


@pytest.mark.parametrize(
    ("part", "now", "sign", "note"),
    [
        ("whole, leads_to: [calm]}", "whole}", ["dropped"], "Links: 1 dropped."),
        ("two: {label: Two, part_of: whole}", "two: {label: Two, part_of: whole, leads_to: [calm]}", [""],
         f"Links: 1 added. {HIDDEN.format(n=1)}tells them."),
    ],
)  # fmt: skip
def test_a_link_of_a_part_has_the_sign_of_the_link_that_is_drawn_for_it(
    part: str, now: str, sign: list[str], note: str
) -> None:
    assert part in PARTS
    there = draw_changes(diff(loads(PARTS), loads(PARTS.replace(part, now)))).view
    assert ([link.mark for link in there.links], there.notes[0]) == (sign, note)
    back = draw_changes(diff(loads(PARTS.replace(part, now)), loads(PARTS))).view
    signs = [mark.replace("dropped", "added") for mark in sign]
    turned = note.replace("dropped", "gone").replace("added", "dropped").replace("gone", "added")
    assert ([link.mark for link in back.links], back.notes[0]) == (signs, turned)


def test_the_changes_that_are_given_are_drawn_and_no_others() -> None:
    new = WORK.replace("games: {label: Games", "zebra: {label: Zebra").replace("Walks", "Talks")
    changes = diff(loads(WORK), loads(new))
    view = draw(replace(changes, changes=tuple(one for one in changes if one.id == "walks"))).view
    assert [box.label for box in view.boxes] == ["~ Talks", "Zebra", "Calm"]
    assert view.notes[0] == "Boxes: 1 changed."


def test_a_change_of_a_strand_is_not_told_as_drawn_where_a_box_of_its_id_has_a_sign() -> None:
    old = WORK.replace("alpha", "walks")
    new = old.replace("label: Alpha", "label: Outside").replace("label: Walks", "label: Tours")
    note = draw_changes(diff(loads(old), loads(new))).view.notes[0]
    assert note == f"Boxes: 1 changed. Other changes: 1. {REST}"


def test_what_is_gone_keeps_its_strand_under_the_newer_id_and_a_strand_that_is_gone_has_the_next_look() -> None:
    old = View(
        "Old",
        COLUMNS,
        (
            ViewBox("talks", "Talks", "activities", ("home",), group="work"),
            ViewBox("games", "Games", "activities", ("club",)),
            ViewBox("trust", "Trust", "short_term", ("lost",)),
        ),
        strands=(Strand("home", "Homes", 0), Strand("club", "Clubs", 1), Strand("lost", "Lost", 2)),
        groups=(ViewGroup("work", "Work", "activities", ("home",)),),
        strand_labels=(("home", "Homes"), ("club", "Clubs"), ("lost", "Lost")),
    )
    labels = (("rest", "The rest"), ("at_home", "At home"), ("more", "More"))
    new = View("New", COLUMNS, (ViewBox("trust", "Trust", "short_term"),), strand_labels=labels)
    marks = BoxChanges({"talks": "dropped", "games": "dropped"}, strands={"home": "at_home"})
    view = compared_view(old, new, marks, subtitle="")
    assert view.strands == (Strand("at_home", "At home", 1), Strand("club", "Clubs", 3))
    assert [one.strands for one in (*view.boxes, *view.groups)] == [(), ("at_home",), ("club",), ("at_home",)]
    assert dict(view.strand_labels) == {**dict(labels), "club": "Clubs", "lost": "Lost"}
