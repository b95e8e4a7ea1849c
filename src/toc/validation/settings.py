"""`Settings`: which rules are asked, how serious each is, and how far each goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType

from toc.validation.catalogue import RULES
from toc.validation.profiles import DEFAULT_PROFILE, PROFILES
from toc.validation.rule import Severity, Value

__all__ = ["Settings", "causes_of"]

_ALWAYS = frozenset(rule.code for rule in RULES.values() if not rule.may_be_ignored)


@dataclass(frozen=True)
class Settings:
    """`codes` are the rules that are asked; those that cannot be left out are asked whatever it says.

    `severities` are by code, `options` by code and the option's name; both hold only what differs from the
    catalogue. All names are known ones: who makes settings from words that people write checks them.
    """

    codes: frozenset[str] = PROFILES[DEFAULT_PROFILE].codes
    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    options: Mapping[tuple[str, str], Value] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def asked(self) -> frozenset[str]:
        """The codes whose findings are told."""
        return self.codes | _ALWAYS

    @cached_property
    def needed(self) -> frozenset[str]:
        """The codes that may have to be looked for: those asked, and those of which these would be an echo."""
        return self.asked | causes_of(self.asked)

    def severity(self, code: str) -> Severity:
        """Return how serious a rule is here."""
        return self.severities.get(code, RULES[code].severity)

    def option(self, code: str, name: str) -> Value:
        """Return what an option of a rule is set to."""
        default = next(option.default for option in RULES[code].options if option.name == name)
        return self.options.get((code, name), default)

    def number(self, code: str, name: str) -> float:
        """Return the number to which an option of a rule is set."""
        value = self.option(code, name)
        return 0 if isinstance(value, tuple) else value

    def words(self, code: str, name: str) -> tuple[str, ...]:
        """Return the words to which an option of a rule is set."""
        value = self.option(code, name)
        return value if isinstance(value, tuple) else ()


def causes_of(codes: Iterable[str]) -> frozenset[str]:
    """Return the codes of which findings of these would be an echo."""
    return frozenset().union(*map(_causes, codes))


@cache
def _causes(code: str) -> frozenset[str]:
    rule = RULES[code]
    return frozenset(cause.partition("/")[0] for cause in (*rule.requires, *rule.unless))
