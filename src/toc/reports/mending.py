"""`Mending`: what could be mended in some model files, and their texts once it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from toc.files import read_bytes, write_bytes
from toc.loading.limits import MAX_BYTES
from toc.reports.check import Checked
from toc.validation import Finding

__all__ = ["Mending"]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Mending:
    """`left` is what is found once the files are mended, and `count` how many edits that took.

    `before` and `after` are the texts of the files that change, by the names under which they were given. `more`
    is how many findings `--unsafe-fixes` would try besides, and `refused` are those whose edit cannot be made.
    """

    left: Checked
    before: Mapping[str, str]
    after: Mapping[str, str]
    count: int
    more: int
    refused: tuple[Finding, ...]

    @property
    def diff(self) -> str:
        """The change of every file as a unified diff; empty where there is none."""
        return "".join(line for file in self.after for line in _diff(file, self.before[file], self.after[file]))

    def save(self) -> None:
        """Write the files that change, each whole or not at all. Raises `TocError` where one cannot be written."""
        for file, text in self.after.items():
            old = read_bytes(file, limit=MAX_BYTES)
            mark = _BYTE_ORDER_MARK if old.startswith(_BYTE_ORDER_MARK) else b""
            write_bytes(file, mark + text.encode())

    @property
    def lines(self) -> tuple[str, ...]:
        """How much was mended, and what is left for a person."""
        return tuple(self._lines("mended"))

    @property
    def lines_before(self) -> tuple[str, ...]:
        """How much would be mended, and how much would stay."""
        count = len(self.left.findings)
        stay = f"{count} {'finding' if count == 1 else 'findings'} would stay: {self.left.summary}"
        last = f"{stay}. `toc validate` without --diff shows all." if count else "nothing would stay"
        return (*self._lines("would be mended"), last)

    def _lines(self, verb: str) -> Iterator[str]:
        more = f"; {self.more} more with --unsafe-fixes" if self.more else ""
        yield f"{self.count or 'nothing'} {verb}{more}"
        for finding in self.refused:
            yield f"{finding.place}: {finding.code} needs a person: the edit would change something else too."


def _diff(file: str, before: str, after: str) -> Iterator[str]:
    for line in unified_diff(_LINES.findall(before), _LINES.findall(after), file, file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
