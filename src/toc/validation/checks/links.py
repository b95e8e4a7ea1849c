"""Links that cannot be meant as they stand, and links that say too little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from toc.model import OUTCOME_STAGES, STAGES, Link, Stage
from toc.validation.context import Context, words_of
from toc.validation.fix import Mending
from toc.validation.hit import Hit
from toc.validation.own_ignore import ignores

__all__ = [
    "backward_links",
    "duplicate_links",
    "self_links",
    "skipping_links",
    "unattached_assumptions",
    "unexplained_links",
]

_RANK = {stage: rank for rank, stage in enumerate(STAGES)}
_LAST: Stage = "long_term"
_NAMED = 4
"""Links that one finding names."""
_TWICE = "The link `{link}` ({from_label} to {to_label}) stands twice: in `leads_to` and in `engages`."


def self_links(context: Context) -> Iterator[Hit]:
    """TOC104: links from a box to itself."""
    if context.has_plain_links:
        return
    for link in context.theory.links:
        if link.source == link.target:
            hit = _hit(context, "TOC104", link, covers=(link.source,))
            yield hit._replace(mending=None if _says_something(link) else Mending("remove"))


def duplicate_links(context: Context) -> Iterator[Hit]:
    """TOC105: two links from the same box to the same box, as `leads_to` beside `engages` makes them."""
    if context.has_plain_links:
        return
    seen: dict[tuple[str, str], Link] = {}
    for link in context.theory.links:
        first = seen.setdefault((link.source, link.target), link)
        if first is not link:
            is_same = first._replace(kind=link.kind, owner=link.owner, ignore=link.ignore) == link
            hit = _hit(context, "TOC105", link)
            words = {"message": _TWICE.format_map(dict(hit.words))}
            other, mending = context.path_of_link(first), Mending("remove") if is_same else None
            yield hit._replace(words=words, other=other, mending=mending)


def backward_links(context: Context) -> Iterator[Hit]:
    """TOC106: links to an earlier stage that are not declared as feedback; within a stage any order is fine."""
    for link, source, target in context.links_with_stages:
        if not link.feedback and _RANK[target] < _RANK[source]:
            yield _hit(context, "TOC106", link)


def skipping_links(context: Context) -> Iterator[Hit]:
    """TOC107: links straight to the long term past every stage between that the model has boxes in.

    Those from one stage to one box that stand in one file are told together, at the first, and so are those from
    one participant; a link with an `ignore` of the rule stands for itself.
    """
    filled = set(context.stages.values())
    groups: dict[tuple[str, ...], list[Link]] = {}
    for link, source, target in context.links_with_stages:
        if target != _LAST:
            continue
        if not filled.isdisjoint(STAGES[_RANK[source] + 1 : _RANK[_LAST]]):
            together = (link.source,) if source == "participants" else (source, link.target)
            is_alone = ignores(link, "TOC107", context.today)
            key = (link.name, "") if is_alone else (*together, _file_of(context, link))
            groups.setdefault(key, []).append(link)
    for links in groups.values():
        yield _skipping(context, links, filled)


def _skipping(context: Context, links: list[Link], filled: AbstractSet[Stage]) -> Hit:
    first = links[0]
    source = context.stages[first.source]
    stages = [stage for stage in STAGES[_RANK[source] + 1 : _RANK[_LAST]] if stage in filled]
    names = ", ".join(context.theory.stage_label(stage).lower() for stage in stages)
    hit = _hit(context, "TOC107", first)
    words = {"source": _stage(context, first.source), "between": names}
    if len(links) == 1:
        jump = "The link `{link}` ({from_label} to {to_label}) jumps".format_map(dict(hit.words))
        return hit._replace(words={**words, "jump": jump, "named": ""})
    box, direction = (first.source, "of") if source == "participants" else (first.target, "to")
    jump = f"{len(links)} links {direction} {_label(context, box)} ({box}) jump"
    covers = tuple(link.name for link in links)
    return hit._replace(subject=box, words={**words, "jump": jump, "named": _listed(covers)}, covers=covers)


def _listed(links: Sequence[str]) -> str:
    named = ", ".join(f"`{link}`" for link in links[:_NAMED])
    return f": {named}" + (f" and {len(links) - _NAMED} more" if len(links) > _NAMED else "")


def _file_of(context: Context, link: Link) -> str:
    """Return the file that a link stands in: what a site adds is told there, not at the base's."""
    origin = context.theory.origin
    place = origin.place(context.path_of_link(link)) if origin is not None else None
    return place.file if place is not None else ""


def unexplained_links(context: Context) -> Iterator[Hit]:
    """TOC401: links between outcomes without a mechanism."""
    for link, source, target in context.links_with_stages:
        if source in OUTCOME_STAGES and target in OUTCOME_STAGES and link.because is None:
            yield _hit(context, "TOC401", link)


def unattached_assumptions(context: Context) -> Iterator[Hit]:
    """TOC409: assumptions that no link rests on; a link between stages cannot name any."""
    theory = context.theory
    if context.is_drawn_by_stages or not theory.assumptions:
        return
    named = {one for link in (*theory.links, *theory.factor_links) for one in link.assumptions}
    for name, assumption in theory.assumptions.items():
        if name not in named:
            yield Hit("TOC409", name, words_of(assumption))


def _says_something(link: Link) -> bool:
    """Say whether more would go with a link than the arrow."""
    evidence = link.evidence
    words = link.because is not None or link.confidence is not None or evidence.for_ or evidence.against
    return bool(words or link.cite or link.assumptions or link.moderated_by or link.ignore)


def _hit(context: Context, code: str, link: Link, *, covers: tuple[str, ...] = ()) -> Hit:
    words = {
        "link": link.name,
        "from_label": _label(context, link.source),
        "to_label": _label(context, link.target),
        "source": _stage(context, link.source),
        "target": _stage(context, link.target),
    }
    return Hit(code, link.name, words, path=context.path_of_link(link), covers=covers)


def _label(context: Context, box: str) -> str:
    found = context.theory.boxes.get(box)
    return f'"{words_of(found)["label"]}"' if found else f"`{box}`"


def _stage(context: Context, box: str) -> str:
    stage = context.stages.get(box)
    return context.theory.stage_label(stage).lower() if stage else ""
