"""Views of every shape can be laid out, and what cannot is refused in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagram.quality import arrows_over_words, arrows_through_boxes, off_page, overflows, overlaps
from diagram.views_made import csof_like, made_view
from toc.diagram.layout import lay_out
from toc.diagram.picture import Picture
from toc.diagram.view import Badge, Column, StageLink, Strand, View, ViewBox, ViewGroup, ViewLink
from toc.errors import TocError

COLUMNS = (Column("activities", "Activities"), Column("short_term", "Short-term outcomes"))
ONE, OTHER = Strand("one", "One strand"), Strand("other", "Another strand")


def box(
    name: str, column: str = "activities", *strands: str, label: str = "", group: str | None = None
) -> ViewBox:
    return ViewBox(name, label or f"Box {name}", column, strands, group)


def pair(**changes: object) -> View:
    view = View("Two boxes", COLUMNS, (box("a"), box("b", "short_term")), (ViewLink("a", "b"),))
    return replace(view, **changes)


COLUMN_OF_FIVE = tuple(box(name) for name in "abcde")
SHAPES = {
    "two boxes": pair(),
    "no links": pair(links=()),
    "one column": pair(columns=COLUMNS[:1], boxes=COLUMN_OF_FIVE, links=()),
    "one column with links": pair(
        columns=COLUMNS[:1],
        boxes=COLUMN_OF_FIVE,
        links=(ViewLink("a", "b"), ViewLink("a", "e"), ViewLink("d", "b", feedback=True), ViewLink("c", "d")),
    ),
    "empty columns": pair(columns=(Column("inputs", "Inputs"), *COLUMNS, Column("long_term", "Long-term"))),
    "an empty column between": pair(
        columns=(COLUMNS[0], Column("outputs", "Outputs"), COLUMNS[1]), links=(ViewLink("a", "b"),)
    ),
    "a long word": pair(boxes=(box("a", label="Donaudampfschifffahrtsgesellschaft" * 4), box("b", "short_term"))),
    "a long label": pair(boxes=(box("a", label="improved parenting " * 16), box("b", "short_term"))),
    "slashes": pair(
        boxes=(box("a", label="Housing/rehousing/household/furniture/benefits"), box("b", "short_term"))
    ),
    "wide signs": pair(boxes=(box("a", label="家族への支援" * 5), box("b", "short_term"))),
    "an empty label": pair(boxes=(replace(box("a"), label=""), box("b", "short_term"))),
    "a loop of two": pair(links=(ViewLink("a", "b"), ViewLink("b", "a", feedback=True))),
    "a link to itself": pair(links=(ViewLink("a", "a", feedback=True),)),
    "several strands": pair(
        strands=(ONE, OTHER),
        boxes=(
            box("a", "activities", "one"),
            box("b", "short_term", "one"),
            box("c", "activities", "other"),
            box("d", "short_term", "other"),
            box("e", "short_term", "one", "other"),
            box("f", "activities", "one"),
            box("g", "activities"),
        ),
        links=(ViewLink("a", "e"), ViewLink("c", "e"), ViewLink("g", "b"), ViewLink("c", "b", negative=True)),
    ),
    "groups": pair(
        groups=(
            ViewGroup("g", "A whole with a rather long title that wraps", "activities"),
            ViewGroup("h", "", "short_term"),
        ),
        boxes=(box("a", group="g"), box("b", "short_term", group="h"), box("c"), box("d", group="g")),
        links=(ViewLink("g", "h"), ViewLink("g", "b"), ViewLink("c", "g"), ViewLink("g", "a"), ViewLink("a", "d")),
    ),
    "a group without parts": pair(
        groups=(ViewGroup("g", "Nothing in it", "activities"),), links=(ViewLink("g", "b"), ViewLink("a", "g"))
    ),
    "a group with many arrows": pair(
        groups=(ViewGroup("g", "Whole", "activities"),),
        boxes=(box("a", group="g"), *(box(f"b{place}", "short_term") for place in range(12))),
        links=tuple(ViewLink("g", f"b{place}") for place in range(12)),
    ),
    "a busy box": pair(
        boxes=(box("a"), *(box(f"b{place}", "short_term") for place in range(20))),
        links=tuple(ViewLink("a", f"b{place}") for place in range(20)),
    ),
    "stage arrows": pair(
        columns=(Column("inputs", "Inputs"), *COLUMNS),
        stage_links=(
            StageLink("inputs", "activities"),
            StageLink("inputs", "short_term"),
            StageLink("activities", "short_term", "generic"),
            StageLink("short_term", "activities"),
        ),
    ),
    "long words around": pair(
        title="A title that is much too long for one line of the page " * 4,
        subtitle="And a subtitle that goes on for quite some time as well " * 5,
        notes=("A note that goes on and on. " * 20, "Another."),
        columns=(
            Column("activities", "Activities and everything else that is done"),
            Column("short_term", "x" * 60),
        ),
        strands=(Strand("one", "A strand with a very long name that does not fit over a single column " * 2),),
        boxes=(box("a", "activities", "one"), box("b", "short_term", "one")),
    ),
    "badges": pair(
        boxes=(
            replace(
                box("a"),
                badge=Badge("▲ 73% improved, n=86, which is more than was hoped for", "good", "few people"),
            ),
            replace(box("b", "short_term"), badge=Badge("○ no scores", "none")),
        )
    ),
}


def faults(picture: Picture) -> dict[str, list[object]]:
    checks = (overlaps, arrows_through_boxes, arrows_over_words, overflows, off_page)
    return {check.__name__: found for check in checks if (found := list(check(picture)))}


@pytest.mark.parametrize("name", SHAPES)
def test_any_shape_of_view_is_drawn_without_fault(name: str) -> None:
    picture = lay_out(SHAPES[name])
    assert faults(picture) == {}
    assert len(picture.boxes) == len(SHAPES[name].boxes)
    assert len(picture.arrows) == len(SHAPES[name].links)


def test_shared_boxes_stand_outside_the_lanes() -> None:
    picture = lay_out(SHAPES["several strands"])
    lanes = {frame.id: (frame.y - frame.height / 2, frame.y + frame.height / 2) for frame in picture.frames}
    for one in picture.boxes:
        inside = [lane for lane, (top, bottom) in lanes.items() if top < one.y < bottom]
        assert inside == (list(one.strands) if len(one.strands) == 1 else [])


def test_arrows_take_the_tone_of_the_only_strand_at_an_end() -> None:
    picture = lay_out(SHAPES["several strands"])
    tones = {(arrow.source, arrow.target): arrow.tone for arrow in picture.arrows}
    assert tones == {
        ("a", "e"): "strand-0",
        ("c", "b"): "strand-1",
        ("c", "e"): "strand-1",
        ("g", "b"): "strand-0",
    }


def test_lanes_run_from_the_activities_to_the_intermediate_outcomes() -> None:
    picture = lay_out(csof_like())
    headers = {header.stage: header for header in picture.headers}
    lanes = [frame for frame in picture.frames if frame.kind == "lane"]
    assert [lane.id for lane in lanes] == ["family_support", "local_procedures", "awareness_raising"]
    for lane in lanes:
        assert lane.x - lane.width / 2 < headers["activities"].x - headers["activities"].width / 2
        assert lane.x - lane.width / 2 > headers["participants"].x
        assert lane.x + lane.width / 2 > headers["intermediate"].x
        assert lane.x + lane.width / 2 < headers["long_term"].x


def test_a_group_is_not_titled_twice_where_its_lane_has_the_same_name() -> None:
    titles = {frame.id: [line.text for line in frame.text] for frame in lay_out(csof_like()).frames}
    assert titles["local_procedures_work"] == []
    assert titles["family_work"] == ["Direct work with families"]


@pytest.mark.parametrize(
    ("shared", "words"),
    [
        pytest.param((box("c", "short_term", "one"),), [], id="no box is grey"),
        pytest.param((box("c", "short_term"),), ["All strands"], id="a box of none"),
        pytest.param((box("c", "short_term", "one", "other"),), ["More than one strand"], id="a box of two"),
        pytest.param(
            (box("c", "short_term"), box("d", "short_term", "one", "other")),
            ["Several or all strands"],
            id="one of none and one of two",
        ),
    ],
)
def test_the_legend_says_of_grey_boxes_whether_they_have_several_strands_or_none(
    shared: tuple[ViewBox, ...], words: list[str]
) -> None:
    own = (box("a", "activities", "one"), box("b", "activities", "other"))
    legend = lay_out(pair(strands=(ONE, OTHER), boxes=(*own, *shared), links=())).legend
    assert [item.text.text for item in legend] == ["One strand", "Another strand", *words]


def test_the_legend_names_only_what_occurs() -> None:
    assert [item.text.text for item in lay_out(pair()).legend] == []
    words = [item.text.text for item in lay_out(SHAPES["several strands"]).legend]
    assert words == ["One strand", "Another strand", "Several or all strands", "works against"]
    kinds = {item.kind for item in lay_out(csof_like()).legend}
    assert kinds == {"tone", "stated", "generic", "inferred", "feedback", "stage"}


def test_the_legend_explains_dashed_boxes_where_a_stage_is_inferred() -> None:
    view = pair(boxes=(replace(box("a"), stage_inferred=True), box("b", "short_term")))
    assert [(item.kind, item.text.text) for item in lay_out(view).legend] == [
        ("inferred_stage", "stage is our reading")
    ]


def test_words_do_not_grow_until_one_must_be_cut() -> None:
    stages = tuple(Column(f"c{place}", "Participants") for place in range(7))
    boxes = tuple(box(f"b{place}", f"c{place}", label="Disproportionately") for place in range(7))
    picture = lay_out(pair(columns=stages, boxes=boxes, links=()))
    assert {one.lines for one in picture.boxes} == {("Disproportionately",)}
    assert [[line.text for line in header.text] for header in picture.headers] == [["Participants"]] * 7


def test_small_words_are_said_and_the_larger_page_proposed() -> None:
    crowded = made_view(20)
    assert "Choose --page A3, or" in lay_out(crowded, "A4").advice
    assert lay_out(pair()).advice == ""


def test_signs_that_the_font_lacks_are_said() -> None:
    assert lay_out(SHAPES["wide signs"]).advice == (
        "The letters of these scripts are not in the font that comes with toc: Hiragana, Han. An SVG or HTML is "
        "shown with the fonts of its reader; for a PDF or PNG install one that has them, such as Noto, or they "
        "may be empty boxes."
    )
    assert lay_out(pair(boxes=(box("a", label="\U0001f389 party"),), links=())).advice == (
        "The font of the figure has no sign for \U0001f389."
    )


def test_a_view_too_large_for_its_page_names_the_page_that_holds_it() -> None:
    boxes = tuple(box(f"b{place:02}") for place in range(80))
    with pytest.raises(TocError, match=r"does not fit on A4 even with words of 4 points. It fits on A3.$"):
        lay_out(pair(boxes=boxes, links=()))
    with pytest.raises(TocError, match=r"does not fit on 16:9 even with words of 4 points. It fits on A3.$"):
        lay_out(pair(boxes=boxes, links=()), "16:9")
    with pytest.raises(TocError, match=r"does not fit on A0 .* Show a part of it"):
        lay_out(pair(boxes=tuple(box(f"b{place:03}") for place in range(600)), links=()), "A0")


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (pair(boxes=()), "nothing to draw"),
        (pair(links=(ViewLink("a", "missing"),)), 'names "missing"'),
        (pair(stage_links=(StageLink("activities", "impact"),)), 'names "impact"'),
        (pair(boxes=(box("a", "nowhere"),), links=()), '"nowhere"'),
    ],
)
def test_a_view_that_contradicts_itself_is_refused(view: View, words: str) -> None:
    with pytest.raises(TocError, match=words):
        lay_out(view)


def test_an_unknown_page_is_refused_with_the_choices() -> None:
    with pytest.raises(TocError, match=r'"A6" is not a page .* Choose one of A5, A4, A3, A2, A1, A0, '):
        lay_out(pair(), "A6")


@pytest.mark.parametrize(
    ("name", "millimetres"),
    [
        ("A5", (210, 148)),
        ("A4", (297, 210)),
        ("A3", (420, 297)),
        ("A2", (594, 420)),
        ("A1", (841, 594)),
        ("A0", (1189, 841)),
    ],
)
def test_a_page_has_the_size_of_iso_216_on_its_side(name: str, millimetres: tuple[int, int]) -> None:
    page = lay_out(pair(), name).page
    assert (round(page.width / 72 * 25.4), round(page.height / 72 * 25.4)) == millimetres


def test_a_chain_of_single_boxes_is_drawn_straight() -> None:
    columns = tuple(Column(stage, stage) for stage in ("activities", "outputs", "short_term", "long_term"))
    boxes = tuple(
        box(f"b{place}", column.id, label="word " * (9 * place + 1)) for place, column in enumerate(columns)
    )
    links = tuple(ViewLink(f"b{place}", f"b{place + 1}") for place in range(3))
    picture = lay_out(pair(columns=columns, boxes=(*boxes, box("c", "outputs"), box("d", "outputs")), links=links))
    assert [round(y - arrow.points[0][1], 2) for arrow in picture.arrows for _, y in arrow.points] == [0.0] * 12
