from __future__ import annotations

from pathlib import Path

import pytest

import toc

MODELS = Path(__file__).parents[2] / "models"
HOSTILE = "</td><script>alert(1)</script>\"'&<b>"


@pytest.fixture
def csof() -> Path:
    return MODELS / "csof" / "csof.yaml"


@pytest.fixture
def table4() -> Path:
    return MODELS / "csof" / "data" / "table4.csv"


@pytest.fixture
def theory(csof: Path) -> toc.TheoryOfChange:
    return toc.load(csof)


@pytest.fixture
def hostile() -> toc.TheoryOfChange:
    """A theory whose every label would be markup if nobody escaped it."""
    return toc.from_dict(
        {
            "toc": 1,
            "id": "hostile",
            "title": HOSTILE,
            "stage_labels": {"short_term": HOSTILE},
            "activities": {"work": {"label": HOSTILE, "leads_to": {"change": {"because": HOSTILE}}}},
            "outcomes": {"short_term": {"change": {"label": HOSTILE}, "unmeasured": {"label": HOSTILE}}},
            "scales": {"points": {"lowest": 1, "highest": 5, "better": "higher"}},
            "indicators": {"sign": {"label": HOSTILE, "measures": ["change"], "scale": "points"}},
        }
    )
