"""Every kind of file holds each box, opened whole, column and arrow of a view once, whatever its label is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagram.test_writers_labels import HARD
from diagram.written_figures import EMPTY, READERS, drawn_of, joined, lines_of, pdf_arrows, pdf_words
from toc.diagram import View, figure_bytes, lay_out
from toc.diagram.text_widths import missing_glyphs
from toc.diagram.view import Column, StageLink, Strand, ViewBox, ViewGroup, ViewLink

STAGES = ("inputs", "activities", "short_term")
STRANDS = (Strand("home", "Home", 0), Strand("school", "School", 1))
HARDER = (*HARD, "#quot;", "#35;", '"]', "-> no arrow (our reading)", "- [shared]", "[all its parts]", "a" * 400)
LABELS = st.sampled_from(HARDER) | st.text(max_size=60) | st.text("&<>\"'\\;#lN[]()-> é", max_size=30)
PLAIN = st.text("abcXYZ &<>\"'\\;#()[]{}/%éŵß°", min_size=1, max_size=40)


@st.composite
def views(draw: st.DrawFn, labels: st.SearchStrategy[str] = LABELS) -> View:
    """Two to eight boxes in three columns with one strand at least, an opened whole, and any links."""
    count = draw(st.integers(2, 8))
    group = ViewGroup("whole", draw(labels), "activities", ("home",))
    boxes = [ViewBox("part", draw(labels), "activities", ("home",), "whole")]
    for number in range(count):
        strands: Any = draw(st.sampled_from([("home",), ("school",), ()]))
        boxes.append(ViewBox(f"b{number}", draw(labels), draw(st.sampled_from(STAGES)), strands))
    ends = [*(box.id for box in boxes), "whole"]
    pairs = [(one, other) for one in ends for other in ends if one != other and {one, other} != {"part", "whole"}]
    links = tuple(
        ViewLink(*pair, draw(st.sampled_from(["stated", "inferred", "generic"])))  # type: ignore[arg-type]
        for pair in draw(st.lists(st.sampled_from(pairs), max_size=8, unique=True))
    )
    used = {box.column for box in boxes}
    headings = labels.map(lambda label: label[:40]).filter(lambda label: joined(label) != EMPTY)
    columns = tuple(Column(stage, draw(headings)) for stage in STAGES if stage in used)
    stages = (StageLink("inputs", "activities", "generic"),) if "inputs" in used else ()
    return View("Any labels", columns, tuple(boxes), links, STRANDS, (group,), stages)


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(view=views())
def test_every_box_whole_column_and_arrow_stands_once_in_the_file(form: str, view: View) -> None:
    picture = lay_out(view, "A1")
    written = figure_bytes(picture, form) if form != "png" else b""
    assert READERS[form](written, picture) == drawn_of(picture)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(view=views(PLAIN))
def test_every_word_and_arrow_stands_once_in_the_pdf(view: View) -> None:
    picture = lay_out(view, "A1")
    assert missing_glyphs("".join(lines_of(picture))) == ()
    written = figure_bytes(picture, "pdf")
    assert pdf_words(written) == "".join(joined(line) for line in lines_of(picture) if line)
    assert pdf_arrows(written, picture) == drawn_of(picture).arrows


@settings(max_examples=25, deadline=None)
@given(view=views())
def test_a_picture_holds_every_box_whole_column_and_arrow_of_its_view_once(view: View) -> None:
    drawn = drawn_of(lay_out(view, "A1"))
    labels = {one.id: joined(one.label) for one in (*view.boxes, *view.groups)}
    pairs = [(labels[link.source], labels[link.target]) for link in view.links]
    assert sorted(drawn.boxes.elements()) == sorted(joined(box.label) for box in view.boxes)
    assert sorted(drawn.wholes.elements()) == sorted(joined(group.label) for group in view.groups)
    assert sorted(drawn.columns.elements()) == sorted(joined(one.label).upper() for one in view.columns)
    assert drawn.arrows.total() == len(pairs) + len(view.stage_links)
    assert [pair for pair in pairs if pair not in drawn.arrows] == []
