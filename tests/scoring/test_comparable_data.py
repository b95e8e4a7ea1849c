"""Indicators that sites measure in ways of their own are not put together with those of others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from toc.errors import TocError
from toc.loading import load
from toc.model import TheoryOfChange
from toc.scoring import score

BASE = """\
toc: 1
id: service
title: Service
outcomes:
  short_term:
    calm:
      label: Calm
scales:
  up:
    lowest: 1
    highest: 5
    better: higher
indicators:
  sleep:
    label: Sleep
    measures: [calm]
    scale: up
  worry:
    label: Worry
    measures: [calm]
    scale: up
sites:
  north: north.yaml
  south: south.yaml
"""
SITE = "toc: 1\nextends: service.yaml\nsite:\n  id: {0}\n  name: {0}\n"
OTHER_WORDS = (
    "change:\n  worry:\n    label: Worry at night\n    comparable: false\n    reason: It asks of nights.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "toc.toml").write_text("")
    (tmp_path / "service.yaml").write_text(BASE)
    (tmp_path / "north.yaml").write_text(SITE.format("north"))
    (tmp_path / "south.yaml").write_text(SITE.format("south") + OTHER_WORDS)
    return tmp_path


def rows(*sites: str) -> list[dict[str, Any]]:
    return [
        {"site": site, "indicator": indicator, "improved": 5, "no_change": 3, "worsened": 2}
        for site in sites
        for indicator in ("sleep", "worry")
    ]


def numbers(theory: TheoryOfChange, data: list[dict[str, Any]]) -> dict[str, int | None]:
    scores = score(theory, data)
    return {row.id: row.n for row in (*scores.indicators, *scores.outcomes)}


def test_a_site_s_own_way_of_measuring_is_left_out_of_all_sites_together(folder: Path) -> None:
    theory = load(folder / "service.yaml")
    assert numbers(theory, rows("north", "south")) == {"sleep": 20, "worry": 10, "calm": 30}
    notes = score(theory, rows("north", "south")).notes
    assert (
        "Not put together with other sites: Worry (worry) at south (1 row), since the model says that it cannot "
        "be compared. Score the site's own model for it."
    ) in notes


def test_a_site_alone_is_scored_on_everything(folder: Path) -> None:
    assert numbers(load(folder / "service.yaml"), rows("south")) == {"sleep": 10, "worry": 10, "calm": 20}
    assert numbers(load(folder / "south.yaml"), rows("north", "south")) == {"sleep": 10, "worry": 10, "calm": 20}


def test_what_the_base_calls_not_comparable_is_left_out_at_every_site(folder: Path) -> None:
    text = BASE.replace("    label: Worry\n", "    label: Worry\n    comparable: false\n")
    (folder / "service.yaml").write_text(text)
    theory = load(folder / "service.yaml")
    assert numbers(theory, rows("north", "south")) == {"sleep": 20, "worry": None, "calm": 20}
    with pytest.raises(TocError, match="Nothing in the rows given can be compared between its sites"):
        score(theory, [row for row in rows("north", "south") if row["indicator"] == "worry"])


def test_where_everything_is_comparable_no_note_says_otherwise(folder: Path) -> None:
    (folder / "south.yaml").write_text(SITE.format("south"))
    scores = score(load(folder / "service.yaml"), rows("north", "south"))
    assert not any("Not put together" in note for note in scores.notes)
    assert scores.total.n == 40
