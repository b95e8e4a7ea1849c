"""Values as SQL says them."""

from __future__ import annotations

from math import isfinite

__all__ = ["sql_literal"]


def sql_literal(value: object) -> str:
    """Return text, a whole number or a number as a literal of SQL; text between quotes that nothing in it ends."""
    if isinstance(value, str):
        doubled = value.replace("'", "''")
        return f"'{doubled}'"
    return f"'{value}'" if isinstance(value, float) and not isfinite(value) else repr(value)
