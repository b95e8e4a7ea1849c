"""Words and attributes as dot writes them."""

from __future__ import annotations

from collections.abc import Mapping

from toc.diagram.plain_text import strip_unprintable

__all__ = ["attributes_of", "quoted"]


def attributes_of(values: Mapping[str, str]) -> str:
    """Attributes in square brackets; the values are quoted already."""
    return "[" + ", ".join(f'{key}="{value}"' for key, value in values.items()) + "]"


def quoted(text: str) -> str:
    """Text as the inside of a quoted dot string: Graphviz neither expands nor interprets any of it."""
    plain = strip_unprintable(text)
    return plain.replace("\\", "\\\\").replace("&", "&amp;").replace('"', '\\"')
