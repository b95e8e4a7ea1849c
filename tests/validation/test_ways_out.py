"""What a hint says to write is what mends the model."""

from __future__ import annotations

from toc.loading import inspect_text
from toc.validation import RULES, validate_inspection

SCALED = """\
toc: 1
id: advice
title: Advice
participants:
  parents: {label: Parents}
activities:
  sessions:
    label: Sessions
    engages: [parents]
    leads_to: {calm: {because: They use what they know.}}
outcomes:
  long_term:
    calm: {label: Calm}
indicators:
  knows: {label: Knows, measures: [calm], scale: five}
scales:
  five:
    lowest: 1
    highest: 5
"""


def told(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.hint) for finding in validate_inspection(inspect_text(text))]


def test_a_scale_gets_its_direction_as_the_hint_says_also_where_no_source_says_so() -> None:
    hint = RULES["TOC305"].hint
    assert told(SCALED) == [("TOC305", hint)]
    for way_out in ("better: higher", "better: lower", "better: {value: higher, basis: inferred}"):
        assert f"`{way_out}`" in hint
        assert told(f"{SCALED}    {way_out}\n") == []


def test_a_basis_beside_the_direction_of_a_scale_is_sent_into_it() -> None:
    beside = f"{SCALED}    better: higher\n    basis: inferred\n"
    assert told(beside) == [
        ("TOC009", "It belongs to `better`: `better: {value: higher, basis: inferred}`."),
    ]
