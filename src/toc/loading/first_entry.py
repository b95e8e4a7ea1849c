"""The first entry of a section on one line, as an example for who has named it and not written it."""

from __future__ import annotations

import re

__all__ = ["first_entry"]

_HOLDS = {
    "units": "label: {words}",
    "populations": "label: {Words}",
    "strands": "label: {Words}",
    "contributors": "label: {Words}",
    "scales": "lowest: 1, highest: 5, better: higher",
    "sources": "title: The report",
    "assumptions": "label: What must hold",
    "factors": "label: What acts from outside",
    "studies": "label: What was studied",
}
"""`{words}` are those of the id; what cannot be guessed from it says what belongs there."""
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")


def first_entry(section: str, entry_id: str) -> str:
    """Return `section: {id: {...}}` with what is needed, labelled by the id.

    "" for a section without an example or a wrong id.
    """
    if section not in _HOLDS or not _ID.fullmatch(entry_id):
        return ""
    words = re.sub("[_-]+", " ", entry_id).strip()
    said = _HOLDS[section].format(words=words, Words=f"{words[:1].upper()}{words[1:]}")
    return f"{section}: {{{entry_id}: {{{said}}}}}"
