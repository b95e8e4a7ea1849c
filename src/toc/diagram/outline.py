"""The pathways of a picture as plain text, for screen readers and terminals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from textwrap import wrap

from toc.diagram.figure_words import figure_words
from toc.diagram.pathways import Stage, Step, notes_in_words, read_pathways
from toc.diagram.picture import Picture
from toc.diagram.plain_text import strip_unprintable

__all__ = ["write_outline"]

WIDTH = 80


def write_outline(picture: Picture) -> str:
    """The figure in words, at most 80 columns wide: its titles, then stage by stage each box and what it leads to.

    Parts of an opened whole stand below it. After a box stand its strands in square brackets ("shared" where it
    has none but others have), then its badge, on lines of their own what measures it and what acts on it. In
    brackets behind what it leads to stands how: the basis of the link, feedback, less of it. The factors follow
    with what they act on; the footer comes last, so that nobody reads scores without what must stand under them.
    """
    lines = [*wrap(strip_unprintable(picture.title), WIDTH), *wrap(strip_unprintable(picture.subtitle), WIDTH)]
    leads = figure_words(picture.language)["whole_leads_to"]
    for stage in read_pathways(picture):
        lines += ["", *_heading(stage, leads)]
        for step in stage.steps:
            lines += _step(step)
    for note in notes_in_words(picture):
        lines += ["", *wrap(strip_unprintable(note), WIDTH)]
    return "\n".join(lines) + "\n"


def _heading(stage: Stage, leads: str) -> Iterator[str]:
    yield from wrap(stage.label.upper(), WIDTH)
    for lead in stage.leads_to:
        yield from wrap(f"{leads}: {lead}", WIDTH, initial_indent="  ", subsequent_indent="    ")


def _step(step: Step) -> Iterator[str]:
    indent = "    " if step.part_of else ""
    told = replace(step, part_of="").marks
    marks = f" [{told}]" if told else ""
    badge = f" {step.badge}" if step.badge else ""
    label = f"- {step.label}{marks}{badge}"
    yield from wrap(label, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")
    for note in step.notes:
        yield from wrap(note, WIDTH, initial_indent=f"{indent}    ", subsequent_indent=f"{indent}      ")
    for lead in step.leads_to:
        yield from wrap(f"-> {lead}", WIDTH, initial_indent=f"{indent}    ", subsequent_indent=f"{indent}       ")
