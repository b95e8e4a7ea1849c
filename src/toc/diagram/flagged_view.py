"""A view with the numbers of what is assumed on its links, and their key in the footer."""

from __future__ import annotations

from dataclasses import replace

from toc.diagram.figure_words import figure_words
from toc.diagram.shown import Shown, all_links
from toc.diagram.view import View
from toc.model import TheoryOfChange

__all__ = ["flagged_view"]


def flagged_view(view: View, theory: TheoryOfChange, shown: Shown) -> View:
    """Return the view with flags on the links of which something is assumed, and one more note that names it.

    The numbers follow the order of the model and count what is assumed of any of its links, so that they are the
    same in every view of the theory; only those of drawn links are told. Where nothing is assumed of these, the
    note says so.
    """
    drawn = {(link.source, link.target): set[str]() for link in view.links}
    attached = set[str]()
    for link in all_links(theory):
        attached.update(link.assumptions)
        ends = (shown.end(link.source), shown.end(link.target))
        for known in (drawn[pair] for pair in drawn if pair == ends):
            known.update(link.assumptions)
    used = set().union(*drawn.values())
    numbers = {
        key: number for number, key in enumerate((key for key in theory.assumptions if key in attached), start=1)
    }
    words = figure_words(view.language)
    told = [
        f"{number} {theory.assumptions[key].label.in_language(view.language)}"
        f" ({words[f'status_{theory.assumptions[key].status}']})"
        for key, number in numbers.items()
        if key in used
    ]
    note = words["assumed_of_links"].format(assumptions="; ".join(told)) if told else words["nothing_assumed"]
    links = (
        replace(
            link, flags=tuple(sorted(numbers[key] for key in drawn[link.source, link.target] if key in numbers))
        )
        for link in view.links
    )
    return replace(view, links=tuple(links), notes=(note, *view.notes))
