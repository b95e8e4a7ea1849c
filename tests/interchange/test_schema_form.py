"""The schema itself: valid, whole, explained, and the one that is committed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft7Validator

from docs.doc_pages import ROOT
from toc.interchange import schema, write_schema
from toc.loading import SITE_KEYS
from toc.model.key_descriptions import described_keys

COMMITTED = ROOT / "docs" / "schema" / "toc-1.json"
OF_DRAFT_7 = {
    "$schema", "$id", "title", "description", "type", "properties", "required", "additionalProperties", "items",
    "anyOf", "allOf", "enum", "const", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "minProperties", "maxLength", "uniqueItems", "propertyNames", "default", "if", "then", "else", "definitions",
    "$ref",
}  # fmt: skip


def forms(form: Any) -> Iterator[dict[str, Any]]:
    """Yield a form and every form within it."""
    if not isinstance(form, dict):
        return
    yield form
    for key in ("properties", "definitions"):
        for inner in form.get(key, {}).values():
            yield from forms(inner)
    for key in ("additionalProperties", "items", "propertyNames", "if", "then", "else"):
        yield from forms(form.get(key))
    for key in ("anyOf", "allOf"):
        for inner in form.get(key, ()):
            yield from forms(inner)


def test_the_committed_schema_is_the_one_that_is_made_today() -> None:
    made = "run: toc schema -o docs/schema/toc-1.json"
    assert COMMITTED.read_text(encoding="utf-8") == write_schema(), made


def test_the_schema_is_one_of_draft_7() -> None:
    Draft7Validator.check_schema(schema())
    assert {key for form in forms(schema()) for key in form} <= OF_DRAFT_7
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_every_reference_names_a_definition_and_stands_alone() -> None:
    definitions = schema()["definitions"]
    referring = [form for form in forms(schema()) if "$ref" in form]
    assert {form["$ref"].removeprefix("#/definitions/") for form in referring} == set(definitions)
    assert [form for form in referring if len(form) > 1] == []


def test_every_key_of_every_part_says_what_it_holds() -> None:
    silent = {
        (name, key)
        for name, definition in schema()["definitions"].items()
        for key, form in definition["properties"].items()
        if not form.get("description")
    }
    assert silent == set()


def test_every_description_is_of_a_key_that_there_is() -> None:
    definitions = schema()["definitions"]
    without = {
        (kind, key)
        for kind, key in described_keys()
        if kind not in ("Entry", "Box") and key not in definitions[kind]["properties"]
    }
    shared = {key for kind, key in described_keys() if kind in ("Entry", "Box")}
    assert without == set()
    assert shared <= set(definitions["Activity"]["properties"])


def test_a_site_has_the_keys_that_the_loader_takes() -> None:
    assert tuple(schema()["definitions"]["SiteFile"]["properties"]) == SITE_KEYS
