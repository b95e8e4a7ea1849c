"""The rules that a word names: a code, the beginning of a family's codes, or the name of a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from toc.errors import TocError
from toc.loading.nearest import nearest_hint, shown
from toc.validation.catalogue import RULES
from toc.validation.rule import Rule

__all__ = ["code_meant", "rule_named", "rules_named"]

_FAMILY = re.compile(r"TOC\d{1,2}")
_BY_NAME: Mapping[str, Rule] = {rule.name: rule for rule in RULES.values()}
_DIGITS = str.maketrans("OIL", "011")
_WHERE = "Codes look like TOC301; `toc explain --all` lists them."


def rules_named(word: str) -> tuple[Rule, ...]:
    """Return the rules that a word names, in any case: `TOC301`, `TOC3` for a family, `outcome-without-indicator`.

    Raises `TocError` with the nearest known word where it names none.
    """
    beginning = word.strip().upper()
    if _FAMILY.fullmatch(beginning):
        family = tuple(rule for code, rule in RULES.items() if code.startswith(beginning))
        if family:
            return family
        families = ", ".join(dict.fromkeys(code[:4] for code in RULES))
        raise TocError(f"No code of a rule begins with {beginning}.", hint=f"The families are {families}.")
    return (rule_named(word),)


def rule_named(word: str) -> Rule:
    """Return the one rule that a code or a name means, in any case.

    Raises `TocError` with the nearest known word where there is no such rule.
    """
    wanted = word.strip()
    rule = RULES.get(wanted.upper()) or _BY_NAME.get(wanted.lower())
    if rule is None:
        raise TocError(f'There is no rule "{shown(wanted)}".', hint=_meant(wanted))
    return rule


def code_meant(word: str) -> str | None:
    """Return the code of a word whose digits were typed as letters, as in "TOC3O1"; None where it is none."""
    code = word.strip().upper()
    code = code[:3] + code[3:].translate(_DIGITS)
    return code if code in RULES else None


def _meant(word: str) -> str:
    """Return the nearest code, of the family that was written if it is a code at all, or the nearest name."""
    code = code_meant(word) or word.upper()
    family: Iterable[str] = (known for known in RULES if len(code) == len(known) and known[:4] == code[:4])
    near = get_close_matches(code, list(family), n=1)
    return f"Did you mean `{near[0]}`?" if near else nearest_hint(word.lower(), _BY_NAME, _WHERE)
