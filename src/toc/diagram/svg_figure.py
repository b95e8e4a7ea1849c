"""The figure as SVG that a screen reader and a keyboard can walk through.

Graphviz paints the shapes; the words, their places, the order and the names are the picture's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from toc.diagram.figure_words import figure_words
from toc.diagram.looks import colour_of_badge_line
from toc.diagram.pathways import Stage, Step, read_pathways
from toc.diagram.picture import Picture, TextLine
from toc.diagram.signs import Sign, signs_of
from toc.diagram.svg_elements import element, escaped
from toc.diagram.writing_direction import is_language_from_right, is_read_from_right
from toc.errors import TocError

__all__ = ["write_svg"]

SVG = "http://www.w3.org/2000/svg"
SHAPES = frozenset(f"{{{SVG}}}{name}" for name in ("path", "polygon", "polyline", "ellipse"))
DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>")
DASHES = "6,6"
"""As Graphviz dashes a PDF and a PNG."""
KEPT = frozenset({"fill", "stroke", "stroke-width", "stroke-dasharray", "d", "points", "cx", "cy", "rx", "ry"})


def write_svg(picture: Picture, painted: bytes, *, id_prefix: str = "toc-", zoom: float = 1.0) -> str:
    """The accessible SVG of a picture, from the SVG that Graphviz painted of it, `zoom` times as large.

    Width, height and viewBox are the page exactly. Every box is a focusable group with a name that holds its
    label, stage, strands, badge and what it leads to; boxes stand stage by stage, so that the order of the tab
    key is the order of reading. Arrows are hidden from screen readers, as the names of the boxes say them.
    There is no script, no DTD and no reference to anything outside. `id_prefix` keeps the ids of two figures on
    one page apart; what an id cannot hold is taken out of it. Raises `TocError` where `painted` is not an SVG.
    """
    return _Figure(picture, _shapes(painted), re.sub(r"[^A-Za-z0-9_-]", "", id_prefix), zoom).text()


FROM_RIGHT = {"start": "end", "middle": "middle", "end": "start"}
"""Where an anchor is to the left of words that are read from right to left."""


class _Figure:
    """One SVG in the making."""

    def __init__(self, picture: Picture, shapes: Mapping[str, str], prefix: str, zoom: float) -> None:
        self.picture = picture
        self.theme = picture.theme
        self.shapes = shapes
        self.prefix = prefix
        # Graphviz counts upwards from the bottom of the page, in negative numbers.
        self.move = f"translate(0 {picture.page.height:g}) scale({1 / zoom:g})"
        self.stages = read_pathways(picture)
        self.signs = signs_of(picture)
        self.told = figure_words(picture.language)

    def text(self) -> str:
        """Return the whole figure as SVG, boxes in the order in which they are read."""
        page, texts = self.picture.page, self.picture.texts
        root = {
            "xmlns": SVG, "width": f"{page.width:g}pt", "height": f"{page.height:g}pt",
            "viewBox": f"0 0 {page.width:g} {page.height:g}", "role": "graphics-document document",
            "aria-labelledby": self._own_id("title"), "aria-describedby": self._own_id("desc"),
            "lang": self.picture.language,
            **({"direction": "ltr"} if is_language_from_right(self.picture.language) else {}),
            "font-family": "Liberation Sans, Arial, Helvetica, sans-serif",
        }  # fmt: skip
        paper = {"width": f"{page.width:g}", "height": f"{page.height:g}", "fill": self.theme.paper}
        return element(
            "svg",
            root,
            element("title", {"id": self._own_id("title")}, escaped(self._name_of_figure())),
            element("desc", {"id": self._own_id("desc")}, escaped(" ".join(self._columns()))),
            element("rect", paper),
            _group("head", self._words([line for line in texts if line.y < page.height / 2], self.theme.ink)),
            _group("frames", *self._frames()),
            element("g", {"class": "arrows", "aria-hidden": "true"}, *self._arrows()),
            *map(self._stage, self.stages),
            *(
                element("g", {"class": "flag", "aria-hidden": "true"}, self._sign(sign))
                for sign in self.signs
                if not sign.owner
            ),
            _group("legend", *self._legend()),
            _group("foot", self._words([line for line in texts if line.y >= page.height / 2], self.theme.ink)),
        )

    def _name_of_figure(self) -> str:
        return ". ".join(filter(None, (self.picture.title, self.picture.subtitle)))

    def _columns(self) -> Iterator[str]:
        for stage in self.stages:
            boxes = "; ".join(step.label for step in stage.steps) or self.told["no_boxes"]
            yield f"{stage.label}: {boxes}."

    def _frames(self) -> Iterator[str]:
        for number, frame in enumerate(self.picture.frames):
            words = self._words(frame.text, self.theme.of_tone(frame.tone).border)
            signs = self._signs_of(frame.id if frame.kind == "group" else "")
            yield _group(frame.kind, self._painted(f"frame-{number}"), words, signs)

    def _arrows(self) -> Iterator[str]:
        shown = self.picture
        counts = {
            "arrow": len(shown.arrows), "stage-arrow": len(shown.stage_arrows), "pointer": len(shown.pointers)
        }  # fmt: skip
        for kind, count in counts.items():
            for number in range(count):
                yield _group(kind, self._painted(f"{kind}-{number}"))

    def _stage(self, stage: Stage) -> str:
        headers = (
            _group("header", self._painted(f"header-{number}"), self._words(header.text, self.theme.paper))
            for number, header in enumerate(self.picture.headers)
            if header.stage == stage.id
        )
        numbers = {box.id: number for number, box in enumerate(self.picture.boxes)}
        steps = (
            self._factor(step, stage) if stage.acts else self._box(numbers[step.id], step, stage)
            for step in stage.steps
            if stage.acts or not step.whole
        )
        return element("g", {"class": "stage", "role": "group", "aria-label": stage.label}, *headers, *steps)

    def _box(self, number: int, step: Step, stage: Stage) -> str:
        box = self.picture.boxes[number]
        group = {
            "id": self._id(box.id), "class": "box", "tabindex": "0",
            "role": "graphics-symbol img", "aria-label": self._name(step, stage),
        }  # fmt: skip
        return element(
            "g",
            group,
            element("title", {}, escaped(step.label)),
            self._painted(f"box-{number}"),
            self._words(box.text, self.theme.ink),
            self._painted(f"badge-{number}"),
            *(self._words((line,), colour_of_badge_line(box, line, self.theme)) for line in box.badge_text),
            self._signs_of(box.id),
        )

    def _factor(self, step: Step, stage: Stage) -> str:
        group = {
            "id": self._id(step.id), "class": "factor", "tabindex": "0", "role": "graphics-symbol img",
            "aria-label": self._name(step, stage),
        }  # fmt: skip
        words = (
            self._words(factor.text, self.theme.ink) for factor in self.picture.factors if factor.id == step.id
        )
        return element("g", group, element("title", {}, escaped(step.label)), self._signs_of(step.id), *words)

    def _id(self, name: str) -> str:
        return self.prefix + re.sub(r"[^A-Za-z0-9_-]", "-", name)

    def _own_id(self, name: str) -> str:
        """Return an id that no box can have, as it holds a dot."""
        return f"{self.prefix}figure.{name}"

    def _signs_of(self, owner: str) -> str:
        return "".join(self._sign(sign) for sign in self.signs if owner and sign.owner == owner)

    def _sign(self, sign: Sign) -> str:
        return self._painted(sign.name) + self._words(sign.text, self.theme.ink)

    def _name(self, step: Step, stage: Stage) -> str:
        where = f"{stage.label} ({', '.join(step.asides)})" if step.asides else stage.label
        verb, nowhere = ("acts_on", "") if stage.acts else ("leads_to", self.told["leads_nowhere"])
        leads = f"{self.told[verb]} {'; '.join(map(str, step.leads_to))}" if step.leads_to else nowhere
        belongs = f" {self.told['and']} ".join(step.belongs_to)
        words = (step.label, where, belongs, step.badge, *step.notes, leads)
        return ". ".join(word for word in words if word)

    def _legend(self) -> Iterator[str]:
        for number, item in enumerate(self.picture.legend):
            yield element("g", {}, self._painted(f"legend-{number}"), self._words((item.text,), self.theme.ink))

    def _painted(self, name: str) -> str:
        shapes = self.shapes.get(name, "")
        return element("g", {"transform": self.move, "aria-hidden": "true"}, shapes) if shapes else ""

    def _words(self, lines: Iterable[TextLine], colour: str) -> str:
        return "".join([self._line(line, colour) for line in lines])

    def _line(self, line: TextLine, colour: str) -> str:
        look = {"x": f"{line.x:g}", "y": f"{line.y:g}", "font-size": f"{line.size:g}", "fill": colour}
        from_right = is_read_from_right(line.text, self.picture.language)
        if from_right:
            look["direction"] = "rtl"
        anchor = FROM_RIGHT[line.anchor] if from_right else line.anchor
        if anchor != "start":
            look["text-anchor"] = anchor
        if line.bold:
            look["font-weight"] = "bold"
        return element("text", look, escaped(line.text))


def _group(kind: str, *inner: str) -> str:
    return element("g", {"class": kind}, *inner)


def _shapes(painted: bytes) -> dict[str, str]:
    """The shapes of every group that Graphviz painted, by the id of the group."""
    try:
        text = DOCTYPE.sub("", painted.decode("utf-8"), count=1)
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise TocError("The renderer wrote an SVG with a document type of its own, which is refused.")
        root = ET.fromstring(text)  # noqa: S314  # what Graphviz wrote, and without any document type
    except (ET.ParseError, UnicodeDecodeError) as error:
        raise TocError("The renderer wrote an SVG that cannot be read.") from error
    return {
        group.get("id", ""): "".join([_bare(shape) for shape in group.iter() if shape.tag in SHAPES])
        for group in root.iterfind(f"{{{SVG}}}g/{{{SVG}}}g")
    }


def _bare(shape: ET.Element) -> str:
    kept = {key: value for key, value in shape.attrib.items() if key in KEPT}
    if "stroke-dasharray" in kept:
        kept["stroke-dasharray"] = DASHES
    return element(shape.tag.removeprefix(f"{{{SVG}}}"), kept)
