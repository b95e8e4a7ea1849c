"""The main job on the model that comes with the library: checked, scored and drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from toc.diagram import RendererMissingError
from toc.files import made_folder, shipped_models, write_bytes
from toc.loading import load
from toc.reports.check import check_files
from toc.reports.drawing import Drawing
from toc.reports.score_table import score_table
from toc.reports.scored import written_scores
from toc.reports.theory_drawing import draw
from toc.scoring import Scores, score

__all__ = ["run_demo"]

_SITES = ("bristol", "isle_of_wight", "wales")
_PAINTED = ("svg", "pdf", "png")


def run_demo(folder: str | Path) -> Iterator[str]:
    """Check the CSOF model and its sites, score its published results and draw its Figure 1 into `folder`.

    Yields the lines to print; the whole table of scores is written to `scores.txt`, and the file to look at first
    is named last. Raises `TocError` where the folder cannot be made or written to.
    """
    target = made_folder(folder)
    models = shipped_models() / "csof"
    yield "Checking the CSOF service and its three sites"
    for file in (models / "csof.yaml", *(models / "sites" / f"{site}.yaml" for site in _SITES)):
        yield f"  {file.relative_to(models).as_posix()}: {check_files([str(file)]).summary}"
    theory = load(models / "csof.yaml")
    scores = score(theory, models / "data" / "table4.csv")
    yield from _scored(scores)
    yield "\nWrote"
    yield f"  {write_bytes(target / 'scores.txt', score_table(scores).encode())}"
    yield f"  {write_bytes(target / 'scores.json', written_scores(scores, 'json').encode())}"
    figures = {target / "figure1": draw(theory), target / "figure1_scores": draw(theory, scores=scores)}
    for stem, drawing in figures.items():
        yield f"  {drawing.save(stem.with_suffix('.html'))}"
    first = target / "figure1.png"
    try:
        yield from _painted(figures)
    except RendererMissingError as error:
        first = target / "figure1.html"
        yield f"\nNo SVG, PDF and PNG. {error}"
    yield f"\nLook at {first}. To go on: toc new my_service.yaml"
    yield "(After `make demo`, first type: . .venv/bin/activate)"


def _scored(scores: Scores) -> Iterator[str]:
    measured = [outcome for outcome in scores.outcomes if outcome.measured]
    known = f"{len(measured)} of {len(scores.outcomes)} outcomes are measured"
    yield f"\nScoring its published results: {known}; share improved"
    for outcome in measured:
        yield f"  {100 * (outcome.share_improved or 0):.1f} % of {outcome.n} pairs: {outcome.label}"
    yield f"  {scores.coverage_line}"
    yield "  Change observed, not caused: these figures do not say what brought it about."


def _painted(figures: Mapping[Path, Drawing]) -> Iterator[str]:
    for stem, drawing in figures.items():
        for kind in _PAINTED:
            yield f"  {drawing.save(stem.with_suffix(f'.{kind}'))}"
