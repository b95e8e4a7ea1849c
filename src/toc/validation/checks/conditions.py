"""What a theory leaves unsaid of its conditions: are they enough, how and on what do they act, what is at risk."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import spread
from toc.model import TheoryOfChange
from toc.validation.checks.link_words import hit_at, labelled
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = [
    "benefits_only",
    "factors_without_effect",
    "insufficient_conditions",
    "moderated_links_without_mechanism",
]

_NAMED = 3
"""How many conditions a message names."""


def insufficient_conditions(context: Context) -> Iterator[Hit]:
    """TOC406: outcomes to which several necessary links lead, and none that is sufficient.

    A sufficient link to its whole is one to a part too.
    """
    theory, graph = context.theory, context.graph
    needed: dict[str, list[str]] = {}
    for link in theory.links:
        if link.necessary and link.target in graph.number:
            needed.setdefault(link.target, []).append(link.source)
    if not needed:
        return
    enough = [False] * len(graph.ids)
    for link in theory.links:
        if link.sufficient and link.target in graph.number:
            enough[graph.number[link.target]] = True
    enough, outcomes = spread(enough, lambda box: graph.parts[box]), frozenset(context.outcomes)
    least = context.number("TOC406", "conditions")
    for name, sources in needed.items():
        if name in outcomes and len(sources) >= least and not enough[graph.number[name]]:
            named = [labelled(context, source) for source in sources[:_NAMED]]
            more = [f"{len(sources) - _NAMED} more"] if len(sources) > _NAMED else []
            *others, last = (*named, *more)
            conditions = f"{', '.join(others)} and {last}" if others else last
            yield Hit("TOC406", name, {**words_of(theory.boxes[name]), "conditions": conditions})


def moderated_links_without_mechanism(context: Context) -> Iterator[Hit]:
    """TOC411: links on which a factor acts, and that do not say how they work."""
    theory = context.theory
    if not theory.factors:
        return
    acting = _moderators(theory)
    for link in (*theory.links, *theory.factor_links):
        factors = dict.fromkeys((*link.moderated_by, *acting.get(link.name, ())))
        if factors and link.because is None:
            named = " and ".join(labelled(context, factor) for factor in factors)
            yield hit_at(context, "TOC411", link, factors=named)


def _moderators(theory: TheoryOfChange) -> dict[str, list[str]]:
    """Return the moderators of each link that some name under `affects`."""
    acting: dict[str, list[str]] = {}
    for name, factor in theory.factors.items():
        if factor.role == "moderator":
            for affected in factor.affects:
                source, arrow, target = affected.partition("->")
                if arrow:
                    acting.setdefault(f"{source.strip()} -> {target.strip()}", []).append(name)
    return acting


def factors_without_effect(context: Context) -> Iterator[Hit]:
    """TOC417: factors that act on nothing, and on which nothing acts."""
    theory = context.theory
    if not theory.factors or context.is_drawn_by_stages:
        return
    linked = {end for link in (*theory.links, *theory.factor_links) for end in (link.source, link.target)}
    linked.update(factor for link in (*theory.links, *theory.factor_links) for factor in link.moderated_by)
    linked.update(affected for factor in theory.factors.values() for affected in factor.affects)
    for name, factor in theory.factors.items():
        if name not in linked and not factor.affects:
            yield Hit("TOC417", name, words_of(factor))


def benefits_only(context: Context) -> Iterator[Hit]:
    """TOC407: a theory without a risk and without a negative link."""
    theory = context.theory
    if any(factor.role == "risk" for factor in theory.factors.values()):
        return
    if not any(link.polarity == "negative" for link in (*theory.links, *theory.factor_links)):
        yield Hit("TOC407", theory.id, {"title": " ".join(theory.title.split())}, path=("id",))
