"""What a hint says to write is what mends the model."""

from __future__ import annotations

import pytest

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
    points: {"1": never, "5": always}
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


@pytest.mark.parametrize(
    ("section", "naming"),
    [
        ("units", "outputs: {sessions_held: {label: Sessions held, count: 3, unit: first}}"),
        ("populations", "inputs: {rooms: {label: Rooms, leads_to: [sessions], who: first}}"),
        ("strands", "inputs: {rooms: {label: Rooms, leads_to: [sessions], strand: first}}"),
        ("sources", "inputs: {rooms: {label: Rooms, leads_to: [sessions], cite: first page 2}}"),
        ("assumptions", "inputs: {rooms: {label: Rooms, leads_to: {sessions: {assumptions: first}}}}"),
        ("factors", "inputs: {rooms: {label: Rooms, leads_to: {sessions: {moderated_by: first}}}}"),
        ("studies", "inputs: {rooms: {label: Rooms, leads_to: {sessions: {evidence: {for: first}}}}}"),
    ],
)
def test_the_first_entry_of_a_section_may_be_written_as_the_hint_says(section: str, naming: str) -> None:
    text = f"{SCALED}    better: higher\n{naming}\n"
    ((_, hint),) = [(code, hint) for code, hint in told(text) if code in ("TOC101", "TOC405")]
    example = hint.split("`")[1]
    assert example.startswith(f"{section}: {{first: {{")
    assert [
        code for code, _ in told(f"{text}{example}\n") if code in ("TOC101", "TOC405", "TOC009", "TOC016")
    ] == []
