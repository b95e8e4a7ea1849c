"""What must stand under a figure with scores stands in every format of it, with and without a renderer."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from toc.diagram import Picture
from toc.diagram.english_words import ENGLISH
from toc.diagram.figure_file import FORMATS, figure_bytes
from toc.loading import load
from toc.reports import Drawing, draw
from toc.scoring import score

CSOF = Path(__file__).parents[2] / "models" / "csof"
STAMP = "SYNTHETIC"
PAINTED = {"pdf", "png"}


@cache
def scored() -> Drawing:
    theory = load(CSOF / "csof.yaml")
    return draw(theory, scores=score(theory, CSOF / "data" / "readings_synthetic.csv"))


def unstamped(picture: Picture) -> Picture:
    """The same picture with every other word at its place."""
    texts = tuple(replace(line, text=line.text.replace(STAMP, "")) for line in picture.texts)
    return replace(picture, texts=texts)


def words_of(content: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", content)).split())


@pytest.mark.parametrize("kind", sorted(set(FORMATS) - PAINTED))
def test_a_figure_of_synthetic_scores_says_so_in_every_format_of_text(kind: str) -> None:
    assert STAMP in scored().to_bytes(kind).decode()


def test_the_title_of_a_figure_of_synthetic_scores_says_so_too() -> None:
    assert scored().view.title.endswith(": change in outcome scores, SYNTHETIC DATA")


@pytest.mark.parametrize("kind", sorted(PAINTED))
def test_a_figure_of_synthetic_scores_says_so_in_every_painted_format(kind: str) -> None:
    picture = scored().picture
    assert figure_bytes(picture, kind) != figure_bytes(unstamped(picture), kind)


@pytest.mark.parametrize("kind", ["txt", "html"])
def test_without_a_renderer_the_figure_ends_with_its_whole_footer_the_stamp_first(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOC_RENDERER", "dot")
    monkeypatch.setenv("PATH", "")
    notes = scored().view.notes
    footer = " ".join(notes).replace(ENGLISH["reading"], ENGLISH["reading_in_words"])
    assert words_of(scored().to_bytes(kind).decode()).endswith(footer)
    assert notes[0].startswith(STAMP)


def test_the_outline_tells_coverage_and_that_change_is_observed() -> None:
    told = " ".join(scored().outline.split())
    coverage = "Coverage: 85 of 134 people have two assessments (63.4 %); 49 have not."
    assert [told.count(words) for words in (coverage, "Change observed, not caused.")] == [1, 1]


def test_the_outline_tells_how_many_rows_were_left_out() -> None:
    theory = load(CSOF / "csof.yaml")
    table = (CSOF / "data" / "table4.csv").read_text(encoding="utf-8").splitlines()
    header = table[0].split(",")
    rows: list[dict[str, object]] = [dict(zip(header, line.split(","), strict=False)) for line in table[1:3]]
    stray = {**rows[0], "indicator": "no_such_indicator"}
    told = " ".join(draw(theory, scores=score(theory, [*rows, stray])).outline.split())
    assert "Rows left out: 1." in told
