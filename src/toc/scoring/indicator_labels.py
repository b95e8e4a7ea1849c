"""Labels of indicators under which no two of a model look the same."""

from __future__ import annotations

from collections import Counter

from toc.model import Indicator, TheoryOfChange

__all__ = ["indicator_labels"]


def indicator_labels(theory: TheoryOfChange) -> dict[str, str]:
    """Return the label of every indicator by its id.

    A label that several have is followed by whom each is about or, where that does not tell them apart, its id.
    """
    indicators = theory.indicators.values()
    often = Counter(str(each.label) for each in indicators)
    with_people = Counter(_with_people(theory, each) for each in indicators)
    labels = {}
    for each in indicators:
        label, longer = str(each.label), _with_people(theory, each)
        tells = longer != label and with_people[longer] == 1
        labels[each.id] = label if often[label] == 1 else longer if tells else f"{label} ({each.id})"
    return labels


def _with_people(theory: TheoryOfChange, indicator: Indicator) -> str:
    known = theory.populations
    who = ", ".join(str(known[key].label) if key in known else key for key in indicator.who)
    return f"{indicator.label} ({who})" if who else str(indicator.label)
