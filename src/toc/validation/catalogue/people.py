"""Rules on people: who is reached, and is it they who are meant to change."""

from __future__ import annotations

from toc.validation.rule import Rule

__all__ = ["PEOPLE"]

PEOPLE: tuple[Rule, ...] = ()
