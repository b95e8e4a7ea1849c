"""What the rules of wording tell of the labels of indicators: names of instruments, and acronyms."""

from __future__ import annotations

import pytest

from toc.model import TheoryOfChange
from toc.validation import Settings, validate


def told(code: str, *labels: str) -> list[str]:
    """Return what a rule says of indicators with these labels."""
    theory = {
        "toc": 1,
        "id": "one",
        "title": "One outcome",
        "language": "en",
        "outcomes": {"long_term": {"it": {"label": "Parents stay"}}},
        "indicators": {f"i{at}": {"label": label, "measures": ("it",)} for at, label in enumerate(labels)},
    }
    findings = validate(TheoryOfChange.model_validate(theory), settings=Settings(codes=frozenset((code,))))
    return [finding.message.partition(") ")[2] for finding in findings]


@pytest.mark.parametrize(
    "label",
    [
        "Strengths and Difficulties Questionnaire",
        "Strengths and Difficulties score",
        "Hospital Anxiety and Depression Scale",
    ],
)
def test_the_name_of_an_instrument_is_one_thing(label: str) -> None:
    assert told("TOC311", label) == []


@pytest.mark.parametrize("label", ["Health and confidence", "Improved Health And Confidence"])
def test_two_things_are_two_whatever_their_capitals(label: str) -> None:
    assert told("TOC311", label) == [f'measures two things at once: "{label}".']


def test_an_acronym_with_and_without_its_number_is_one() -> None:
    assert told("TOC214", "GAD-7 of parents", "GAD scores") == [
        'uses "GAD-7", which the model spells out nowhere.'
    ]


def test_an_acronym_spelt_out_beside_its_number_is_known_without_it() -> None:
    assert told("TOC214", "GAD of parents", "GAD-7 (a scale of anxiety)") == []


def test_words_in_capitals_in_a_row_are_no_acronyms() -> None:
    assert told("TOC214", "Visits of the READ NOW campaign") == []


def test_acronyms_in_a_row_are_told_each() -> None:
    assert told("TOC214", "Visits by CAMHS LSCB staff", "GP CAF forms") == [
        'uses "CAMHS", which the model spells out nowhere.',
        'uses "LSCB", which the model spells out nowhere.',
        'uses "CAF", which the model spells out nowhere.',
    ]
