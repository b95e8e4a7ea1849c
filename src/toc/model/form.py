"""`Form`: how the values of a type are read and written, said to pydantic in its own terms."""

from __future__ import annotations

from copy import copy
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

__all__ = ["Form"]


class Form:
    """Stands in an annotation for the validators and constraints that its schema says at once.

    Pydantic works these out anew for every field that has the type, as most entries have: said once, the schema of
    a theory is made in half the time, which every run of the command waits for.
    """

    __slots__ = ("_schema",)

    def __init__(self, schema: CoreSchema) -> None:
        self._schema = schema

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return copy(self._schema)
