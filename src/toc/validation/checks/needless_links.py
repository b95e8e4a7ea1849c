"""Links that say nothing that others do not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toc.graph import Graph, components, shortcuts
from toc.model import Link, TheoryOfChange
from toc.validation.checks.link_words import hit_at
from toc.validation.context import Context, words_of
from toc.validation.fix import Mending
from toc.validation.hit import Hit

__all__ = ["links_to_whole_and_part", "shortcut_links"]

_Pair = tuple[int, int]
_Ends = list[list[int]]

_LEVELS = 20
"""Wholes within wholes are climbed so far, which is further than anybody nests them."""


def shortcut_links(context: Context) -> Iterator[Hit]:
    """TOC117: links between what is done and what comes of it that other links join already.

    Only positive links that do not feed back are followed, from box to box: what goes through a factor, a whole
    or a part is said differently. A link with something of its own to say is no mere shortcut.
    """
    theory, graph = context.theory, context.onward
    steps, (after, before) = _steps(theory, graph)
    # What leads on among all links does so among some of them.
    order = graph.order if not context.cycles else components(after, before)
    found = sorted(pair for pair in shortcuts(after, before, order) if not _has_more_to_say(steps[pair]))
    links = steps.values() if found else ()
    said = Counter(key for link in links for word in _words(link) for key in _heard(link, word))
    onward, backward = ([frozenset(ends) for ends in side] if found else [] for side in (after, before))
    for source, target in found:
        link = steps[source, target]
        if all(any(said[key] > 1 for key in _heard(link, word)) for word in _words(link)):
            middle = onward[source] & backward[target]
            way = _through(theory, graph.ids[min(middle)]) if middle else "other boxes"
            # Words that are heard elsewhere too stay there only as long as the other link does.
            mending = None if _words(link) or link.ignore else Mending("remove")
            yield hit_at(context, "TOC117", link, way=way)._replace(mending=mending)


def _steps(theory: TheoryOfChange, graph: Graph) -> tuple[dict[_Pair, Link], tuple[_Ends, _Ends]]:
    """Return the links that are followed by the numbers of their ends, and these numbers onward and backward."""
    number, behind, boxes = graph.number, len(theory.inputs) + len(theory.participants), len(theory.boxes)
    steps: dict[_Pair, Link] = {}
    after: _Ends = [[] for _ in graph.ids]
    before: _Ends = [[] for _ in graph.ids]
    for link in graph.links:
        source, target = number[link.source], number[link.target]
        if behind <= source < boxes and behind <= target < boxes and _is_step(link):
            steps[source, target] = link
            after[source].append(target)
            before[target].append(source)
    return steps, (after, before)


def _is_step(link: Link) -> bool:
    return link.kind == "leads_to" and link.polarity == "positive" and not link.feedback


def _has_more_to_say(link: Link) -> bool:
    """Say whether a link carries what no way round it can: evidence, conditions, or a source's own sentence."""
    evidence = link.evidence
    tested = bool(evidence.for_ or evidence.against or link.assumptions or link.moderated_by)
    return tested or link.necessary or link.sufficient or link.basis == "stated"


def _words(link: Link) -> tuple[object, ...]:
    """Return its mechanism and its confidence, as far as they are said."""
    return tuple(word for word in (link.because, link.confidence) if word is not None)


def _heard(link: Link, word: object) -> tuple[object, ...]:
    """Return the two places at which a word of a link is heard: among what its start and what its end say."""
    return (("from", link.source, word), ("to", link.target, word))


def _through(theory: TheoryOfChange, box: str) -> str:
    return f'"{words_of(theory.boxes[box])["label"]}" ({box})'


def links_to_whole_and_part(context: Context) -> Iterator[Hit]:
    """TOC120: links from one box to a whole and, with nothing more to say, to a part of that whole."""
    graph = context.graph
    if not any(graph.parts):
        return
    twice = dict(_at_two_levels(graph))
    if not twice:
        return
    number = graph.number
    links = {
        (number[link.source], number[link.target]): link
        for link in graph.links
        if link.kind == "leads_to" and link.target in context.theory.boxes
    }
    for pair, whole in twice.items():
        to_part, to_whole = links.get(pair), links.get((pair[0], whole))
        if to_part and to_whole and _says_the_same(to_part, to_whole):
            hit = hit_at(context, "TOC120", to_part, **words_of(context.theory.boxes[to_whole.target]))
            yield hit._replace(other=context.path_of_link(to_whole))


def _at_two_levels(graph: Graph) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield every arrow to a part whose start leads to a whole of it too, with the nearest such whole."""
    for part, its_whole in enumerate(graph.whole):
        sources, seen, whole = set(graph.before[part]), {part}, its_whole
        while whole >= 0 and sources and whole not in seen and len(seen) <= _LEVELS:
            seen.add(whole)
            both = sources.intersection(graph.before[whole])
            yield from (((source, part), whole) for source in sorted(both))
            sources -= both
            whole = graph.whole[whole]


def _says_the_same(link: Link, other: Link) -> bool:
    alike = link.polarity == other.polarity and link.feedback == other.feedback
    more = any(word not in _words(other) for word in _words(link))
    return alike and not more and not _has_more_to_say(link)
