"""Text without the spaces around it, the same whichever library holds it."""

from __future__ import annotations

import narwhals as nw

__all__ = ["SPACES", "trimmed"]

_NARROW = (*range(0x9, 0xE), *range(0x1C, 0x21), 0x85, 0xA0)
_WIDE = (0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000)
SPACES = "".join(map(chr, (*_NARROW, *_WIDE)))
"""Every letter that Python takes for a space, since libraries do not agree on them."""


def trimmed(text: nw.Expr) -> nw.Expr:
    """Return text without spaces around it, by a pattern: not every library strips the letters it is told."""
    return text.str.replace_all(f"^[{SPACES}]+|[{SPACES}]+$", "")
