"""Changes between two theories as a person or a program reads them: text, Markdown or JSON."""

from __future__ import annotations

import json

from toc.comparison import Changes
from toc.reports.changes_markdown import changes_markdown
from toc.reports.changes_text import changes_text

__all__ = ["written_changes"]


def written_changes(changes: Changes, kind: str) -> str:
    """Return changes as "text" (80 columns), "markdown" or "json" (format version 1)."""
    if kind == "json":
        return json.dumps(changes.to_dict(), ensure_ascii=False, indent=2) + "\n"
    return changes_markdown(changes) if kind == "markdown" else changes_text(changes)
