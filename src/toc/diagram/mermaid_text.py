"""The picture as Mermaid text, which GitHub, GitLab and many wikis show as a figure.

Mermaid lays the figure out itself: columns become frames that stand side by side as the links have it, and
nothing of the page remains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from toc.diagram.figure_words import figure_words
from toc.diagram.pathways import how_of, read_pathways
from toc.diagram.picture import Arrow, Frame, Picture, PictureBox
from toc.diagram.plain_text import strip_unprintable
from toc.diagram.tag_words import words_of_tags
from toc.diagram.view import Basis
from toc.diagram.writing_direction import is_language_from_right

__all__ = ["write_mermaid"]

_PLAIN = re.compile(r"[^\w \-,.'()/]|[_\n\r\t]")
"""What Mermaid could take for anything but words is written as the number of its sign."""
_MARKER = re.compile(r"^-|^[0-9]+[.)](?= |$)|\bwww\.", re.IGNORECASE)
"""Mermaid reads labels as Markdown, and shows none that begins as a list or a rule, or holds an address."""
_LINES = {"inferred": "-.->", None: "-->", "stated": "-->", "generic": "-->"}
_AGAINST = {"inferred": "-.-x", None: "--x", "stated": "--x", "generic": "--x"}


def write_mermaid(picture: Picture) -> str:
    """The picture as a flowchart of Mermaid, from the side on which its language begins.

    Every box, frame and arrow stands in it once. Boxes are named `b0`, `b1`... in the order of the picture, so
    that no id or label can be taken for a word of Mermaid; its strands and its badge are lines of their own.
    Inferred links are dashed, negative ones end in a cross, and what a link is besides stands on it in words. The
    footer is a box `n0` that nothing leads to, and the description that screen readers tell.
    """
    return "\n".join(_Text(picture).lines()) + "\n"


class _Text:
    """The lines of one flowchart."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.told = figure_words(picture.language)
        self.groups = [frame for frame in picture.frames if frame.kind == "group"]
        self.names = {box.id: f"b{number}" for number, box in enumerate(picture.boxes)}
        self.names |= {frame.id: f"g{number}" for number, frame in enumerate(self.groups)}
        self.strands = {step.id: step.belongs_to for stage in read_pathways(picture) for step in stage.steps}

    def lines(self) -> Iterator[str]:
        """Yield the statements: stage by stage the boxes, then the arrows, then the colours."""
        words = self.told
        yield "flowchart RL" if is_language_from_right(self.picture.language) else "flowchart LR"
        yield f"  accTitle: {_words('. '.join(filter(None, (self.picture.title, self.picture.subtitle))))}"
        if self.picture.notes:
            yield f"  accDescr: {_words(' '.join(self.picture.notes))}"
        labels = {header.stage: header.label for header in self.picture.headers}
        for box in self.picture.boxes:
            labels.setdefault(box.stage, box.stage.replace("_", " "))
        stages = list(labels)
        for number, (stage, label) in enumerate(labels.items()):
            yield f'  subgraph s{number}["{_words(label)}"]'
            yield from self._column([box for box in self.picture.boxes if box.stage == stage])
            yield "  end"
        for arrow in self.picture.arrows:
            yield f"  {self.names[arrow.source]} {_line(arrow, words)} {self.names[arrow.target]}"
        for between in self.picture.stage_arrows:
            yield f"  s{stages.index(between.source)} ==> s{stages.index(between.target)}"
        yield from self._factors()
        yield from self._looks()
        if self.picture.notes:
            yield f'  n0["{"<br/>".join(map(_words, self.picture.notes))}"]'
            theme = self.picture.theme
            yield f"  classDef notes fill:{theme.paper},stroke:{theme.paper},color:{theme.ink},text-align:left"
            yield "  class n0 notes"

    def _column(self, boxes: list[PictureBox]) -> Iterator[str]:
        framed = {box.id: frame for box in boxes for frame in self.groups if _holds(frame, box)}
        for frame in dict.fromkeys(framed.values()):
            lines = [frame.label, *words_of_tags(frame.tags, self.told)]
            yield f'    subgraph {self.names[frame.id]}["{"<br/>".join(map(_words, lines))}"]'
            yield from (self._box(box, "      ") for box in boxes if framed.get(box.id) is frame)
            yield "    end"
        yield from (self._box(box, "    ") for box in boxes if box.id not in framed)

    def _box(self, box: PictureBox, indent: str) -> str:
        strands = self.strands.get(box.id, ())
        lines = [box.label, *([f"({', '.join(strands)})"] if strands else []), *box.asides]
        if box.badge is not None:
            lines.append("; ".join(filter(None, (box.badge.text, box.badge.caution))))
        lines += words_of_tags(box.tags, self.told)
        return f'{indent}{self.names[box.id]}["{"<br/>".join(map(_words, lines))}"]'

    def _factors(self) -> Iterator[str]:
        """Each factor in the frame of its role, joined to the boxes on which it acts; links name it themselves."""
        names = {factor.id: f"f{number}" for number, factor in enumerate(self.picture.factors)}
        bands = [frame for frame in self.picture.frames if frame.kind == "band"]
        for number, band in enumerate(bands):
            yield f'  subgraph k{number}["{_words(band.label)}"]'
            for factor in self.picture.factors:
                if factor.role == band.id:
                    yield f'    {names[factor.id]}["{_words(f"{factor.sign} {factor.label}")}"]'
            yield "  end"
        for factor in self.picture.factors:
            yield from (f"  {names[factor.id]} --o {self.names[box]}" for box in factor.boxes)

    def _looks(self) -> Iterator[str]:
        tones = dict.fromkeys(box.tone for box in self.picture.boxes)
        for number, tone in enumerate(tones):
            look = self.picture.theme.of_tone(tone)
            names = ",".join(self.names[box.id] for box in self.picture.boxes if box.tone == tone)
            yield f"  classDef t{number} fill:{look.fill},stroke:{look.border},color:{self.picture.theme.ink}"
            yield f"  class {names} t{number}"
        dashed = [self.names[box.id] for box in self.picture.boxes if box.stage_inferred or box.mark == "dropped"]
        thick = [self.names[box.id] for box in self.picture.boxes if box.mark in ("added", "path")]
        if thick:
            yield "  classDef thick stroke-width:4px"
            yield f"  class {','.join(thick)} thick"
        if dashed:
            yield "  classDef dashed stroke-dasharray:4 3"
            yield f"  class {','.join(dashed)} dashed"


def _line(arrow: Arrow, told: Mapping[str, str]) -> str:
    basis = arrow.basis if arrow.support is None else _SUPPORTED[arrow.support.kind]
    line = (_AGAINST if arrow.negative else _LINES)[basis]
    words = ", ".join(how_of(arrow, told, stated=False))
    return f'{line}|"{_words(words)}"|' if words else line


_SUPPORTED: Mapping[str, Basis] = {"for": "stated", "mixed": "inferred", "against": "inferred", "none": "generic"}
"""The line of a link by what studies say of it: dashed where some speak against it."""


def _holds(frame: Frame, box: PictureBox) -> bool:
    return abs(frame.x - box.x) < frame.width / 2 and abs(frame.y - box.y) < frame.height / 2


def _words(text: str) -> str:
    """Words that nothing in Mermaid or HTML takes for a sign, on one line; never empty."""
    plain = " ".join(strip_unprintable(text).split())
    plain = _PLAIN.sub(lambda sign: f"#{ord(sign[0])};", plain)
    return _MARKER.sub(lambda sign: f"{sign[0][:-1]}#{ord(sign[0][-1])};", plain) or "#8203;"
