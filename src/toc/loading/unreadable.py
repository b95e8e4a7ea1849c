"""Where a text holds a character that no YAML file may hold."""

from __future__ import annotations

import re

from toc.errors import Fault
from toc.places import Place

__all__ = ["unreadable_sign"]

_UNREADABLE = "[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Compiled when it is needed: so many letters take longer than importing a whole module."""


def unreadable_sign(text: str, file: str) -> Fault:
    """Return the fault at the first such character, at the top of the text where none is found."""
    found = re.search(_UNREADABLE, text.removeprefix("\ufeff"))
    lines = re.split("\r\n|\r|\n", text[: found.start()]) if found else [""]
    place = Place(file, len(lines), len(lines[-1]) + 1)
    hint = "It is often invisible, and comes with text that was pasted: delete it and type it again."
    return Fault("encoding", "there is a character here that a model file cannot hold.", place, hint)
