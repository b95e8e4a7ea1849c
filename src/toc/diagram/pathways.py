"""The pathways of a picture in words: stage by stage, what stands there and what it leads to.

This is what the accessible figure, the text outline and the page all say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toc.diagram.figure_words import figure_words
from toc.diagram.picture import Arrow, FactorSign, Frame, Picture, PictureBox, StageArrow
from toc.diagram.plain_text import strip_unprintable
from toc.diagram.tag_words import words_of_tags

__all__ = ["Lead", "Stage", "Step", "how_of", "notes_in_words", "read_pathways"]


@dataclass(frozen=True, slots=True)
class Lead:
    """What something leads to: the label of the other end and in brackets how, as "our reading, feeds back"."""

    label: str
    how: str

    def __str__(self) -> str:
        return f"{self.label} ({self.how})" if self.how else self.label


@dataclass(frozen=True, slots=True)
class Step:
    """A box, or an opened whole where `whole` is true.

    `belongs_to` holds the labels of its strands, or in one word what it is instead ("shared"); it is empty in a
    figure none of whose boxes has a strand. `badge` holds the words of the badge, empty without one; `told` what
    else is said of it ("stage is our reading"), `notes` sentences of their own ("measured by: ..."). Of a box in
    the frame of an opened whole `part_of` says of what it is a part.
    """

    id: str
    label: str
    belongs_to: tuple[str, ...]
    badge: str
    leads_to: tuple[Lead, ...]
    stage_inferred: bool = False
    whole: bool = False
    told: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    part_of: str = ""

    @property
    def marks(self) -> str:
        """What stands in square brackets behind the label: "Family support, on the way"; may be empty."""
        return ", ".join(mark for mark in ("; ".join(self.belongs_to), *self.asides) if mark)

    @property
    def asides(self) -> tuple[str, ...]:
        """What else is said of it, of what it is a part included."""
        return (self.part_of, *self.told) if self.part_of else self.told


@dataclass(frozen=True, slots=True)
class Stage:
    """A column: its heading, its steps from top to bottom, and the whole stages that it leads to.

    A band of factors is one too: `acts` is true, and its steps do not lead to the others but act on them.
    """

    id: str
    label: str
    steps: tuple[Step, ...]
    leads_to: tuple[Lead, ...]
    acts: bool = False


def read_pathways(picture: Picture) -> tuple[Stage, ...]:
    """The stages of a picture from left to right; stages without a heading come last.

    A label never holds a character that XML forbids. An opened whole stands before the first box inside it. Last
    of all stand the factors, band by band, each with its letter.
    """
    titles = {header.stage: _plain(header.label) or _spaced(header.stage) for header in picture.headers}
    for box in picture.boxes:
        titles.setdefault(box.stage, _spaced(box.stage))
    labels = {frame.id: _plain(frame.label) for frame in picture.frames}
    labels |= {box.id: _plain(box.label) for box in picture.boxes}
    words = figure_words(picture.language)
    leads = _leads(picture.arrows, labels, words)
    stages = [
        Stage(
            stage, title, _steps(picture, stage, leads), _stage_leads(picture.stage_arrows, stage, titles, words)
        )
        for stage, title in titles.items()
    ]
    return (*stages, *_factor_stages(picture, labels, words))


def notes_in_words(picture: Picture) -> Iterator[str]:
    """Yield the footer for a text without arrows: instead of their dashes it names the words for them."""
    words = figure_words(picture.language)
    for note in picture.notes:
        told = note
        for key in ("reading", "reading_or_unsaid"):
            told = told.replace(words[key], words[f"{key}_in_words"])
        yield told


def _factor_stages(picture: Picture, labels: Mapping[str, str], words: Mapping[str, str]) -> Iterator[Stage]:
    bands = [frame for frame in picture.frames if frame.kind == "band"]
    for band in bands:
        steps = [
            Step(one.id, f"{one.sign} {_plain(one.label)}", (), "", tuple(_acts_on(one, labels, words)))
            for one in picture.factors
            if one.role == band.id
        ]
        yield Stage(band.id, _plain(band.label), tuple(steps), (), acts=True)


def _acts_on(factor: FactorSign, labels: Mapping[str, str], words: Mapping[str, str]) -> Iterator[Lead]:
    for box in factor.boxes:
        yield Lead(labels.get(box, _spaced(box)), "")
    for source, target in factor.links:
        ends = {"source": labels.get(source, _spaced(source)), "target": labels.get(target, _spaced(target))}
        yield Lead(words["link_between"].format(**ends), "")


def _steps(picture: Picture, stage: str, leads: dict[str, tuple[Lead, ...]]) -> tuple[Step, ...]:
    names = dict(picture.strand_labels) | {one.id: one.label for one in picture.frames if one.kind == "lane"}
    words = figure_words(picture.language)
    shared = (words["shared_box"],) if any(box.strands for box in picture.boxes) else ()
    groups = [frame for frame in picture.frames if frame.kind == "group"]
    wholes = list(groups)
    steps: list[Step] = []
    for box in sorted((box for box in picture.boxes if box.stage == stage), key=lambda box: (box.y, box.x)):
        for frame in [frame for frame in wholes if _holds(frame, box)]:
            wholes.remove(frame)
            label = _plain(frame.label)
            notes = tuple(words_of_tags(frame.tags, words))
            whole = Step(frame.id, label, (words["whole"],), "", leads.get(frame.id, ()), whole=True, notes=notes)
            steps.append(whole)
        whole_of = next((_plain(one.label) for one in groups if _holds(one, box)), "")
        strands = tuple(_plain(names.get(strand, "")) or _spaced(strand) for strand in box.strands)
        steps.append(
            Step(
                box.id,
                _plain(box.label) or words["empty_box"],
                strands or shared,
                _badge(box),
                leads.get(box.id, ()),
                box.stage_inferred,
                told=_told(box, words),
                notes=tuple(words_of_tags(box.tags, words)),
                part_of=words["part_of"].format(label=whole_of) if whole_of else "",
            )
        )
    return tuple(steps)


def _told(box: PictureBox, words: Mapping[str, str]) -> tuple[str, ...]:
    signs = ("stage" if box.stage_inferred else "", "path" if box.mark == "path" else "")
    return (*(words[f"told_{sign}"] for sign in signs if sign), *map(_plain, box.asides))


def _leads(
    arrows: tuple[Arrow, ...], labels: dict[str, str], words: Mapping[str, str]
) -> dict[str, tuple[Lead, ...]]:
    leads: dict[str, tuple[Lead, ...]] = {}
    for arrow in arrows:
        how = ", ".join(how_of(arrow, words))
        lead = Lead(labels.get(arrow.target, _spaced(arrow.target)), how)
        leads[arrow.source] = (*leads.get(arrow.source, ()), lead)
    return leads


def how_of(arrow: Arrow, words: Mapping[str, str], *, stated: bool = True) -> Iterator[str]:
    """Yield what there is to say of an arrow: its basis, that it feeds back or works against, mark, support.

    Without `stated` nothing is said of a basis that its line already shows: stated or inferred.
    """
    basis = arrow.basis if stated or arrow.basis == "generic" else None
    mark = "" if arrow.mark == "beside" else arrow.mark
    negative = "negative" if arrow.negative and stated else ""
    for sign in (basis, "feedback" if arrow.feedback else "", negative, mark):
        if sign:
            yield words[f"told_{sign}"]
    yield from _support(arrow, words)
    for number in arrow.flags:
        yield words["told_flag"].format(number=number)
    for letter in arrow.factors:
        yield words["told_factor"].format(letter=letter)


def _support(arrow: Arrow | StageArrow, words: Mapping[str, str]) -> Iterator[str]:
    support = arrow.support
    if support is None:
        return
    studies = words["told_studies"].format(for_=len(support.for_), against=len(support.against))
    yield words["evidence_none"] if support.kind == "none" else studies
    if support.confidence is not None:
        yield words["told_confidence"].format(confidence=support.confidence)


def _stage_leads(
    arrows: tuple[StageArrow, ...], stage: str, titles: dict[str, str], words: Mapping[str, str]
) -> tuple[Lead, ...]:
    return tuple(
        Lead(titles.get(arrow.target, _spaced(arrow.target)), ", ".join(_how_of_stage(arrow, words)))
        for arrow in arrows
        if arrow.source == stage
    )


def _how_of_stage(arrow: StageArrow, words: Mapping[str, str]) -> Iterator[str]:
    if arrow.basis:
        yield words[f"told_{arrow.basis}"]
    yield from _support(arrow, words)


def _badge(box: PictureBox) -> str:
    return _plain("; ".join(filter(None, (box.badge.text, box.badge.caution)))) if box.badge else ""


def _holds(frame: Frame, box: PictureBox) -> bool:
    return abs(frame.x - box.x) <= frame.width / 2 and abs(frame.y - box.y) <= frame.height / 2


def _spaced(name: str) -> str:
    return _plain(name.replace("_", " "))


def _plain(text: str) -> str:
    return strip_unprintable(text).strip()
