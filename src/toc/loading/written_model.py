"""A theory as plain mappings: only what is said, in the order and the short forms in which people write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toc.model import Better, Citation, LinkEntry, Strict, Target, Text, TheoryOfChange

__all__ = ["FIELD_ORDER", "SECTION_ORDER", "written_model"]

SECTION_ORDER = (
    "toc", "id", "title", "version", "language", "description",
    "site", "sources", "strands", "populations", "units", "contributors", "frameworks", "stage_labels",
    "inputs", "participants", "activities", "outputs", "outcomes", "stage_links",
    "assumptions", "factors", "studies", "scales", "indicators", "coverage", "claims", "locked", "sites", "figure",
    "ignore",
)  # fmt: skip
FIELD_ORDER = (
    "id", "name", "label", "title", "authors", "publisher", "year", "url", "own", "description", "role",
    "status", "design", "n", "finding", "measure", "effect",
    "measures", "who", "scale", "percent", "lowest", "highest", "better", "points",
    "printed", "share", "count", "of", "number", "out_of", "people", "with_two", "closed_before_second",
    "value", "by", "unit",
    "out_of_unit", "qualifier", "low", "high", "level", "coverage", "output", "total", "sum", "same_as",
    "tolerance", "about",
    "part_of", "strand", "aligns", "contributors", "required", "terminal", "aliases", "comparable", "baseline",
    "target", "source", "frequency", "owner", "disaggregate", "start", "end", "residents", "staffing",
    "had", "lacked", "notes", "because", "polarity", "feedback", "confidence", "necessary", "sufficient",
    "affects", "basis", "cite", "evidence", "for", "against", "assumptions", "moderated_by",
    "short_term", "intermediate", "long_term", "columns", "open", "engages", "links", "leads_to", "items",
    "code", "reason", "until", "ignore",
)  # fmt: skip
_SECTIONS = {key: place for place, key in enumerate(SECTION_ORDER)}
_FIELDS = {key: place for place, key in enumerate(FIELD_ORDER)}


def written_model(theory: TheoryOfChange) -> dict[str, Any]:
    """Return the sections of a theory as mappings, tuples, texts and numbers; what is a default is left out.

    Links of which nothing is said are a tuple of ids, one citation or strand is a text.
    """
    return _fields(theory)


def _fields(holder: Strict) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for name, field in type(holder).model_fields.items():
        value = getattr(holder, name)
        if field.is_required() or value != field.get_default(call_default_factory=True):
            said[field.alias or name] = _short(name, value)
    order = _SECTIONS if isinstance(holder, TheoryOfChange) else _FIELDS
    return dict(sorted(said.items(), key=lambda entry: order[entry[0]]))


def _short(name: str, value: Any) -> Any:
    """Return a field in the shortest form that says the same."""
    if name in ("leads_to", "engages") and all(link == LinkEntry() for link in value.values()):
        return tuple(value)
    if name in ("cite", "strand") and len(value) == 1:
        return _written(value[0])
    if isinstance(value, Better) and value == Better(value=value.value):
        return value.value
    if isinstance(value, Target) and value.by is None and not getattr(value.value, "languages", None):
        return _written(value.value)
    return _written(value)


def _written(value: Any) -> Any:
    if isinstance(value, Strict):
        return _fields(value)
    if isinstance(value, Text):
        return dict(value.languages) or str(value)
    if isinstance(value, Mapping):
        return {key: _written(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(_written(item) for item in value)
    return str(value) if isinstance(value, Citation) else value
