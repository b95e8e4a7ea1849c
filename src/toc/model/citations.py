"""`Citation`: which source says so, and where in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError

__all__ = ["Citation", "Citations"]


@dataclass(frozen=True, slots=True)
class Citation:
    """`source` is an id of the model's `sources`; `where` is free text ("section 4.2.1"), possibly empty."""

    source: str
    where: str

    def __str__(self) -> str:
        return f"{self.source} {self.where}".strip()


def _parsed(value: object) -> tuple[Citation, ...]:
    written = value if isinstance(value, tuple) else (value,)
    return tuple(_one(text) for text in written)


def _one(text: object) -> Citation:
    if isinstance(text, Citation):
        return text
    if not isinstance(text, str) or not text.strip():
        raise PydanticCustomError("cite_type", "must be the id of a source and where in it, or a list of these")
    source, _, where = text.strip().partition(" ")
    return Citation(source, where.strip())


def _written(citations: tuple[Citation, ...]) -> str | list[str]:
    return str(citations[0]) if len(citations) == 1 else [str(citation) for citation in citations]


_Cited = Annotated[str, StringConstraints(pattern=r"\S")]

Citations = Annotated[
    tuple[Citation, ...],
    BeforeValidator(_parsed, json_schema_input_type=_Cited | tuple[_Cited, ...]),
    PlainSerializer(_written),
]
"""Written as `<source id> <where>` or a list of them."""
