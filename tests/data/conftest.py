from __future__ import annotations

import pytest

from toc.model import TheoryOfChange


@pytest.fixture(scope="session")
def theory() -> TheoryOfChange:
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "small",
            "title": "Small",
            "populations": {"parents": {"label": "Parents"}, "children": {"label": "Children"}},
            "outcomes": {
                "short_term": {"calm": {"label": "Calmer homes"}},
                "intermediate": {"esteem": {"label": "Better self-esteem"}},
            },
            "scales": {
                "five": {"lowest": 1, "highest": 5, "better": "higher"},
                "tenths": {"lowest": 0.0, "highest": 1.0, "better": "higher"},
            },
            "indicators": {
                "stress": {
                    "label": {"en": "Reduced parental stress", "cy": "Llai o straen"},
                    "measures": ("calm",),
                    "scale": "five",
                    "aliases": ("Parent’s  Stress", "worry"),
                },
                "esteem_parents": {
                    "label": "Improved self-esteem",
                    "measures": ("esteem",),
                    "scale": "five",
                    "who": ("parents",),
                },
                "esteem_children": {
                    "label": "Improved self-esteem",
                    "measures": ("esteem",),
                    "scale": "five",
                    "who": ("children",),
                },
                "mood": {"label": "Mood", "measures": ("calm",), "scale": "tenths"},
            },
            "sites": {"bristol": "sites/bristol.yaml", "wales": "sites/wales.yaml"},
        }
    )
