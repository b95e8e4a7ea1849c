"""The rules that a word names: a code, the beginning of a family's codes, or the name of a rule."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toc.errors import TocError
from toc.loading.nearest import nearest_hint, shown
from toc.validation.catalogue import RULES
from toc.validation.rule import Rule

__all__ = ["code_meant", "code_named", "hint_for", "rule_named", "rules_named"]

_FAMILY = r"TOC\d{1,2}"
_CODE = re.compile(r"T?[O0]?C?\W?([\dOIL]{3})")
_NUMBER = r"TOC\d+"
_BY_NAME: Mapping[str, Rule] = {rule.name: rule for rule in RULES.values()}
_DIGITS = str.maketrans("OIL", "011")
_LISTED = "`toc explain --all` lists them."
_WHERE = f"Codes look like TOC301; {_LISTED}"


def rules_named(word: str) -> tuple[Rule, ...]:
    """Return the rules that a word names, in any case: `TOC301`, `TOC3` for a family, `outcome-without-indicator`.

    Raises `TocError` with the nearest known word where it names none.
    """
    beginning = word.strip().upper()
    if beginning in RULES:
        return (RULES[beginning],)
    if re.fullmatch(_FAMILY, beginning):
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
    code = code_named(word)
    if code is None:
        raise TocError(f'There is no rule "{shown(word.strip())}".', hint=hint_for(word))
    return RULES[code]


def code_named(word: str) -> str | None:
    """Return the code of the one rule that a code or a name means, in any case; None where there is none."""
    wanted = word.strip()
    rule = RULES.get(wanted.upper()) or _BY_NAME.get(wanted.lower())
    return rule.code if rule else None


def code_meant(word: str) -> str | None:
    """Return the code of a word with its number and a slip besides, as "TOC3O1" or "TC301"; None where none is."""
    written = _CODE.fullmatch(word.strip().upper())
    code = f"TOC{written[1].translate(_DIGITS)}" if written else ""
    return code if code in RULES else None


def hint_for(word: str) -> str:
    """Return what to write in place of a word that names no rule.

    That is the code with its number or the nearest name. The number next to one that is not used is another rule
    altogether: then the family is named.
    """
    code, word = code_meant(word), word.strip()
    if code is not None:
        return f"Did you mean `{code}`?"
    if not re.fullmatch(_NUMBER, word.upper()):
        return nearest_hint(word.lower(), _BY_NAME, _WHERE)
    family = [known for known in RULES if known[:4] == word[:4].upper() and len(known) == len(word)]
    if not family:
        return _WHERE
    return f"{word.upper()} is not used; {family[0]} to {family[-1]} are rules of this kind. {_LISTED}"
