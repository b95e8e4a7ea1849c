"""The figure of what changed: every box and link of both theories once, with a mark where they differ."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from diagram.quality import arrows_through_boxes, off_page, overflows, overlaps
from toc.diagram import BoxChanges, View, compared_view
from toc.diagram.looks import look_of_legend, look_of_mark
from toc.diagram.view import Column, Strand, ViewBox, ViewGroup, ViewLink
from toc.loading import load, loads
from toc.reports.compared_drawing import draw_changes

MODELS = Path(__file__).parents[2] / "models" / "csof"
COLUMNS = (Column("activities", "Activities"), Column("short_term", "Short-term outcomes"))
OLD = View(
    "Old",
    COLUMNS,
    (
        ViewBox("visits", "Visits", "activities", ("home",)),
        ViewBox("talks", "Talks", "activities", group="work"),
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
    picture = draw_changes(base, theory, page=page).picture
    faults = [fault(picture) for fault in (overlaps, arrows_through_boxes, overflows, off_page)]
    assert faults == [[], [], [], []]
    assert set(Counter(box.id for box in picture.boxes).values()) == {1}
    assert picture.font_size >= 7.5
    kinds = {item.kind for item in picture.legend}
    marks = {f"{box.mark}_box" for box in picture.boxes if box.mark}
    assert marks == {kind for kind in kinds if kind.endswith("_box")}


def test_a_theory_and_itself_give_the_figure_without_a_mark() -> None:
    theory = load(MODELS / "csof.yaml")
    drawing = draw_changes(theory, theory)
    assert {box.mark for box in drawing.view.boxes} == {""}
    assert {link.mark for link in drawing.view.links} == {""}
    assert drawing.view.notes[0] == "Nothing changed."


@pytest.mark.parametrize(
    ("replaced", "note"),
    [
        ({"Visits": "Calls"}, "1 box changed."),
        (
            {"Feels calm": "Is calm"},
            "1 indicator changed. 1 of these changes has no sign of its own in this figure.",
        ),
        (
            {"Visits": "Calls", "title: T": "title: U"},
            "1 box changed; 1 change to anything else. 1 of these changes has no sign of its own in this figure.",
        ),
        ({"leads_to: [calm]": "leads_to: {calm: {basis: inferred}}"}, "1 link changed."),
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
    assert draw_changes(loads(old), loads(new)).view.notes[0] == note
