"""How much a model file may hold: far above any real theory of change, far below what hurts a machine."""

from __future__ import annotations

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_LEVELS", "MAX_NODES", "MAX_NUMBER", "MAX_SCALAR"]

MAX_BYTES = 16_000_000
MAX_DEPTH = 64
MAX_NODES = 1_000_000
MAX_SCALAR = 100_000
MAX_NUMBER = 30
"""Letters in a number; longer digits stay text and are then a wrong type."""
MAX_LEVELS = 8
"""Files in a chain of `extends`."""
