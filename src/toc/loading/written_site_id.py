"""The id that the text of a site gives to itself, read without reading the rest of it."""

from __future__ import annotations

import re
from itertools import takewhile

__all__ = ["written_site_id"]

_SITE = re.compile(r"""(["']?)site\1[ \t]*:(?:[ \t]+(?P<value>[^\s#].*))?(?:[ \t]*|[ \t]+#.*)$""")
_ID = re.compile(r"""(["']?)id\1[ \t]*:[ \t]+(["']?)(?P<id>[\w-]+)\2[ \t]*(?:[,}]|[ \t]#|$)""")
_BETWEEN_BRACES = re.compile(r"[{,][ \t]*")


def written_site_id(text: str) -> str | None:
    """Return what stands under `site`, `id`, between braces on one line or on lines of their own.

    None where neither form is found: such a text is read in full elsewhere.
    """
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = _SITE.match(line)
        if found is None:
            continue
        value = found["value"]
        return _id_among(lines[number + 1 :]) if value is None else _id_between_braces(value)
    return None


def _id_between_braces(value: str) -> str | None:
    starts = (match.end() for match in _BETWEEN_BRACES.finditer(value))
    found = next((found for found in (_ID.match(value, start) for start in starts) if found), None)
    return found["id"] if found and value.startswith("{") else None


def _id_among(lines: list[str]) -> str | None:
    """Return the id among the lines that are set in as far as the first of them; deeper ones are of other keys."""
    set_in = takewhile(
        lambda line: line[:1] in " \t", (line for line in lines if line.strip(" \t") and not _is_note(line))
    )
    depth: int | None = None
    for line in set_in:
        words = line.lstrip(" \t")
        depth = len(line) - len(words) if depth is None else depth
        found = _ID.match(words) if len(line) - len(words) == depth else None
        if found:
            return found["id"]
    return None


def _is_note(line: str) -> bool:
    return line.lstrip(" \t").startswith("#")
