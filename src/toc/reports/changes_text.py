"""Changes between two theories as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from toc.comparison import Change, Changes, FieldChange
from toc.reports.changes_words import SIGNS, field_in_words, headed_changes, reason_of, summary_of, told
from toc.reports.placed_lines import indented
from toc.reports.printable import printable_line

__all__ = ["changes_text"]


def changes_text(changes: Changes) -> str:
    """Return the changes section by section in lines of at most 80 columns: + added, - dropped, ~ changed."""
    return "\n".join(_lines(changes)) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    yield from indented(f"From {printable_line(changes.old)}", "")
    yield from indented(f"to {printable_line(changes.new)}:", "")
    yield from indented(summary_of(changes), "")
    for heading, found in headed_changes(changes):
        yield ""
        yield heading
        for change in found:
            yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    yield from indented(f"{SIGNS[change.kind]} {printable_line(told(change))}", "  ")
    for field in change.fields:
        yield from indented(_field(field), "      ")
    if reason := reason_of(change):
        yield from indented(printable_line(reason), "      ")


def _field(change: FieldChange) -> str:
    old, new = printable_line(change.old), printable_line(change.new)
    field = field_in_words(change.field)
    if not old:
        return f"{field}: {new} (new)"
    return f"{field}: {old} -> {new}" if new else f"{field}: no longer there (was {old})"
