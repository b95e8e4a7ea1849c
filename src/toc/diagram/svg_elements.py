"""Elements of an SVG as text, in which nothing stands that XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toc.diagram.plain_text import strip_unprintable

__all__ = ["element", "escaped"]

SPECIAL = re.compile('[&<>"]')
NAMES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def element(name: str, attributes: Mapping[str, str], *inner: str) -> str:
    """An element with its attributes and what stands in it, which is markup or escaped already."""
    special = SPECIAL.search
    told = [
        # Most values need nothing: a figure has thousands of them.
        f' {key}="{value if value.isprintable() and not special(value) else quoted(value)}"'
        for key, value in attributes.items()
    ]
    content = "".join(inner)
    return f"<{name}{''.join(told)}>{content}</{name}>" if content else f"<{name}{''.join(told)} />"


def quoted(value: str) -> str:
    """A value as it stands between the quotation marks of XML."""
    return strip_unprintable(value).translate(NAMES)


def escaped(text: str) -> str:
    """Words as they stand between the tags of XML."""
    return strip_unprintable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
