"""What a rule looks for, why it matters and how to mend it, for a person who has just met its code."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from toc.validation import PROFILES, RULES, Rule, rule_named

__all__ = ["every_explanation", "explanation"]

_FIXES = {
    "safe": "`toc validate --fix` can mend it where the way is certain.",
    "unsafe": "`toc validate --unsafe-fixes` can mend it where the way is all but certain; look at what it did.",
}


def explanation(code: str) -> str:
    """Return the entry of a rule as text of 80 columns; `code` may be its name too, in any case.

    Raises `TocError` for a code that there is not.
    """
    return _entry(rule_named(code))


def every_explanation() -> str:
    """Return the entries of all rules, in the order of their codes, a line between them."""
    return f"\n\n{'-' * 80}\n\n".join(map(_entry, RULES.values()))


def _entry(rule: Rule) -> str:
    heading = f"{rule.code} {rule.name} ({rule.severity})"
    return "\n\n".join((heading, *(fill(part, 80, subsequent_indent=_hanging(part)) for part in _parts(rule))))


def _hanging(part: str) -> str:
    return "  " if part.startswith("Option ") else ""


def _parts(rule: Rule) -> Iterator[str]:
    yield rule.summary
    yield f"Why: {rule.why}"
    yield f"How to mend it: {rule.hint}"
    for option in rule.options:
        default = ", ".join(option.default) if isinstance(option.default, tuple) else f"{option.default:g}"
        yield f"Option {option.name} (by default {default or 'none'}): {option.summary}"
    if rule.fix:
        yield _FIXES[rule.fix]
    profiles = ", ".join(name for name, profile in PROFILES.items() if rule.code in profile.codes)
    yield f"Asked in the profiles {profiles}. In toc since {rule.since}."
