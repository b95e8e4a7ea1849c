"""A JSON Schema as pydantic writes it, in the keywords of draft 7 that editors read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["Form", "in_draft_7"]

Form = dict[str, Any]
"""A JSON Schema: what may stand somewhere in a file."""

_LIMITS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum"}
"""What pydantic calls the limits of a number that may be whole or decimal."""


def in_draft_7(form: Mapping[str, Any]) -> Form:
    """Return the same form in draft 7, without titles and without defaults that say nothing.

    A form that refers to another and says more does so under `allOf`, since draft 7 reads nothing beside `$ref`.
    """
    made = {_LIMITS.get(key, key): value for key, value in form.items() if not _is_idle(key, value)}
    if "properties" in made:
        made["properties"] = {key: in_draft_7(inner) for key, inner in made["properties"].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(made.get(key), dict):
            made[key] = in_draft_7(made[key])
    if "anyOf" in made:
        made.update(_choice(made.pop("anyOf")))
    if "description" in made:
        made["description"] = _first_sentence(made["description"])
    if "$ref" in made and len(made) > 1:
        made["allOf"] = [{"$ref": made.pop("$ref")}]
    return _with_keys_named(made)


def _is_idle(key: str, value: object) -> bool:
    return key == "title" or (key == "default" and (value is None or isinstance(value, list | dict)))


def _choice(forms: list[Form]) -> Form:
    """Return a choice of forms: a whole or a decimal number is a number, and one form is no choice."""
    choices = [in_draft_7(form) for form in forms]
    if {"type": "number"} in choices:
        choices.remove({"type": "integer"})
    return {"anyOf": choices} if len(choices) > 1 else choices[0]


def _first_sentence(text: str) -> str:
    found = re.match(r".*?\.(?=\s|$)", text, re.DOTALL)
    return " ".join(found[0].split()) if found else text


def _with_keys_named(form: Form) -> Form:
    """Say of a mapping which keys it has where they are few, else how they are written."""
    if "patternProperties" in form:
        pattern, inner = next(iter(form.pop("patternProperties").items()))
        form["additionalProperties"] = in_draft_7(inner)
        form["propertyNames"] = {"pattern": pattern, **form["propertyNames"]}
    names = form.get("propertyNames", {}).get("enum")
    if names:
        del form["propertyNames"]
        form["properties"] = dict.fromkeys(names, form["additionalProperties"])
        form["additionalProperties"] = False
    return form
