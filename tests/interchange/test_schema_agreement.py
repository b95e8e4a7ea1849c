"""The schema and the loader accept the same files, and refuse the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docs.doc_pages import ROOT
from interchange.schema_fixtures import (
    MODELS,
    Text,
    base_text,
    cases,
    mapping_of,
    page_models,
    planted,
    site_text,
    written,
)
from interchange.schema_verdicts import accepted, faults_of_file, faults_of_mapping, instance_of, objections
from loading import test_load_fault_references, test_load_fault_types
from loading.marked_text import unmarked
from toc.loading import inspect

BASE = mapping_of(base_text())
SITE = mapping_of(site_text())
DONE = "outcomes/short_term/homework_done"
CLUB = "activities/weekly_club"


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in MODELS])
def test_every_model_of_the_library_is_accepted(path: Path) -> None:
    assert objections(instance_of(path.read_text(encoding="utf-8"))) == []
    assert faults_of_file(path, ROOT) == []


@pytest.mark.parametrize("text", [pytest.param(text, id=text.about) for text in (*cases(), *page_models())])
def test_the_case_of_a_rule_is_refused_by_both_or_by_neither(text: Text, tmp_path: Path) -> None:
    for path in written(tmp_path, text):
        try:
            instance = instance_of(path.read_text(encoding="utf-8"))
        except ValueError:
            continue  # no YAML that could be read: an editor says so without a schema
        faults = faults_of_file(path, tmp_path)
        assert accepted(instance) == (not faults), (faults, objections(instance))


FAULTS = [
    pytest.param(unmarked(param.values[0])[0], id=param.id)
    for module in (test_load_fault_types, test_load_fault_references)
    for param in module.CASES
    if param.id not in ("what is no number", "a merge key is told once, where reading stops")
]


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_that_the_loader_tells_is_refused_by_both_or_by_neither(text: str) -> None:
    mapping = mapping_of(text)
    assert accepted(mapping) == (not faults_of_mapping(mapping)), objections(mapping)


REFUSED: list[tuple[str, Any]] = [
    ("toc", 2), ("toc", "1"), ("toc", ...), ("toc", True), ("id", ...), ("id", "1st"), ("id", 7), ("id", "a" * 81),
    ("title", ...), ("title", 2014), ("title", None), ("title", {}), ("title", {"en": None}), ("title", ["a"]),
    ("version", 2014), ("language", 3), ("goals", {}), ("add", {}), ("inputs", None), ("inputs", []),
    ("inputs", "money"), ("inputs/1st", {"label": "A"}), ("inputs/new", None), ("inputs/new", "words"),
    ("inputs/volunteers/engages", {}), ("inputs/volunteers/lable", "A"), ("inputs/volunteers/label", ...),
    ("inputs/volunteers/leads_to", None), ("inputs/volunteers/leads_to", 3), ("inputs/volunteers/leads_to", "1st"),
    ("inputs/volunteers/leads_to", [{"a": {}}]),
    ("inputs/volunteers/leads_to", {"weekly_club": "because"}), ("inputs/volunteers/who", 3),
    ("inputs/volunteers/who", [3]), ("inputs/volunteers/who", None), ("inputs/volunteers/part_of", ["a"]),
    ("inputs/volunteers/cite", ""), ("inputs/volunteers/cite", " "), ("inputs/volunteers/cite", None),
    ("inputs/volunteers/cite", [3]), ("inputs/volunteers/basis", "guess"),
    ("inputs/volunteers/links", {"becuase": "A"}),
    (f"{CLUB}/leads_to/homework_done/confidence", 101), (f"{CLUB}/leads_to/homework_done/confidence", -1),
    (f"{CLUB}/leads_to/homework_done/confidence", "high"), (f"{CLUB}/leads_to/homework_done/feedback", "yes"),
    (f"{CLUB}/leads_to/homework_done/polarity", "bad"), (f"{CLUB}/leads_to/homework_done/evidence/of", []),
    (f"{CLUB}/leads_to/homework_done/necessary", 1), ("outputs/pupils_helped/count", -1),
    ("outputs/pupils_helped/count", "40"), ("outputs/pupils_helped/qualifier", "about"),
    (f"{DONE}/required", "yes"),
    ("outcomes", None), ("outcomes/short", {}), ("outcomes/short_term", None),
    ("stage_links/short_term -> goal", {}), ("stage_links/short_term -> long_term", None),
    ("stage_labels/goal", "G"),
    ("stage_labels/outputs", 3), ("assumptions/homework_useful/status", "true"),
    ("factors/exam_season/role", "bad"),
    ("studies/two_schools/n", -1), ("studies/two_schools/n", 2.5), ("studies/two_schools/effect", 1.8),
    ("studies/two_schools/effect/low", ...), ("studies/two_schools/effect/high", None),
    ("studies/two_schools/effect/measure", "odds"), ("studies/two_schools/effect/level", 100),
    ("studies/two_schools/effect/level", 0), ("sources/review2020/own", "yes"),
    ("scales/five_point/lowest", ...), ("scales/five_point/lowest", "1"), ("scales/five_point/better", "up"),
    ("scales/five_point/better", {}), ("scales/five_point/points", ["Never"]), ("scales/five_point/points/2", 3),
    ("indicators/on_time/percent", "no"), ("indicators/on_time/comparable", "no"),
    ("indicators/on_time/target", True), ("indicators/on_time/target", {}),
    ("indicators/on_time/target", {"en": "all"}), ("indicators/on_time/target/by", "summer"),
    ("indicators/on_time/baseline", [1]), ("indicators/on_time/source", 3), ("indicators/on_time/aliases", {}),
    ("frameworks/school_plan/items", []), ("frameworks/school_plan/items/attainment", {}),
    ("coverage/people", 40.5), ("coverage/with_two", ...), ("coverage/unit", 1), ("figure", None),
    ("figure/columns", "inputs"), ("figure/columns", ["goal"]), ("figure/open", {}), ("locked", None),
    ("locked", {}), ("sites", {"1st": "a.yaml"}), ("sites", {"a": None}), ("site", {"id": "a"}),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), REFUSED)
def test_a_fault_planted_in_a_sound_model_is_refused_by_both(path: str, value: object) -> None:
    model = planted(BASE, path, value)
    assert (bool(faults_of_mapping(model)), accepted(model)) == (True, False)


ACCEPTED: list[tuple[str, Any]] = [
    ("inputs/volunteers/leads_to", ["weekly_club", "weekly_club"]),
    ("description", None), ("description", {"en": "A", "cy": "B"}), ("version", None), ("version", "1"),
    ("inputs", {}), ("inputs/volunteers/leads_to", "weekly_club"), ("inputs/volunteers/leads_to", []),
    ("inputs/volunteers/leads_to", {"weekly_club": None}), ("inputs/volunteers/leads_to", {"weekly_club": {}}),
    ("inputs/volunteers/who", "pupils_11_14"), ("inputs/volunteers/who", []), ("inputs/volunteers/basis", None),
    ("inputs/volunteers/cite", "review2020"), ("inputs/volunteers/cite", ["review2020 page 1", "review2020"]),
    ("inputs/volunteers/cite", []), (f"{CLUB}/engages", "pupils"), (f"{CLUB}/engages", {"pupils": None}),
    (f"{CLUB}/strand", ["with_pupils"]), (f"{CLUB}/leads_to/homework_done/confidence", 99.5),
    ("outputs/pupils_helped/count", 40.5), ("outputs/pupils_helped/count", None), ("outcomes/intermediate", {}),
    ("studies/two_schools/n", None), ("studies/two_schools/effect", None),
    ("studies/two_schools/effect", {"measure": "percentage", "value": 3}), ("scales/five_point/better", "lower"),
    ("scales/five_point/better", None), ("indicators/on_time/target", 4),
    ("indicators/on_time/target", "deferred"),
    ("indicators/on_time/target", None), ("indicators/on_time/target/value", {"en": "all"}),
    ("indicators/on_time/baseline", {"en": "low"}), ("indicators/on_time/disaggregate", "sex"),
    ("figure/columns", None), ("figure/columns", ["risk"]), ("figure", {}), ("site", None),
    ("locked", "volunteers"),
    ("sites", {"a": "sites/a.yaml"}), ("stage_labels/risk", "Dangers"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value"), ACCEPTED)
def test_another_way_to_write_a_sound_model_is_accepted_by_both(path: str, value: object) -> None:
    model = planted(BASE, path, value)
    assert (faults_of_mapping(model), objections(model)) == ([], [])


REFUSED_SITES: list[tuple[str, Any]] = [
    ("toc", 2), ("toc", ...), ("activities", {}), ("locked", {}), ("base_fingerprint", 12), ("title", 3),
    ("site", {"id": "a"}),
    ("site/start", "spring"), ("site/residents", -1), ("site/had", "A kitchen"), ("site/id", 3), ("add", []),
    ("add/activites", {}), ("add/coverage", {}), ("add/activities", None), ("add/activities/snacks/label", ...),
    ("add/activities/snacks/lable", "A"), ("add/activities/1st", {"label": "A"}), ("add/outcomes", {"short": {}}),
    ("add/outcomes", []), ("change", []), ("change/volunteers", None), ("change/volunteers", "Helpers"),
    ("change/volunteers/lable", "A"), ("change/volunteers/label", 3), ("change/volunteers/reason", 3),
    ("change/volunteers/basis", "guess"), ("change/volunteers/leads_to", 3), ("change/pupils_helped/count", "12"),
    ("drop", "phone_calls"), ("drop", []), ("drop/coverage", 3), ("drop/coverage", ["No"]),
    ("drop/coverage", {"because": "No"}), ("drop/coverage", {"reason": 3}),
]  # fmt: skip
ACCEPTED_SITES: list[tuple[str, Any]] = [
    ("title", ...), ("id", "riverside"), ("version", None), ("site", ...), ("add", None), ("add", {}),
    ("add/inputs", {}), ("add/outcomes", {}), ("add/outcomes", {"long_term": {}}),
    ("add/stage_links", {"inputs -> outputs": {}}), ("add/sites", {"a": "a.yaml"}), ("change", None),
    ("change/volunteers/description", None), ("change/volunteers/leads_to", {"snacks": None}),
    ("change/volunteers/reason", ...), ("change/two_schools", {"effect": {"low": None, "high": None}}),
    ("change/homework_done -> better_grades", {"because": None, "confidence": 5}),
    ("change/on_time", {"target": {"by": "2026-08"}}), ("change/figure", {"columns": ["inputs"]}),
    ("change/coverage", {"people": 3, "with_two": 2}), ("change/pupils_11_14", {"label": {}}),
    ("drop", None), ("drop/coverage", None),
    ("drop/coverage", {"reason": "Not known"}), ("locked", "pupils"), ("drop/coverage", {}),
]  # fmt: skip


def site_file(folder: Path, site: dict[str, Any]) -> Path:
    """Write the page's base and a site of it; JSON is YAML too."""
    files = {"homework_club.yaml": base_text(), "sites/riverside.yaml": json.dumps(site, ensure_ascii=False)}
    return written(folder, Text("a site", files))[1]


@pytest.mark.parametrize(("path", "value"), REFUSED_SITES)
def test_a_fault_planted_in_a_sound_site_is_refused_by_both(path: str, value: object, tmp_path: Path) -> None:
    site = planted(SITE, path, value)
    faults = faults_of_file(site_file(tmp_path, site), tmp_path)
    assert (bool(faults), accepted(site)) == (True, False)


@pytest.mark.parametrize(("path", "value"), ACCEPTED_SITES)
def test_another_way_to_write_a_sound_site_is_accepted_by_both(path: str, value: object, tmp_path: Path) -> None:
    site = planted(SITE, path, value)
    assert (inspect(site_file(tmp_path, site), root=tmp_path).faults, objections(site)) == ((), [])
