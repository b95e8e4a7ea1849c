"""`ShownEntry`: one box, link or other entry as it counts in the end, and where each part of it was written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from toc.errors import TocError
from toc.loading.nearest import entry_hint, shown
from toc.loading.sections import KEYED_SECTIONS
from toc.model import SiteChange, TheoryOfChange
from toc.reports.entry_fields import EntryField, Keys, derivations_of, fields_at
from toc.reports.placed_lines import indented, placed

__all__ = ["ShownEntry", "shown_entry"]


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """What is said of `subject` (an id, or a link as `from -> to`) in the model called `title`.

    `path` are the keys under which it stands in the file, `fields` its leaves.
    """

    subject: str
    title: str
    path: Keys
    fields: tuple[EntryField, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, format version 1."""
        return {"version": 1, "subject": self.subject, "fields": [field.to_dict() for field in self.fields]}

    def written(self, kind: str) -> str:
        """Return it as "text" (80 columns) or "json"."""
        if kind == "json":
            return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield from indented(f"{self.subject} in {self.title}", "")
        yield from indented(f"({' / '.join(self.path)})", "")
        yield ""
        for field in self.fields:
            text = f"{field.path}: {field.written}" if field.path else field.written
            yield from placed(text, field.place)
            if field.from_links:
                yield from indented("from `links`, the default of its box or factor", "    ")
            if field.reason:
                yield from indented(f"reason: {field.reason}", "    ")


def shown_entry(theory: TheoryOfChange, subject: str) -> ShownEntry:
    """Return what is said of an id, a link (`from -> to`), `coverage`, `figure` or `site`, leaf by leaf.

    Where two sections use an id, as `populations.parents` and `participants.parents` do, it stands for the box;
    with its section before it, it stands for what is there. Raises `TocError` for what the model does not have,
    with the place and the reason where a site has dropped it.
    """
    path = theory.path_of(subject) or _path_in_section(theory, subject)
    fields = fields_at(theory, path) if path else ()
    if not fields:
        raise _unknown(theory, subject)
    return ShownEntry(subject, str(theory.title), path, fields)


def _path_in_section(theory: TheoryOfChange, subject: str) -> Keys:
    """Return the path of `<section>.<id>` or of `<framework>.<item>`, or ()."""
    holder, _, key = subject.partition(".")
    if holder in KEYED_SECTIONS and key in getattr(theory, holder):
        return (holder, key)
    if holder in theory.frameworks and key in theory.frameworks[holder].items:
        return ("frameworks", holder, "items", key)
    return ()


def _unknown(theory: TheoryOfChange, subject: str) -> TocError:
    for _, derivation in derivations_of(theory):
        for change in derivation.dropped:
            if change.subject == subject:
                return _dropped(change)
    known = dict.fromkeys(_links(theory), "") if " -> " in subject else _labels(theory)
    otherwise = "`toc show FILE --boxes` lists the boxes with their ids."
    return TocError(f"`{shown(subject)}` is not in this model.", hint=entry_hint(subject, known, otherwise))


def _dropped(change: SiteChange) -> TocError:
    reason = f": {change.reason.strip().rstrip('.')}" if change.reason else ", without a reason"
    hint = "Show the base to see it."
    return TocError(f"`{shown(change.subject)}` is dropped here{reason}.", place=change.place, hint=hint)


def _links(theory: TheoryOfChange) -> list[str]:
    return [*(link.name for link in (*theory.links, *theory.factor_links)), *theory.stage_links]


def _labels(theory: TheoryOfChange) -> dict[str, str]:
    sections = [getattr(theory, section) for section in KEYED_SECTIONS if section not in ("stage_links", "sites")]
    every = {key: entry for section in reversed((theory.boxes, *sections)) for key, entry in section.items()}
    return {key: str(getattr(entry, "label", "")) for key, entry in every.items()}
