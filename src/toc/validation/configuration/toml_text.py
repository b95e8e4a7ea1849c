"""`TomlText`: a text in TOML that knows where its keys stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

from toc.errors import TocError
from toc.places import Place

__all__ = ["TomlText"]

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADING = rf"\[\[?[ \t]*(?P<table>{_DOTTED})[ \t]*\]"
# Texts, since only a fault asks for a place: a pattern is then made.
_OPENING = rf"(?m)^[ \t]*(?:{_HEADING}|(?P<key>{_DOTTED})[ \t]*=)"
_WRITTEN = r"""(["']){0}\1|(?<![\w-]){0}(?![\w-])"""
_MAX_DOTS = 200
_FLAT = "No setting needs it."
_AT = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"

Path = tuple[str, ...]


class TomlText(NamedTuple):
    """The text of a file; `file` is its name as messages give it, `hint` how a line of such a file looks."""

    file: str
    text: str
    hint: str = 'A line looks like: profile = "site"'

    def parsed(self) -> dict[str, Any]:
        """Return what the text says. Raises `TocError` with the place where it is not TOML or too deep."""
        for number, line in enumerate(self.text.split("\n"), 1):
            # The parser takes the square of the dots in a key; nobody writes so many.
            if line.count(".") > _MAX_DOTS:
                raise TocError("This is nested too deeply.", place=Place(self.file, number, 1), hint=_FLAT)
        try:
            return tomllib.loads(self.text)
        except RecursionError:
            raise TocError("This is nested too deeply.", place=Place(self.file, 1, 1), hint=_FLAT) from None
        except ValueError as error:
            what = str(error)
            at = re.search(_AT, what)
            why = what if isinstance(error, tomllib.TOMLDecodeError) else "a number is too long"
            message = f"This is not TOML: {why[: at.start()] if at else why}."
            raise TocError(message, place=self._place_of_fault(at), hint=self.hint) from None

    def _place_of_fault(self, at: re.Match[str] | None) -> Place:
        if at is not None and at[1]:
            return Place(self.file, int(at[1]), int(at[2]))
        lines = self.text.rstrip().split("\n")
        return Place(self.file, len(lines), len(lines[-1]) + 1) if at else Place(self.file, 1, 1)

    def place(self, path: Path) -> Place:
        """Return where the keys of `path` lead; the last may also be a word in a list.

        Found by looking at the lines, for the parser keeps no places: where a part of the path is not found as it
        was written, the place is that of the part before it, and at last the beginning of the file.
        """
        opening = max(self._openings(), key=lambda one: one.shared(path), default=None)
        if opening is None or not opening.shared(path):
            return Place(self.file, 1, 1)
        start, end = opening.start, opening.end
        for word in path[opening.shared(path) :]:
            found = re.compile(_WRITTEN.format(re.escape(word))).search(self.text, end, opening.stop)
            if found is None:
                break
            start, end = found.span()
        line = self.text.count("\n", 0, start) + 1
        return Place(self.file, line, start - self.text.rfind("\n", 0, start), end - start)

    def _openings(self) -> Iterator[_Opening]:
        table: Path = ()
        matches = list(re.finditer(_OPENING, self.text))
        stops = [*(match.start() for match in matches), len(self.text)][1:]
        for match, stop in zip(matches, stops, strict=True):
            group = "table" if match["table"] else "key"
            written = re.findall(_KEY, match[group])
            keys = tuple(key.strip("\"'") for key in written)
            table = keys if group == "table" else table
            path = keys if group == "table" else (*table, *keys)
            yield _Opening(path, match.end(group) - len(written[-1]), match.end(group), stop)


class _Opening(NamedTuple):
    """A heading or a key: its full path, where its last part begins and ends, and where the next one begins."""

    path: Path
    start: int
    end: int
    stop: int

    def shared(self, path: Path) -> int:
        """Return how many keys of `path` lead here, or through here to tables below."""
        shorter = min(len(self.path), len(path))
        return shorter if self.path[:shorter] == path[:shorter] else 0
