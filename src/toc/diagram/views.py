"""A `View` made from a theory: what the figure shows and in which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toc.diagram.shown import Shown, shown_boxes
from toc.diagram.view import Badge, Basis, Column, StageLink, Strand, View, ViewBox, ViewGroup, ViewLink
from toc.errors import TocError
from toc.model import Link, Source, TheoryOfChange, fingerprint

__all__ = ["view_of"]

_STRENGTH: dict[Basis | None, int] = {"stated": 3, "generic": 2, "inferred": 1, None: 0}


def view_of(
    theory: TheoryOfChange,
    *,
    strand: str | None = None,
    badges: Mapping[str, Badge] | None = None,
    about: str = "",
    notes: Sequence[str] = (),
) -> View:
    """Return what the figure of a theory shows.

    `strand` limits it to one strand; `badges` are lines under boxes by id; `about` says in the title what they
    are; `notes` are further footer lines.
    Raises `TocError` for a strand that the theory does not have, or where nothing is left to draw.
    """
    if strand is not None and strand not in theory.strands:
        known = ", ".join(theory.strands) or "none"
        raise TocError(f'There is no strand "{strand}" in this model.', hint=f"It has: {known}.")
    shown = shown_boxes(theory, strand)
    if not shown.boxes:
        raise TocError("There is nothing to draw: no box stands in a column of the figure.")
    return View(
        title=f"{_title(theory)}: {about}" if about else _title(theory),
        subtitle=str(theory.strands[strand].label) if strand else "",
        columns=tuple(Column(stage, theory.stage_label(stage)) for stage in shown.columns),
        strands=_strands(theory, shown),
        boxes=tuple(_box(theory, key, group, badges or {}) for key, group in shown.boxes.items()),
        groups=tuple(_group(theory, key) for key in shown.groups),
        links=_links(theory.links, shown),
        stage_links=_stage_links(theory, shown),
        notes=(*notes, *_footer(theory, shown)),
    )


def _title(theory: TheoryOfChange) -> str:
    if theory.site is None or str(theory.site.name) in theory.title:
        return str(theory.title)
    return f"{theory.title}: {theory.site.name}"


def _strands(theory: TheoryOfChange, shown: Shown) -> tuple[Strand, ...]:
    used = {strand for key in shown.boxes for strand in theory.boxes[key].strand}
    return tuple(Strand(key, str(strand.label)) for key, strand in theory.strands.items() if key in used)


def _box(theory: TheoryOfChange, key: str, group: str | None, badges: Mapping[str, Badge]) -> ViewBox:
    box = theory.boxes[key]
    return ViewBox(
        key, str(box.label), box.stage, box.strand, group, badges.get(key), stage_inferred=box.basis == "inferred"
    )


def _group(theory: TheoryOfChange, key: str) -> ViewGroup:
    box = theory.boxes[key]
    return ViewGroup(key, str(box.label), box.stage, box.strand)


def _links(links: tuple[Link, ...], shown: Shown) -> tuple[ViewLink, ...]:
    """Draw each link at the boxes that stand for its ends, once, on the strongest basis among those merged."""
    drawn: dict[tuple[str, str], ViewLink] = {}
    for link in links:
        source, target = shown.end(link.source), shown.end(link.target)
        if source is None or target is None or _is_within(source, target, shown):
            continue
        new = ViewLink(source, target, link.basis, link.feedback, link.polarity == "negative")
        old = drawn.get((source, target))
        drawn[source, target] = _merged(old, new) if old else new
    return tuple(drawn.values())


def _is_within(source: str, target: str, shown: Shown) -> bool:
    return source == target or shown.boxes.get(source) == target or shown.boxes.get(target) == source


def _merged(old: ViewLink, new: ViewLink) -> ViewLink:
    basis = max(old.basis, new.basis, key=lambda basis: _STRENGTH[basis])
    return ViewLink(
        old.source, old.target, basis, old.feedback and new.feedback, negative=old.negative and new.negative
    )


def _stage_links(theory: TheoryOfChange, shown: Shown) -> tuple[StageLink, ...]:
    pairs = ((pair.split(" -> "), link) for pair, link in theory.stage_links.items())
    return tuple(
        StageLink(source, target, link.basis)
        for (source, target), link in pairs
        if source in shown.columns and target in shown.columns
    )


def _footer(theory: TheoryOfChange, shown: Shown) -> tuple[str, ...]:
    sources = "; ".join(_source(source) for source in theory.sources.values())
    reading = any(link.basis == "inferred" for link in theory.links)
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
    elsewhere = len(theory.boxes) - len(shown.stands_for)
    inside = len(shown.stands_for) - len(shown.boxes) - len(shown.groups)
    parts = [f"{elsewhere} in other columns or strands"] if elsewhere else []
    parts += [f"{inside} as part of a box shown"] if inside else []
    return f" Boxes not drawn: {' and '.join(parts)}." if parts else ""
