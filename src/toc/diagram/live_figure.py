"""The figure as a piece of a page whose boxes tell more when they are pointed at or reached with the tab key.

There is no script in it, since notebooks and mail programs block scripts: the drawing is a picture, and over every
box lies a place that shows its words by a rule of style. Where even style is taken out, the words remain as text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape

from toc.diagram.box_details import BoxDetails
from toc.diagram.figure_words import figure_words
from toc.diagram.json_figure import write_json
from toc.diagram.pathways import Lead, Stage, Step, how_of, read_pathways
from toc.diagram.picture import Frame, Picture
from toc.diagram.plain_text import strip_unprintable
from toc.diagram.writing_direction import is_language_from_right

__all__ = ["figure_prefix", "write_live"]

Rectangle = tuple[float, float, float, float]
NOTHING = BoxDetails()
STYLE = """
#ID { position: relative; max-width: WIDTHpt; background: PAPER; color: INK;
  font: 13px/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; text-align: start; }
#ID img { display: block; width: 100%; height: auto; margin: 0; max-width: none; }
#ID .toc-box { position: absolute; border-radius: 4px; cursor: help; }
#ID .toc-box:hover, #ID .toc-box:focus { outline: 2px solid INK; outline-offset: 1px; z-index: 2; }
#ID .toc-told { display: none; position: absolute; width: 300px; padding: 8px 10px; z-index: 3;
  background: PAPER; color: INK; border: 1px solid INK; border-radius: 4px; box-shadow: 0 2px 8px #0005; }
#ID .toc-box:hover > .toc-told, #ID .toc-box:focus > .toc-told { display: block; }
#ID:has(.toc-box:hover) .toc-box:not(:hover) > .toc-told { display: none; }
#ID .toc-left { left: 0; } #ID .toc-right { right: 0; }
#ID .toc-below { top: 100%; } #ID .toc-above { bottom: 100%; }
#ID .toc-told p { margin: 0 0 4px; } #ID .toc-told ul { margin: 0 0 4px; padding-inline-start: 18px; }
#ID .toc-told b { font-weight: bold; }
@media print { #ID .toc-told { display: none; } }
"""


def figure_prefix(picture: Picture) -> str:
    """A beginning for the ids of a figure that no other figure has: "toc-" and a digest of all that it shows."""
    return f"toc-{sha256(write_json(picture).encode()).hexdigest()[:10]}-"


def write_live(picture: Picture, svg: str, details: Mapping[str, BoxDetails]) -> str:
    """A `div` with the drawing, in which every box and opened whole tells what is known of it.

    That is its label, stage and strands, its badge, its description, indicators and sources from `details`, and
    what leads to it and follows from it as far as it is drawn. Its rules of style hold for this figure alone.
    """
    return "\n".join(_Live(picture, svg, details).lines()) + "\n"


class _Live:
    """The lines of one live figure."""

    def __init__(self, picture: Picture, svg: str, details: Mapping[str, BoxDetails]) -> None:
        self.picture = picture
        self.svg = svg
        self.details = details
        self.id = f"{figure_prefix(picture)}live"
        self.words = figure_words(picture.language)
        self.stages = read_pathways(picture)
        self.places: dict[str, Rectangle] = {
            box.id: (box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)
            for box in picture.boxes
            if box.label.strip()
        }
        wholes = [frame for frame in picture.frames if frame.kind == "group" and frame.text]
        self.places |= {frame.id: _title_of(frame) for frame in wholes}
        self.before = self._before()

    def _before(self) -> Mapping[str, list[Lead]]:
        labels = {step.id: step.label for stage in self.stages for step in stage.steps}
        before: dict[str, list[Lead]] = {}
        for arrow in self.picture.arrows:
            how = ", ".join(how_of(arrow, self.words))
            before.setdefault(arrow.target, []).append(Lead(labels.get(arrow.source, ""), how))
        return before

    def lines(self) -> Iterator[str]:
        theme, width = self.picture.theme, f"{1.25 * self.picture.page.width:g}"
        values = {"#ID": f"#{self.id}", "WIDTH": width, "PAPER": theme.paper, "INK": theme.ink}
        style = STYLE
        for name, value in values.items():
            style = style.replace(name, value)
        direction = ' dir="rtl"' if is_language_from_right(self.picture.language) else ""
        yield f'<div id="{self.id}" class="toc-figure" lang="{_text(self.picture.language)}"{direction}>'
        yield f"<style>{style}</style>"
        data = b64encode(self.svg.encode()).decode()
        yield f'<img alt="{_text(self.picture.title)}" src="data:image/svg+xml;base64,{data}">'
        for stage in self.stages:
            for step in stage.steps:
                if step.id in self.places:
                    yield from self._place(step, stage)
        yield "</div>"

    def _place(self, step: Step, stage: Stage) -> Iterator[str]:
        page = self.picture.page
        left, top, width, height = self.places[step.id]
        across = {"left": left, "width": width}
        parts = {name: part / page.width for name, part in across.items()}
        parts |= {"top": top / page.height, "height": height / page.height}
        look = "; ".join(f"{name}: {100 * part:.3f}%" for name, part in parts.items())
        side = "left" if left + width / 2 < page.width / 2 else "right"
        way = "below" if top + height / 2 < page.height / 2 else "above"
        name = ", ".join(filter(None, (step.label, stage.label, step.marks)))
        yield f'<div class="toc-box" tabindex="0" role="group" aria-label="{_text(name)}" style="{look}">'
        yield f'<div class="toc-told toc-{side} toc-{way}">'
        yield from self._told(step, stage)
        yield "</div></div>"

    def _told(self, step: Step, stage: Stage) -> Iterator[str]:
        known = self.details.get(step.id, NOTHING)
        words = self.words
        yield f"<p><b>{_text(step.label)}</b></p>"
        yield f"<p>{_text(': '.join(filter(None, (stage.label, step.marks))))}</p>"
        yield from (f"<p>{_text(text)}</p>" for text in (step.badge, known.description) if text)
        yield from _list(words["comes_from"], map(str, self.before.get(step.id, ())))
        yield from _list(words["leads_to"], map(str, step.leads_to))
        yield from _list(words["indicators"], known.indicators)
        yield from _list(words["sources"], known.sources)


def _list(heading: str, items: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    told = [f"<li>{_text(item)}</li>" for item in items]
    if told:
        yield f"<p>{_text(heading[:1].upper() + heading[1:])}:</p><ul>{''.join(told)}</ul>"


def _title_of(frame: Frame) -> Rectangle:
    """The place of the title of an opened whole, from edge to edge of its frame."""
    top = frame.y - frame.height / 2
    last = frame.text[-1]
    return (frame.x - frame.width / 2, top, frame.width, last.y + 0.3 * last.size - top)


def _text(text: str) -> str:
    return escape(strip_unprintable(text), quote=True)
