"""Drawings of many pages: their files, what is said of the size of words, and what cannot be split."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html import escape, unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdf
import pytest

from diagram.quality import arrows_through_boxes, off_page, overflows, overlaps
from diagram.theories_drawn import made_theory
from toc.diagram.figure_words import figure_words
from toc.diagram.html_pages import write_html_pages
from toc.diagram.layout import lay_out
from toc.diagram.live_figure import write_live
from toc.diagram.page_links import page_links
from toc.diagram.split_layout import split_views
from toc.diagram.text_widths import text_width
from toc.errors import TocError
from toc.loading import load, loads
from toc.model import TheoryOfChange
from toc.reports import Drawing, draw
from toc.scoring import score

MODELS = Path(__file__).parents[2] / "models"


@cache
def csof() -> TheoryOfChange:
    return load(MODELS / "csof" / "csof.yaml")


@cache
def by_strand() -> Drawing:
    return draw(csof(), split="strand")


def subtitles(drawing: Drawing) -> list[str]:
    return [picture.subtitle for picture in drawing.pictures]


def sizes(drawing: Drawing) -> list[float]:
    return [picture.font_size for picture in drawing.pictures]


def test_by_strand_there_is_an_overview_then_a_page_for_each_strand_and_for_the_parts_of_named_boxes() -> None:
    assert subtitles(by_strand()) == [
        "Page 1 of 6: overview",
        "Page 2 of 6: Family support",
        "Page 3 of 6: Local procedures and practice",
        "Page 4 of 6: Awareness raising",
        "Page 5 of 6: Staff time, Service/CAF co-ordination and 4 more, part by part",
        "Page 6 of 6: Resources and leaflets, Improved life chances of offenders' children, part by part",
    ]
    assert {picture.title for picture in by_strand().pictures} == {"Community Support for Offenders' Families"}
    assert min(sizes(by_strand())) >= 8.0


def test_a_pdf_holds_all_pages_in_their_exact_size_with_a_list_of_contents_and_the_date_of_the_model() -> None:
    written = by_strand().to_bytes("pdf")
    pages = pypdf.PdfReader(BytesIO(written))
    assert [tuple(map(float, page.mediabox)) for page in pages.pages] == [(0.0, 0.0, 841.89, 595.28)] * 6
    assert [entry["/Title"] for entry in pages.outline] == subtitles(by_strand())
    words = zip(pages.pages, subtitles(by_strand()), strict=True)
    assert all(subtitle in page.extract_text() for page, subtitle in words)
    assert pages.metadata is not None
    assert (pages.metadata["/CreationDate"], pages.metadata["/Title"]) == (
        "D:20140301000000Z",
        "Community Support for Offenders' Families",
    )
    assert draw(csof(), split="strand").to_bytes("pdf") == written


@pytest.mark.parametrize("kind", ["svg", "png", "dot", "json", "mmd"])
def test_other_kinds_are_a_file_for_each_page(kind: str, tmp_path: Path) -> None:
    first = by_strand().save(tmp_path / f"figure.{kind}")
    names = [f"figure-{number}.{kind}" for number in range(1, 7)]
    assert first == tmp_path / names[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert (tmp_path / names[2]).read_bytes() == by_strand().to_bytes(kind, number=3)


def test_ten_files_and_more_stand_in_their_order() -> None:
    drawing = draw(load(MODELS / "family_ties" / "family_ties.yaml"), split="detail")
    names = [path.name for path in drawing.files("figure.svg")]
    assert names == sorted(names)
    assert (len(names), names[0], names[-1]) == (11, "figure-01.svg", "figure-11.svg")


def test_one_page_keeps_its_name() -> None:
    assert draw(csof()).files("figure.svg") == (Path("figure.svg"),)
    assert by_strand().files("figure.pdf") == (Path("figure.pdf"),)


def test_the_html_page_has_a_list_of_contents_with_a_link_to_each_figure() -> None:
    page = by_strand().to_bytes("html").decode()
    links = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a></li>', page)
    ids = re.findall(r' id="([^"]+)"', page)
    assert [unescape(told) for _, told in links] == subtitles(by_strand())
    assert [ids.count(target) for target, _ in links] == [1] * 6
    assert len(ids) == len(set(ids))
    assert page.count("<figure>") == 6
    assert "<script" not in page


def named_pages(drawing: Drawing) -> list[Counter[int]]:
    """How often each page names each of the others, at its boxes and opened wholes."""
    told = []
    for view in drawing.views:
        words = [aside for box in view.boxes for aside in box.asides if aside.startswith("see")]
        words += [group.label.rpartition("(see")[2] for group in view.groups if "(see" in group.label]
        runs = [run for text in words for run in re.findall(r"(\d+)(?:–(\d+))?", text)]
        told.append(Counter(page for first, last in runs for page in range(int(first), int(last or first) + 1)))
    return told


@pytest.mark.parametrize("way", ["strand", "outcome"])
def test_in_a_pdf_the_words_that_name_a_page_lead_to_it(way: str) -> None:
    drawing = draw(csof(), split=way)
    pages = pypdf.PdfReader(BytesIO(drawing.to_bytes("pdf"))).pages
    numbers = {page.indirect_reference: number for number, page in enumerate(pages, 1)}
    found = []
    for page in pages:
        links = [one.get_object() for one in page["/Annots"]]
        found.append(Counter(numbers[one["/A"]["/D"][0]] for one in links))
    assert found == named_pages(drawing)


def test_a_link_of_a_pdf_lies_over_its_words_and_nothing_else() -> None:
    page = pypdf.PdfReader(BytesIO(by_strand().to_bytes("pdf"))).pages[1]
    box = next(box for box in by_strand().pictures[1].boxes if box.asides == ("see page 4",))
    line = box.text[-1]
    base, half = 595.28 - line.y, line.width / 2
    around = (line.x - half, base - 0.3 * line.size, line.x + half, base + 0.85 * line.size)
    rects = [tuple(map(float, one.get_object()["/Rect"])) for one in page["/Annots"]]
    assert [rect for rect in rects if rect == pytest.approx(around, abs=0.02)] != []


def test_the_pages_within_a_run_share_its_dash() -> None:
    shown = draw(csof(), split="outcome").pictures[0]
    box = next(box for box in shown.boxes if box.asides == ("see pages 2–5",))
    line = box.text[-1]
    ends = [text_width(line.text[:at], line.size, bold=line.bold) for at in (11, 12, 13)]
    middle = (ends[0] + ends[1]) / 2
    edges = [line.x - line.width / 2 + end for end in (0.0, ends[0], middle, ends[1], ends[2])]
    size = (line.y - 0.85 * line.size, 1.15 * line.size)
    parts = [(one.number, one.left, one.width) for one in page_links(shown) if (one.top, one.height) == size]
    expected = [
        (page, left, right - left) for page, left, right in zip(range(2, 6), edges, edges[1:], strict=False)
    ]
    assert [part for part in parts if abs(part[1] - line.x) <= line.width / 2 + 0.01] == [
        pytest.approx(one) for one in expected
    ]


def test_a_run_that_is_broken_after_its_dash_leads_to_all_its_pages() -> None:
    view = draw(csof(), split="outcome").pictures[0]
    box = next(box for box in view.boxes if box.asides == ("see pages 2–5",))
    line = box.text[-1]
    lines = (replace(line, text="see pages 2–"), replace(line, text="5", y=line.y + 10))
    broken = replace(view, boxes=(replace(box, text=lines),), references=((box.id, (2, 3, 4, 5)),), frames=())
    assert [link.number for link in page_links(broken)] == [5, 2, 3, 4]


@pytest.mark.parametrize("way", ["strand", "outcome"])
def test_in_the_html_page_the_words_that_name_a_page_lead_to_it_in_the_drawing_and_in_the_list(way: str) -> None:
    drawing = draw(csof(), split=way)
    page = drawing.to_bytes("html").decode()
    sections = re.findall(r"<section .*?</section>", page, re.DOTALL)
    drawn = [
        Counter(map(int, re.findall(r'<a href="#page-(\d)" aria-label="see page \1"><rect', one)))
        for one in sections
    ]
    listed = [Counter(map(int, re.findall(r'<a href="#page-(\d)">\1</a>', one))) for one in sections]
    assert (drawn, listed) == (named_pages(drawing), named_pages(drawing))


def test_pages_without_drawings_speak_of_no_arrows_and_link_only_their_words() -> None:
    pictures = [replace(one, notes=(figure_words("en")["reading"],)) for one in by_strand().pictures]
    page = write_html_pages(pictures, [None] * len(pictures))
    assert (page.count("rrows"), page.count("<rect")) == (0, 0)
    assert page.count(escape(figure_words("en")["reading_in_words"])) == len(pictures)


def test_boxes_called_title_and_desc_have_ids_of_their_own_on_every_page() -> None:
    text = """\
