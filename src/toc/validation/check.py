"""`Check`: a function that finds where rules are broken, and which rules these are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["Check"]


class Check(NamedTuple):
    """`find` yields hits of `codes` only; it is run where one of them is needed."""

    find: Callable[[Context], Iterator[Hit]]
    codes: frozenset[str]

    @classmethod
    def of(cls, find: Callable[[Context], Iterator[Hit]], *codes: str) -> Check:
        """Name a function's codes."""
        return cls(find, frozenset(codes))
