"""The words that stand on everything that is made from data that were made up."""

from __future__ import annotations

__all__ = ["SYNTHETIC"]

SYNTHETIC = "SYNTHETIC: these data are made up; nothing may be concluded from them."
