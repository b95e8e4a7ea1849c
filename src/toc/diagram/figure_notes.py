"""The lines at the foot of a figure: its source, its version and what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping

from toc.diagram.figure_words import figure_words
from toc.diagram.shown import Shown, all_links
from toc.model import Link, Source, TheoryOfChange, fingerprint

__all__ = ["figure_notes"]


def figure_notes(
    theory: TheoryOfChange, shown: Shown, language: str = "en", *, lines: bool = True, is_part: bool = False
) -> tuple[str, ...]:
    """Return where the model comes from, what it is exactly and what of it is not drawn, line by line.

    `lines` says that the lines of the arrows tell where they come from, `is_part` that the figure leaves out boxes
    of its own columns and strands.
    """
    words = figure_words(language)
    sources = "; ".join(_source(source) for source in theory.sources.values())
    reading = any(link.basis == "inferred" for link in all_links(theory))
    notes = [words["source"].format(sources=sources) if sources else ""]
    if sources and reading and lines:
        notes[0] += f" {words['reading']}"
    version = words["version"].format(version=theory.version) if theory.version else ""
    model = words["model"].format(id=theory.id, version=version, fingerprint=fingerprint(theory))
    notes.append(f"{model}{_left_out(theory, shown, words, is_part=is_part)}")
    return tuple(note for note in notes if note)


def _source(source: Source) -> str:
    by = source.publisher or source.authors
    when = f" ({source.year})" if source.year else ""
    return f"{by}{when}, {source.title}" if by else f"{source.title}{when}"


def _left_out(theory: TheoryOfChange, shown: Shown, words: Mapping[str, str], *, is_part: bool) -> str:
    elsewhere = sum(key not in shown.stands_for for key in theory.boxes)
    inside = len(shown.stands_for) - len(shown.boxes) - len(shown.groups)
    counts = (("outside" if is_part else "elsewhere", elsewhere), ("inside", inside))
    parts = f" {words['and']} ".join(words[key].format(n=count) for key, count in counts if count)
    boxes = f" {words['not_drawn'].format(parts=parts)}" if parts else ""
    away = sum(_leads_away(link, shown) for link in all_links(theory))
    return boxes + (f" {words['away'].format(n=away)}" if away else "")


def _leads_away(link: Link, shown: Shown) -> bool:
    return (shown.end(link.source) is None) != (shown.end(link.target) is None)
