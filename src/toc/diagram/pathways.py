"""The pathways of a picture in words: stage by stage, what stands there and what it leads to.

This is what the accessible figure, the text outline and the page all say.
"""

from __future__ import annotations

from dataclasses import dataclass

from toc.diagram.picture import Arrow, Frame, Picture, PictureBox, StageArrow
from toc.diagram.plain_text import strip_unprintable

__all__ = ["Lead", "Stage", "Step", "read_pathways"]


@dataclass(frozen=True, slots=True)
class Lead:
    """What something leads to: the label of the other end and in brackets how, as "inferred, feedback"."""

    label: str
    how: str

    def __str__(self) -> str:
        return f"{self.label} ({self.how})" if self.how else self.label


@dataclass(frozen=True, slots=True)
class Step:
    """A box, or an opened whole where `whole` is true.

    `belongs_to` holds the labels of its strands, or in one word what it is instead ("shared"); it is empty in a
    figure none of whose boxes has a strand. `badge` holds the words of the badge, empty without one.
    """

    id: str
    label: str
    belongs_to: tuple[str, ...]
    badge: str
    leads_to: tuple[Lead, ...]
    stage_inferred: bool = False
    whole: bool = False

    @property
    def marks(self) -> str:
        """What stands in square brackets behind the label: "Family support, stage inferred"; may be empty."""
        marks = ("; ".join(self.belongs_to), "stage inferred" if self.stage_inferred else "")
        return ", ".join(mark for mark in marks if mark)


@dataclass(frozen=True, slots=True)
class Stage:
    """A column: its heading, its steps from top to bottom, and the whole stages that it leads to."""

    id: str
    label: str
    steps: tuple[Step, ...]
    leads_to: tuple[Lead, ...]


def read_pathways(picture: Picture) -> tuple[Stage, ...]:
    """The stages of a picture from left to right; stages without a heading come last.

    A label never holds a character that XML forbids. An opened whole stands before the first box inside it.
    """
    titles = {header.stage: _plain(header.label) or _spaced(header.stage) for header in picture.headers}
    for box in picture.boxes:
        titles.setdefault(box.stage, _spaced(box.stage))
    labels = {frame.id: _plain(frame.label) for frame in picture.frames}
    labels |= {box.id: _plain(box.label) for box in picture.boxes}
    leads = _leads(picture.arrows, labels)
    return tuple(
        Stage(stage, title, _steps(picture, stage, leads), _stage_leads(picture.stage_arrows, stage, titles))
        for stage, title in titles.items()
    )


def _steps(picture: Picture, stage: str, leads: dict[str, tuple[Lead, ...]]) -> tuple[Step, ...]:
    lanes = {frame.id: _plain(frame.label) for frame in picture.frames if frame.kind == "lane"}
    shared = ("shared",) if any(box.strands for box in picture.boxes) else ()
    wholes = [frame for frame in picture.frames if frame.kind == "group"]
    steps: list[Step] = []
    for box in sorted((box for box in picture.boxes if box.stage == stage), key=lambda box: (box.y, box.x)):
        for frame in [frame for frame in wholes if _holds(frame, box)]:
            wholes.remove(frame)
            label = _plain(frame.label)
            steps.append(Step(frame.id, label, ("all its parts",), "", leads.get(frame.id, ()), whole=True))
        strands = tuple(lanes.get(strand) or _spaced(strand) for strand in box.strands)
        steps.append(
            Step(
                box.id,
                _plain(box.label),
                strands or shared,
                _badge(box),
                leads.get(box.id, ()),
                box.stage_inferred,
            )
        )
    return tuple(steps)


def _leads(arrows: tuple[Arrow, ...], labels: dict[str, str]) -> dict[str, tuple[Lead, ...]]:
    leads: dict[str, tuple[Lead, ...]] = {}
    for arrow in arrows:
        signs = ("feedback" if arrow.feedback else "", "less of it" if arrow.negative else "", arrow.mark)
        how = ", ".join(filter(None, (arrow.basis, *signs)))
        lead = Lead(labels.get(arrow.target, _spaced(arrow.target)), how)
        leads[arrow.source] = (*leads.get(arrow.source, ()), lead)
    return leads


def _stage_leads(arrows: tuple[StageArrow, ...], stage: str, titles: dict[str, str]) -> tuple[Lead, ...]:
    return tuple(
        Lead(titles.get(arrow.target, _spaced(arrow.target)), arrow.basis or "")
        for arrow in arrows
        if arrow.source == stage
    )


def _badge(box: PictureBox) -> str:
    return _plain("; ".join(filter(None, (box.badge.text, box.badge.caution)))) if box.badge else ""


def _holds(frame: Frame, box: PictureBox) -> bool:
    return abs(frame.x - box.x) <= frame.width / 2 and abs(frame.y - box.y) <= frame.height / 2


def _spaced(name: str) -> str:
    return _plain(name.replace("_", " "))


def _plain(text: str) -> str:
    return strip_unprintable(text).strip()
