"""What is said of claims, whatever they hold."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings

from loading.theories_made import models
from toc.loading import from_dict, loads
from toc.validation import validate

MODEL = """\
toc: 1
id: advice
title: Advice service
sources: {report: {title: A report}}
units: {family: {label: "families\\n  helped"}}
outputs: {helped: {label: Families helped, count: 1200, unit: family}}
claims:
"""


def said_of(claims: str) -> list[tuple[str, str]]:
    findings = validate(loads(MODEL + claims))
    return [(one.code, one.message) for one in findings if one.subject == "it"]


@given(models(full=True) | models())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
def test_any_claim_is_checked_and_spoken_of_in_one_line(mapping: dict[str, Any]) -> None:
    theory = from_dict(mapping)
    findings = [one for one in validate(theory) if one.subject in theory.claims and one.code[:5] == "TOC71"]
    assert {len(one.message.splitlines()) for one in findings} <= {1}


def test_a_message_names_claim_source_printed_and_computed_number() -> None:
    cited = "cite: [report page 3, report]"
    claim = f"  it: {{label: Families, printed: 1000, unit: family, {cited}, about: {{output: helped}}}}\n"
    assert said_of(claim) == [
        (
            "TOC710",
            (
                'Claim "Families" (it, report page 3; report): printed as 1,000 families helped, but the model '
                "gives 1,200 families helped."
            ),
        )
    ]


def test_a_ratio_is_told_with_one_decimal_more_than_is_printed() -> None:
    claim = '  it: {label: "A\\nshare", printed: 0.26, about: {number: 20, out_of: 79}}\n'
    assert said_of(claim) == [
        ("TOC710", 'Claim "A share" (it): printed as 0.26, but its own numbers give 20/79 = 0.253.')
    ]


def test_a_total_is_711_and_a_bound_is_710() -> None:
    claim = "  it: {{label: Briefed, printed: 1000, {}about: {{sum: [700, 270]}}}}\n"
    assert said_of(claim.format("")) == [
        ("TOC711", 'Claim "Briefed" (it): printed as 1,000, but its parts add up to 970.')
    ]
    assert said_of(claim.format("qualifier: more_than, ")) == [
        ("TOC710", 'Claim "Briefed" (it): printed as more than 1,000, but its parts add up to 970.')
    ]


def test_what_data_of_too_few_people_give_is_not_told() -> None:
    model = """\
toc: 1
id: advice
title: Advice service
outcomes: {long_term: {calm: {label: Calm}}}
indicators: {knows: {label: Knows, measures: [calm], scale: five}}
scales: {five: {lowest: 1, highest: 5, better: higher}}
claims: {it: {label: Improved, printed: 50, unit: percent, about: {of: knows, share: improved}}}
"""
    pairs = [
        {"person": f"p{number}", "indicator": "knows", "date": f"2013-0{month}-01", "kind": kind, "score": score}
        for number in range(5)
        for month, kind, score in ((1, "initial", 2), (6, "follow_up", 3))
    ]
    few, enough = (
        [one.message for one in validate(loads(model), rows) if one.code == "TOC710"]
        for rows in (pairs[:8], pairs)
    )
    assert few[0].endswith("but the data give another number, of too few people to print it.")
    assert enough[0].endswith("but the data give 5/5 = 100.0 per cent.")
