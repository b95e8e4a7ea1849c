"""`Hit`: what a check finds, before it is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from toc.places import Place
from toc.validation.fix import Mending
from toc.validation.rule import Severity

__all__ = ["Hit"]


class Hit(NamedTuple):
    """A rule's code and the id or link (`from -> to`) that it fires on.

    `words` fill the braces of the rule's message. `path` are the keys that lead to the subject in the file
    (empty: looked up by id; None: it does not stand there) and `place` is given where it is known already.
    `other` leads to a second place that the finding is about, as `path` does to the first, or is that place (None:
    there is none).
    `covers` are further ids and links that have the same fault. `severity` and `hint` override the rule's own.
    `mending` is how the text could be mended (None: only a person can).
    """

    code: str
    subject: str
    words: Mapping[str, object] = MappingProxyType({})
    path: tuple[str | int, ...] | None = ()
    place: Place | None = None
    other: tuple[str | int, ...] | Place | None = None
    covers: tuple[str, ...] = ()
    severity: Severity | None = None
    hint: str = ""
    mending: Mending | None = None
