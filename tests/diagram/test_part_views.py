"""Parts of a theory, a highlighted path, evidence and worksheets: what they show, and that they are tidy."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from diagram.quality import (
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
from toc.diagram.looks import look_of_arrow, look_of_legend, look_of_mark, look_of_stage_arrow
from toc.diagram.picture import Arrow
from toc.diagram.view import Support, ViewLink
from toc.errors import TocError
from toc.loading import load, loads
from toc.model import TheoryOfChange
from toc.reports import Drawing, draw

MODELS = Path(__file__).parents[2] / "models"
NOT_ON_A_WORKSHEET = "A blank worksheet shows no scores, evidence, assumptions, indicators, factors or path."
FAULTS = (overlaps, arrows_through_boxes, arrows_near_boxes, arrows_over_words, overflows, off_page)
TEXT = """\
toc: 1
id: m
title: Talking
populations: {parents: {label: Parents}, children: {label: Children}}
assumptions:
  safe: {label: It is safe, status: refuted}
  heard: {label: They are heard, status: supported}
  unused: {label: Nobody asks}
  kept: {label: It lasts}
studies: {one: {label: One}, two: {label: Two}, three: {label: Three}}
inputs: {time: {label: Time, leads_to: [work, course]}, room: {label: Room, leads_to: [course]}}
activities:
  work: {label: Work, leads_to: [voice]}
  advice: {label: Advice, part_of: work, leads_to: {calm: {evidence: {for: [one]}, confidence: 80}}}
  visits:
    label: Visits
    part_of: work
    leads_to: {calm: {evidence: {for: [two], against: [three]}, confidence: 45}}
  course: {label: Course, leads_to: {play: {evidence: {against: [three]}}}}
outcomes:
  short_term:
    voice: {label: Voice, who: [parents], leads_to: {calm: {evidence: {for: [one]}, assumptions: [heard]}}}
    play:
      label: Play
      who: [children]
      leads_to: {goal: {confidence: 10, assumptions: [kept, safe]}, voice: {feedback: true}}
  long_term: {calm: {label: Calm, who: [parents], leads_to: [goal]}, goal: {label: Goal}}
