"""A short name for exactly what a theory says, printed on everything that is made from it."""

from __future__ import annotations

import hashlib
import json

from toc.model.theory import TheoryOfChange

__all__ = ["fingerprint"]


def fingerprint(theory: TheoryOfChange) -> str:
    """Return twelve hexadecimal letters that change with any word or number of the theory.

    Two equal theories have the same fingerprint, also where their files are written in another order.
    """
    content = theory.model_dump(mode="json", exclude_defaults=True)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]
