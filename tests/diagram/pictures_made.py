"""Small pictures made by hand, so that the writers are tested without the layout."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from toc.diagram.picture import (
    Arrow,
    Frame,
    Header,
    LegendItem,
    Page,
    Picture,
    PictureBox,
    StageArrow,
    TextLine,
)  # fmt: skip
from toc.diagram.view import Badge

__all__ = ["A3", "A4", "arrow", "box", "line", "picture", "read_xml", "small_theory"]

A4 = Page("A4", 841.89, 595.28)
A3 = Page("A3", 1190.55, 841.89)
LETTER = 0.52
"""About how wide a letter is, in font sizes; real pictures have real widths."""


def read_xml(text: str | bytes) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  # what this library wrote itself


def line(text: str, x: float, y: float, size: float = 9.0, **look: object) -> TextLine:
    return TextLine(text, x, y, size, len(text) * LETTER * size, **look)  # type: ignore[arg-type]


def box(
    name: str,
    lines: tuple[str, ...],
    x: float,
    y: float,
    *,
    stage: str = "activities",
    strands: tuple[str, ...] = (),
    tone: str = "shared",
    label: str | None = None,
    badge: Badge | None = None,
    stage_inferred: bool = False,
) -> PictureBox:
    size, step = 9.0, 10.6
    top = y - len(lines) * step / 2 - (6 if badge else 0)
    text = tuple(
        line(words, x, top + step * number + 8.2, size, anchor="middle") for number, words in enumerate(lines)
    )
    bar = (x, y + len(lines) * step / 2, 100.0, 12.0) if badge else None
    badge_text = (line(badge.text, x, bar[1] + 3, 8.0, anchor="middle", bold=True),) if badge and bar else ()
    return PictureBox(
        id=name,
        stage=stage,
        strands=strands,
        x=x,
        y=y,
        width=140.0,
        height=len(lines) * step + (26 if badge else 12),
        lines=lines,
        text=text,
        font_size=size,
        tone=tone,
        label=label if label is not None else " ".join(lines),
        stage_inferred=stage_inferred,
        badge=badge,
        badge_text=badge_text,
        badge_box=bar,
    )


def arrow(source: PictureBox, target: PictureBox, **look: object) -> Arrow:
    start, end = (source.x + source.width / 2, source.y), (target.x - target.width / 2, target.y)
    middle = (start[0] + end[0]) / 2
    values: dict[str, object] = {"basis": "stated", "tone": source.tone, **look}
    return Arrow(
        source.id,
        target.id,
        points=(start, (middle, start[1]), (middle, end[1]), end),
        **values,  # type: ignore[arg-type]
    )


def picture(
    boxes: tuple[PictureBox, ...] = (),
    arrows: tuple[Arrow, ...] = (),
    *,
    page: Page = A4,
    title: str = "A small theory",
    headers: tuple[Header, ...] = (),
    frames: tuple[Frame, ...] = (),
    stage_arrows: tuple[StageArrow, ...] = (),
    legend: tuple[LegendItem, ...] = (),
    texts: tuple[TextLine, ...] = (),
    advice: str = "",
) -> Picture:
    return Picture(page, title, "en", 9.0, headers, frames, boxes, arrows, stage_arrows, legend, texts, advice)


def small_theory() -> Picture:
    """Four stages, two lanes, an opened whole, every basis, a feedback loop, a negative link and two badges."""
    advice = box("advice", ("Parenting advice",), 320, 180, strands=("family",), tone="strand-0")
    therapy = box(
        "therapy", ("Therapeutic work", "with the family"), 320, 230, strands=("family",), tone="strand-0"
    )
    training = box("training", ("Training for", "professionals"), 320, 420, strands=("aware",), tone="strand-1")
    workers = box("workers", ("Project Workers",), 110, 200, stage="inputs")
    skills = box(
        "skills", ("Improved parenting", "knowledge"), 530, 190, stage="intermediate", strands=("family",),
        tone="strand-0", badge=Badge("▲ 73% improved, n=86", "good"),
    )  # fmt: skip
    practice = box(
        "practice", ("Changed practice",), 530, 420, stage="intermediate", strands=("aware",), tone="strand-1",
        badge=Badge("○ no scores", "none"), stage_inferred=True,
    )  # fmt: skip
    chances = box(
        "chances", ("Improved life chances", "of children"), 740, 300, stage="long_term",
        strands=("family", "aware"),
    )  # fmt: skip
    bottom = practice.y + practice.height / 2
    back = Arrow(
        "practice", "advice", "inferred",
        ((600.0, 425.0), (615.0, 425.0), (615.0, bottom + 40), (590.0, bottom + 40),
         (500.0, bottom + 40), (330.0, bottom + 40), (250.0, bottom + 40),
         (232.0, bottom + 40), (232.0, 180.0), (250.0, 180.0)),
        "strand-1", feedback=True,
    )  # fmt: skip
    way_in = ((180.0, 200.0), (205.0, 200.0), (210.0, 205.0), (240.0, 205.0))
    into_group = Arrow("workers", "family_work", "generic", way_in, "shared")
    return picture(
        (chances, workers, advice, therapy, training, skills, practice),
        (
            into_group, arrow(advice, skills), arrow(therapy, skills, basis="inferred"), arrow(training, practice),
            arrow(skills, chances, basis="generic"), arrow(practice, chances, basis="stated", negative=True), back,
        ),
        title="A small theory of change",
        headers=tuple(
            Header(stage, x, 80, 160, 20, (line(label, x, 84, 11, bold=True, anchor="middle"),), label)
            for stage, label, x in (
                ("inputs", "Inputs", 110.0), ("activities", "Activities", 320.0),
                ("intermediate", "Intermediate outcomes", 530.0), ("long_term", "Long-term outcomes", 740.0),
            )
        ),
        frames=(
            Frame("family", "lane", 425, 200, 390, 150, "strand-0",
                  (line("Family support", 236, 138, 9, bold=True),), "Family support"),
            Frame("aware", "lane", 425, 420, 390, 120, "strand-1",
                  (line("Awareness raising", 236, 372, 9, bold=True),), "Awareness raising"),
            Frame("family_work", "group", 320, 205, 160, 110, "strand-0",
                  (line("Direct work", 246, 160, 8),), "Direct work with families"),
        ),
        stage_arrows=(
            StageArrow("inputs", "activities", "generic", ((195, 80), (205, 80), (225, 80), (238, 80))),
        ),
        legend=tuple(
            LegendItem(kind, tone, 40.0 + 95 * number, 530, line(words, 54.0 + 95 * number, 533, 8))
            for number, (kind, tone, words) in enumerate((
                ("tone", "strand-0", "Family support"), ("tone", "shared", "Several strands"),
                ("stated", "shared", "stated"), ("generic", "shared", "generic"),
                ("inferred", "shared", "inferred"), ("feedback", "shared", "feedback"),
                ("negative", "shared", "less of"), ("stage", "shared", "whole stage"),
            ))
        ),
        texts=(
            line("A small theory of change", 30, 40, 16, bold=True),
            line("Source: made up. Dashed: inferred.", 30, 570, 8),
            line("version 1", 811, 570, 8, anchor="end"),
        ),
    )  # fmt: skip
