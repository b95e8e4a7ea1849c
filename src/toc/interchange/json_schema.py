"""The JSON Schema of model files: with it an editor completes keys, explains them and marks mistakes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from toc.interchange.change_forms import change_definitions
from toc.interchange.draft_7 import Form, in_draft_7
from toc.loading import ADDED_SECTIONS, SITE_KEYS
from toc.model import TheoryOfChange, describe

__all__ = ["schema", "write_schema"]

_REFERENCE = "#/definitions/{model}"
_TEXT: Form = {"type": "string"}
_NULL: Form = {"type": "null"}


def schema() -> dict[str, Any]:
    """Return the schema of a model file and of a site's file, in draft 7 of JSON Schema.

    It is made from the model that the loader fills, so that the two say the same. What one file alone cannot
    show (whether the ids that it names are there, whether numbers fit one another) is left to the loader.
    """
    written = TheoryOfChange.model_json_schema(ref_template=_REFERENCE)
    definitions = {name: in_draft_7(form) for name, form in written.pop("$defs").items()}
    model = in_draft_7(written)
    definitions["TheoryOfChange"] = model
    definitions.update(change_definitions(definitions, _described(_or_empty(_TEXT), ("SiteChange",), "reason")))
    definitions["SiteFile"] = _site_file(model)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:theory-of-change:toc-1",
        "description": "A theory of change, or a site that extends one (format version 1).",
        "type": "object",
        "properties": {"toc": model["properties"]["toc"], "extends": _described(_TEXT, ("SiteFile",), "extends")},
        "if": {"required": ["extends"]},
        "then": {"$ref": _reference("SiteFile")},
        "else": {"$ref": _reference("TheoryOfChange")},
        "definitions": dict(sorted(definitions.items())),
    }


def write_schema() -> str:
    """Return the schema as a text, the same for the same version of the format."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _site_file(model: Form) -> Form:
    own = {
        "extends": _TEXT,
        "base_fingerprint": _TEXT,
        "add": _or_empty(_added(model)),
        "change": _or_empty({"type": "object", "additionalProperties": {"$ref": _reference("SiteChange")}}),
        "drop": _or_empty({"type": "object", "additionalProperties": _dropped()}),
    }
    forms = {**model["properties"], **own}
    return {
        "type": "object",
        "description": "A site: what is different from its base.",
        "properties": {key: _described(forms[key], ("SiteFile", "TheoryOfChange"), key) for key in SITE_KEYS},
        "required": ["toc", "extends"],
        "additionalProperties": False,
    }


def _added(model: Form) -> Form:
    sections = {key: model["properties"][key] for key in ADDED_SECTIONS}
    return {"type": "object", "properties": sections, "additionalProperties": False}


def _dropped() -> Form:
    reason = _described(_or_empty(_TEXT), ("SiteChange",), "reason")
    in_full = {"type": "object", "properties": {"reason": reason}, "additionalProperties": False}
    return {"anyOf": [_TEXT, in_full, _NULL]}


def _or_empty(form: Form) -> Form:
    return {"anyOf": [form, _NULL]}


def _described(form: Form, kinds: Iterable[str], key: str) -> Form:
    return {**form, "description": describe(kinds, key)}


def _reference(name: str) -> str:
    return _REFERENCE.format(model=name)
