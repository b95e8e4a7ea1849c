"""The checks of who is reached, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check

__all__ = ["PEOPLE"]

PEOPLE: tuple[Check, ...] = ()
