"""Scores small enough to be counted by hand, for the tests of scorecards and plots."""

from __future__ import annotations

from typing import Any

from toc.model import TheoryOfChange
from toc.scoring import Scores, score


def theory(label: str = "Calmer homes", **more: Any) -> TheoryOfChange:
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "small",
            "title": label,
            "version": "2024-05",
            "coverage": {"people": 30, "with_two": 20},
            "outcomes": {
                "short_term": {"calm": {"label": label}, "skill": {"label": f"More skill: {label}"}},
                "long_term": {"life": {"label": f"A better life: {label}"}},
            },
            "scales": {"up": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {
                "worry": {"label": f"Worry: {label}", "measures": ("calm",), "scale": "up"},
                "sleep": {"label": f"Sleep: {label}", "measures": ("calm",), "scale": "up"},
                "rest": {"label": f"Rest: {label}", "measures": ("skill",), "scale": "up"},
            },
            **more,
        }
    )


def count(indicator: str, improved: int, no_change: int, worsened: int) -> dict[str, Any]:
    return {"indicator": indicator, "improved": improved, "no_change": no_change, "worsened": worsened}


COUNTS = [count("worry", 9, 3, 2), count("sleep", 1, 2, 0)]
READINGS = [
    {"person": person, "indicator": "worry", "date": date, "kind": kind, "score": value, "source": "synthetic"}
    for person, date, kind, value in (
        ("a", "2013-01-01", "initial", 2),
        ("a", "2013-02-01", "final", 4),
        ("b", "2013-01-01", "initial", 3),
    )
]
PERCENTS = [{"indicator": "worry", "pre_percent": 28, "post_percent": 98, "n": 8}]


def counted(label: str = "Calmer homes") -> Scores:
    return score(theory(label), COUNTS)
