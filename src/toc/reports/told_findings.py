"""`KnownFindings`: what a run tells once it is held against a baseline, and what became of the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from toc.files import write_bytes
from toc.reports.check_plan import CheckPlan
from toc.reports.run_scope import RunScope
from toc.validation import Baseline, Entry, Findings, baseline_of

__all__ = ["KnownFindings", "known_findings"]

_NAMED = 3


class KnownFindings(NamedTuple):
    """The findings with the known ones kept apart, and lines to print beside them."""

    findings: Findings
    notes: tuple[str, ...] = ()


def known_findings(found: Findings, plan: CheckPlan, scope: RunScope) -> KnownFindings:
    """Hold what was found against the baseline of a plan, and write the baseline where the plan says so.

    A written one holds what was found and, of the older one, what the run did not look at. Raises `TocError` where
    it cannot be written.
    """
    if plan.baseline is None:
        return KnownFindings(found)
    known = plan.known or Baseline()
    gone = known.gone(found, scope.root, scope.holds)
    if not plan.writes:
        return KnownFindings(known.apart(found, scope.root), _gone(gone, plan.baseline))
    missing = known.gone(found, scope.root, lambda _: True)
    kept = (entry for entry in missing.entries if not scope.holds(entry))
    written = baseline_of(found, scope.root, kept)
    write_bytes(plan.baseline, written.text().encode())
    count = len(written.entries)
    added = [entry for entry in written.entries if entry not in known.entries] if known.entries else []
    new = f", {len(added)} of them new ({_named(added)})" if added else ""
    note = f"Wrote {plan.baseline}: {count} known {'finding' if count == 1 else 'findings'}{new}."
    return KnownFindings(written.apart(found, scope.root), (note,))


def _gone(gone: Baseline, path: Path) -> tuple[str, ...]:
    count = len(gone.entries)
    if not count:
        return ()
    are = "known finding is" if count == 1 else "known findings are"
    take = "it" if count == 1 else "them"
    way = f"take {take} out of {path} with --write-baseline, which also takes in what is new"
    return (f"{count} {are} gone ({_named(gone.entries)}): {way}.",)


def _named(entries: Sequence[Entry]) -> str:
    named = ", ".join(f"{one.code} {one.subject} in {one.file}" for one in entries[:_NAMED])
    return f"{named} and {len(entries) - _NAMED} more" if len(entries) > _NAMED else named
