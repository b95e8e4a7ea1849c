"""The main job on the model that comes with the library: checked, scored and drawn."""

from __future__ import annotations

from collections.abc import Iterator
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
        summary = check_files([str(file)]).findings.summary
        counts = ", ".join(f"{number} {severity}" for severity, number in summary.items())
        yield f"  {file.relative_to(models)}: {counts}"
    theory = load(models / "csof.yaml")
    scores = score(theory, models / "data" / "table4.csv")
    yield f"\n{score_table(scores)}"
    yield "\nWrote"
    yield f"  {write_bytes(target / 'scores.json', written_scores(scores, 'json').encode())}"
    yield from _figures(draw(theory), target / "figure1")
    yield from _figures(draw(theory, scores=scores), target / "figure1_scores")


def _figures(drawing: Drawing, stem: Path) -> Iterator[str]:
    yield f"  {drawing.save(stem.with_suffix('.html'))}"
    for kind in _PAINTED:
        try:
            yield f"  {drawing.save(stem.with_suffix(f'.{kind}'))}"
        except RendererMissingError as error:
            yield f"  no {kind}: {error}"
