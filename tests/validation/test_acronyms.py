"""Which words in capitals are taken for acronyms, and where one is taken to be spelt out."""

from __future__ import annotations

import pytest

from toc.model import TheoryOfChange
from toc.validation import Settings, validate

ASKED = Settings(codes=frozenset({"TOC214"}))


def told(label: str, description: str = "", elsewhere: str = "") -> list[str]:
    """Return the labels that are told of an activity, beside an outcome of which more is said."""
    theory = TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "club",
            "title": "Homework club",
            "language": "en",
            "activities": {"weekly": {"label": label, "description": description or None}},
            "outcomes": {"long_term": {"grades": {"label": "Better grades", "description": elsewhere or None}}},
        }
    )
    return [finding.message.partition(" uses ")[2] for finding in validate(theory, settings=ASKED)]


@pytest.mark.parametrize(
    "label",
    [
        "Visits that do NOT cost",
        "Visits to NEW families",
        "Sessions for ALL pupils",
        "Pupils MUST attend",
        "Pupils who STAY",
        "Reading AND writing",
        "Free FOOD at breakfast",
    ],
)
def test_a_short_word_that_somebody_stresses_is_no_acronym(label: str) -> None:
    assert told(label) == []


@pytest.mark.parametrize(
    ("label", "description"),
    [
        ("Meetings of the PTA", "A parent teacher association runs them"),
        ("Help with IEPs", "Each pupil has an individual education plan"),
        ("Visits by the YOT", "Staff of youth offending teams"),
        ("Lessons with TAs", "Teaching assistants help"),
        ("Help in KS2", "Key stage 2"),
        ("Work with LSCB", "With the local safeguarding of children board"),
    ],
)
def test_words_beside_an_acronym_are_what_it_means(label: str, description: str) -> None:
    assert told(label, description) == []


def test_a_bracket_anywhere_that_names_an_acronym_stands_behind_its_words() -> None:
    meant = "With the parent teacher association (which we call PTA)"
    assert told("Meetings of the PTA", elsewhere=meant) == []
    assert told("Meetings of the PTA", elsewhere="Parents who teach (some are in the PTA)") != []


@pytest.mark.parametrize(
    ("label", "description"),
    [
        ("TA training activities", ""),
        ("Lessons with TAs", "Pupils learn together and quietly"),
        ("Families know about CAF", "For children and families"),
        ("Meetings of the PTA", "Staff talk to pupils"),
    ],
)
def test_words_that_begin_otherwise_do_not_spell_an_acronym_out(label: str, description: str) -> None:
    assert len(told(label, description)) == 1
