"""The checks of who is reached, in the order in which they are run."""

from __future__ import annotations

from toc.validation.check import Check
from toc.validation.checks import populations, reached_people

__all__ = ["PEOPLE"]

PEOPLE: tuple[Check, ...] = (
    Check.of(reached_people.participants_out_of_reach, "TOC501"),
    Check.of(reached_people.activities_for_nobody, "TOC502"),
    Check.of(populations.outcomes_for_others, "TOC503"),
    Check.of(populations.unmeasured_populations, "TOC504"),
    Check.of(populations.populations_in_labels_only, "TOC505"),
)
