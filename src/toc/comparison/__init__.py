"""Two theories of change in, what changed from one to the other out."""

from __future__ import annotations

from toc.comparison.changes import Aspect, Change, Changes, FieldChange, Kind
from toc.comparison.diff import diff

__all__ = ["Aspect", "Change", "Changes", "FieldChange", "Kind", "diff"]