figure: {open: [work]}
"""


@cache
def theory() -> TheoryOfChange:
    return loads(TEXT)


def view(**wishes: Any) -> View:
    return draw(theory(), **wishes).view


def ids(shown: View) -> list[str]:
    return [box.id for box in shown.boxes]


def test_a_chain_is_what_leads_to_a_box_and_nothing_else() -> None:
    shown = view(chain="voice")
    assert (ids(shown), [group.id for group in shown.groups]) == (["time", "advice", "visits", "voice"], ["work"])
    assert [(link.source, link.target) for link in shown.links] == [("time", "work"), ("work", "voice")]
    assert [column.id for column in shown.columns] == ["inputs", "activities", "short_term"]
    assert shown.subtitle == "What leads to: Voice"


def test_what_a_chain_leaves_out_is_counted_in_the_footer() -> None:
    assert (
        view(chain="play")
        .notes[-1]
        .endswith(" Boxes not drawn: 6 outside this view. Links to boxes not drawn: 3.")
    )


def test_links_that_feed_back_make_no_chain() -> None:
    assert "play" not in ids(view(chain="voice"))


def test_one_population_is_its_boxes_and_those_about_nobody_on_the_way_to_and_from_them() -> None:
    shown = view(who="children")
    assert ids(shown) == ["time", "room", "course", "play", "goal"]
    assert shown.subtitle == "For: Children"
    assert ids(view(who="parents")) == ["time", "advice", "visits", "voice", "calm", "goal"]


def test_of_two_wishes_only_what_meets_both_is_shown() -> None:
    assert ids(view(who="children", chain="play")) == ["time", "room", "course", "play"]


def test_a_highlight_marks_the_ways_through_a_box_and_leaves_all_others_in_place() -> None:
    shown = view(highlight="voice")
    assert {box.id: box.mark for box in shown.boxes} == {
        "time": "path", "room": "beside", "advice": "path", "visits": "path", "course": "beside",
        "voice": "path", "play": "beside", "calm": "path", "goal": "path",
    }  # fmt: skip
    marks = {(link.source, link.target): link.mark for link in shown.links}
    assert marks["time", "work"] == marks["work", "voice"] == marks["voice", "calm"] == "path"
    assert marks["time", "course"] == marks["play", "voice"] == marks["play", "goal"] == "beside"


def test_a_link_that_feeds_back_is_beside_the_path_even_between_two_boxes_on_it() -> None:
    shown = view(highlight="goal")
    assert {box.mark for box in shown.boxes if box.id in ("play", "voice")} == {"path"}
    assert link(shown, "play", "voice").mark == "beside"


def test_a_highlight_is_told_without_colour_by_width_in_the_legend_and_in_words() -> None:
    drawing = draw(theory(), highlight="voice")
    assert look_of_mark("path").width > look_of_mark("").width > look_of_mark("beside").width
    widths = [
        look_of_arrow(Arrow("a", "b", None, (), "shared", mark=mark)).width for mark in ("path", "", "beside")
    ]
    assert widths == sorted(widths, reverse=True)
    assert {"path_box", "path_link"} <= {item.kind for item in drawing.picture.legend}
    assert "- Voice [on the way]\n    -> Calm (on the way)\n" in drawing.outline
    assert "- Play\n" in drawing.outline


def link(shown: View, source: str, target: str) -> ViewLink:
    return next(one for one in shown.links if (one.source, one.target) == (source, target))


def test_evidence_is_told_link_by_link() -> None:
    shown = view(evidence=True)
    assert link(shown, "advice", "calm").support == Support(("one",), (), 80)
    kinds = [
        (one.kind, one.level)
        for source, target in (("advice", "calm"), ("visits", "calm"), ("course", "play"), ("play", "goal"))
        if (one := link(shown, source, target).support)
    ]
    assert kinds == [("for", "high"), ("mixed", "middle"), ("against", ""), ("none", "low")]
    assert shown.title == "Talking: evidence for each link"


def test_of_links_drawn_as_one_all_studies_count_and_the_lowest_confidence() -> None:
    closed = draw(loads(TEXT.replace("figure: {open: [work]}\n", "")), evidence=True).view
    assert link(closed, "work", "calm").support == Support(("one", "two"), ("three",), 45)


def test_no_two_kinds_of_evidence_look_alike_and_the_legend_names_those_there_are() -> None:
    kinds = ("evidence_for", "evidence_mixed", "evidence_against", "evidence_none")
    levels = ("confidence_high", "confidence_middle", "confidence_low")
    assert len({look_of_legend(kind) for kind in kinds}) == 4
    assert len({look_of_legend(level).width for level in levels}) == 3
    shown = draw(theory(), evidence=True).picture
    assert [item.kind for item in shown.legend] == [*kinds, *levels, "open_feedback"]
    looks = {(arrow.source, arrow.target): look_of_arrow(arrow) for arrow in shown.arrows}
    assert looks["course", "play"] == look_of_legend("evidence_against")
    assert looks["time", "work"] == look_of_legend("evidence_none")


def test_heads_of_arrows_between_whole_stages_and_back_are_open_as_in_the_legend_where_no_study_is_named() -> None:
    stages = TEXT.replace("figure:", 'stage_links: {"inputs -> activities": {basis: inferred}}\nfigure:')
    for wishes, kinds in (({}, ["feedback", "stage"]), ({"evidence": True}, ["open_feedback", "open_stage"])):
        shown = draw(loads(stages), **wishes).picture
        assert [item.kind for item in shown.legend][-2:] == kinds
        back = next(look_of_arrow(arrow) for arrow in shown.arrows if arrow.feedback)
        between = look_of_stage_arrow(shown.stage_arrows[0])
        assert [back.head, between.head] == [look_of_legend(kind).head for kind in kinds]
        assert between.dash == ("solid" if wishes else "dashed")
    assert "the whole stage leads to: Activities (our reading)" in draw(loads(stages)).outline
    assert (
        "the whole stage leads to: Activities (our reading, no study named)"
        in draw(loads(stages), evidence=True).outline
    )


def test_evidence_stands_in_the_outline_in_words() -> None:
    told = " ".join(draw(theory(), evidence=True).outline.split())
    assert "-> Calm (studies: 1 for, 1 against, confidence 45)" in told
    assert "-> Goal (no study named, confidence 10)" in told


def test_what_is_assumed_of_a_link_stands_on_it_as_a_number_and_in_the_footer_in_words() -> None:
    drawing = draw(theory(), assumptions=True)
    flags = {(flag.source, flag.target): flag.text.text for flag in drawing.picture.flags}
    assert flags == {("voice", "calm"): "2", ("play", "goal"): "1, 3"}
    assert drawing.view.notes[0] == (
        "Assumed, by the numbers on the links: 1 It is safe (refuted); 2 They are heard (supported); "
        "3 It lasts (untested)."
    )
    assert "-> Goal (assumption 1, assumption 3)" in drawing.outline


def test_only_what_is_assumed_of_a_drawn_link_is_told_under_its_number_in_the_whole() -> None:
    shown = view(assumptions=True, chain="calm")
    assert shown.notes[0] == "Assumed, by the numbers on the links: 2 They are heard (supported)."
    assert view(assumptions=True, chain="play").notes[0] == "Nothing is assumed of these links."


@pytest.mark.parametrize("kind", ["svg", "dot", "json", "mmd", "txt", "html"])
def test_flags_stand_in_every_format(kind: str) -> None:
    written = draw(theory(), assumptions=True).to_bytes(kind).decode()
    assert {"svg": 'class="flag"', "dot": "1, 3", "json": '"1, 3"'}.get(kind, "assumption 1, assumption 3") in (
        written.replace("#44;", ",")
    )


def test_a_worksheet_has_as_many_empty_boxes_as_the_model_and_nothing_of_it() -> None:
    shown = view(blank=True)
    assert Counter(box.column for box in shown.boxes) == Counter(
        {"inputs": 2, "activities": 3, "short_term": 2, "long_term": 2}
    )
    assert {box.label for box in shown.boxes} == {""}
    assert (shown.links, shown.groups, shown.stage_links, shown.notes) == ((), (), (), ())
    written = draw(theory(), blank=True).to_bytes("json").decode()
    assert [word for word in ("Voice", "voice", "visits", "Course") if word in written] == []


def test_a_worksheet_has_the_number_of_boxes_that_is_asked_for() -> None:
    shown = draw(load(MODELS / "csof" / "csof.yaml"), blank=True, boxes=4).view
    assert (len(shown.boxes), len(shown.columns), shown.strands) == (24, 6, ())


def test_an_empty_box_is_white_and_has_room_to_write() -> None:
    drawing = draw(load(MODELS / "csof" / "csof.yaml"), blank=True, boxes=5)
    assert min(box.height for box in drawing.picture.boxes) > 55
    boxes = [line for line in drawing.to_bytes("dot").decode().splitlines() if 'class="box ' in line]
    assert len(boxes) == 30
    assert [line for line in boxes if 'fillcolor="#FFFFFF"' not in line] == []
    assert drawing.outline.count("- empty box\n") == 30


def test_a_worksheet_in_welsh_has_welsh_headings() -> None:
    model = load(Path(__file__).parents[1] / "models" / "shapes" / "welsh_reading.yaml")
    told = draw(model, blank=True, boxes=1, language="cy").outline
    assert "MEWNBYNNAU\n- blwch gwag\n" in told


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"chain": "voise"}, 'There is no box "voise" in this model. Did you mean `voice` (Voice)?'),
        ({"highlight": "gaol"}, 'There is no box "gaol" in this model. Did you mean `goal` (Goal)?'),
        (
            {"chain": "zzz"},
            'There is no box "zzz" in this model. `toc show MODEL --boxes` lists the boxes with their ids.',
        ),
        ({"chain": "CALM"}, 'There is no box "CALM" in this model. Did you mean `calm` (Calm)?'),
        ({"chain": "one"}, '"one" is a study of this model, not a box. `toc show MODEL --boxes` lists the boxes'),
        ({"who": "voice"}, '"voice" is a box of this model, not a population. Ask for it as `chain`.'),
        ({"strand": "parents"}, '"parents" is a population of this model, not a strand. Ask for it as `who`.'),
        ({"strand": "talk"}, 'There is no strand "talk" in this model. It has none: leave `strand` out.'),
        ({"who": "childern"}, 'There is no population "childern" in this model. Did you mean `children` (Chil'),
        ({"who": "zzz"}, 'There is no population "zzz" in this model. It has: `parents` (Parents), `children`'),
        ({"chain": 3}, "`chain` must be the id of one box."),
        ({"who": ["parents"]}, "`who` must be the id of one population."),
        ({"evidence": "yes"}, "`evidence` must be True or False."),
        ({"evidence": True, "highlight": "goal"}, "Evidence and a highlighted path are both told by the width"),
        ({"blank": True, "evidence": True}, NOT_ON_A_WORKSHEET),
        (
            {"blank": True, "assumptions": True},
            NOT_ON_A_WORKSHEET,
        ),
        ({"blank": True, "indicators": True}, NOT_ON_A_WORKSHEET),
        ({"blank": True, "factors": True}, NOT_ON_A_WORKSHEET),
        ({"assumptions": 1}, "`assumptions` must be True or False."),
        ({"indicators": 1}, "`indicators` must be True or False."),
        ({"factors": "all"}, "`factors` must be True or False."),
        ({"boxes": 3}, "The number of boxes is for a blank worksheet."),
        ({"blank": True, "boxes": 0}, "A column can have 1 to 30 boxes."),
        ({"blank": True, "boxes": True}, "A column can have 1 to 30 boxes."),
        ({"chain": "voice", "highlight": "play"}, 'The box "play" is not in this figure.'),
        ({"who": "children", "chain": "advice"}, ""),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_line(wishes: dict[str, Any], said: str) -> None:
    if not said:
        assert ids(view(**wishes)) == ["time"]
        return
    with pytest.raises(TocError) as refused:
        view(**wishes)
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


@cache
def model(name: str) -> TheoryOfChange:
    return load(MODELS / name / f"{name}.yaml")


def outcomes(name: str) -> list[str]:
    shown = draw(model(name)).view
    stages = {"short_term", "intermediate", "long_term"}
    return [box.id for box in shown.boxes if box.column in stages]


def wishes_of(name: str) -> list[dict[str, Any]]:
    chains = [{"chain": box} for box in outcomes(name)]
    paths = [{"highlight": box} for box in outcomes(name)[:2]]
    people = [{"who": who} for who in model(name).populations]
    shown: list[dict[str, Any]] = [{"evidence": True}, {"assumptions": True}]
    shown += [{"assumptions": True, "page": "A3 portrait"}, {"indicators": True}, {"factors": True}]
    return [*chains, *paths, *people, *shown, {"blank": True}, {"blank": True, "boxes": 5}]


def flaws(drawing: Drawing) -> dict[str, list[Any]]:
    return {
        fault.__name__: found for fault in (*FAULTS, misplaced_flags) if (found := list(fault(drawing.picture)))
    }


def misplaced_flags(picture: Picture) -> list[str]:
    """Flags that cover a box, words or another flag, or are not on their own arrow."""
    words = [line for frame in picture.frames for line in frame.text]
    boxes = [edges(box) for box in picture.boxes] + [text_edges(line) for line in words]
    arrows = {(arrow.source, arrow.target): arrow for arrow in picture.arrows}
    found = []
    for number, flag in enumerate(picture.flags):
        others = [edges(other) for other in (*picture.flags[:number], *picture.flags[number + 1 :])]
        line = pieces(arrows[flag.source, flag.target].points)
        if any(meets(edges(flag), other) for other in (*boxes, *others)):
            found.append(f"{flag.source} -> {flag.target} covers something")
        if not holds(edges(flag), text_edges(flag.text)) or not passes(line, edges(flag)):
            found.append(f"{flag.source} -> {flag.target} is elsewhere")
    return found


def uncounted(drawing: Drawing) -> Counter[Any]:
    """What of the view is not drawn exactly once."""
    shown, wanted = drawing.picture, drawing.view
    drawn = Counter(
        [box.id for box in shown.boxes] + [frame.id for frame in shown.frames if frame.kind == "group"]
    )
    arrows = Counter((arrow.source, arrow.target) for arrow in (*shown.arrows, *shown.stage_arrows))
    drawn.subtract([*(box.id for box in wanted.boxes), *(group.id for group in wanted.groups)])
    arrows.subtract((link.source, link.target) for link in (*wanted.links, *wanted.stage_links))
    return +Counter({key: abs(count) for key, count in (*drawn.items(), *arrows.items())})


@pytest.mark.parametrize("name", ["csof", "family_ties", "parental_imprisonment"])
def test_every_view_of_a_model_is_tidy_and_holds_everything_once(name: str) -> None:
    faults = {}
    for wishes in wishes_of(name):
        drawing = draw(model(name), **wishes)
        if found := (flaws(drawing) or dict(uncounted(drawing))):
            faults[str(wishes)] = found
    assert faults == {}


def test_a_worksheet_in_small_words_is_told_of_fewer_boxes() -> None:
    many = load(MODELS / "csof" / "csof.yaml")
    fewer = "With --boxes 5 there are five boxes in each column."
    assert draw(many, blank=True).advice.endswith(fewer)
    assert fewer not in draw(many, blank=True, boxes=5).advice
    assert fewer not in draw(many, page="A5").advice
