"""A base, and sites written beside it, as files in a folder of their own."""

from __future__ import annotations

from pathlib import Path

from loading.marked_text import Told, told_faults, unmarked
from toc.loading import inspect

BASE = """\
toc: 1
id: base
title: Base
sources:
  s1:
    title: Report
populations:
  parents:
    label: Parents
inputs:
  money:
    label: Money
    leads_to: [visits, groups]
participants:
  families:
    label: Families
    who: [parents]
activities:
  work:
    label: Work
  visits:
    label: Visits
    part_of: work
    engages: [families]
    leads_to:
      calm:
        because: They talk.
        cite: s1 page 1
  groups:
    label: Groups
    cite: [s1 page 2, s1 page 3]
    leads_to: [calm]
outputs:
  seen:
    label: Families seen
    count: 79
outcomes:
  long_term:
    calm:
      label: Calm
factors:
  law:
    label: Law
    affects: [visits, visits -> calm, groups]
indicators:
  stress:
    label: Stress
    measures: [calm]
stage_links:
  inputs -> activities:
    basis: stated
coverage:
  people: 134
  with_two: 85
sites:
  wales: wales.yaml
figure:
  open: [work]
"""
SITE = "toc: 1\nextends: base.yaml\n"


def written(folder: Path, name: str, text: str) -> Path:
    """Write a text into a folder that is its own root; return the path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    (folder / "toc.toml").touch()
    path.write_text(text, encoding="utf-8")
    return path


def site_of(folder: Path, text: str, *, base: str = BASE) -> Path:
    """Write a base and a site that extends it; return the path of the site."""
    written(folder, "base.yaml", base)
    return written(folder, "wales.yaml", SITE + text)


def check_told(folder: Path, text: str, told: list[Told]) -> None:
    """Hold the faults of a site to those that must be told, at the marks in its text."""
    clean, places = unmarked(SITE + text, str(folder / "wales.yaml"))
    path = site_of(folder, clean.removeprefix(SITE))
    assert inspect(path).faults == told_faults(told, places)
