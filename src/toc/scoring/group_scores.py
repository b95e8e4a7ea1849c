"""`GroupScore`: what was measured of a stage, a strand, a population, a site, or some of the people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toc.model import TheoryOfChange
from toc.scoring.coverage import PeopleCoverage
from toc.scoring.indicator_groups import EVERYTHING, LEVELS, Group
from toc.scoring.measures import outcomes_of
from toc.scoring.outcome_scores import Score
from toc.scoring.roll_up import RollUp, rolled_up
from toc.scoring.score_notes import NO_PAIRS
from toc.scoring.tallies import Tally

__all__ = ["NOT_RECORDED", "GroupScore", "group_scores", "part_scores"]

NOT_RECORDED = "not recorded"
"""Stands for those of whom the data do not say to which part they belong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScore(Score):
    """The pairs of all indicators of a stage, strand or population, or those of one site or part of the people.

    `by` says which: "stage", "strand", "population", "site", or the column by which people were split. `of` is
    the id of the outcome that is scored, "all" for all indicators, each once; `of_label` its label. The id of a
    strand is "" for what all strands share, that of a population "" where the model names none, that of a part
    "" where the data do not say. `indicators` are the ids of those in the data that were put together for a stage,
    strand or population. `coverage` is that of a site, over all indicators; None where it is not known.
    """

    by: str
    of: str = "all"
    of_label: str = "All indicators"
    indicators: tuple[str, ...] = ()
    coverage: PeopleCoverage | None = None

    @property
    def key(self) -> str:
        """What no other group of the same `by` has: of what it is the score, and its id."""
        return f"{self.of} {self.id}"

    def to_dict(self) -> dict[str, Any]:
        """Return the score as plain values, with `by`, `of` and the people of a site."""
        seen = self.coverage
        return {
            "by": self.by,
            "of": self.of,
            **Score.to_dict(self),
            "indicators": list(self.indicators),
            "site_people": seen.people if seen else None,
            "site_with_two": seen.with_two if seen else None,
        }


def group_scores(
    theory: TheoryOfChange,
    tallies: Mapping[Group, Tally],
    groups: Mapping[Group, frozenset[str]],
    rule: RollUp,
) -> tuple[GroupScore, ...]:
    """Score every stage, strand and population of which the data hold an indicator, each indicator once."""
    found = [group for group in groups if group.level in LEVELS and group in tallies]
    ordered = sorted(found, key=lambda group: (LEVELS.index(group.level), _order(theory, group)))
    return tuple(
        GroupScore(
            by=group.level,
            id=group.id,
            label=_label(theory, group),
            stage=group.id if group.level == "stage" else None,
            measured=True,
            note=_note(tallies[group]),
            indicators=_present(tallies, groups[group]),
            **rolled_up(rule, tallies[group], _members(tallies, groups[group])),
        )
        for group in ordered
    )


def part_scores(
    theory: TheoryOfChange,
    by: str,
    part: tuple[str, str],
    tallies: Mapping[Group, Tally],
    groups: Mapping[Group, frozenset[str]],
    rule: RollUp,
    coverage: PeopleCoverage | None = None,
) -> Iterator[GroupScore]:
    """Score all indicators and every outcome of one site or part of the people (`part`: its id and its label).

    `tallies` are those of this part; what it has no reading of is left out.
    """
    labels = {EVERYTHING: "All indicators"} | {
        Group("outcome", box.id): str(box.label) for box in outcomes_of(theory)
    }
    for group, label in labels.items():
        if group in tallies:
            yield GroupScore(
                by=by,
                of=group.id,
                of_label=label,
                id=part[0],
                label=part[1],
                stage=None,
                measured=True,
                note=_note(tallies[group]),
                coverage=coverage if group == EVERYTHING else None,
                **rolled_up(rule, tallies[group], _members(tallies, groups[group])),
            )


def _note(tally: Tally) -> str | None:
    return NO_PAIRS if tally.n == 0 else None


def _members(tallies: Mapping[Group, Tally], members: frozenset[str]) -> list[Tally]:
    return [tallies[Group("indicator", member)] for member in _present(tallies, members)]


def _present(tallies: Mapping[Group, Tally], members: frozenset[str]) -> tuple[str, ...]:
    return tuple(member for member in sorted(members) if Group("indicator", member) in tallies)


def _order(theory: TheoryOfChange, group: Group) -> int:
    """Return where a group stands in the model; what is shared or not named comes last."""
    stages: list[str] = [box.stage for box in outcomes_of(theory)]
    known = {"stage": stages, "strand": [*theory.strands], "population": [*theory.populations]}[group.level]
    return known.index(group.id) if group.id in known else len(known)


def _label(theory: TheoryOfChange, group: Group) -> str:
    if group.level == "stage":
        return next(theory.stage_label(box.stage) for box in outcomes_of(theory) if box.stage == group.id)
    if not group.id:
        return "Shared" if group.level == "strand" else "Nobody named"
    known = theory.strands if group.level == "strand" else theory.populations
    return str(known[group.id].label) if group.id in known else group.id
