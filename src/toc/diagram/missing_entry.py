"""The error for a strand, box or population that a theory does not have: what is meant, or where to look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from toc.errors import TocError
from toc.loading.nearest import entries_listed, entry_hint, shown
from toc.model import TheoryOfChange

__all__ = ["missing_entry"]

_SECTIONS: Mapping[str, str] = {
    "boxes": "a box", "factors": "a factor", "strands": "a strand", "populations": "a population",
    "indicators": "an indicator", "assumptions": "an assumption", "studies": "a study",
}  # fmt: skip
_OPTIONS = {"boxes": "chain", "factors": "chain", "strands": "strand", "populations": "who"}
_LOOK = "`toc show MODEL --boxes` lists the boxes with their ids."


def missing_entry(
    theory: TheoryOfChange, word: str, section: Literal["boxes", "strands", "populations"]
) -> TocError:
    """Return the error for a word that is no id of a section; "boxes" are the factors too.

    It names the entry whose id or label is nearest, and says so where the word is the id of something else.
    """
    sort = _SECTIONS[section].partition(" ")[2]
    other = next((name for name in _SECTIONS if word in getattr(theory, name)), None)
    if other is not None:
        what = f'"{shown(word)}" is {_SECTIONS[other]} of this model, not a {sort}.'
        return TocError(what, hint=_of_another(theory, word, other))
    labels = _labels(theory, section)
    otherwise = _LOOK
    if section != "boxes":
        otherwise = (
            f"It has: {entries_listed(labels)}." if labels else f"It has none: leave `{_OPTIONS[section]}` out."
        )
    message = f'There is no {sort} "{shown(word)}" in this model.'
    return TocError(message, hint=entry_hint(word, labels, otherwise))


def _of_another(theory: TheoryOfChange, word: str, section: str) -> str:
    if section in _OPTIONS:
        return f"Ask for it as `{_OPTIONS[section]}`."
    measured = theory.indicators[word].measures if section == "indicators" else ()
    labels = {key: str(theory.boxes[key].label) for key in measured if key in theory.boxes}
    return f"It measures {entries_listed(labels)}." if labels else _LOOK


def _labels(theory: TheoryOfChange, section: str) -> dict[str, str]:
    entries = {**getattr(theory, section), **(theory.factors if section == "boxes" else {})}
    return {key: str(entry.label) for key, entry in entries.items()}
