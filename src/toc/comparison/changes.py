"""`Changes`: what is new, gone or otherwise in a theory of change, compared with an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from toc.data import made_tables
from toc.data.made_tables.column_kinds import ColumnKinds
from toc.graph.html_table import html_table
from toc.model import TheoryOfChange

__all__ = ["Aspect", "Change", "Changes", "FieldChange", "Kind"]

Kind = Literal["added", "dropped", "changed"]

Aspect = Literal["renamed", "moved", "reworded", "redefined", "changed"]
"""How an entry changed: another id, another stage, other words, another measure, or anything else."""

_KINDS: ColumnKinds = dict.fromkeys(("section", "kind", "id", "label", "was", "stage", "aspects", "what"), "text")

_REWORDED = ("label", "title", "because")
_REDEFINED = ("measures", "scale", "percent", "who", "lowest", "highest", "better", "points")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One key of an entry: what it held and what it holds now, as text; "" where it is not there."""

    field: str
    old: str
    new: str

    @property
    def key(self) -> str:
        """The key under which it stands, without what lies below it."""
        return self.field.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one box, link or other entry.

    `id` is that of the newer theory (of what was dropped, of the older one); a link's is `from -> to`, with the
    newer ids where its boxes are still there. `was` is the earlier id where it has another now. `stage` is that
    of a box, "" for others. `follows` marks a link that came or went because a box at one of its ends did.
    `reason` is why the site that the newer theory is of changed or dropped it, "" where nothing is said. The label
    of a link is made of those of its ends.
    """

    section: str
    kind: Kind
    id: str
    label: str = ""
    was: str = ""
    stage: str = ""
    fields: tuple[FieldChange, ...] = ()
    follows: bool = False
    reason: str = ""

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """How it changed, in words of the field; empty for what was added or dropped."""
        if self.kind != "changed":
            return ()
        return tuple(dict.fromkeys((*(("renamed",) if self.was else ()), *map(self._aspect, self.fields))))

    def _aspect(self, change: FieldChange) -> Aspect:
        if change.key == "stage":
            return "moved"
        if change.key in _REDEFINED and self.section in ("indicators", "scales"):
            return "redefined"
        return "reworded" if change.key in _REWORDED else "changed"

    def to_dict(self) -> dict[str, Any]:
        """Return the change as plain values."""
        return {
            "section": self.section,
            "kind": self.kind,
            "id": self.id,
            "label": self.label,
            "was": self.was or None,
            "stage": self.stage or None,
            "aspects": list(self.aspects),
            "follows": self.follows,
            "reason": self.reason or None,
            "fields": [{"field": one.field, "old": one.old, "new": one.new} for one in self.fields],
        }


@dataclass(frozen=True, slots=True, repr=False)
class Changes:
    """Every change from one theory to another, section by section, each in the order of the newer theory.

    `old` and `new` are the titles of the two, each with its version where it has one; `theories` are the two
    themselves, for a figure of what changed.
    """

    old: str
    new: str
    changes: tuple[Change, ...]
    theories: tuple[TheoryOfChange, TheoryOfChange] | None = field(default=None, compare=False)

    def __len__(self) -> int:
        return len(self.changes)

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def of(self, section: str, kind: Kind | None = None) -> tuple[Change, ...]:
        """Return the changes of one section ("boxes", "links", "indicators"...), of one kind if asked."""
        return tuple(one for one in self.changes if one.section == section and kind in (None, one.kind))

    def _repr_html_(self) -> str:
        keys = ("kind", "section", "id", "label", "aspects", "what")
        rows = [tuple(row[key] for key in keys) for row in self.to_dicts()]
        return html_table(keys, rows, caption=f"From {self.old} to {self.new}")

    def __repr__(self) -> str:
        return f"Changes({len(self.changes)} from {self.old!r} to {self.new!r})"

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values for JSON, format version 1."""
        listed = [change.to_dict() for change in self.changes]
        return {"version": 1, "old": self.old, "new": self.new, "changes": listed}

    def to_frame(self, library: str = "pandas") -> Any:
        """Return the rows of `to_dicts` as a data frame of pandas, polars or pyarrow.

        Raises `TocError` for another library, or where it or narwhals is not installed.
        """
        return made_tables.made_frame(self.to_dicts(), _KINDS, library)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one flat row per change, ready for a data frame; `what` names the keys that changed."""
        return [
            {
                "section": change.section,
                "kind": change.kind,
                "id": change.id,
                "label": change.label,
                "was": change.was,
                "stage": change.stage,
                "aspects": " ".join(change.aspects),
                "what": " ".join(field.field for field in change.fields),
            }
            for change in self.changes
        ]
