"""Changes between two theories as Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from toc.comparison import Change, Changes, FieldChange
from toc.reports.changes_words import field_in_words, headed_changes, reason_of, summary_of, told
from toc.reports.markdown_text import markdown_text

__all__ = ["changes_markdown"]

_LONGEST = 60_000
"""What a comment on GitHub holds, 65,536 letters, less what stands around it."""


def changes_markdown(changes: Changes) -> str:
    """Return the changes as headings and lists of GitHub's Markdown.

    Above 60,000 letters, more than a comment holds, the rest is counted instead of told.
    """
    kept: list[str] = []
    length, lines = 0, list(_lines(changes))
    for number, line in enumerate(lines):
        length += len(line) + 1
        if length > _LONGEST:
            kept.extend(("", f"... and {len(lines) - number} more lines; `toc diff` shows them all."))
            break
        kept.append(line)
    return "\n".join(kept) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    yield f"### What changed: {markdown_text(changes.new)}"
    yield ""
    yield f"Compared with {markdown_text(changes.old)}. {summary_of(changes)}"
    for heading, found in headed_changes(changes):
        yield ""
        yield f"**{heading}**"
        yield ""
        for change in found:
            yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    yield f"- {change.kind.capitalize()}: {markdown_text(told(change))}"
    yield from (f"  - {_field(field)}" for field in change.fields)
    if reason := reason_of(change):
        yield f"  - {markdown_text(reason)}"


def _field(change: FieldChange) -> str:
    old, new = markdown_text(change.old), markdown_text(change.new)
    field = markdown_text(field_in_words(change.field))
    if not old:
        return f"{field}: {new} (new)"
    return f"{field}: {old} → {new}" if new else f"{field}: ~~{old}~~"
