"""Elements of an SVG as text."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["element", "escaped"]

SPECIAL = re.compile('[&<>"\r\n\t]')
NAMES = str.maketrans({
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;",
})  # fmt: skip
"""In an attribute a reader would take a line break or tab for a space (XML 1.0, section 3.3.3)."""


def element(name: str, attributes: Mapping[str, str], *inner: str) -> str:
    """An element with its attributes and what stands in it, which is markup or escaped already."""
    special = SPECIAL.search
    told = [f' {key}="{value.translate(NAMES) if special(value) else value}"' for key, value in attributes.items()]
    content = "".join(inner)
    return f"<{name}{''.join(told)}>{content}</{name}>" if content else f"<{name}{''.join(told)} />"


def escaped(text: str) -> str:
    """Words as they stand between the tags of XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
