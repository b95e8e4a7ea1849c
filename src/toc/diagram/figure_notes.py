"""The lines at the foot of a figure: its source, its version and what it leaves out."""

from __future__ import annotations

from toc.diagram.shown import Shown, all_links
from toc.model import Link, Source, TheoryOfChange, fingerprint

__all__ = ["figure_notes"]


def figure_notes(theory: TheoryOfChange, shown: Shown) -> tuple[str, ...]:
    """Return where the model comes from, what it is exactly and what of it is not drawn, line by line."""
    sources = "; ".join(_source(source) for source in theory.sources.values())
    reading = any(link.basis == "inferred" for link in all_links(theory))
    lines = [f"Source: {sources}." if sources else ""]
    if sources and reading:
        lines[0] += " Dashed arrows are a reading of it; the other arrows follow its sentences."
    version = f", version {theory.version}" if theory.version else ""
    lines.append(f"Model {theory.id}{version}, fingerprint {fingerprint(theory)}.{_left_out(theory, shown)}")
    return tuple(line for line in lines if line)


def _source(source: Source) -> str:
    by = source.publisher or source.authors
    when = f" ({source.year})" if source.year else ""
    return f"{by}{when}, {source.title}" if by else f"{source.title}{when}"


def _left_out(theory: TheoryOfChange, shown: Shown) -> str:
    elsewhere = sum(key not in shown.stands_for for key in theory.boxes)
    inside = len(shown.stands_for) - len(shown.boxes) - len(shown.groups)
    parts = [f"{elsewhere} in other columns or strands"] if elsewhere else []
    parts += [f"{inside} as part of a box shown"] if inside else []
    boxes = f" Boxes not drawn: {' and '.join(parts)}." if parts else ""
    away = sum(_leads_away(link, shown) for link in all_links(theory))
    return boxes + (f" Links to boxes not drawn: {away}." if away else "")


def _leads_away(link: Link, shown: Shown) -> bool:
    return (shown.end(link.source) is None) != (shown.end(link.target) is None)
