"""How much a model file may hold: far above any real theory of change, far below what hurts a machine."""

from __future__ import annotations

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_FAULTS",
    "MAX_LETTERS",
    "MAX_LEVELS",
    "MAX_NUMBER",
    "MAX_PATH",
    "MAX_SCALAR",
    "MAX_STEPS",
]

MAX_BYTES = 64_000_000
"""Bytes of a file that is opened at all."""
MAX_LETTERS = 4_000_000
"""Letters of one model file; a model of 10,000 boxes has half as many."""
MAX_STEPS = 300_000
"""Words, mappings and lists in one file, those counted again that an alias repeats."""
MAX_DEPTH = 64
MAX_SCALAR = 100_000
MAX_NUMBER = 30
"""Letters in a number; longer digits stay text and are then a wrong type."""
MAX_FAULTS = 1_000
"""Wrong keys that are told at once; nobody reads more."""
MAX_PATH = 400
"""Letters of the path of a base; a message names it in full."""
MAX_LEVELS = 8
"""Files in a chain of `extends`."""
