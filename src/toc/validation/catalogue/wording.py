"""Rules on the words of a theory: does a label say what changes, for whom, and only once."""

from __future__ import annotations

from toc.validation.rule import Rule

__all__ = ["WORDING"]

WORDING: tuple[Rule, ...] = ()
