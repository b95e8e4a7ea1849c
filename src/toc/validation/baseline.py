"""`Baseline`: the findings of an old model that are known, so that a run tells only new ones."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from toc.errors import TocError
from toc.files import read_bytes
from toc.places import Place
from toc.validation.catalogue import RULES
from toc.validation.findings import Finding, Findings
from toc.validation.fingerprints import file_below, fingerprints

__all__ = ["Baseline", "Entry", "baseline_of", "read_baseline"]

_VERSION = 1
_MAX_BYTES = 64_000_000
_AGAIN = "Delete it, and write it again with --write-baseline."


class Entry(NamedTuple):
    """One known finding: `file` as `file_below` names it ("": it has no place), and what it is known by."""

    file: str
    code: str
    subject: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries, in order of file, code and subject."""

    entries: tuple[Entry, ...] = ()

    def apart(self, findings: Findings, root: Path | None) -> Findings:
        """Return findings with the known ones kept apart. What no model may leave out is never known."""
        entries = frozenset(self.entries)
        new: list[Finding] = []
        known: list[Finding] = []
        for finding, entry in zip(findings, _entries(findings, root), strict=True):
            is_known = entry in entries and RULES[finding.code].may_be_ignored
            (known if is_known else new).append(finding)
        return Findings(new, findings.ignored, (*findings.known, *known))

    def gone(self, findings: Findings, root: Path | None, looked_at: Callable[[Entry], bool]) -> Baseline:
        """Return the entries that a run looked at and no longer found; `findings` are all that it found."""
        found = frozenset(_entries(findings, root))
        return Baseline(tuple(one for one in self.entries if one not in found and looked_at(one)))

    def text(self) -> str:
        """Return the baseline as JSON, one entry on a line, so that a change of it can be read."""
        lines = ",\n".join(f"    {json.dumps(one._asdict(), ensure_ascii=False)}" for one in self.entries)
        listed = f"[\n{lines}\n  ]" if lines else "[]"
        return f'{{\n  "toc_baseline": {_VERSION},\n  "findings": {listed}\n}}\n'


def baseline_of(findings: Findings, root: Path | None, kept: Iterable[Entry] = ()) -> Baseline:
    """Return a baseline of all findings that a model may leave out, and the entries `kept` from an older one."""
    found = zip(findings, _entries(findings, root), strict=True)
    entries = {entry for finding, entry in found if RULES[finding.code].may_be_ignored}
    return Baseline(tuple(sorted(entries.union(kept))))


def read_baseline(path: str | Path) -> Baseline:
    """Read a baseline that was written before. Raises `TocError` where it cannot be read or is none."""
    if not os.path.lexists(path):
        raise TocError(f"The baseline {path} does not exist.", hint="Write it with --write-baseline.")
    held = _parsed(read_bytes(path, limit=_MAX_BYTES), str(path))
    version = held.get("toc_baseline") if isinstance(held, dict) else None
    if not isinstance(held, dict) or not isinstance(version, int):
        raise TocError("This is not a baseline.", place=Place(str(path), 1, 1), hint=_AGAIN)
    if version != _VERSION:
        message = f"This baseline has version {version}; this program reads version {_VERSION}."
        raise TocError(message, place=Place(str(path), 1, 1), hint=_AGAIN)
    listed = held.get("findings")
    if not isinstance(listed, list):
        message = "This baseline has no list of `findings`."
        raise TocError(message, place=Place(str(path), 1, 1), hint=_AGAIN)
    return Baseline(tuple(sorted({_entry(one, number, str(path)) for number, one in enumerate(listed, 1)})))


def _parsed(content: bytes, file: str) -> Any:
    try:
        return json.loads(content.decode())
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        hint = "It may hold marks of a merge: take them away. Or delete it, and write it with --write-baseline."
        raise TocError("This baseline is not JSON.", place=place, hint=hint) from None
    except (ValueError, RecursionError):
        raise TocError("This is not a baseline.", place=Place(file, 1, 1), hint=_AGAIN) from None


def _entry(written: Any, number: int, file: str) -> Entry:
    fields = Entry._fields
    if (
        not isinstance(written, dict)
        or set(written) != set(fields)
        or not all(isinstance(one, str) for one in written.values())
    ):
        message = f"Entry {number} of this baseline is none: it needs {', '.join(fields)}, all of them text."
        raise TocError(message, place=Place(file, 1, 1), hint="Take it out of the list.")
    return Entry(**{field: _writable(one) for field, one in written.items()})


def _entries(findings: Sequence[Finding], root: Path | None) -> tuple[Entry, ...]:
    marks = fingerprints(findings, root)
    return tuple(
        Entry(_writable(file_below(root, one.place.file)) if one.place else "", one.code, one.subject, mark)
        for one, mark in zip(findings, marks, strict=True)
    )


def _writable(text: str) -> str:
    """Return a text that UTF-8 can hold: a file name of an old disk may hold half letters."""
    return text.encode("utf-8", "replace").decode()
