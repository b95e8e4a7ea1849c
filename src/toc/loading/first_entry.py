"""The first entry of a section on one line, as an example for who has named it and not written it."""

from __future__ import annotations

import re

__all__ = ["first_entry"]

_HOLDS = {
    "units": "label: pairs",
    "populations": "label: Parents",
    "strands": "label: Work with parents",
    "contributors": "label: The school",
    "scales": "lowest: 1, highest: 5, better: higher",
    "sources": "title: The report",
    "assumptions": "label: What must hold",
    "factors": "label: What acts from outside",
    "studies": "label: What was studied",
}
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")


def first_entry(section: str, entry_id: str) -> str:
    """Return `section: {id: {...}}` with what is needed; "" for a section without an example or a wrong id."""
    if section not in _HOLDS or not _ID.fullmatch(entry_id):
        return ""
    return f"{section}: {{{entry_id}: {{{_HOLDS[section]}}}}}"
