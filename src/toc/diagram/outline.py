"""The pathways of a picture as plain text, for screen readers and terminals."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from toc.diagram.figure_words import figure_words
from toc.diagram.pathways import Stage, Step, read_pathways
from toc.diagram.picture import Picture
from toc.diagram.plain_text import strip_unprintable

__all__ = ["write_outline"]

WIDTH = 80


def write_outline(picture: Picture) -> str:
    """The figure in words, at most 80 columns wide: its titles, then stage by stage each box and what it leads to.

    After a box stand its strands in square brackets ("shared" where it has none but others have), then its
    badge, on lines of their own what measures it and what acts on it. In brackets behind what it leads to stands
    how: the basis of the link, feedback, less of it. The factors follow with what they act on; the footer comes
    last, so that nobody reads scores without what must stand under them.
    """
    lines = [*wrap(strip_unprintable(picture.title), WIDTH), *wrap(strip_unprintable(picture.subtitle), WIDTH)]
    leads = figure_words(picture.language)["whole_leads_to"]
    for stage in read_pathways(picture):
        lines += ["", *_heading(stage, leads)]
        for step in stage.steps:
            lines += _step(step)
    for note in picture.notes:
        lines += ["", *wrap(strip_unprintable(note), WIDTH)]
    return "\n".join(lines) + "\n"


def _heading(stage: Stage, leads: str) -> Iterator[str]:
    yield from wrap(stage.label.upper(), WIDTH)
    for lead in stage.leads_to:
        yield from wrap(f"{leads}: {lead}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def _step(step: Step) -> Iterator[str]:
    marks = f" [{step.marks}]" if step.marks else ""
    badge = f" {step.badge}" if step.badge else ""
    yield from wrap(f"- {step.label}{marks}{badge}", WIDTH, subsequent_indent="  ")
    for note in step.notes:
        yield from wrap(note, WIDTH, initial_indent="    ", subsequent_indent="      ")
    for lead in step.leads_to:
        yield from wrap(f"-> {lead}", WIDTH, initial_indent="    ", subsequent_indent="       ")
