"""What an entry says, key by key, as text that can be compared and shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from toc.comparison.changes import FieldChange
from toc.model import Strict, Text

__all__ = ["Leaves", "changed_fields", "flat_leaves", "leaves_of"]

Leaves = Mapping[str, str]
"""The text of each leaf under its key; keys of inner mappings follow a dot (`target.by`)."""

_ELSEWHERE = {"leads_to", "engages", "links"}
"""Links are compared as links."""


def _same(_: str, value: str) -> str:
    return value


def leaves_of(entry: Strict, renamed: Callable[[str, str], str] = _same) -> dict[str, str]:
    """Return the leaves of an entry that are said, lists of ids in the order of their names.

    `renamed` turns an id that stands under a key into the id that the newer theory has for it.
    """
    said = entry.model_dump(mode="json", exclude_defaults=True)
    return flat_leaves({key: value for key, value in said.items() if key not in _ELSEWHERE}, renamed)


def flat_leaves(said: Mapping[str, Any], renamed: Callable[[str, str], str] = _same) -> dict[str, str]:
    """Return the leaves of nested plain values; a text in several languages has a leaf for each."""
    return {field: text for key, value in said.items() for field, text in _flat(key, value, renamed)}


def changed_fields(old: Leaves, new: Leaves) -> tuple[FieldChange, ...]:
    """Return the keys whose texts differ, those of the newer entry first."""
    keys = dict.fromkeys((*new, *old))
    pairs = ((key, old.get(key, ""), new.get(key, "")) for key in keys)
    return tuple(FieldChange(key, before, after) for key, before, after in pairs if before != after)


def _flat(field: str, value: Any, renamed: Callable[[str, str], str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, Text) and value.languages:
        value = value.languages
    elif field.rpartition(".")[2] == "ignore" and isinstance(value, list | tuple):
        value = _by_code(value)
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{field}.{key}", inner, renamed)
    elif isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        yield field, _listed(sorted(renamed(field, one) for one in value))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value, start=1):
            yield from _flat(f"{field}.{number}", inner, renamed)
    elif value is not None:
        yield field, renamed(field, _written(value))


def _by_code(ignores: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    """Return the reasons of what is left out of the checks under the codes of its rules, whatever their order."""
    reasons: dict[str, list[str]] = {}
    for one in ignores:
        until = f" (until {one['until']})" if one.get("until") else ""
        reasons.setdefault(str(one["code"]), []).append(f"{one['reason']}{until}")
    return {code: "; ".join(sorted(said)) for code, said in reasons.items()}


def _listed(values: Sequence[str]) -> str:
    return ("; " if any("," in value for value in values) else ", ").join(values)


def _written(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