toc: 1
id: h
title: T
strands: {s1: {label: One}, s2: {label: Two}}
activities:
  title: {label: A, strand: s1, leads_to: [desc]}
  other: {label: B, strand: s2, leads_to: [desc]}
outcomes:
  short_term:
    desc: {label: C}
"""
    drawing = draw(loads(text), split="strand")
    bundle = drawing._repr_mimebundle_()
    for shown in (drawing.to_bytes("html").decode(), bundle["image/svg+xml"], bundle["text/html"]):
        ids = re.findall(r' id="([^"]+)"', shown)
        assert [one for one, count in Counter(ids).items() if count > 1] == []


def test_a_page_of_its_own_has_no_link_to_what_is_another_file() -> None:
    for kind in ("svg", "html"):
        assert "<a " not in by_strand().to_bytes(kind, number=2).decode()


def test_a_list_of_pages_leads_to_each() -> None:
    drawing = draw(made_theory(5, 120, strands=24, parts=0.0, across=0.0), split="strand", page="150x105 mm")
    page = re.search(r"<section .*?</section>", drawing.to_bytes("html").decode(), re.DOTALL)
    assert page is not None
    numbers = sorted(map(int, re.findall(r'<a href="#page-(\d+)" aria-label="see page \1"><rect', page[0])))
    listed = sorted(map(int, re.findall(r'<a href="#page-(\d+)">\1 [^<]+</a>', page[0])))
    assert numbers == listed == list(range(2, 1 + len(drawing.pictures)))


def test_a_notebook_shows_all_pages_one_under_another() -> None:
    bundle = by_strand()._repr_mimebundle_()
    root = ET.fromstring(bundle["image/svg+xml"])  # noqa: S314 - our own
    pages = [(page.get("y"), page.get("height")) for page in root]
    assert pages == [(f"{number * 607.28:g}", "595.28pt") for number in range(6)]
    assert bundle["text/html"].count('class="toc-figure"') == 6
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_a_box_that_is_alone_on_the_map_tells_what_is_known_of_it_in_a_notebook() -> None:
    drawing = draw(csof(), split="strand", page="A5")
    live = write_live(drawing.picture, "<svg/>", drawing.details)
    told = re.findall(r"<li>(Ability to express feelings|Views voiced and acted on)</li>", live)
    assert told == ["Ability to express feelings", "Views voiced and acted on"]


def test_the_outline_tells_every_page() -> None:
    told = " ".join(by_strand().outline.split())
    assert [subtitle for subtitle in subtitles(by_strand()) if subtitle not in told] == []


def test_nothing_is_split_unasked_and_auto_splits_only_what_cannot_be_read() -> None:
    assert len(draw(csof(), page="A5").pictures) == 1
    assert len(draw(csof(), split="auto").pictures) == 1
    assert subtitles(draw(csof(), split="auto", page="A5")) == subtitles(by_strand())


def test_120_boxes_in_four_strands_are_split_into_pages_that_can_be_read() -> None:
    pages = draw(made_theory(1, 120, strands=4), split="strand", page="A3")
    count = len(pages.pictures)
    assert subtitles(pages)[1:5] == [f"Page {number} of {count}: Strand s{number - 2}" for number in range(2, 6)]
    assert min(sizes(pages)) >= 8.0


def test_what_is_proposed_has_the_sizes_that_are_promised() -> None:
    drawing = draw(csof(), page="A5")
    told = re.fullmatch(
        r"The words are (\S+) points high on A5, which is small to read\. "
        r"Choose --page (\S+) \((\S+) points\), or --split (\S+) \((\d+) pages, (\S+) points and more\)\.",
        drawing.advice,
    )
    assert told is not None
    small, larger, size, way, count, least = told.groups()
    assert small == f"{drawing.picture.font_size:.1f}"
    assert size == f"{draw(csof(), page=larger).picture.font_size:.1f}"
    split = draw(csof(), page="A5", split=way)
    assert (count, least) == (str(len(split.pictures)), f"{min(sizes(split)):.1f}")
    assert min(sizes(split)) > drawing.picture.font_size


def test_what_does_not_fit_on_one_page_is_refused_with_the_page_and_the_split_that_fit() -> None:
    page = "170x120 mm"
    with pytest.raises(TocError) as refused:
        draw(csof(), page=page).pictures  # noqa: B018
    assert refused.value.message == f"The figure does not fit on {page} even with words of 4 points."
    split = draw(csof(), page=page, split="strand")
    least = f"{min(sizes(split)):.1f}"
    assert refused.value.hint == f"It fits on A5. Choose --split strand (6 pages, {least} points and more)."


def test_a_page_of_many_that_does_not_fit_is_named_with_the_paper_that_fits() -> None:
    with pytest.raises(TocError) as refused:
        draw(csof(), page="150x105 mm", split="strand").pictures  # noqa: B018
    assert str(refused.value) == (
        "Page 2 of 6: The figure does not fit on 150x105 mm even with words of 4 points. All pages fit on A5."
    )


def test_where_no_split_fits_the_paper_for_one_is_named_if_it_is_smaller_than_that_of_the_whole() -> None:
    theory = made_theory(3, 90, strands=6)
    with pytest.raises(TocError) as refused:
        draw(theory, page="150x105 mm", split="auto").pictures  # noqa: B018
    assert refused.value.hint == "It fits on A3. Split by strand it fits on A5."
    assert len(draw(theory, page="A5", split="auto").pictures) > 1
    with pytest.raises(TocError) as refused:
        draw(csof(), page="100x100 mm").pictures  # noqa: B018
    assert refused.value.hint == "It fits on A5."


def test_the_overview_of_a_split_that_fits_nowhere_else_is_a_list_of_its_pages() -> None:
    drawing = draw(made_theory(5, 120, strands=24, parts=0.0, across=0.0), split="strand", page="150x105 mm")
    shown = drawing.views[0]
    assert [box.label for box in shown.boxes][:2] == ["2 Strand s0", "3 Strand s2"]
    assert len(drawing.pictures) == 1 + len(shown.boxes)


@pytest.mark.parametrize(("boxes", "strands", "sizes_of_map"), [(50, 4, (5.0, 6.0)), (30, 3, (6.0, 7.0))])
def test_a_map_whose_words_would_be_below_six_points_comes_without_arrows(
    boxes: int, strands: int, sizes_of_map: tuple[float, float]
) -> None:
    drawing = draw(made_theory(3, boxes, strands=strands), split="strand", page="A5")
    split = drawing.splits("strand") if drawing.splits else None
    assert split is not None
    with_arrows, plain = split.overviews[-1], split.spares[0]
    least, most = sizes_of_map
    assert (least <= lay_out(with_arrows, "A5").font_size < most, with_arrows.links != ()) == (True, True)
    is_plain = most <= 6.0
    assert (drawing.views[0].links == (), drawing.views[0] == plain) == (is_plain, is_plain)


def test_a_split_by_whole_leaves_nothing_at_the_boxes_of_its_overview_only_where_it_would_not_fit() -> None:
    splits = draw(csof(), split="detail", indicators=True, factors=True).splits
    split = splits("detail") if splits else None
    assert split is not None
    wide, narrow = (split_views(split, page)[0] for page in ("A4", "150x105 mm"))
    assert (wide, narrow) == (split.overviews[0], split.spares[0])
    assert "Not shown on this page: indicators, factors." in narrow.notes
    assert narrow.factors == ()


def test_the_page_that_is_small_is_named_with_the_paper_that_helps() -> None:
    pages = draw(csof(), split="outcome")
    small = sizes(pages).index(min(sizes(pages))) + 1
    larger = f"{min(sizes(draw(csof(), split='outcome', page='A3'))):.1f}"
    assert pages.advice == (
        f"On page {small} of 5 the words are {min(sizes(pages)):.1f} points high, which is small to read. "
        f"Choose --page A3 ({larger} points)."
    )


@pytest.mark.parametrize(
    ("wishes", "message", "hint"),
    [
        ({"split": "strnd"}, 'A figure cannot be split by "strnd".', "Did you mean `strand`?"),
        ({"split": "strand", "blank": True}, "A worksheet and a highlighted path are", "Leave `split` out."),
        ({"split": "auto", "highlight": "life_chances"}, "A worksheet and a highlighted path are", "Leave"),
        ({"split": "strand", "strand": "family_support"}, "One strand cannot be split", "Split it by outcome"),
        ({"split": 3}, '`split` must be "strand", "outcome", "detail" or "auto".', "Leave it out for one page."),
    ],
)
def test_a_split_that_cannot_be_made_is_refused(wishes: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(TocError) as refused:
        draw(csof(), **wishes)
    assert refused.value.message.startswith(message)
    assert refused.value.hint.startswith(hint)


def test_a_theory_with_nothing_to_split_by_is_told_what_it_can_be_split_by() -> None:
    theory = load(MODELS / "parental_imprisonment" / "parental_imprisonment.yaml")
    with pytest.raises(TocError) as refused:
        draw(theory, split="strand")
    assert str(refused.value) == (
        "This figure cannot be split by strand: it has fewer than two strands. It can be split by outcome."
    )


@pytest.mark.parametrize("number", [0, 7, True, "2"])
def test_a_page_that_there_is_not_is_refused(number: Any) -> None:
    with pytest.raises(TocError, match=r"has no page .*\. It has pages 1 to 6\.$"):
        by_strand().to_bytes("svg", number=number)


def test_one_svg_cannot_hold_many_pages() -> None:
    with pytest.raises(TocError, match=r"^One \.svg cannot hold the 6 pages of this figure\."):
        by_strand().to_bytes("svg")


def test_scores_stand_on_every_page_that_shows_their_outcome() -> None:

    scores = score(csof(), MODELS / "csof" / "data" / "table4.csv")
    whole = {box.id: box.badge for box in draw(csof(), scores=scores).picture.boxes if box.badge}
    pages = draw(csof(), scores=scores, split="strand").pictures
    shown = {box.id: box.badge for picture in pages for box in picture.boxes if box.id in whole}
    assert shown == whole


@pytest.mark.parametrize("way", ["strand", "outcome", "detail"])
def test_every_page_is_tidy(way: str) -> None:
    for picture in draw(csof(), split=way).pictures:
        faults = [find(picture) for find in (overlaps, arrows_through_boxes, overflows, off_page)]
        assert (picture.subtitle, faults) == (picture.subtitle, [[], [], [], []])
