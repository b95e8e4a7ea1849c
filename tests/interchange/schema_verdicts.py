"""What the schema and the loader say of the same file, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from toc.errors import Fault
from toc.interchange import schema
from toc.loading import inspect, inspect_mapping
from toc.loading.notes import faults_and_notes
from toc.loading.yaml_tree import read_yaml

VALIDATOR = Draft7Validator(schema())
SAID = {
    "unknown-field",
    "wrong-type",
    "missing-field",
    "ignore-without-reason",
    "bad-id",
    "unknown-format-version",
    "not-a-mapping",
    "empty-file",
}
ALSO_SAID = ("is not a stage.", "is not a pair of stages.")
"""Faults of other kinds that a schema can say, since the words to choose from are always the same."""
NUMBERS = (
    "`lowest` must be below `highest`.",
    "`points` must be numbers from `lowest` to `highest`, in quotes.",
    "`value` must lie between `low` and `high`.",
)
"""Wrong numbers that a schema cannot see: each is wrong only beside another."""


def can_be_said(fault: Fault) -> bool:
    """Say whether a schema can show this fault."""
    if fault.message.endswith(NUMBERS):
        return False
    return fault.kind in SAID or fault.message.endswith(ALSO_SAID)


def accepted(instance: object) -> bool:
    return bool(VALIDATOR.is_valid(instance))


def objections(instance: object) -> list[str]:
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(instance)]


def instance_of(text: str) -> object:
    """What an editor reads in a text; `ValueError` where the text is no YAML that could be read."""
    value, told = read_yaml(text, "<text>")
    faults, _ = faults_and_notes(told)
    if faults:
        raise ValueError(faults[0].message)
    return as_json(value)


def as_json(value: object) -> object:
    if isinstance(value, dict):
        return {key: as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, tuple) else value


def faults_of_mapping(mapping: Mapping[str, Any]) -> list[Fault]:
    return [fault for fault in inspect_mapping(mapping).faults if can_be_said(fault)]


def faults_of_file(path: Path, root: Path) -> list[Fault]:
    """The faults of one file that a schema can show; those of its base stand in the base."""
    found = inspect(path, root=root).faults
    return [fault for fault in found if fault.place and fault.place.file == str(path) and can_be_said(fault)]
