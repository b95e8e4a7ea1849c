"""A look at the bytes of a CSV file of any size: whether every program cuts it into the same cells."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from toc.files.reading import read_start

__all__ = ["PlainCsv", "look_at_csv"]

_PIECE = 1 << 22
_LOOSE_QUOTE = re.compile(rb'[\n,;\t][ \t]+"|"[ \t]+[\r\n,;\t]')


class PlainCsv(NamedTuple):
    """`first` is the first line without its end; `lines` is how many there are with it."""

    first: str
    lines: int


def look_at_csv(path: Path) -> PlainCsv | None:
    """Return what a file holds that is plain; None for one that programs may read differently.

    Plain is UTF-8 with a first line that is not empty, lines of at most 4 MB, no NUL and no carriage return alone,
    and no space between a quotation mark around a cell and the separator beside it. Raises `TocError` where there
    is no such file.
    """
    start = read_start(path, _PIECE).removeprefix(codecs.BOM_UTF8)
    first, end, _ = start.partition(b"\n")
    lines = 0
    for piece in _pieces(path):
        if piece is None or not _is_plain(piece):
            return None
        lines += piece.count(b"\n") + (not piece.endswith(b"\n"))
    heading = first.removesuffix(b"\r").decode()
    return PlainCsv(heading, lines) if end and heading.strip() and heading.count('"') % 2 == 0 else None


def _pieces(path: Path) -> Iterator[bytes | None]:
    """Yield whole lines, many at a time; None for a line that is too long."""
    rest = b""
    with path.open("rb") as stream:
        while read := stream.read(_PIECE):
            whole, end, begun = read.rpartition(b"\n")
            if not end and len(rest) + len(read) >= _PIECE:
                yield None
                return
            if end:
                yield rest + whole + end
            rest = begun if end else rest + begun
    if rest:
        yield rest


def _is_plain(lines: bytes) -> bool:
    try:
        lines.decode()
    except UnicodeDecodeError:
        return False
    if b"\0" in lines or lines.count(b"\r") != lines.count(b"\r\n"):
        return False
    return b'"' not in lines or not _LOOSE_QUOTE.search(b"\n" + lines)
