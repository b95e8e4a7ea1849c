"""A figure in Welsh holds no word of English, and words that are read from right to left are set so."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from string import Formatter
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from models.shapes.loaded import SVG, drawing
from toc.diagram import lay_out
from toc.diagram.figure_words import WORDS, figure_words
from toc.diagram.splits import SplitKind
from toc.loading import loads
from toc.model import COLUMN_LABELS, FACTOR_ROLES, STAGES, TheoryOfChange
from toc.model import fingerprint as fingerprint_of
from toc.reports import Drawing, draw
from toc.scoring import for_publication, score

EVERYTHING = """\
toc: 1
id: popeth
title: {en: All of it, cy: Y cyfan}
version: "2"
language: cy
sources: {r: {title: Adroddiad, publisher: Elusen, year: 2015}}
populations: {plant: {label: Plant}}
assumptions: {b: {label: Bydd, status: mixed}}
studies: {a: {label: Astudiaeth}}
strands: {un: {label: Un}, dau: {label: Dau}}
scales: {pump: {lowest: 1, highest: 5, better: {value: higher, basis: inferred}}}
indicators:
  hwyl: {label: Hwyl, measures: [hapus], scale: pump}
  llais: {label: Llais, measures: [siarad], scale: pump}
inputs: {amser: {label: Amser, leads_to: {gwaith: {basis: inferred}}}}
participants: {pawb: {label: Pawb}}
activities:
  gwaith:
    label: Gwaith
    strand: un
    who: [plant]
    engages: {pawb: {basis: generic}}
    leads_to: {hapus: {basis: stated, confidence: 50, evidence: {for: [a], against: [a]}, assumptions: [b]}}
  cwrs: {label: Cwrs, strand: dau, leads_to: {gwaith: {feedback: true}, hapus: {polarity: negative}}}
  rhan: {label: Rhan, part_of: cwrs, strand: dau}
outputs: {sesiynau: {label: Sesiynau, leads_to: [siarad]}}
outcomes:
  short_term: {siarad: {label: Siarad, basis: inferred, strand: [un, dau]}}
  intermediate: {}
  long_term: {hapus: {label: Hapus}, tawel: {label: Tawel}}
factors:
  ofn: {label: Ofn, role: risk, affects: [hapus]}
  tlodi: {label: Tlodi, affects: [hapus, "gwaith -> hapus"]}
  pell: {label: Pell, role: moderator, affects: [tawel]}
