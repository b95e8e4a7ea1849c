"""Laws of validation: ids and order mean nothing, and no theory makes a rule fail."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from toc.model import STAGES, TheoryOfChange
from toc.validation import Findings, validate

NAMES = [f"b{number}" for number in range(9)]
KNOWN_OR_NOT = [*NAMES, "nobody"]
SHOWN_BY_ONE = {"TOC103", "TOC118", "TOC125"}
"""Rules that name one of several boxes that share a fault: which one follows from the order of the file."""

LINK = st.fixed_dictionaries({"feedback": st.booleans(), "because": st.sampled_from([None, "It helps."])})
BOX = st.fixed_dictionaries(
    {
        "stage": st.sampled_from(STAGES),
        "label": st.sampled_from(["One", "Two", "Three", "four", "FOUR"]),
        "part_of": st.none() | st.sampled_from(KNOWN_OR_NOT),
        "leads_to": st.dictionaries(st.sampled_from(KNOWN_OR_NOT), LINK, max_size=3),
        "ending": st.booleans(),
    }
)
INDICATOR = st.fixed_dictionaries(
    {
        "label": st.sampled_from(["One", "Two"]),
        "measures": st.lists(st.sampled_from(KNOWN_OR_NOT), max_size=2).map(tuple),
        "scale": st.none() | st.sampled_from(["five", "ten", "none"]),
    }
)
MODELS = st.tuples(
    st.dictionaries(st.sampled_from(NAMES), BOX, max_size=9),
    st.dictionaries(st.sampled_from(["i0", "i1", "i2"]), INDICATOR, max_size=3),
)
Model = tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]


def theory_of(model: Model, prefix: str = "") -> TheoryOfChange:
    boxes, indicators = model
    stages: dict[str, dict[str, Any]] = {stage: {} for stage in STAGES}
    for name, box in boxes.items():
        entry = {
            "label": box["label"],
            "part_of": box["part_of"] and prefix + box["part_of"],
            "leads_to": {prefix + target: link for target, link in box["leads_to"].items()},
        }
        if box["stage"] in STAGES[-3:]:
            entry.update(terminal=box["ending"], required=box["ending"])
        stages[box["stage"]][prefix + name] = entry
    outcomes = {stage: stages.pop(stage) for stage in STAGES[-3:]}
    measured = {
        prefix + name: {**entry, "measures": tuple(prefix + one for one in entry["measures"])}
        for name, entry in indicators.items()
    }
    scales = {"five": {"lowest": 1, "highest": 5}, "ten": {"lowest": 1, "highest": 10, "better": "higher"}}
    return TheoryOfChange.model_validate(
        {
            "toc": 1,
            "id": "made",
            "title": "Made",
            **stages,
            "outcomes": outcomes,
            "indicators": measured,
            "scales": scales,
        }
    )


def told(findings: Findings, prefix: str = "") -> list[tuple[str, str, str]]:
    """Return what was found, each subject without the prefix of its ids."""
    return sorted(
        (one.code, one.severity, "" if one.code in SHOWN_BY_ONE else one.subject.replace(prefix, ""))
        for one in findings
    )


@given(MODELS)
@settings(deadline=None)
def test_other_ids_give_the_same_findings(model: Model) -> None:
    one, other = told(validate(theory_of(model, "zz_")), "zz_"), told(validate(theory_of(model)))
    # Which outcome a misspelt measure means follows from its letters, and that outcome is not told to lack one.
    boxes, indicators = model
    if not boxes.keys() >= {name for indicator in indicators.values() for name in indicator["measures"]}:
        one, other = ([found for found in each if found[0] != "TOC301"] for each in (one, other))
    assert one == other


@given(MODELS)
@settings(deadline=None)
def test_another_order_gives_the_same_findings(model: Model) -> None:
    boxes, indicators = (dict(reversed(part.items())) for part in model)
    turned = {name: {**box, "leads_to": dict(reversed(box["leads_to"].items()))} for name, box in boxes.items()}
    assert told(validate(theory_of((turned, indicators)))) == told(validate(theory_of(model)))


@given(MODELS)
@settings(deadline=None)
def test_every_finding_is_one_line_with_its_words_filled_in(model: Model) -> None:
    for one in validate(theory_of(model)):
        assert one.message.endswith(".")
        assert not set("{}\n") & set(one.message)


@given(MODELS)
@settings(deadline=None)
def test_a_link_declared_as_feedback_takes_part_in_no_cycle(model: Model) -> None:
    boxes, indicators = model
    all_feedback = {
        name: {**box, "leads_to": {to: {**link, "feedback": True} for to, link in box["leads_to"].items()}}
        for name, box in boxes.items()
    }
    found = validate(theory_of((all_feedback, indicators)))
    assert not {"TOC103", "TOC106"} & {one.code for one in found}
