from __future__ import annotations

from pathlib import Path

import pytest

from toc.loading import load
from toc.model import TheoryOfChange

CSOF = Path(__file__).parents[2] / "models" / "csof"


@pytest.fixture(scope="session")
def csof() -> TheoryOfChange:
    return load(CSOF / "csof.yaml")


@pytest.fixture(scope="session")
def wales() -> TheoryOfChange:
    return load(CSOF / "sites" / "wales.yaml")


@pytest.fixture(scope="session")
def csof_data() -> Path:
    return CSOF / "data"


@pytest.fixture(scope="session")
def theory() -> TheoryOfChange:
    """Two outcomes that share an indicator, one with a scale of each kind, and one that nothing measures."""
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "small",
            "title": "Small <b>",
            "outcomes": {
                "short_term": {"calm": {"label": "Calmer <script>homes"}},
                "intermediate": {"trust": {"label": "More trust"}, "skill": {"label": "More skill"}},
            },
            "scales": {
                "up": {"lowest": 1, "highest": 5, "better": "higher"},
                "down": {"lowest": 0, "highest": 10, "better": {"value": "lower", "basis": "inferred"}},
                "silent": {"lowest": 1, "highest": 5},
            },
            "indicators": {
                "shared": {"label": "Shared", "measures": ("calm", "trust"), "scale": "up"},
                "worry": {"label": "Worry", "measures": ("calm",), "scale": "down"},
                "unsaid": {"label": "Unsaid", "measures": ("trust",), "scale": "silent"},
            },
        }
    )
