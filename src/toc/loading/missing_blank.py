"""The slip of a dash or colon with no blank behind it: `-homework`, `label:Weekly club`."""

from __future__ import annotations

import re

from toc.loading.nearest import shown
from toc.loading.slip import Slip

__all__ = ["missing_blank"]

_DASH = re.compile(r" *-(?P<text>[^\s-].*?)\s*$")
_COLON = re.compile(r" *(?:- +)?(?P<key>[^\W\d]\w*):(?P<text>(?!//)[^\s:].*?)\s*$")


def missing_blank(here: str, line: int) -> Slip | None:
    """Return the dash or colon of a line (from 0) that wants a blank behind it."""
    dash = _DASH.match(here)
    if dash is not None:
        hint = f"Write a blank after the dash: `- {shown(dash['text'])}`."
        return Slip("the dash that begins this line has no blank behind it", hint, line, dash.start("text") - 1)
    colon = _COLON.match(here)
    if colon is None:
        return None
    hint = f"Write a blank after the colon: `{shown(colon['key'])}: {shown(colon['text'])}`."
    message = "the colon in this line has no blank behind it"
    return Slip(message, hint, line, colon.start("key"), len(colon["key"]) + 1)
