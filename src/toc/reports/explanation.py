"""What a rule looks for, why it matters and how to mend it, for a person who has just met its code."""

from __future__ import annotations

from difflib import get_close_matches
from textwrap import fill

from toc.errors import TocError
from toc.validation import RULES

__all__ = ["explanation"]


def explanation(code: str) -> str:
    """Return the entry of a rule as text of 80 columns; `code` may be its name too, in any case.

    Raises `TocError` for a code that there is not.
    """
    names = {rule.name: rule.code for rule in RULES.values()}
    wanted = names.get(code.lower(), code.upper())
    if wanted not in RULES:
        family = [known for known in RULES if len(wanted) == len(known) and known[:4] == wanted[:4]]
        near = get_close_matches(wanted, family, n=1) or get_close_matches(code.lower(), names, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Codes look like TOC301; docs/rules.md lists them."
        raise TocError(f'There is no rule "{code}".', hint=hint)
    rule = RULES[wanted]
    parts = (f"Why: {rule.why}", f"How to mend it: {rule.hint}", f"In toc since {rule.since}.")
    heading = f"{rule.code} {rule.name} ({rule.severity})"
    return "\n\n".join((heading, fill(rule.summary, 80), *(fill(part, 80) for part in parts)))
