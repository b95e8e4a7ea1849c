"""Which keys a part of a model file may have, read from the model itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from toc.model import TheoryOfChange

__all__ = ["known_fields"]


def known_fields(path: Sequence[str | int]) -> tuple[str, ...]:
    """Return the keys that may stand in the mapping at `path`; () where any id may stand or nothing is known."""
    holder: Any = TheoryOfChange
    for step in path:
        if isinstance(step, int):
            continue  # what stands in a list is of the kind that its key says
        if isinstance(holder, type) and issubclass(holder, BaseModel):
            field = _fields(holder).get(step)
            holder = _value_type(field.annotation) if field else None
        elif get_origin(holder) is dict:
            holder = _value_type(get_args(holder)[1])
        else:
            return ()
    if isinstance(holder, type) and issubclass(holder, BaseModel):
        return tuple(_fields(holder))
    return ()


def _fields(holder: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields by the key under which they are written."""
    return {field.alias or name: field for name, field in holder.model_fields.items()}


def _value_type(annotation: Any) -> Any:
    """Look through `Annotated` and `| None` for the type that says which keys there are."""
    if get_origin(annotation) is Annotated:
        return _value_type(get_args(annotation)[0])
    if get_origin(annotation) is dict or isinstance(annotation, type):
        return annotation
    inner = (_value_type(option) for option in get_args(annotation))
    return next((kind for kind in inner if _has_keys(kind)), None)


def _has_keys(kind: Any) -> bool:
    return get_origin(kind) is dict or (isinstance(kind, type) and issubclass(kind, BaseModel))
