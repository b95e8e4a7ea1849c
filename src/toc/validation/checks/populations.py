"""Groups of people whom the work does not reach, whom nothing measures, or whom only a label names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from toc.graph import reached_from
from toc.model import Entry, Indicator, Participant, TheoryOfChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit

__all__ = ["outcomes_for_others", "populations_in_labels_only", "unmeasured_populations"]

_WORD = re.compile(r"\w+")
_BETWEEN_NAMES = re.compile(r",|/|\band\b|\bor\b")
_LONGEST = 6
"""Words of a population's name that are looked for in labels; longer labels are sentences, not names."""


def outcomes_for_others(context: Context) -> Iterator[Hit]:
    """TOC503: outcomes for people whom no participant includes and no change in those reached leads to.

    An outcome before it that does not say whose change it is may be theirs; so may a participant be that does
    not say who it is, and then nothing is asked.
    """
    theory = context.theory
    if context.is_drawn_by_stages or not theory.participants:
        return
    who = {name: who for name in context.outcomes if (who := _who_of(theory, name))}
    reached = _reached_populations(theory)
    if not who or reached is None:
        return
    begin = [name for name in context.outcomes if name not in who or not reached.isdisjoint(who[name])]
    follows = reached_from(context.graph, begin)
    others = {name: populations for name, populations in who.items() if name not in follows}
    for name, populations in others.items():
        box = theory.boxes[name]
        if box.part_of not in others:
            named = " and ".join(f"`{population}`" for population in populations)
            yield Hit("TOC503", name, {**words_of(box), "populations": named})


def unmeasured_populations(context: Context) -> Iterator[Hit]:
    """TOC504: populations of which no indicator is, be it through the outcomes that it measures, or by a split."""
    theory = context.theory
    if not theory.indicators or not theory.populations:
        return
    indicators = theory.indicators.values()
    asked = {population for indicator in indicators for population in _asked_of(theory, indicator)}
    split = {word.casefold() for indicator in indicators for word in indicator.disaggregate}
    for name, population in theory.populations.items():
        if name not in asked and split.isdisjoint((name.casefold(), population.label.casefold())):
            yield Hit("TOC504", name, words_of(population), path=("populations", name))


def populations_in_labels_only(context: Context) -> Iterator[Hit]:
    """TOC505: participants, outcomes and indicators that name a population in their label and not under `who`."""
    theory = context.theory
    if not theory.populations:
        return
    names = _names_of_populations(theory)
    for entry, known in _entries_without_who(context):
        found = next((one for one in _named_in(entry.label, names) if one not in known), None)
        if found is not None:
            words = {**words_of(entry), "population": found}
            hint = f"Write `who: [{found}]` there, so that what is said of them can be found by who they are."
            yield Hit("TOC505", entry.id, words, other=("populations", found), hint=hint)


def _who_of(theory: TheoryOfChange, name: str) -> tuple[str, ...]:
    """Return whom a box is about: its own word, else that of the nearest whole that has one."""
    boxes, seen = theory.boxes, set()
    while name in boxes and name not in seen:
        seen.add(name)
        box = boxes[name]
        if box.who:
            return box.who
        name = box.part_of or ""
    return ()


def _reached_populations(theory: TheoryOfChange) -> frozenset[str] | None:
    """Return whom participants and activities name, or None where some participant may be anybody."""
    named = {population for activity in theory.activities.values() for population in activity.who}
    said_by_parts = {box.part_of for box in theory.participants.values() if box.who}
    for name in theory.participants:
        who = _who_of(theory, name) or ((name,) if name in theory.populations else ())
        if not who and name not in said_by_parts:
            return None
        named.update(who)
    return frozenset(named)


def _asked_of(theory: TheoryOfChange, indicator: Indicator) -> Iterable[str]:
    """Return whom an indicator is about: its own word, else whom the outcomes that it measures are about."""
    return indicator.who or [one for outcome in indicator.measures for one in _who_of(theory, outcome)]


def _entries_without_who(context: Context) -> Iterator[tuple[Entry, Iterable[str]]]:
    """Yield what does not say who it is about, with whom it is about as far as others say it."""
    theory = context.theory
    for name in (*theory.participants, *context.outcomes):
        box = theory.boxes[name]
        if not box.who:
            of_the_same_name = (name,) if isinstance(box, Participant) else ()
            yield box, (*_who_of(theory, name), *of_the_same_name)
    for indicator in theory.indicators.values():
        if not indicator.who:
            yield indicator, tuple(_asked_of(theory, indicator))


def _names_of_populations(theory: TheoryOfChange) -> Mapping[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for key, population in theory.populations.items():
        label = population.label.casefold()
        for name in (key.replace("_", " ").replace("-", " "), label, *_BETWEEN_NAMES.split(label)):
            words = tuple(_WORD.findall(name.casefold()))
            if 0 < len(words) <= _LONGEST:
                names.setdefault(words, key)
    return names


def _named_in(label: str, names: Mapping[tuple[str, ...], str]) -> Iterator[str]:
    words = tuple(_WORD.findall(label.casefold()))
    openings = {name[0] for name in names}
    for start in range(len(words)):
        if words[start] not in openings:
            continue
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            if words[start:end] in names:
                yield names[words[start:end]]
