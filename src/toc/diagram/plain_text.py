"""Text that every format can hold: what XML 1.0 forbids is taken out."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["has_ink", "strip_unprintable"]

BREAKS = re.compile(r"[\t\r\n\x85]")
WITHOUT_INK = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Mn", "Me"})
FORBIDDEN = re.compile("[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def strip_unprintable(text: str) -> str:
    """The text on one line: a line break or tab becomes a space, other control characters and lone surrogates go.

    Kept is what XML 1.0 (section 2.2) allows, without the delete character and those from U+0080 to U+009F.
    """
    # What Python calls printable holds nothing that is taken out.
    return text if text.isprintable() else FORBIDDEN.sub("", BREAKS.sub(" ", text))


def has_ink(text: str) -> bool:
    """Whether anything of a text can be seen; Graphviz crashes over words that have no width."""
    return any(unicodedata.category(character) not in WITHOUT_INK for character in text)
