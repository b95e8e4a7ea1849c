"""`ShownBoxes`: every box and factor of a model with its id."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from toc.model import FACTOR_ROLES, STAGES, ColumnName, TheoryOfChange
from toc.reports.placed_lines import indented

__all__ = ["ShownBox", "ShownBoxes", "shown_boxes"]


@dataclass(frozen=True, slots=True)
class ShownBox:
    """A box or factor: its id, its label, its stage or role and, of a part, the id of its whole."""

    id: str
    label: str
    stage: str
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class ShownBoxes:
    """The boxes of a model, then its factors, stage by stage in the order of its file.

    `headings` are those of the stages and roles that have any, in the order in which they are read.
    """

    subject: str
    title: str
    headings: Mapping[str, str]
    boxes: tuple[ShownBox, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, format version 1; a box that is no part has null for its whole."""
        listed = [asdict(one) for one in self.boxes]
        return {"version": 1, "subject": self.subject, "boxes": listed}

    def written(self, kind: str) -> str:
        """Return it as "text" (80 columns), parts below their wholes, or "json"."""
        if kind == "json":
            return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield from indented(self.title, "")
        for stage, heading in self.headings.items():
            yield ""
            yield from indented(heading, "")
            here = tuple(one for one in self.boxes if one.stage == stage)
            wholes = {one.id for one in here}
            told: set[str] = set()
            # Boxes that are parts of one another in a ring stand below no other; the first of them begins it.
            for one in (*(one for one in here if one.part_of not in wholes), *here):
                yield from _with_parts(one, here, "  ", told)


def _with_parts(one: ShownBox, here: tuple[ShownBox, ...], indent: str, told: set[str]) -> Iterator[str]:
    """Yield a box and what is part of it, each box that is not `told` yet once."""
    if one.id in told:
        return
    told.add(one.id)
    yield from indented(f"{one.label} ({one.id})", indent)
    for part in here:
        if part.part_of == one.id:
            yield from _with_parts(part, here, indent + "  ", told)


def shown_boxes(theory: TheoryOfChange) -> ShownBoxes:
    """Return every box and factor of a theory."""
    columns: tuple[ColumnName, ...] = (*STAGES, *FACTOR_ROLES)
    boxes = [ShownBox(key, str(box.label), box.stage, box.part_of) for key, box in theory.boxes.items()]
    boxes += [ShownBox(key, str(factor.label), factor.role) for key, factor in theory.factors.items()]
    used = {one.stage for one in boxes}
    headings = {str(column): theory.stage_label(column) for column in columns if column in used}
    in_order = sorted(boxes, key=lambda one: list(headings).index(one.stage))
    return ShownBoxes(theory.id, str(theory.title), headings, tuple(in_order))