stage_links: {"inputs -> activities": {basis: generic}}
figure: {columns: [inputs, participants, activities, risk, short_term, long_term]}
"""
DATA = [
    {"indicator": "hwyl", "improved": 30, "no_change": 8, "worsened": 6},
    {"indicator": "llais", "improved": 2, "no_change": 1, "worsened": 1},
]


WISHES = (
    "",
    "scored",
    "published",
    "assumptions",
    "indicators",
    "factors",
    "evidence",
    "blank",
    "highlight",
    "chain",
)


@cache
def everything() -> TheoryOfChange:
    return loads(EVERYTHING)


def drawn(what: str) -> Drawing:
    model = everything()
    scores = score(model, DATA)
    wishes: dict[str, dict[str, Any]] = {
        "": {},
        "scored": {"scores": scores},
        "published": {"scores": for_publication(scores)},
        "assumptions": {"assumptions": True},
        "indicators": {"indicators": True, "page": "A3"},
        "factors": {"factors": True, "indicators": True},
        "evidence": {"evidence": True},
        "blank": {"blank": True},
        "highlight": {"highlight": "hapus", "who": "plant"},
        "chain": {"chain": "hapus", "theme": "grey"},
    }
    return draw(model, language="cy", **wishes[what])


def tokens(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text.casefold()) if len(word) > 1}


def own_words() -> set[str]:
    welsh = " ".join(re.sub(r"\{[^}]*\}", " ", words) for words in figure_words("cy").values())
    model = [words for words in EVERYTHING.splitlines() if not words.startswith(("stage_links", "figure"))]
    labels = re.findall(r"(?:label|cy|title|publisher): ([^,}]*)", "\n".join(model))
    return tokens(welsh) | tokens(" ".join(labels)) | {"popeth", "pip", "install", "pygraphviz", "csv"}


def test_every_language_has_words_for_the_same_uses_with_the_same_blanks() -> None:
    blanks = {
        language: {
            use: sorted({name or "" for _, name, _, _ in Formatter().parse(text)}) for use, text in words.items()
        }
        for language, words in WORDS.items()
    }
    assert blanks["cy"] == blanks["en"]


def test_no_word_is_left_in_english() -> None:
    same = {use for use, words in WORDS["cy"].items() if words == WORDS["en"][use]}
    assert same == set()


@pytest.mark.parametrize("scored", WISHES)
@pytest.mark.parametrize("kind", ["txt", "svg", "html", "mmd", "json"])
def test_every_word_of_a_figure_in_welsh_is_the_models_or_welsh(kind: str, scored: str) -> None:
    shown = drawn(scored)
    if kind == "json":
        picture = shown.picture
        lines = [*picture.texts, *(item.text for item in picture.legend)]
        lines += [line for header in picture.headers for line in header.text]
        lines += [line for box in picture.boxes for line in (*box.text, *box.badge_text)]
        lines += [line for box in picture.boxes for tag in box.tags for line in tag.text]
        lines += [line for factor in picture.factors for line in factor.text]
        lines += [line for frame in picture.frames for line in frame.text]
        words = " ".join(line.text for line in lines)
    else:
        words = shown.to_bytes(kind).decode()
    if kind in ("svg", "html"):
        names = re.findall(r'aria-label="([^"]*)"', words)
        words = unescape(" ".join([*names, re.sub(r"<style>.*?</style>|<[^>]*>", " ", words, flags=re.DOTALL)]))
    if kind == "mmd":
        words = " ".join(re.findall(r'"([^"]*)"', words) + re.findall(r"acc(?:Title|Descr): (.*)", words))
        words = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), words).replace("<br/>", " ")
    assert len(tokens(words)) > 5
    fingerprint = fingerprint_of(everything())
    left = tokens(words.replace(fingerprint, "")) - own_words()
    assert left == set()


@pytest.mark.parametrize("way", ["strand", "detail"])
def test_every_word_of_every_page_in_welsh_is_the_models_or_welsh(way: SplitKind) -> None:
    drawing = draw(everything(), language="cy", split=way, indicators=True, factors=True, assumptions=True)
    split = drawing.splits(way) if drawing.splits else None
    assert split is not None
    pages = [lay_out(view, "A3") for view in (*split.overviews, *split.spares, *split.parts)]
    words = " ".join(line.text for page in pages for line in page.texts)
    words += " ".join(line.text for page in pages for one in (*page.headers, *page.boxes) for line in one.text)
    fingerprint = fingerprint_of(everything())
    assert tokens(words.replace(fingerprint, "")) - own_words() == set()


def test_what_the_program_says_of_a_figure_in_welsh_is_in_english_like_all_its_messages() -> None:
    told = draw(everything(), language="cy", page="120x100 mm", factors=True, indicators=True).advice
    assert told.startswith("The words are ")
    assert told.endswith(" points and more).")


def test_the_usual_headings_are_in_welsh() -> None:
    assert [column.label for column in drawn("").view.columns] == [
        "Mewnbynnau", "Cyfranogwyr", "Gweithgareddau", "Risgiau", "Canlyniadau tymor byr", "Canlyniadau tymor hir",
    ]  # fmt: skip
    assert {f"heading_{column}" for column in (*STAGES, *FACTOR_ROLES)} == {
        use for use in WORDS["cy"] if use.startswith("heading_")
    }
    assert len(COLUMN_LABELS) == len(STAGES) + len(FACTOR_ROLES)


ARABIC = re.compile("[\u0600-\u06ff]")


def lines_of(name: str) -> list[ET.Element]:
    return list(ET.fromstring(drawing(name).to_bytes("svg")).iter(f"{SVG}text"))  # noqa: S314  # our own


def test_words_in_arabic_are_read_from_right_to_left() -> None:
    directions = {bool(ARABIC.search(line.text or "")): set() for line in lines_of("arabic_literacy")}
    for line in lines_of("arabic_literacy"):
        directions[bool(ARABIC.search(line.text or ""))].add(line.get("direction"))
    assert directions == {True: {"rtl"}, False: {None}}


def test_a_line_from_right_to_left_covers_the_place_that_it_was_measured_for() -> None:
    shown = drawing("arabic_literacy").picture
    title = next(line for line in shown.texts if ARABIC.search(line.text))
    written = next(line for line in lines_of("arabic_literacy") if line.text == title.text)
    assert (title.anchor, written.get("text-anchor")) == ("end", None)
    box = shown.boxes[0].text[0]
    written = next(line for line in lines_of("arabic_literacy") if line.text == box.text)
    assert (box.anchor, written.get("text-anchor")) == ("middle", "middle")


def test_a_full_stop_of_an_arabic_sentence_does_not_change_its_direction() -> None:
    text = EVERYTHING.replace("cy: Y cyfan", 'ar: "CAF محو أمية 1."').replace("language: cy", "language: ar")
    lines = ET.fromstring(draw(loads(text)).to_bytes("svg")).iter(f"{SVG}text")  # noqa: S314  # our own
    assert {line.get("direction") for line in lines if "أمية" in (line.text or "")} == {"rtl"}


def test_the_page_in_arabic_is_set_from_right_to_left_and_its_figure_is_not() -> None:
    page = drawing("arabic_literacy").to_bytes("html").decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert re.search(r"<svg[^>]* direction=\"ltr\"", page)
    assert " dir=" not in drawing("korean_elders").to_bytes("html").decode()
