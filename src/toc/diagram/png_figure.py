"""The figure as PNG that knows its resolution, so that it is printed and pasted at its true size."""

from __future__ import annotations

import struct
import zlib

__all__ = ["fix_png"]

INCHES_PER_METRE = 1 / 0.0254
HEADER_END = 33
"""Bytes of the signature (8) and of the first chunk, IHDR (25)."""


def fix_png(painted: bytes, dpi: int) -> bytes:
    """The PNG that Graphviz painted, with its dots per inch written into it (chunk pHYs, PNG section 11.3.5.3)."""
    per_metre = round(dpi * INCHES_PER_METRE)
    data = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
    return painted[:HEADER_END] + chunk + painted[HEADER_END:]
