"""`ShownTheory`: a model in short, what its sites did to their bases, and what the sites of a base add up to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toc.model import STAGES, Derivation, TheoryOfChange
from toc.places import Place
from toc.reports.entry_fields import EntryField, Keys, derivations_of, fields_at, place_dict
from toc.reports.placed_lines import file_shown, indented, placed
from toc.reports.site_totals import SiteTotals, site_totals

__all__ = ["ShownTheory", "SiteStep", "shown_theory"]

_HEAD = (("id",), ("title",), ("version",), ("site", "name"), ("site", "start"), ("site", "end"))
_SECTIONS = ("assumptions", "factors", "studies", "scales", "indicators")


@dataclass(frozen=True, slots=True)
class SiteStep:
    """One thing that a site `adds`, `changes` or `drops` (`verb`): of which entry, which keys of it, and why."""

    site: str
    verb: str
    subject: str
    keys: tuple[str, ...]
    reason: str
    place: Place | None

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON; a reason or a place that is not there is null."""
        step = {"site": self.site, "verb": self.verb, "subject": self.subject, "keys": list(self.keys)}
        return {**step, "reason": self.reason or None, **place_dict(self.place)}


@dataclass(frozen=True, slots=True)
class ShownTheory:
    """A model in short.

    `files` are the file and what it extends, `fields` its title and the like, `counts` how much stands in each
    stage and section that has anything, `steps` what sites did, the outermost first; `totals` is None for a
    model that lists no sites.
    """

    subject: str
    files: tuple[str, ...]
    fields: tuple[EntryField, ...]
    counts: tuple[tuple[str, str, int], ...]
    steps: tuple[SiteStep, ...]
    totals: SiteTotals | None

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, format version 1."""
        return {
            "version": 1,
            "subject": self.subject,
            "files": list(self.files),
            "fields": [field.to_dict() for field in self.fields],
            "counts": {key: number for key, _, number in self.counts},
            "steps": [step.to_dict() for step in self.steps],
            "outputs": [output.to_dict() for output in self.totals.outputs] if self.totals else [],
            "sites_not_read": list(self.totals.unread) if self.totals else [],
        }

    def written(self, kind: str) -> str:
        """Return it as "text" (80 columns) or "json"."""
        if kind == "json":
            return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        for field in self.fields:
            yield from placed(f"{field.path}: {field.written}", field.place)
        for file in self.files[1:]:
            yield f"extends {file_shown(file)}"
        yield ""
        for _, heading, number in self.counts:
            yield from indented(f"{heading}: {number}", "")
        yield from self._step_lines()
        yield from self._total_lines()

    def _step_lines(self) -> Iterator[str]:
        heading = ""
        for step in self.steps:
            if heading != f"{step.site} {step.verb}":
                heading = f"{step.site} {step.verb}"
                yield ""
                yield from indented(heading, "")
            keys = f": {', '.join(step.keys)}" if step.keys else ""
            yield from placed(f"{step.subject}{keys}", step.place, "  ")
            if step.reason:
                yield from indented(f"reason: {step.reason}", "    ")

    def _total_lines(self) -> Iterator[str]:
        if self.totals is None:
            return
        yield ""
        yield "Outputs, and what the sites add up to"
        for why in self.totals.unread:
            yield from indented(f"not read: {why}", "  ")
        for output in self.totals.outputs:
            yield from indented(f"{output.label} ({output.id}): {output.own or 'no count'}", "  ")
            yield from indented(f"sites: {output.words}", "    ")


def shown_theory(theory: TheoryOfChange, *, root: str | Path | None = None) -> ShownTheory:
    """Return a model in short; for a base also the sums over the sites that it lists, each read from its file.

    A site that cannot be read is named with the reason, and what depends on it is not known.
    """
    levels = tuple(derivations_of(theory))
    chain = (theory, *(derivation.base for _, derivation in levels))
    return ShownTheory(
        theory.id,
        tuple(place.file for level in chain if (place := _start(level))),
        tuple(_named(path, field) for path in _HEAD for field in fields_at(theory, path)),
        tuple(_counts(theory)),
        tuple(step for level, derivation in reversed(levels) for step in _steps(level, derivation)),
        site_totals(theory, root=root) if theory.sites else None,
    )


def _named(path: Keys, field: EntryField) -> EntryField:
    """Return a field of the model's head by its whole path; text in several languages has one for each."""
    name = ".".join((*path, field.path) if field.path else path)
    return EntryField(name, field.value, field.place, field.reason)


def _start(theory: TheoryOfChange) -> Place | None:
    return theory.origin.place(()) if theory.origin else None


def _counts(theory: TheoryOfChange) -> Iterator[tuple[str, str, int]]:
    for stage in STAGES:
        if boxes := theory.boxes_of(stage):
            yield stage, theory.stage_label(stage), len(boxes)
    yield "links", "Links", len(theory.links)
    for section in _SECTIONS:
        if entries := getattr(theory, section):
            yield section, section.capitalize(), len(entries)


def _steps(site: TheoryOfChange, derivation: Derivation) -> Iterator[SiteStep]:
    name = str(site.site.name) if site.site else str(site.title)
    for key in derivation.added:
        place = site.origin.place(site.path_of(key)) if site.origin else None
        yield SiteStep(name, "adds", key, (), "", place)
    for change in derivation.changed:
        yield SiteStep(name, "changes", change.subject, change.fields, change.reason, change.place)
    for change in derivation.dropped:
        yield SiteStep(name, "drops", change.subject, (), change.reason, change.place)
