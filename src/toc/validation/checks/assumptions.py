"""Assumptions that nobody has tested or that do not hold, and activities that assume nothing about their reach."""

from __future__ import annotations

from collections.abc import Iterator

from toc.graph import shared_with_wholes
from toc.model import OUTCOME_STAGES
from toc.validation.checks.link_words import hit_at
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit
from toc.validation.own_ignore import ignores

__all__ = ["activities_without_reach_assumption", "links_on_refuted_assumptions", "untested_assumptions"]

_FIRST = ("outputs", *OUTCOME_STAGES)
"""Where an activity leads first."""


def untested_assumptions(context: Context) -> Iterator[Hit]:
    """TOC402: assumptions of which the model does not say what is known of them."""
    for name, assumption in context.theory.assumptions.items():
        if assumption.status == "untested":
            yield Hit("TOC402", name, words_of(assumption))


def links_on_refuted_assumptions(context: Context) -> Iterator[Hit]:
    """TOC414: links that rest on an assumption that is known not to hold."""
    theory = context.theory
    refuted = {name: one for name, one in theory.assumptions.items() if one.status == "refuted"}
    if not refuted:
        return
    for link in (*theory.links, *theory.factor_links):
        name = next((name for name in link.assumptions if name in refuted), None)
        if name is not None:
            words = {"assumption": name, "assumed": words_of(refuted[name])["label"]}
            yield hit_at(context, "TOC414", link, **words)._replace(other=("assumptions", name, "status"))


def activities_without_reach_assumption(context: Context) -> Iterator[Hit]:
    """TOC410: activities that lead to an outcome, at once or by an output, on ways that name no assumption.

    One at `engages`, at the link to the output or at the link from there to the outcome is enough; so is one of a
    whole or of a part. Where no activity has one that is said once, of the model, besides those that ignore it.
    """
    theory, graph = context.theory, context.graph
    leading, assumed = _first_steps(context)
    covered = shared_with_wholes(graph, [name in assumed for name in graph.ids])
    bare = frozenset(name for name in leading if not covered[graph.number[name]])
    told = [name for name in leading if name in bare and not _is_within(context, name, bare)]
    if len(bare) == len(leading):
        alone = [name for name in told if ignores(theory.activities[name], "TOC410", context.today)]
        together = len(told) - len(alone)
        if together > 1:
            which = " and do not ignore this" if alone else ""
            words = {"who": f"The {together} activities that lead to outcomes{which} name"}
            yield Hit("TOC410", theory.id, words, ("id",))
            told = alone
    for name in told:
        label = words_of(theory.activities[name])["label"]
        yield Hit("TOC410", name, {"who": f'Activity "{label}" ({name}) names'})


def _is_within(context: Context, name: str, others: frozenset[str]) -> bool:
    """Say whether a box is part of one of `others`, or of one that is part of it, and so on."""
    graph = context.graph
    seen: set[int] = set()
    whole = graph.whole[graph.number[name]]
    while whole >= 0 and whole not in seen:
        if graph.ids[whole] in others:
            return True
        seen.add(whole)
        whole = graph.whole[whole]
    return False


def _first_steps(context: Context) -> tuple[dict[str, None], set[str]]:
    """Return the activities that lead to outcomes or outputs, and those that assume something on the way there."""
    theory, stages = context.theory, context.stages
    after = {link.source for link in theory.links if link.assumptions and stages.get(link.source) == "outputs"}
    leading: dict[str, None] = {}
    assumed = set()
    for link in theory.links:
        owner = link.owner
        if owner not in theory.activities:
            continue
        if link.kind == "leads_to" and stages.get(link.target) in _FIRST:
            leading[owner] = None
        if link.assumptions or link.target in after:
            assumed.add(owner)
    return leading, assumed
