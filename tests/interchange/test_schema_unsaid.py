"""What a schema cannot say: the table of the page, with an example of each that only the loader refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from interchange.schema_fixtures import LANGUAGE, Text, base_text, mapping_of, planted, site_text, written
from interchange.schema_verdicts import objections
from toc.loading import inspect, inspect_mapping, inspect_text

BASE = mapping_of(base_text())
SITE = mapping_of(site_text())
EFFECT = "studies/two_schools/effect"

IN_MODELS: dict[str, list[tuple[str, Any, str]]] = {
    "an id that names nothing": [
        ("inputs/volunteers/leads_to", ["wekly_club"], "dangling-reference"),
        ("inputs/volunteers/cite", "review2021 page 1", "cited-source-missing"),
        ("activities/weekly_club/leads_to/homework_done/evidence/for", ["two_scools"], "dangling-reference"),
    ],
    "an id that is used twice": [("inputs/weekly_club", {"label": "A"}, "duplicate-id")],
    "a number that is wrong beside another": [
        ("scales/five_point/lowest", 5, "wrong-type"),
        ("scales/five_point/points/9", "Never", "wrong-type"),
        (f"{EFFECT}/low", 2.5, "wrong-type"),
    ],
    "a day that its month does not have": [
        ("ignore", [{"code": "TOC301", "reason": "R", "until": "2014-02-31"}], "wrong-type")
    ],
    "a whole number with a decimal point, or one without end": [
        ("coverage/people", 40.0, "wrong-type"),
        ("toc", 1.0, "unknown-format-version"),
        ("indicators/on_time/baseline", float("inf"), "wrong-type"),
    ],
}
IN_SITES: dict[str, list[tuple[str, Any, str]]] = {
    "what a site finds in its base": [
        ("change/volonteers", {"label": "A", "reason": "B"}, "overlay-targets-unknown-id"),
        ("change/volunteers/engages", {}, "unknown-field"),
        ("change/volunteers/label", None, "missing-field"),
        ("add/activities/weekly_club", {"label": "A"}, "duplicate-id"),
        ("drop/weekly_culb", "No", "overlay-targets-unknown-id"),
    ],
    "a base that is not there, leads back, or lies outside the folder": [
        ("extends", "../homework.yaml", "dangling-reference"),
        ("extends", "riverside.yaml", "include-cycle"),
        ("extends", "../../homework_club.yaml", "path-escape"),
    ],
}
IN_TEXTS = {
    "how the text is written": [
        ("title: A\ntitle: B\n", "duplicate-key"),
        ("title: a: b\n", "yaml-syntax"),
        ("title: !x A\n", "custom-tag"),
    ]
}


def table_of_the_page() -> set[str]:
    section = LANGUAGE.read_text(encoding="utf-8").partition("\n## In an editor\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| (?!an editor does not see|-)([^|]+?) \|", section, re.MULTILINE))


def test_the_page_lists_what_a_schema_cannot_say() -> None:
    assert table_of_the_page() == {*IN_MODELS, *IN_SITES, *IN_TEXTS, "what the rules find"}


@pytest.mark.parametrize(("path", "value", "kind"), [case for cases in IN_MODELS.values() for case in cases])
def test_only_the_loader_refuses_it_in_a_model(path: str, value: object, kind: str) -> None:
    model = planted(BASE, path, value)
    assert ({fault.kind for fault in inspect_mapping(model).faults}, objections(model)) == ({kind}, [])


@pytest.mark.parametrize(("path", "value", "kind"), [case for cases in IN_SITES.values() for case in cases])
def test_only_the_loader_refuses_it_in_a_site(path: str, value: object, kind: str, tmp_path: Path) -> None:
    site = planted(SITE, path, value)
    files = {"homework_club.yaml": base_text(), "sites/riverside.yaml": json.dumps(site)}
    faults = inspect(written(tmp_path, Text("a site", files))[1], root=tmp_path).faults
    assert ([fault.kind for fault in faults], objections(site)) == ([kind], [])


@pytest.mark.parametrize(("text", "kind"), [case for cases in IN_TEXTS.values() for case in cases])
def test_only_a_reader_of_the_text_refuses_it(text: str, kind: str) -> None:
    found = {fault.kind for fault in inspect_text(f"toc: 1\nid: m\n{text}").faults}
    assert kind in found
