"""The figure as one self-contained page: the drawing, its outline as lists, and nothing from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from toc.diagram.figure_words import figure_words
from toc.diagram.page_links import link_text
from toc.diagram.pathways import Lead, Stage, Step, notes_in_words, read_pathways
from toc.diagram.picture import Picture
from toc.diagram.plain_text import strip_unprintable
from toc.diagram.writing_direction import is_language_from_right

__all__ = ["COMMAND", "STYLE", "escaped", "head_lines", "pathway_lines", "write_html"]

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
COMMAND = 'pip install "pygraphviz>=2.0"'
STYLE = """
:root { color-scheme: light dark; --ink: #111; --paper: #fff; --soft: #555; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #16191d; --soft: #b0b6bd; } }
body { font: 1rem/1.45 "Liberation Sans", Arial, Helvetica, sans-serif;
  color: var(--ink); background: var(--paper);
  margin: 1.5rem auto; max-width: 90rem; padding: 0 1rem; }
figure { margin: 0; background: #fff; }
figure svg { display: block; width: 100%; height: auto; }
.box:focus { outline: 3px solid #111; outline-offset: 1px; }
.how, .strand { color: var(--soft); }
ul ul { margin-bottom: .5rem; }
@media print {
  body { margin: 0; padding: 0; max-width: none; color: #000; background: #fff; }
  .screen { display: none; }
  figure svg { width: WIDTHpt; height: HEIGHTpt; }
}
"""


def write_html(picture: Picture, svg: str | None) -> str:
    """A page with the drawing, its pathways in words and its footer; without `svg`, how to get the drawing.

    It needs no script and loads nothing, and says so in its content security policy. Printed, it is the
    drawing alone, on one page of its size; the page without a drawing prints its outline. The drawing stays on
    white where the reader prefers dark pages.
    """
    return "\n".join(_page(picture, svg)) + "\n"


def _page(picture: Picture, svg: str | None) -> Iterator[str]:
    page, title, words = picture.page, escaped(picture.title), figure_words(picture.language)
    style = STYLE.replace("WIDTH", f"{page.width:g}").replace("HEIGHT", f"{page.height - 1:g}")
    if svg is not None:
        # A point less than the page, so that rounding in a browser never begins a second one.
        style += f"@page {{ size: {page.width:g}pt {page.height:g}pt; margin: 0; }}\n"
    yield from head_lines(picture, style)
    if svg is None:
        yield f"<h1>{title}</h1><p>{escaped(words['no_drawing'].format(command=COMMAND))}</p>"
    else:
        yield f"<figure>{svg}</figure>"
    yield '<section class="screen" aria-labelledby="pathways">' if svg else '<section aria-labelledby="pathways">'
    yield f'<h2 id="pathways">{escaped(words["in_words"])}</h2>'
    yield from pathway_lines(picture, is_drawn=svg is not None)
    yield "</section></main></body></html>"


def head_lines(picture: Picture, style: str) -> Iterator[str]:
    """Yield the page up to the beginning of what is read on it."""
    yield "<!DOCTYPE html>"
    direction = ' dir="rtl"' if is_language_from_right(picture.language) else ""
    yield f'<html lang="{escaped(picture.language)}"{direction}>'
    yield f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escaped(picture.title)}</title><style>{style}</style></head>"
    yield "<body><main>"


def pathway_lines(picture: Picture, *, is_linked: bool = False, is_drawn: bool = True) -> Iterator[str]:
    """Yield the pathways of a picture as lists under headings of the third level, and its footer.

    Where it `is_linked`, numbers of other pages are links to these; where it is not drawn, the footer speaks of no
    arrows.
    """
    words = figure_words(picture.language)
    references = dict(picture.references) if is_linked else {}
    for stage in read_pathways(picture):
        yield from _stage(stage, words, references)
    yield from (f"<p>{escaped(note)}</p>" for note in (picture.notes if is_drawn else notes_in_words(picture)))


def _stage(stage: Stage, words: Mapping[str, str], references: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    yield f"<h3>{escaped(stage.label)}</h3>"
    if stage.leads_to:
        leads = words["whole_leads_to"]
        yield f"<p>{escaped(leads[:1].upper() + leads[1:])}:</p>"
        yield from _leads(stage.leads_to)
    if stage.steps:
        yield "<ul>"
        for step in stage.steps:
            verb = words["acts_on"] if stage.acts else words["leads_to"]
            yield from _step(step, verb, references.get(step.id, ()))
        yield "</ul>"


def _step(step: Step, verb: str, pages: Sequence[int]) -> Iterator[str]:
    label, marks = escaped(step.label), escaped(step.marks)
    if pages and step.told and not step.whole:
        marks = link_text(marks, pages)
    elif pages:
        label = link_text(label, pages) if step.whole else f'<a href="#page-{pages[0]}">{label}</a>'
    marks = f' <span class="strand">[{marks}]</span>' if marks else ""
    badge = f" {escaped(step.badge)}" if step.badge else ""
    yield f"<li>{label}{marks}{badge}"
    yield from (f"<br>{escaped(note)}" for note in step.notes)
    if step.leads_to:
        yield f"<br>{escaped(verb)}"
        yield from _leads(step.leads_to)
    yield "</li>"


def _leads(leads: Iterable[Lead]) -> Iterator[str]:
    yield "<ul>"
    for lead in leads:
        how = f' <span class="how">({escaped(lead.how)})</span>' if lead.how else ""
        yield f"<li>{escaped(lead.label)}{how}</li>"
    yield "</ul>"


def escaped(text: str) -> str:
    """Return text as HTML that holds nothing but it."""
    return escape(strip_unprintable(text), quote=True)
