"""`Pathways`: what leads to a box and where it leads, in the words of the figure."""

from __future__ import annotations

from dataclasses import dataclass

from toc.errors import TocError
from toc.graph import Trace
from toc.graph import trace as traced
from toc.graph.html_table import html_table
from toc.model import TheoryOfChange

__all__ = ["Pathways", "trace"]

_DIRECTIONS = {"upstream": "leads to it", "downstream": "it leads to"}


@dataclass(frozen=True, slots=True)
class Pathways:
    """A trace with labels.

    `rows` holds one tuple per box: direction ("leads to it", "it leads to"), heading of the stage, id, label.
    `links` names the links on the way (`from -> to`).
    """

    box: str
    label: str
    rows: tuple[tuple[str, str, str, str], ...]
    links: tuple[str, ...]

    def to_dicts(self) -> list[dict[str, str]]:
        """Return one row per box with `direction`, `stage`, `id` and `label`, ready for a data frame."""
        return [dict(zip(("direction", "stage", "id", "label"), row, strict=True)) for row in self.rows]

    def __str__(self) -> str:
        lines = [f"{self.label} ({self.box})"]
        heading = ""
        for direction, stage, box, label in self.rows:
            if heading != f"{direction}: {stage}":
                heading = f"{direction}: {stage}"
                lines.append(f"  {heading}")
            lines.append(f"    {label} ({box})")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return html_table(("direction", "stage", "id", "label"), self.rows, caption=self.label)


def trace(theory: TheoryOfChange, box: str) -> Pathways:
    """Return everything that leads to a box and everything it leads to, however long the way.

    Links that feed back are not followed. Raises `TocError` where the theory has no such box.
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.trace wants a theory of change.", hint="Load one first: toc.load(path).")
    if not isinstance(box, str):
        raise TocError("toc.trace wants the id of a box.", hint="Use the id under which it stands in the file.")
    found = traced(theory, box)
    return Pathways(box, str(theory.boxes[box].label), _rows(theory, found), found.links)


def _rows(theory: TheoryOfChange, found: Trace) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(
        (_DIRECTIONS[direction], theory.stage_label(step.stage), box, str(theory.boxes[box].label))
        for direction, steps in (("upstream", found.upstream), ("downstream", found.downstream))
        for step in steps
        for box in step.boxes
    )
