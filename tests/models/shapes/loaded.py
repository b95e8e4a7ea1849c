"""The models of this folder, loaded and drawn once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from diagram.quality import (
    arrows_near_boxes,
    arrows_over_words,
    arrows_through_boxes,
    off_page,
    overflows,
    overlaps,
)
from toc.diagram import Picture
from toc.loading import load
from toc.model import TheoryOfChange
from toc.reports import Drawing, draw

__all__ = ["SHAPES", "SVG", "drawing", "flaws", "picture", "svg", "theory"]

SHAPES = Path(__file__).parent
QUALITY = (overlaps, arrows_through_boxes, arrows_near_boxes, arrows_over_words, overflows, off_page)
SVG = "{http://www.w3.org/2000/svg}"


@cache
def theory(name: str) -> TheoryOfChange:
    return load(SHAPES / f"{name}.yaml")


@cache
def drawing(name: str, strand: str | None = None, language: str | None = None) -> Drawing:
    page = "A3" if name == "neighbourhood_matrix" else "A4"
    return draw(theory(name), page=page, strand=strand, language=language)


def picture(name: str, strand: str | None = None) -> Picture:
    return drawing(name, strand).picture


def flaws(shown: Picture) -> dict[str, list[Any]]:
    return {measure.__name__: found for measure in QUALITY if (found := list(measure(shown)))}


def svg(name: str) -> ET.Element:
    return ET.fromstring(drawing(name).to_bytes("svg"))  # noqa: S314  # what this library wrote itself
