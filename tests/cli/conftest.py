from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

MODELS = Path(__file__).parents[2] / "models"

GARDEN = """\
toc: 1
id: garden
title: A garden for everyone
version: "2024-05"
strands:
  growing:
    label: Growing
populations:
  neighbours:
    label: Neighbours
participants:
  households:
    label: Households without a garden
    who: [neighbours]
activities:
  workshops:
    label: Gardening workshops
    strand: growing
    engages: [households]
    leads_to:
      skills:
        because: People learn by doing.
outcomes:
  short_term:
    skills:
      label: Neighbours know how to grow food
      strand: growing
      who: [neighbours]
      leads_to:
        health:
          because: They eat more of what they grow.
  long_term:
    health:
      label: Better health
      strand: growing
scales:
  five_point:
    lowest: 1
    highest: 5
    better: higher
    points: {"1": never, "5": always}
indicators:
  growing_skills:
    label: Growing skills
    who: [neighbours]
    measures: [skills]
    scale: five_point
  feels_well:
    label: Feels well
    measures: [health]
    scale: five_point
"""

COUNTS = "indicator,improved,no_change,worsened\ngrowing_skills,20,4,2\nfeels_well,15,5,1\n"


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model that has no findings, and with counts for it."""
    (tmp_path / "garden.yaml").write_text(GARDEN)
    (tmp_path / "counts.csv").write_text(COUNTS)
    return tmp_path


@pytest.fixture
def toc(folder: Path) -> Callable[..., Run]:
    """Run the command as its users do: a process of its own, in a folder of its own."""

    def run(*arguments: object, **environment: str) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "toc", *map(str, arguments)],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        result = Run(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in result.out + result.err
        return result

    return run


@pytest.fixture
def csof() -> Path:
    return MODELS / "csof" / "csof.yaml"


@pytest.fixture
def table4() -> Path:
    return MODELS / "csof" / "data" / "table4.csv"
