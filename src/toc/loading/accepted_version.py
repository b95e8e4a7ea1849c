"""Which version of its base a site was made for."""

from __future__ import annotations

from toc.errors import Fault
from toc.loading.tree import Branch
from toc.model import AcceptedBase

__all__ = ["accepted_base"]

_KEY = "base_fingerprint"


def accepted_base(site: Branch) -> tuple[AcceptedBase | None, tuple[Fault, ...]]:
    """Return the fingerprint that a site gives of its base (None: it gives none), and what is wrong with it."""
    if _KEY not in site or "extends" not in site:
        return None, ()
    written, place = site[_KEY], site.value_place(_KEY)
    if isinstance(written, str):
        return AcceptedBase(written, place), ()
    hint = "Put it into quotes." if isinstance(written, int | float) else "Write the twelve letters in quotes."
    return None, (Fault("wrong-type", f"`{_KEY}` must be text.", place, hint, _KEY),)
