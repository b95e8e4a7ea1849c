"""A sheet painted by matplotlib, as SVG or PNG: the same sheet gives the same bytes."""

from __future__ import annotations

import io
import re
import warnings
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Literal

import matplotlib
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Rectangle
from matplotlib.text import Text

from toc.reports.plots.sheet import INK, Block, Dot, Rule, Shape, Sheet, Words

__all__ = ["painted"]

_FONTS = files("toc.diagram") / "fonts"
_FAMILY = ["Liberation Sans", "Arial", "Helvetica", "sans-serif"]


def painted(sheet: Sheet, kind: Literal["svg", "png"], dpi: int) -> bytes:
    """Return a sheet as SVG, or as PNG of `dpi` dots per inch; nothing of the reader's own settings is used."""
    with matplotlib.rc_context(), warnings.catch_warnings():
        # A letter that the font lacks is told by whoever asks for the plot; here it is only an empty box.
        warnings.simplefilter("ignore")
        matplotlib.rcdefaults()
        # Words stay words: they can be searched, read aloud and mended, and any font as wide as Arial fits.
        matplotlib.rc("svg", fonttype="none", hashsalt="toc")
        matplotlib.rc("hatch", linewidth=0.9)
        figure = _figure(sheet)
        out = io.BytesIO()
        if kind == "png":
            told = {"Software": None, "Title": sheet.title, "Description": sheet.description}
            figure.savefig(out, format="png", dpi=dpi, metadata=told)
            return out.getvalue()
        figure.savefig(out, format="svg")
    return _accessible(out.getvalue().decode(), sheet).encode()


def _figure(sheet: Sheet) -> Figure:
    figure = Figure(figsize=(sheet.width / 72, sheet.height / 72), dpi=72, facecolor="#FFFFFF")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(sheet.height, 0)
    for order, shape in enumerate(sheet.shapes):
        artist = _artist(shape)
        artist.set_zorder(order)
        axes.add_artist(artist)
        artist.set_clip_on(False)
    return figure


def _artist(shape: Shape) -> Artist:
    match shape:
        case Block(x, y, width, height, look):
            return Rectangle(
                (x, y),
                width,
                height,
                linewidth=0.8,
                facecolor=look.fill,
                edgecolor=look.edge,
                hatch=look.hatch or None,
            )
        case Rule(points, colour, width, dash):
            xs, ys = zip(*points, strict=True)
            return Line2D(xs, ys, color=colour, linewidth=width, linestyle=dash)
        case Dot(x, y, radius, hollow):
            inside = "#FFFFFF" if hollow else INK
            return Ellipse((x, y), 2 * radius, 2 * radius, facecolor=inside, edgecolor=INK, linewidth=1.0)
        case Words():
            return _text(shape)


def _text(words: Words) -> Text:
    name = "LiberationSans-Bold.ttf" if words.bold else "LiberationSans-Regular.ttf"
    font = FontProperties(
        fname=str(_FONTS / name), family=_FAMILY, weight=700 if words.bold else 400, size=words.size
    )
    # The middle of small letters and figures lies about a third of the font size above the line.
    return Text(
        words.x,
        words.y + 0.35 * words.size,
        words.text,
        color=words.colour,
        fontproperties=font,
        horizontalalignment=words.side,
        verticalalignment="baseline",
        parse_math=False,
    )


def _accessible(svg: str, sheet: Sheet) -> str:
    """Give a picture its title and description, and take away the day, the program and what lies elsewhere."""
    body = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    key = sha256(f"{sheet.title}{sheet.description}".encode()).hexdigest()[:8]
    names = f'role="img" aria-labelledby="plot-{key}-title plot-{key}-words"'
    told = (
        f'<title id="plot-{key}-title">{escape(sheet.title)}</title>\n'
        f' <desc id="plot-{key}-words">{escape(sheet.description)}</desc>'
    )
    head, rest = body.split(">", 1)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head} {names}>\n {told}{rest}'
