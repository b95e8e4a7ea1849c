"""The words with which a message speaks of a link, whatever its ends are."""

from __future__ import annotations

from toc.model import Entry, Link
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["hit_at", "labelled"]


def hit_at(context: Context, code: str, link: Link, **words: object) -> Hit:
    """Return a hit at a link; its words are the link's own and both labels, besides those given."""
    ends = {"from_label": labelled(context, link.source), "to_label": labelled(context, link.target)}
    return Hit(code, link.name, {"link": link.name, **ends, **words}, path=context.path_of_link(link))


def labelled(context: Context, name: str) -> str:
    """Return the label of a box or factor in quotes, or its id where it is not there."""
    theory = context.theory
    found: Entry | None = theory.boxes.get(name) or theory.factors.get(name)
    return f'"{words_of(found)["label"]}"' if found else f"`{name}`"
