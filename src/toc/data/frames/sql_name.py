"""Names of SQL that nobody has given to a table or view of their own."""

from __future__ import annotations

from itertools import count
from uuid import uuid4

__all__ = ["ASKED", "new_sql_name"]

_OWN = f"toc_{uuid4().hex}"
_NUMBERS = count()

ASKED = f"{_OWN}_asked"
"""What a relation is called in a question about it."""


def new_sql_name() -> str:
    """Return another name, which needs no quotes."""
    return f"{_OWN}_{next(_NUMBERS)}"
