from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from toc.model import TheoryOfChange

Made = Callable[..., TheoryOfChange]


def theory_of(
    activities: dict[str, dict[str, Any]],
    outcomes: dict[str, dict[str, Any]],
    **sections: Any,
) -> TheoryOfChange:
    """Make a theory from boxes given without labels; every outcome stands in the long term."""
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "made",
            "title": "Made for a test",
            "activities": {key: {"label": key, **box} for key, box in activities.items()},
            "outcomes": {"long_term": {key: {"label": key, **box} for key, box in outcomes.items()}},
            **sections,
        }
    )


@pytest.fixture
def made() -> Made:
    return theory_of
