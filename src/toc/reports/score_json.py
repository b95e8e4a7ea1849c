"""Scores as JSON, format version 1."""

from __future__ import annotations

import json

from toc.scoring import Scores

__all__ = ["score_json"]


def score_json(scores: Scores) -> str:
    """Return scores as JSON; shares are unrounded fractions, and null is "not known" or "not measured"."""
    return json.dumps(scores.to_dict(), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
