"""The "did you mean" of every message."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["nearest_hint"]


def nearest_hint(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return 'Did you mean `x`?' for the known word that is nearest, or `otherwise` where none is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean `{near[0]}`?" if near else otherwise
