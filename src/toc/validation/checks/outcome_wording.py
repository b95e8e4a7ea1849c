"""What outcomes are called: work or products instead of change, several in one, too vague or too sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toc.model import Indicator, Outcome, TheoryOfChange
from toc.validation.context import Context, words_of
from toc.validation.hit import Hit
from toc.validation.wording.change import (
    absolute_word,
    direction_word,
    early_word,
    lasting_word,
    means_word,
    says_no_change,
    says_nobody,
)
from toc.validation.wording.english import english_words
from toc.validation.wording.products import product_named
from toc.validation.wording.several import several_outcomes
from toc.validation.wording.statement import Statement, bases, statement_of
from toc.validation.wording.work import vague_verb, work_named

__all__ = ["path_of_label", "stages_that_do_not_fit", "subjects_missing", "worded_outcomes"]

Find = Callable[[Statement, frozenset[str]], str]

_FINDS: tuple[tuple[str, str, Find], ...] = (
    ("TOC201", "work", work_named),
    ("TOC202", "", lambda statement, _: product_named(statement)),
    ("TOC203", "pairs", several_outcomes),
    ("TOC204", "vague", vague_verb),
    ("TOC205", "", lambda statement, _: "-" if says_no_change(statement) else ""),
    ("TOC207", "", lambda statement, _: means_word(statement)),
    ("TOC209", "", lambda statement, _: absolute_word(statement)),
)


def worded_outcomes(context: Context) -> Iterator[Hit]:
    """TOC201-205, 207, 209: outcomes whose words say something else than one change, or say it badly."""
    settings, theory = context.settings, context.theory
    asked = [
        (code, find, frozenset(map(str.casefold, settings.words(code, option) if option else ())))
        for code, option, find in _FINDS
        if code in settings.needed
    ]
    for outcome, statement in context.statements if asked else ():
        for code, find, also in asked:
            found = find(statement, also)
            if found:
                words = {**words_of(outcome), "found": found}
                yield Hit(code, outcome.id, words, path_of_label(theory, outcome.id))


def subjects_missing(context: Context) -> Iterator[Hit]:
    """TOC206: outcomes, and indicators worded as a change, that name nobody whose change it is."""
    theory = context.theory
    named = (*theory.populations.values(), *theory.participants.values())
    people = {
        base
        for entry in named
        for word in statement_of(entry.label).words
        for base in bases(word)
        if len(base) > 3
    }
    also = frozenset((*people, *map(str.casefold, context.settings.words("TOC206", "people"))))
    for outcome, statement in context.statements:
        if says_nobody(statement, also):
            yield Hit("TOC206", outcome.id, _of_whom(outcome), path_of_label(theory, outcome.id))
    for indicator in theory.indicators.values() if context.is_in_english else ():
        statement = statement_of(english_words(indicator.label, theory.language))
        if statement.words and direction_word(Statement(statement.words[:1])) and says_nobody(statement, also):
            yield Hit("TOC206", indicator.id, _of_whom(indicator), path_of_label(theory, indicator.id))


def _of_whom(entry: Outcome | Indicator) -> dict[str, object]:
    """Return the words of a message, and that only `who` says whose change it is where it does."""
    return {**words_of(entry), "but": "; only `who` does" if entry.who else ""}


def stages_that_do_not_fit(context: Context) -> Iterator[Hit]:
    """TOC211: lasting conditions among the first outcomes, and knowing among the last, where there are others."""
    theory, outcomes = context.theory, context.theory.outcomes
    comes_later = bool(outcomes.intermediate or outcomes.long_term)
    comes_before = bool(outcomes.short_term or outcomes.intermediate)
    for outcome, statement in context.statements:
        found = ""
        if outcome.stage == "short_term" and comes_later:
            found, usual = lasting_word(statement), "take years to change"
        elif outcome.stage == "long_term" and comes_before:
            found, usual = early_word(statement), "come first"
        if found:
            words = {"found": found, "usual": usual, "stage": theory.stage_label(outcome.stage)}
            yield Hit("TOC211", outcome.id, {**words_of(outcome), **words}, path_of_label(theory, outcome.id))


def path_of_label(theory: TheoryOfChange, subject: str) -> tuple[str, ...]:
    """Return the keys of the place at which a label is told: its entry's, or where a site has put its own."""
    origin = theory.origin
    if theory.derivation is None or origin is None:
        return ()
    path = theory.path_of(subject)
    entry, label = origin.place(path), origin.place((*path, "label"))
    return (*path, "label") if entry and label and entry.file != label.file else path
