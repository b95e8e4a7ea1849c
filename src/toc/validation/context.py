"""`Context`: a theory and the questions about it that several checks ask, answered once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property

from toc.graph import Cycle, Graph, cycles, graph_of, leading_to, reached_from, shared_with_wholes
from toc.model import OUTCOME_STAGES, STAGES, Entry, Indicator, Link, Outcome, Stage, TheoryOfChange
from toc.validation.settings import Settings
from toc.validation.wording.english import english_words, is_in_english
from toc.validation.wording.statement import Statement, statement_of

__all__ = ["Context", "this_day", "words_of"]


def this_day() -> date:
    """Return the day on which a rule that asks for the day is asked, where nobody names another."""
    return datetime.now(tz=UTC).astimezone().date()


@dataclass(frozen=True)
class Context:
    """What a check may ask of a theory, how far each rule goes, and the day on which it is asked."""

    theory: TheoryOfChange
    settings: Settings = field(default_factory=Settings)
    today: date = field(default_factory=this_day)

    def number(self, code: str, option: str) -> float:
        """Return the number to which an option of a rule is set."""
        return self.settings.number(code, option)

    @cached_property
    def graph(self) -> Graph:
        """Every link, also those that feed back: they are exempt from the rules on circles and direction only."""
        return graph_of(self.theory, feedback=True)

    @cached_property
    def onward(self) -> Graph:
        """Every link but those that feed back."""
        feeds_back = any(link.feedback for link in self.graph.links)
        return graph_of(self.theory) if feeds_back else self.graph

    @cached_property
    def cycles(self) -> tuple[Cycle, ...]:
        """The circles of links that are not declared as feedback."""
        return cycles(self.onward)

    @cached_property
    def from_activities(self) -> frozenset[str]:
        """The ids that activities lead to, themselves included."""
        return reached_from(self.graph, self.theory.activities)

    @cached_property
    def to_outcomes(self) -> frozenset[str]:
        """The ids that lead to an outcome, outcomes included."""
        return leading_to(self.graph, self.outcomes)

    @cached_property
    def caused(self) -> Sequence[bool]:
        """Whether something leads to each box of the graph, to its whole or to a part of it."""
        return shared_with_wholes(self.graph, [bool(causes) for causes in self.graph.before])

    @cached_property
    def has_plain_links(self) -> bool:
        """Whether every link joins two different boxes that are there (or factors), and no other the same two."""
        arrows = sum(map(len, self.graph.after))
        return arrows == len(self.graph.links) == len(self.theory.links) + len(self.theory.factor_links)

    @cached_property
    def is_drawn_by_stages(self) -> bool:
        """Whether the theory speaks of whole stages only: no link joins two boxes."""
        return bool(self.theory.stage_links) and not (self.theory.links or self.theory.factor_links)

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """The ids of all outcomes."""
        return tuple(box for box, stage in self.stages.items() if stage in OUTCOME_STAGES)

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """The stage of every box by its id, stage by stage."""
        return {box: stage for stage in STAGES for box in self.theory.boxes_of(stage)}

    @cached_property
    def links_with_stages(self) -> tuple[tuple[Link, Stage, Stage], ...]:
        """Every link between two different boxes, with the stages of both."""
        stages = self.stages
        return tuple(
            (link, stages[link.source], stages[link.target])
            for link in self.theory.links
            if link.source in stages and link.target in stages and link.source != link.target
        )

    @cached_property
    def is_in_english(self) -> bool:
        """Whether labels without a language are in English."""
        return is_in_english(self.theory)

    @cached_property
    def statements(self) -> tuple[tuple[Outcome, Statement], ...]:
        """Every outcome whose label is in English, with the words of the label."""
        outcomes, language = self.theory.outcomes, self.theory.language
        of_stages = (outcomes.short_term, outcomes.intermediate, outcomes.long_term)
        texts = (
            (outcome, english_words(outcome.label, language))
            for stage in of_stages
            for outcome in stage.values()
            if self.is_in_english or outcome.label.languages
        )
        return tuple((outcome, statement_of(text)) for outcome, text in texts if text)

    @cached_property
    def indicators_in_english(self) -> tuple[tuple[Indicator, str], ...]:
        """Every indicator whose label may be in English, with the label on one line.

        A label without a language in a theory that names none is in English by what is usual: a check that finds
        something in it asks `is_in_english` as well.
        """
        language = self.theory.language
        texts = ((one, english_words(one.label, language)) for one in self.theory.indicators.values())
        return tuple(
            (indicator, " ".join(text.split())) for indicator, text in texts if text and not text.isspace()
        )

    def path_of_link(self, link: Link) -> tuple[str, ...]:
        """Return the keys under which a link stands in the file."""
        return (*self.theory.path_of(link.owner), *link.path)


def words_of(entry: Entry) -> dict[str, object]:
    """Return the words with which a message speaks of an entry: its id and its label on one line."""
    return {"id": entry.id, "label": " ".join(entry.label.split())}
