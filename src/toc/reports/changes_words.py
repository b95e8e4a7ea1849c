"""The words for changes between two theories, whatever they are written as."""

from __future__ import annotations

from collections.abc import Iterator

from toc.comparison import Change, Changes
from toc.model import COLUMN_LABELS

__all__ = ["SIGNS", "field_in_words", "headed_changes", "reason_of", "summary_of", "told"]

SIGNS = {"added": "+", "dropped": "-", "changed": "~"}
"""What stands before what came, went or is otherwise."""

_HEADINGS = {
    "model": "The theory as a whole",
    "boxes": "Boxes",
    "links": "Links",
    "indicators": "Indicators",
    "assumptions": "Assumptions",
    "factors": "Factors",
    "strands": "Strands",
    "populations": "Populations",
    "units": "Units",
    "scales": "Scales",
    "studies": "Studies",
    "sources": "Sources",
    "contributors": "Contributors",
    "frameworks": "Frameworks",
    "claims": "Claims",
    "stage_links": "Links between stages",
}
_FIELDS = {
    "because": "reason",
    "better.value": "better",
    "cite": "source",
    "figure.columns": "columns of the figure",
    "figure.open": "boxes shown by their parts",
    "ignore": "left out of the checks",
    "locked": "what sites may not change",
    "who": "about whom",
}
_SUMMED = (("boxes", "box", "boxes"), ("links", "link", "links"), ("indicators", "indicator", "indicators"))


def headed_changes(changes: Changes) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Yield the heading and the changes of every section that has any, in the order in which they are read."""
    for section, heading in _HEADINGS.items():
        found = changes.of(section)
        if found:
            yield heading, found


def summary_of(changes: Changes) -> str:
    """Say in one sentence how much came, went and is otherwise."""
    if not changes.changes:
        return "Nothing changed."
    parts = [part for section, one, many in _SUMMED if (part := _counted(changes, section, one, many))]
    rest = len(changes) - sum(len(changes.of(section)) for section, _, _ in _SUMMED)
    if rest:
        parts.append(f"{rest} {'change' if rest == 1 else 'changes'} to anything else")
    return f"{'; '.join(parts)}."


def told(change: Change) -> str:
    """Say which entry came, went or is otherwise, and how, without what it says."""
    name = f"{change.label} ({change.id})" if change.label else change.id
    was = f", was {change.was}" if change.was else ""
    stage = f", {COLUMN_LABELS[change.stage].lower()}" if change.stage in COLUMN_LABELS else ""
    how = f": {', '.join(change.aspects)}" if change.aspects not in ((), ("changed",)) else ""
    follows = " (with its box)" if change.follows else ""
    return f"{name}{stage}{was}{how}{follows}"


def field_in_words(field: str) -> str:
    """Say in words which key of an entry changed."""
    first, _, rest = field.partition(".")
    named = _FIELDS.get(field) or ": ".join(filter(None, (_FIELDS.get(first, first), rest.replace(".", ": "))))
    return named.replace("_", " ")


def reason_of(change: Change) -> str:
    """Say why a site changed or dropped it; "" where nothing is said."""
    return f"because: {change.reason}" if change.reason else ""


def _counted(changes: Changes, section: str, one: str, many: str) -> str:
    counts = {kind: len(changes.of(section, kind)) for kind in ("added", "dropped", "changed")}
    told_counts = [f"{count} {kind}" for kind, count in counts.items() if count]
    if not told_counts:
        return ""
    first, *others = told_counts
    number, _, kind = first.partition(" ")
    noun = one if number == "1" else many
    return ", ".join([f"{number} {noun} {kind}", *others])
