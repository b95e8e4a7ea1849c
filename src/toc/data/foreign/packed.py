"""What the parts of a packed file come to, looked at before anything in them is read."""

from __future__ import annotations

import io
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from toc.errors import TocError

__all__ = ["check_packed"]

_PARTS = 1_000
_UNPACKED = 128 * 1024 * 1024
_RATIO = 100
_SMALL = 4 * 1024 * 1024
_CHUNK = 4096


def check_packed(content: bytes, name: str) -> None:
    """Refuse a packed file that unpacks to far more than it is, or whose XML has definitions of its own.

    At most 1,000 parts, 128 MB in all, and above 4 MB at most a hundred times the packed size. No part's XML may
    have a DOCTYPE, which office programs never write. Raises `TocError`, or what the unpacking raises.
    """
    with ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        size = sum(part.file_size for part in parts)
        if len(parts) > _PARTS or size > _UNPACKED or size > max(_SMALL, _RATIO * len(content)):
            raise TocError(
                f"{name} unpacks to far more than its size, and is not opened.",
                hint="Save the table as CSV in UTF-8, or split it.",
            )
        if any(_defines(packed, part) for part in parts if part.filename.casefold().endswith((".xml", ".rels"))):
            raise TocError(
                f"{name} holds XML with definitions of its own, and is not opened.",
                hint="Open it in Excel or LibreOffice and save it anew.",
            )


class _RootReached(Exception):  # noqa: N818  # no error: the root element ends what has to be looked at
    """Ends the look at a part: definitions stand before its first element."""


def _defines(packed: ZipFile, part: ZipInfo) -> bool:
    """Tell whether the XML of a part has a DOCTYPE."""
    found = []

    def on_root(*_: object) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: found.append(True)
    parser.StartElementHandler = on_root
    try:
        with packed.open(part) as stream:
            while not found and (chunk := stream.read(_CHUNK)):
                parser.Parse(chunk, False)  # noqa: FBT003  # expat takes no names
    except _RootReached:
        pass
    return bool(found)
