"""`Fix`: how what a finding says could be mended in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from toc.errors import Edit, EditKind

__all__ = ["Fix", "Mending", "Safety"]

Safety = Literal["safe", "unsafe"]


class Fix(NamedTuple):
    """An edit, and whether the meaning stays with it ("safe") or a person must look at it ("unsafe")."""

    edit: Edit
    safety: Safety


class Mending(NamedTuple):
    """What a check knows of the edit that would mend its hit; the other fields are as in `Edit`.

    `path` leads to what is to be edited (None: it stands where the hit does).
    """

    kind: EditKind
    old: str = ""
    new: str = ""
    path: Sequence[str | int] | None = None
