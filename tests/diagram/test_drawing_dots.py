"""Dots per inch are asked of a PNG alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from toc.diagram.figure_file import FORMATS
from toc.errors import TocError
from toc.loading import loads
from toc.reports import draw

DRAWING = draw(loads("toc: 1\nid: m\ntitle: Small\noutcomes: {long_term: {calm: {label: Calm}}}\n"))


@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize("kind", sorted(set(FORMATS) - {"png"}))
def test_dots_per_inch_of_a_kind_without_dots_are_refused_and_nothing_is_written(
    kind: str, dpi: int, tmp_path: Path
) -> None:
    with pytest.raises(TocError) as refusal:
        DRAWING.save(tmp_path / f"figure.{kind}", dpi=dpi)
    told = f"dpi is for .png; .{kind} has no dots per inch. Leave it out."
    assert (str(refusal.value), list(tmp_path.iterdir())) == (told, [])


def test_an_unknown_kind_is_refused_for_its_kind_whatever_the_dots() -> None:
    with pytest.raises(TocError, match="no figure format 'gif'"):
        DRAWING.to_bytes("gif", dpi=300)


def test_a_png_takes_any_dots_per_inch() -> None:
    assert len(DRAWING.to_bytes("png", dpi=300)) > len(DRAWING.to_bytes("png", dpi=72))
    assert DRAWING.to_bytes("png", dpi=150) == DRAWING.to_bytes("png")
