"""`Entry`: what every named thing in a model file shares, and the kinds of value that its keys may hold."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from toc.model.citations import Citations
from toc.model.form import Form
from toc.model.key_descriptions import describe
from toc.model.read_only import ReadOnly
from toc.model.text import Text

__all__ = ["Basis", "Entry", "Id", "Ids", "Ignore", "Ignores", "Keyed", "Month", "Number", "Strict"]

T = TypeVar("T")

Id = Annotated[str, Form(core_schema.str_schema(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=80))]
"""An ASCII slug: a letter, then letters, digits, `_` and `-`."""

Basis = Literal["stated", "generic", "inferred"]
"""stated: a sentence says it; generic: said of whole stages or sets; inferred: the reader's own reading."""

Number = int | float
"""A whole or decimal number; never text, never a truth value."""


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _in_the_calendar(value: str) -> str:
    try:
        date.fromisoformat(value if len(value) > len("2013-04") else f"{value}-01")
    except ValueError:
        raise PydanticCustomError("no_such_day", "a day that the calendar has") from None
    return value


Month = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$"),
    AfterValidator(_in_the_calendar),
]
"""A month or a day: "2013-04" or "2013-04-30"."""

_LIST = core_schema.tuple_schema([core_schema.str_schema()], variadic_item_index=0)

Ids = Annotated[
    tuple[str, ...],
    Form(
        core_schema.no_info_before_validator_function(
            _listed, _LIST, json_schema_input_schema=core_schema.union_schema([core_schema.str_schema(), _LIST])
        )
    ),
]
"""One id or a list of ids."""

Keyed = Annotated[dict[Id, T], AfterValidator(ReadOnly)]
"""Entries by their id."""


class Strict(BaseModel):
    """A frozen value that refuses unknown keys and never turns one type into another."""

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        hide_input_in_errors=True,
        defer_build=True,  # a theory's validator holds those of all its parts: one is made, not thirty
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Say of every key what it holds."""
        written = handler(schema)
        kinds = [kind.__name__ for kind in cls.__mro__]
        for key, form in handler.resolve_ref_schema(written).get("properties", {}).items():
            form["description"] = describe(kinds, key)
        return written


class Ignore(Strict):
    """A rule whose findings are left out where this stands, and why.

    `code` is a rule's ("TOC301"), or its name. After `until` (the end of that month or day; None: never) it no
    longer holds.
    """

    code: str
    reason: Annotated[str, StringConstraints(pattern=r"\S")]
    until: Month | None = None


Ignores = tuple[Ignore, ...]
"""The findings that are left out somewhere, rule by rule."""


class Entry(Strict):
    """A named thing: its words and where they come from.

    `id` is the key under which it stands in the file ("" until it is part of a theory). `cite` is empty where
    no source is named. `ignore` are rules whose findings about it are left out.
    """

    label: Text
    description: Text | None = None
    cite: Citations = Field(default=())
    ignore: Ignores = ()

    @property
    def id(self) -> str:
        """The key under which it stands in the model file."""
        told = self.__pydantic_private__  # asked at every turn of many loops: two calls would take twice as long
        return told["id"] if told else ""

    def remember(self, **told: str) -> None:
        """Note what only the theory that holds it can say, as its id is; said once, by that theory."""
        # Declared as a private attribute it would cost as much to make and read as all the rest of an entry.
        object.__setattr__(self, "__pydantic_private__", told)

    def remembered(self, name: str) -> str:
        """Return what the theory that holds it has said of it, or "" where none does."""
        told = self.__pydantic_private__
        return told.get(name, "") if told else ""

    def __repr_args__(self) -> Any:
        yield "id", self.id
        yield "label", str(self.label)
