"""Columns of readings that say by their heading that they identify a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toc.data import Readings, ReadingsTable
from toc.validation.hit import Hit
from toc.validation.settings import Settings

__all__ = ["identifying_column_hits"]

_CODE = "TOC715"
_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def identifying_column_hits(readings: Readings | ReadingsTable, settings: Settings) -> Iterator[Hit]:
    """TOC715: headings with words that stand for what identifies a person; no cell is looked at.

    The words that were found are told, never a heading, which may itself be a person's name.
    """
    if _CODE not in settings.needed:
        return
    phrases = [(phrase, _plain(phrase)) for phrase in settings.words(_CODE, "words")]
    whole = {_plain(phrase): phrase for phrase in settings.words(_CODE, "headings")}
    found: dict[str, None] = {}
    columns = 0
    for heading in map(_plain, readings.ignored_columns):
        named = [phrase for phrase, plain in phrases if f" {plain} " in f" {heading} "]
        if not named and heading in whole:
            named = [whole[heading]]
        columns += bool(named)
        found.update(dict.fromkeys(named[:1]))
    if columns:
        *others, last = found
        which = "A column is" if columns == 1 else f"{columns} columns are"
        listed = f"{', '.join(others)} and {last}" if others else last
        yield Hit(_CODE, "", {"columns": which, "words": listed}, path=None)


def _plain(heading: str) -> str:
    return " ".join(_WORD.findall(_HUMP.sub(" ", heading).casefold()))
