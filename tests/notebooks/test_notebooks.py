"""The notebooks run from top to bottom, and show what they say they show."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@cache
def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with its outputs; a cell that fails raises."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": FOLDER}})
    return client.execute()


def outputs(path: Path) -> list[nbformat.NotebookNode]:
    return [output for cell in executed(path).cells for output in cell.get("outputs", ())]


def printed(path: Path) -> str:
    return "".join(output.text for output in outputs(path) if output.output_type == "stream")


def shown(path: Path, kind: str) -> list[str]:
    return [output.data[kind] for output in outputs(path) if kind in output.get("data", ())]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_without_outputs(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert [cell.id for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom_without_a_word_of_warning(path: Path) -> None:
    assert [output.name for output in outputs(path) if output.get("name") == "stderr"] == []


CSOF = FOLDER / "01_csof.ipynb"


def test_the_csof_notebook_shows_three_figures() -> None:
    assert [svg.lstrip()[:4] for svg in shown(CSOF, "image/svg+xml")] == ["<svg", "<svg", "<svg"]


@pytest.mark.parametrize(
    "heading", ["direction", "measured by", "how to mend it", "95 % interval, %", "Whole service"]
)
def test_the_csof_notebook_shows_trace_matrix_findings_scores_and_sites_as_tables(heading: str) -> None:
    tables = [html for html in shown(CSOF, "text/html") if "<table" in html and f">{heading}</th>" in html]
    assert len(tables) == 1


@pytest.mark.parametrize(
    "line",
    [
        "{'error': 0, 'warning': 23, 'info': 0}",
        "able to voice their needs: 66.7 % improved (n=21 pairs; 95 % interval 45.4 to 82.8)",
        "Reduced isolation and stigma: 73.3 % improved (n=86 pairs; 95 % interval 63.1 to 81.5)",
        "Improved parenting capacity: 70.2 % improved (n=47 pairs; 95 % interval 56.0 to 81.3)",
        "contact and/or relationships: 72.1 % improved (n=43 pairs; 95 % interval 57.3 to 83.3)",
        "improved confidence and self-esteem: 50.0 % improved (n=22 pairs; 95 % interval 30.7 to 69.3)",
        "Coverage: 85 of 134 people have two assessments (63.4 %); 49 have not.",
        "+82 points: How to find out and use what families want and need",
        "SYNTHETIC: these data are made up; nothing may be concluded from them.",
        "improved, from readings: 152 of 219",
        "left out steering_groups_formed: No steering group was formed here",
    ],
)
def test_the_csof_notebook_prints(line: str) -> None:
    assert line in printed(CSOF)
