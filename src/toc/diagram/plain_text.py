"""Text that every format can hold: what XML 1.0 forbids is taken out."""

from __future__ import annotations

import re

__all__ = ["strip_unprintable"]

BREAKS = re.compile(r"[\t\r\n]")
FORBIDDEN = re.compile("[^\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def strip_unprintable(text: str) -> str:
    """The text on one line: a line break or tab becomes a space, other control characters and lone surrogates go.

    Kept is what XML 1.0 (section 2.2) allows, without the delete character.
    """
    return FORBIDDEN.sub("", BREAKS.sub(" ", text))
