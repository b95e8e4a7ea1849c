"""`Citation`: which source says so, and where in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic_core import PydanticCustomError, core_schema

from toc.model.form import Form

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


_CITED = core_schema.str_schema(pattern=r"\S")

Citations = Annotated[
    tuple[Citation, ...],
    Form(
        core_schema.no_info_plain_validator_function(
            _parsed,
            serialization=core_schema.plain_serializer_function_ser_schema(_written),
            json_schema_input_schema=core_schema.union_schema(
                [_CITED, core_schema.tuple_schema([_CITED], variadic_item_index=0)]
            ),
        )
    ),
]
"""Written as `<source id> <where>` or a list of them."""
