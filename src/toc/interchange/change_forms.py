"""The forms of what a site changes: any of an entry's keys, each of which may also be taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toc.interchange.draft_7 import Form

__all__ = ["change_definitions"]

_CHANGEABLE = (
    "Input", "Participant", "Activity", "Output", "Outcome", "Assumption", "Factor", "Study", "Indicator",
    "Strand", "Population", "Unit", "Scale", "Source", "Contributor", "Framework", "LinkEntry", "StageLinkEntry",
    "Coverage", "Figure",
)  # fmt: skip
_WITHIN = ("LinkEntry", "LinkDefaults", "Evidence", "Effect", "Better", "Target", "FrameworkItem")
"""What stands below a key of those."""
_NULL = {"type": "null"}


def change_definitions(definitions: Mapping[str, Form], reason: Form) -> dict[str, Form]:
    """Return the definitions of a change (`SiteChange`) and of what may stand in one.

    Which kind of entry an id names is said in the base, which a schema does not see: so a change may have the
    keys of any kind.
    """
    made = {f"{name}Change": _changed_definition(definitions[name]) for name in _WITHIN}
    forms: dict[str, list[Form]] = {}
    for name in _CHANGEABLE:
        for key, form in _changed_definition(definitions[name])["properties"].items():
            if form not in forms.setdefault(key, []):
                forms[key].append(form)
    keys = {key: _any_of(found) for key, found in forms.items()}
    change = {"type": "object", "properties": {**keys, "reason": reason}, "additionalProperties": False}
    return {**made, "SiteChange": change}


def _changed_definition(definition: Form) -> Form:
    kept = {key: value for key, value in definition.items() if key not in ("required", "anyOf")}
    keys = {key: _or_null(_changed(form)) for key, form in definition["properties"].items()}
    return {**kept, "properties": keys}


def _changed(form: Form) -> Form:
    """Return the form in which a value may be changed: mappings in part, everything else as a whole."""
    made = {key: value for key, value in form.items() if key not in ("default", "minProperties")}
    if "$ref" in made:
        made["$ref"] = f"{made['$ref']}Change"
    for key in ("anyOf", "allOf"):
        if key in made:
            made[key] = [_changed(inner) for inner in made[key]]
    if isinstance(made.get("additionalProperties"), dict):
        made["additionalProperties"] = _or_null(_changed(made["additionalProperties"]))
    return made


def _or_null(form: Form) -> Form:
    if _NULL in form.get("anyOf", ()):
        return form
    if "anyOf" in form:
        return {**form, "anyOf": [*form["anyOf"], _NULL]}
    inner = {key: value for key, value in form.items() if key != "description"}
    said = {"description": form["description"]} if "description" in form else {}
    return {"anyOf": [inner, _NULL], **said}


def _any_of(forms: Iterable[Form]) -> Form:
    """Return the choice of what a key holds in entries of different kinds, described as in the first."""
    found = list(forms)
    choices: list[Form] = []
    for form in found:
        for inner in form["anyOf"]:
            if inner not in choices:
                choices.append(inner)
    return {"anyOf": choices, **({"description": found[0]["description"]} if "description" in found[0] else {})}
