"""The lines at the foot of a figure: its source, its version and what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping

from toc.diagram.choice import Choice
from toc.diagram.figure_words import figure_words
from toc.diagram.shown import Shown, all_links
from toc.model import Link, Source, TheoryOfChange, fingerprint

__all__ = ["figure_notes"]

ALL = Choice()


def figure_notes(
    theory: TheoryOfChange,
    shown: Shown,
    language: str = "en",
    choice: Choice = ALL,
    *,
    lines: bool = True,
    around: bool = False,
) -> tuple[str, ...]:
    """Return where the model comes from, what it is exactly and what of it is not drawn, line by line.

    `lines` says that the lines of the arrows tell where they come from, `around` that factors that are no boxes
    stand around it.
    """
    words = figure_words(language)
    sources = "; ".join(_source(source) for source in theory.sources.values())
    source = [words["source"].format(sources=sources), _reading(theory, words) if lines else ""] if sources else []
    version = words["version"].format(version=theory.version) if theory.version else ""
    told = [words["model"].format(id=theory.id, version=version, fingerprint=fingerprint(theory))]
    if choice.is_counted:
        away = sum(_leads_away(link, theory, shown, around=around) for link in all_links(theory))
        told += [_boxes_away(theory, shown, words, choice), words["away"].format(n=away) if away else ""]
    return tuple(filter(None, (" ".join(filter(None, sentences)) for sentences in (source, told))))


def _reading(theory: TheoryOfChange, words: Mapping[str, str]) -> str:
    """Return what dashed arrows are, and what the others are where the model says it of all."""
    bases = {link.basis for link in all_links(theory)}
    if "inferred" not in bases:
        return ""
    return words["reading_or_unsaid" if None in bases else "reading"]


def _source(source: Source) -> str:
    by = source.publisher or source.authors
    when = f" ({source.year})" if source.year else ""
    return f"{by}{when}, {source.title}" if by else f"{source.title}{when}"


def _boxes_away(theory: TheoryOfChange, shown: Shown, words: Mapping[str, str], choice: Choice) -> str:
    elsewhere = sum(key not in shown.stands_for for key in theory.boxes)
    is_part = any(wish is not None for wish in (choice.chain, choice.who, choice.only))
    inside = len(shown.stands_for) - len(shown.boxes) - len(shown.groups)
    where = "outside" if is_part else "elsewhere" if theory.strands else "elsewhere_columns"
    counts = ((where, elsewhere), ("inside", inside))
    parts = f" {words['and']} ".join(words[key].format(n=count) for key, count in counts if count)
    return words["not_drawn"].format(parts=parts) if parts else ""


def _leads_away(link: Link, theory: TheoryOfChange, shown: Shown, *, around: bool) -> bool:
    if (shown.end(link.source) is None) == (shown.end(link.target) is None):
        return False
    factor = theory.factors.get(link.source)
    return not (around and factor is not None and factor.role not in (theory.figure.columns or ()))
