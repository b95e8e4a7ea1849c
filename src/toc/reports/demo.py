"""The main job on the model that comes with the library: checked, scored and drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from toc.diagram import RendererMissingError
from toc.files import made_folder, shipped_models, write_bytes
from toc.loading import load
from toc.reports.check import check_files
from toc.reports.drawing import Drawing, draw
from toc.reports.score_table import score_table
from toc.reports.scored import written_scores
from toc.scoring import score

__all__ = ["run_demo"]

_SITES = ("bristol", "isle_of_wight", "wales")
_PAINTED = ("svg", "pdf", "png")


def run_demo(folder: str | Path) -> Iterator[str]:
    """Check the CSOF model and its sites, score its published results and draw its Figure 1 into `folder`.

    Yields the lines to print. Raises `TocError` where the folder cannot be made or written to.
    """
    target = made_folder(folder)
    models = shipped_models() / "csof"
    yield "Checking the CSOF service and its three sites"
    for file in (models / "csof.yaml", *(models / "sites" / f"{site}.yaml" for site in _SITES)):
        yield f"  {file.relative_to(models).as_posix()}: {check_files([str(file)]).summary}"
    theory = load(models / "csof.yaml")
    scores = score(theory, models / "data" / "table4.csv")
    yield f"\n{score_table(scores)}"
    yield "\nWrote"
    yield f"  {write_bytes(target / 'scores.json', written_scores(scores, 'json').encode())}"
    figures = {target / "figure1": draw(theory), target / "figure1_scores": draw(theory, scores=scores)}
    for stem, drawing in figures.items():
        yield f"  {drawing.save(stem.with_suffix('.html'))}"
    try:
        yield from _painted(figures)
    except RendererMissingError as error:
        yield f"\nNo SVG, PDF and PNG. {error}"


def _painted(figures: Mapping[Path, Drawing]) -> Iterator[str]:
    for stem, drawing in figures.items():
        for kind in _PAINTED:
            yield f"  {drawing.save(stem.with_suffix(f'.{kind}'))}"
