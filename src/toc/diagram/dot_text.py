"""The picture as placed dot source: Graphviz paints it (`neato -n2`) and moves nothing.

Every word stands in a node of its own, because Graphviz sets the lines of one label 1.2 font sizes apart and a
picture says exactly where each line goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toc.diagram.arrow_spline import cut_before_head
from toc.diagram.dot_quoting import attributes_of, quoted
from toc.diagram.line_places import justified
from toc.diagram.looks import (
    POINTER,
    ArrowLook,
    colour_of_badge_line,
    look_of_arrow,
    look_of_legend,
    look_of_mark,
    look_of_stage_arrow,
    scale_of,
)  # fmt: skip
from toc.diagram.picture import Frame, LegendItem, Picture, PictureBox, Point, TextLine
from toc.diagram.plain_text import has_ink, strip_unprintable
from toc.diagram.signs import SIGN_STYLES, Sign, signs_of
from toc.diagram.theme import FONT, FONT_BOLD
from toc.diagram.view import Mark
from toc.diagram.writing_direction import is_language_from_right

__all__ = ["PAINT_ZOOM", "write_dot"]

ARROW_SIZE = 0.6
PAINT_ZOOM = 2.0
"""How much larger a figure is laid down for painting, to be made smaller again by the painter.

Graphviz sets every letter on a whole dot of a screen of 96 dots per inch, which spaces small words unevenly.
Twice as large also halves its round corners and its dashes, to what suits a box of one line.
"""
SAMPLE_HEAD = 0.7
"""How large the arrowheads of the legend are: a sample is 20 points long and must still show its dashes."""
TOP_TO_BASELINE = 0.95
"""Font sizes from the top of a node with `labelloc=t` and no margin down to its baseline, measured."""


SWATCHES: Mapping[str, Mark] = {
    "tone": "",
    "inferred_stage": "",
    "added_box": "added",
    "dropped_box": "dropped",
    "changed_box": "changed",
    "path_box": "path",
}
"""The items of a legend that are drawn as a box, with its mark."""


def write_dot(
    picture: Picture, *, zoom: float = 1.0, graph: Mapping[str, str] | None = None, words: bool = True
) -> str:
    """The dot source of a picture, for `neato -n2`, `nop2` or a hand that wants to change it.

    Lengths are points, y grows upwards. `zoom` makes all of it larger, see `PAINT_ZOOM`; `graph` are further
    attributes of the whole graph ("dpi", "viewport"). Without `words`, which take half of the time of painting, it
    holds the shapes alone.
    """
    return "\n".join(["digraph figure {", *_Source(picture, zoom, words=words).lines(graph or {}), "}", ""])


class _Source:
    """The lines of one dot source."""

    def __init__(self, picture: Picture, zoom: float, *, words: bool) -> None:
        self.picture = picture
        self.theme = picture.theme
        self.zoom = zoom
        self.words = words
        self.way = -1 if is_language_from_right(picture.language) else 1
        self.scale = scale_of(picture.font_size)
        self.texts = -1
        self.nodes: set[str] = set()

    def lines(self, further: Mapping[str, str]) -> Iterator[str]:
        """Yield the statements of the dot text; `further` are attributes of the whole graph."""
        yield from self._page(further)
        for number, frame in enumerate(self.picture.frames):
            yield from self._frame(number, frame)
        yield from self._corners()
        yield from self._headers()
        for number, box in enumerate(self.picture.boxes):
            yield from self._box(number, box)
        yield from self._words(self.picture.texts, self.theme.ink)
        for number, item in enumerate(self.picture.legend):
            yield from self._legend(number, item)
        yield from self._arrows()
        for sign in signs_of(self.picture):
            yield from self._sign(sign)
        for factor in self.picture.factors:
            yield from self._words(factor.text, self.theme.ink)

    def _page(self, further: Mapping[str, str]) -> Iterator[str]:
        page = self.picture.page
        graph = {
            "bb": f"0,0,{self._n(page.width)},{self._n(page.height)}",
            "pad": "0", "margin": "0", "outputorder": "edgesfirst", "bgcolor": self.theme.paper, "label": "",
            "tooltip": quoted(self.picture.title), "id": "figure",
        }  # fmt: skip
        node = {
            "fixedsize": "true",
            "label": "",
            "margin": "0",
            "fontname": FONT,
            "penwidth": self._n(1.1 * self.scale),
        }
        yield f"  graph {attributes_of({**graph, **further})}"
        yield f"  node {attributes_of(node)}"
        yield f"  edge {attributes_of({'label': ''})}"

    def _corners(self) -> Iterator[str]:
        page = self.picture.page
        inset = 0.5 / self.zoom
        for name, x, y in (("first", inset, page.height - inset), ("last", page.width - inset, inset)):
            yield self._anchor(f"corner {name}", x, y)

    def _frame(self, number: int, frame: Frame) -> Iterator[str]:
        left, right = frame.x - frame.width / 2, frame.x + frame.width / 2
        top, bottom = self._up(frame.y - frame.height / 2), self._up(frame.y + frame.height / 2)
        look = self.theme.of_tone(frame.tone)
        lane = frame.kind != "group"
        cluster = {
            "bb": ",".join(self._n(value) for value in (left, bottom, right, top)),
            "style": "rounded,filled", "fillcolor": look.lane if lane else self.theme.paper, "color": look.border,
            "penwidth": self._n((1.0 if lane else 0.8) * self.scale), "label": "", "id": f"frame-{number}",
            "class": quoted(f"{frame.kind} {frame.tone}"), "tooltip": quoted(frame.label),
        }  # fmt: skip
        if frame.text:
            cluster["lp"] = f"{self._n(frame.text[0].x)},{self._n(self._up(frame.text[0].y))}"
        yield f'  subgraph "cluster_{number}" {{ graph {attributes_of(cluster)} }}'

    def _headers(self) -> Iterator[str]:
        colour = self.theme.header
        for number, header in enumerate(self.picture.headers):
            look = {
                "shape": "cds", "orientation": str(90 - 90 * self.way), "style": "filled", "fillcolor": colour,
                "color": colour, "id": f"header-{number}", "class": "header", "tooltip": quoted(header.stage),
            }  # fmt: skip
            yield self._node(
                f"header {header.stage}", header.x, header.y, width=header.width, height=header.height, look=look
            )
            yield from self._words(header.text, self.theme.paper)
        for frame in self.picture.frames:
            yield from self._words(frame.text, self.theme.of_tone(frame.tone).border)

    def _box(self, number: int, box: PictureBox) -> Iterator[str]:
        look = {
            **self._border(box.tone, box.mark, dashed=box.stage_inferred, empty=not box.label),
            "id": f"box-{number}",
            "class": quoted(f"box {box.stage} {box.tone} {box.mark}".strip()), "tooltip": quoted(box.label),
        }  # fmt: skip
        yield self._node(f"box {box.id}", box.x, box.y, width=box.width, height=box.height, look=look)
        yield from self._words(box.text, self.theme.ink)
        if box.badge is not None and box.badge_box is not None:
            x, y, width, height = box.badge_box
            colour = self.theme.of_badge(box.badge.tone)
            bar = {
                "shape": "box", "style": "filled", "fillcolor": colour, "id": f"badge-{number}",
                "color": colour, "class": f"badge {box.badge.tone}",
                "tooltip": quoted(box.badge.text),
            }  # fmt: skip
            yield self._node(f"badge {box.id}", x, y, width=width, height=height, look=bar)
        for line in box.badge_text:
            yield from self._words((line,), colour_of_badge_line(box, line, self.theme))

    def _border(self, tone: str, mark: Mark, *, dashed: bool, empty: bool = False) -> dict[str, str]:
        colours, border = self.theme.of_tone(tone), look_of_mark(mark)
        width = {"penwidth": self._n(border.width * self.scale)} if mark else {}
        return {
            "shape": "box", "style": "rounded,filled" + (",dashed" if dashed or border.dashed else ""),
            "fillcolor": self.theme.paper if empty or border.empty else colours.fill,
            "color": colours.border, **width,
        }  # fmt: skip

    def _legend(self, number: int, item: LegendItem) -> Iterator[str]:
        colours = self.theme.of_tone(item.tone)
        if item.kind in SWATCHES or item.kind in SIGN_STYLES:
            border = self._swatch(item)
            swatch = {**border, "id": f"legend-{number}", "class": "legend", "tooltip": ""}
            height = item.text.size * 1.1
            yield self._node(f"legend {number}", item.x, item.y, width=20, height=height, look=swatch)
        else:
            colour = self.theme.header if item.kind in ("stage", "open_stage") else colours.border
            points = tuple((item.x + self.way * step, item.y) for step in (-10.0, -4.0, 4.0, 10.0))
            ends = (f"legend {number} tail", f"legend {number} tip")
            look = look_of_legend(item.kind)
            yield from self._edge(
                ends, points, look, colour=colour, name=f"legend-{number}", kind="legend", head=SAMPLE_HEAD
            )
        yield from self._words((item.text,), self.theme.ink)

    def _swatch(self, item: LegendItem) -> dict[str, str]:
        if item.kind in SIGN_STYLES:
            return self._sign_look(item.kind)
        return self._border(item.tone, SWATCHES[item.kind], dashed=item.kind == "inferred_stage")

    def _arrows(self) -> Iterator[str]:
        boxes = {box.id for box in self.picture.boxes}
        for number, arrow in enumerate(self.picture.arrows):
            ends = tuple(f"{'box' if end in boxes else 'whole'} {end}" for end in (arrow.source, arrow.target))
            signs = ("feedback" if arrow.feedback else "", "negative" if arrow.negative else "", arrow.mark)
            kind = " ".join(filter(None, ("arrow", arrow.basis, *signs)))
            colour = self.theme.of_tone(arrow.tone).border
            yield from self._edge(
                ends, arrow.points, look_of_arrow(arrow), colour=colour, name=f"arrow-{number}", kind=kind
            )
        for number, between in enumerate(self.picture.stage_arrows):
            ends = (f"header {between.source}", f"header {between.target}")
            name, look = f"stage-arrow-{number}", look_of_stage_arrow(between)
            yield from self._edge(
                ends, between.points, look, colour=self.theme.header, name=name, kind="stage-arrow"
            )
        for number, pointer in enumerate(self.picture.pointers):
            ends, name = (f"pointer {number} tail", f"pointer {number} tip"), f"pointer-{number}"
            yield from self._edge(ends, pointer.points, POINTER, colour=self.theme.ink, name=name, kind="pointer")

    def _sign(self, sign: Sign) -> Iterator[str]:
        look = {**self._sign_look(sign.kind), "id": sign.name, "class": f"sign {sign.kind}", "tooltip": ""}
        yield self._node(f"sign {sign.name}", sign.x, sign.y, width=sign.width, height=sign.height, look=look)
        yield from self._words(sign.text, self.theme.ink)

    def _sign_look(self, kind: str) -> dict[str, str]:
        shape, style = SIGN_STYLES[kind]
        return {
            "shape": shape, "style": style, "fillcolor": self.theme.paper, "color": self.theme.ink,
            "penwidth": self._n(0.8 * self.scale),
        }  # fmt: skip

    def _edge(
        self,
        ends: tuple[str, ...],
        points: tuple[Point, ...],
        look: ArrowLook,
        *,
        colour: str,
        name: str,
        kind: str,
        head: float = 1.0,
    ) -> Iterator[str]:
        for end, (x, y) in zip(ends, (points[0], points[-1]), strict=True):
            if end not in self.nodes:
                yield self._anchor(end, x, self._up(y))
        line = cut_before_head(points, look.head_length * self.scale * head)
        place = " ".join([f"e,{self._place(points[-1])}", *map(self._place, line)])
        edge = {
            "pos": place, "color": colour, "style": look.dash, "penwidth": self._n(look.width * self.scale),
            "arrowhead": look.head, "arrowsize": self._n(ARROW_SIZE * self.scale * head), "id": name,
            "class": kind, "tooltip": "",
        }  # fmt: skip
        yield f'  "{quoted(ends[0])}" -> "{quoted(ends[1])}" {attributes_of(edge)}'

    def _words(self, lines: tuple[TextLine, ...], colour: str) -> Iterator[str]:
        for line in lines if self.words else ():
            self.texts += 1
            if not has_ink(strip_unprintable(line.text)):
                continue
            baseline, room = self._up(line.y), 2 * line.size
            end, middle, width = justified(line, self.picture.page.width)
            text = {
                "shape": "plaintext", "labelloc": "t", "fontsize": self._n(line.size), "fontcolor": colour,
                "label": quoted(line.text) + end,
                "id": f"text-{self.texts}", "class": "text", "tooltip": "",
            }  # fmt: skip
            if line.bold:
                text["fontname"] = FONT_BOLD
            centre = self.picture.page.height - (baseline + TOP_TO_BASELINE * line.size - room / 2)
            yield self._node(f"text {self.texts}", middle, centre, width=width, height=room, look=text)

    def _node(self, name: str, x: float, y: float, *, width: float, height: float, look: Mapping[str, str]) -> str:
        self.nodes.add(name)
        inches = {"width": f"{width * self.zoom / 72:.5f}", "height": f"{height * self.zoom / 72:.5f}"}
        return f'  "{quoted(name)}" {attributes_of({"pos": self._place((x, y)), **inches, **look})}'

    def _anchor(self, name: str, x: float, y: float) -> str:
        self.nodes.add(name)
        point = {
            "shape": "point",
            "style": "invis",
            "pos": f"{self._n(x)},{self._n(y)}",
            "width": "0.0139",
            "height": "0.0139",
        }
        return f'  "{quoted(name)}" {attributes_of(point)}'

    def _place(self, point: Point) -> str:
        return f"{self._n(point[0])},{self._n(self._up(point[1]))}"

    def _up(self, y: float) -> float:
        return self.picture.page.height - y

    def _n(self, length: float) -> str:
        """A length with at most three decimals and never an exponent."""
        return f"{length * self.zoom:.3f}".rstrip("0").rstrip(".") or "0"
