"""What a claim is about has exactly one form, and the schema says so too."""

from __future__ import annotations

from typing import Any

import pytest

from interchange.schema_fixtures import base_text, mapping_of, planted
from interchange.schema_verdicts import faults_of_mapping, objections
from toc.loading import inspect_mapping, inspect_text
from toc.validation import validate_inspection

BASE = mapping_of(base_text())
PART = {"number": 18, "out_of": 40}
CHANGE = {"share": "improved", "of": "on_time"}

FORMS: list[dict[str, Any]] = [
    CHANGE, {"count": "worsened", "of": "homework_done"}, {"share": "not_improved", "of": "grades"}, PART,
    {**PART, "unit": "pupil"}, {**PART, "unit": "pupil", "out_of_unit": "pupil"}, {"coverage": True},
    {"output": "pupils_helped"}, {"output": "pupils_helped", "total": "sites"}, {"sum": [1, 2.5]}, {"sum": []},
    {"same_as": "pupils_total"}, {"coverage": True, "sum": None, "of": None},
]  # fmt: skip
NO_FORMS: list[Any] = [
    None, {}, "share", {"share": "improved"}, {"of": "on_time"}, {**CHANGE, "count": "improved"},
    {**CHANGE, "share": "better"}, {**CHANGE, "total": "sites"}, {**CHANGE, "unit": "pupil"}, {"number": 18},
    {"out_of": 40}, {**PART, "out_of": 0}, {**PART, "number": "18"}, {**PART, "total": "sites"},
    {"coverage": False}, {"coverage": False, "sum": [1]}, {"coverage": 1}, {"coverage": "yes"}, {"total": "sites"},
    {"output": "pupils_helped", "total": "all"}, {"output": "pupils_helped", "of": "on_time"}, {"sum": 3},
    {"sum": ["1"]}, {"sum": [1], "same_as": "pupils_total"}, {"same_as": None}, {"same_as": ["pupils_total"]},
    {"shares": "improved", "of": "on_time"},
]  # fmt: skip
KEYS: list[tuple[str, Any, bool]] = [
    ("printed", "75", False), ("printed", ..., False), ("printed", -3.5, True), ("unit", "pupil", True),
    ("unit", None, True), ("tolerance", -1, False), ("tolerance", 0.5, True), ("qualifier", "more_than", True),
    ("qualifier", "estimate", False), ("basis", "inferred", True), ("label", ..., False), ("about", ..., False),
    ("count", 3, False), ("cite", "review2020", True),
]  # fmt: skip


@pytest.mark.parametrize("about", FORMS, ids=str)
def test_each_form_is_accepted_by_loader_and_schema(about: dict[str, Any]) -> None:
    model = planted(BASE, "claims/girls_share/about", about)
    assert (faults_of_mapping(model), objections(model)) == ([], [])


@pytest.mark.parametrize("about", NO_FORMS, ids=str)
def test_what_is_none_of_the_forms_or_two_is_refused_by_loader_and_schema(about: object) -> None:
    model = planted(BASE, "claims/girls_share/about", about)
    assert (bool(faults_of_mapping(model)), bool(objections(model))) == (True, True)


@pytest.mark.parametrize(("key", "value", "sound"), KEYS)
def test_a_key_of_a_claim_is_taken_or_refused_by_loader_and_schema(key: str, value: object, sound: bool) -> None:  # noqa: FBT001  # a parameter of the test
    model = planted(BASE, f"claims/girls_share/{key}", value)
    assert (not faults_of_mapping(model), not objections(model)) == (sound, sound)


def test_what_has_no_form_is_told_which_forms_there_are() -> None:
    text = base_text().replace("      share: improved\n", "")
    (fault,) = inspect_text(text).faults
    assert (fault.kind, fault.subject, fault.message) == (
        "wrong-type",
        "on_time_share",
        (
            "`about`: say one thing: `share` and `of`, `count` and `of`, `number` and `out_of`, `coverage`, "
            "`output`, `sum`, `same_as`."
        ),
    )


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("about/of", "on_tme", "`on_tme` is not the id of any outcome or indicator."),
        ("about/of", "weekly_club", "`weekly_club` is a box, where an outcome or indicator is wanted."),
        ("unit", "pupils", "`pupils` is a box, where a unit is wanted."),
    ],
)
def test_a_claim_that_names_nothing_is_told_and_the_rest_is_checked(path: str, value: str, message: str) -> None:
    model = planted(BASE, f"claims/on_time_share/{path}", value)
    inspection = inspect_mapping(model)
    told = [(one.kind, one.subject, one.message) for one in inspection.faults]
    assert told == [("dangling-reference", "on_time_share", message)]
    assert inspection.theory is not None
    assert ("on_time_share" in inspection.theory.claims) == (path == "unit")
    assert [one.code for one in validate_inspection(inspection)] == ["TOC101"]
