"""`Choice`: the words with which people choose rules, and the settings that they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from toc.errors import TocError
from toc.loading.limits import MAX_LEVELS
from toc.loading.nearest import nearest_hint, shown
from toc.validation.named_rules import rule_named, rules_named
from toc.validation.option_value import option_value
from toc.validation.profiles import PROFILES
from toc.validation.rule import SEVERITIES, Rule, Severity, Value
from toc.validation.settings import Settings

__all__ = ["Choice", "ChoiceError", "Words", "choice_of", "settings_of"]

Path = tuple[str, ...]

_NOTHING: Mapping[str, Choice] = MappingProxyType({})
_DEFAULT = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody asks for, in words that nobody has looked up yet.

    `profile` is the one to begin from (None: the default one, or what was chosen before). `select` asks only these
    rules instead, `also` these too, and `ignore` leaves these out, in that order; each word is a code, the
    beginning of a family's codes ("TOC3") or the name of a rule. `severity` is by the same words, `options` by
    rule and by the name of the option.
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


Words = str | Iterable[str]
"""Words with commas between them, or a list of such."""


def choice_of(
    profile: str | None = None,
    select: Words = (),
    also: Words = (),
    ignore: Words = (),
    severity: Mapping[str, str] = MappingProxyType({}),
) -> Choice:
    """Return what somebody asks for in a call. Raises `TocError` for what is no text."""
    if not isinstance(profile, str | None):
        raise TocError("`profile` must be the name of one.", hint=f"There are {', '.join(PROFILES)}.")
    return Choice(
        profile=profile,
        select=_listed("select", select),
        also=_listed("also", also),
        ignore=_listed("ignore", ignore),
        severity=severity,
    )


def _listed(key: str, words: Words) -> tuple[str, ...]:
    parts: tuple[object, ...] = (words,)
    if not isinstance(words, str) and isinstance(words, Iterable):
        parts = tuple(words)
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) != len(parts):
        raise TocError(f"`{key}` must be a list of rules.", hint=f'Write {key}=["TOC301"].')
    return tuple(word.strip() for text in texts for word in text.split(",") if word.strip())


class ChoiceError(TocError):
    """A word of a choice that means nothing, or asks for what may not be.

    `path` leads to it: the key, and the word or the keys below it. It may start at `profiles` and the name of one.
    """

    def __init__(self, error: TocError, *path: str) -> None:
        super().__init__(error.message, hint=error.hint)
        self.path = path


def settings_of(choice: Choice, own: Mapping[str, Choice] = _NOTHING, start: Settings | None = None) -> Settings:
    """Return the settings that a choice comes to.

    It is made from the profile that it names, else from `start`, else from the default profile. `own` are a team's
    own profiles by name. Raises `ChoiceError` for a rule, profile, option or severity that there is not, for a
    value out of bounds, and where a rule that cannot be left out is left out or made less serious.
    """
    settings = start or _DEFAULT
    if choice.profile is not None:
        settings = _profile(choice.profile, own)
    return _layered(settings, choice, ())


def _profile(name: str, own: Mapping[str, Choice]) -> Settings:
    """Return the settings of a profile: those of the one at the end of `extends`, and each on the way on top."""
    chain: list[str] = []
    path: Path = ("profile",)
    wanted: str | None = name
    while wanted is not None and wanted not in PROFILES:
        _check_step(wanted, chain, own, path)
        chain.append(wanted)
        path = ("profiles", wanted, "extends")
        wanted = own[wanted].profile
    settings = _DEFAULT if wanted is None else Settings(PROFILES[wanted].codes)
    for one in reversed(chain):
        settings = _layered(settings, own[one], ("profiles", one))
    return settings


def _check_step(wanted: str, chain: list[str], own: Mapping[str, Choice], path: Path) -> None:
    """Raise `ChoiceError` where a profile that is extended is not there, comes round again or is too far away."""
    if wanted in chain:
        circle = " -> ".join((*chain[chain.index(wanted) :], wanted))
        error = TocError(f"These profiles extend one another: {circle}.", hint="Let one of them extend another.")
        raise ChoiceError(error, *path)
    if wanted not in own:
        known = (*PROFILES, *own)
        hint = nearest_hint(wanted, known, f"There are {', '.join(known)}.")
        raise ChoiceError(TocError(f'There is no profile "{shown(wanted)}".', hint=hint), *path)
    if len(chain) >= MAX_LEVELS:
        message = f"More than {MAX_LEVELS} profiles extend one another."
        raise ChoiceError(TocError(message, hint="Extend one that is nearer to the first."), *path)


def _layered(settings: Settings, choice: Choice, path: Path) -> Settings:
    """Return settings with those of a choice on top; `path` leads to the choice."""
    if not (choice.select or choice.also or choice.ignore or choice.severity or choice.options):
        return settings
    codes = settings.codes
    if choice.select:
        codes = _codes(choice.select, (*path, "select"))
    codes |= _codes(choice.also, (*path, "also"))
    codes -= _left_out(choice.ignore, (*path, "ignore"))
    return Settings(
        codes,
        MappingProxyType({**settings.severities, **_severities(choice.severity, (*path, "severity"))}),
        MappingProxyType({**settings.options, **_options(choice.options, (*path, "options"))}),
    )


def _codes(words: tuple[str, ...], path: Path) -> frozenset[str]:
    return frozenset(rule.code for word in words for rule in _rules(word, path))


def _left_out(words: tuple[str, ...], path: Path) -> frozenset[str]:
    """Return the codes that may be left out of those named; of a family the others stay."""
    codes: set[str] = set()
    for word in words:
        rules = _rules(word, path)
        may_be = [rule.code for rule in rules if rule.may_be_ignored]
        if not may_be:
            raise ChoiceError(_fixed(rules[0], "left out"), *path, word)
        codes.update(may_be)
    return frozenset(codes)


def _severities(words: Mapping[str, str], path: Path) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for word, name in words.items():
        rules = _rules(word, path)
        if name not in SEVERITIES:
            hint = nearest_hint(name, SEVERITIES, f"Choose one of {', '.join(SEVERITIES)}.")
            raise ChoiceError(TocError(f'There is no severity "{shown(name)}".', hint=hint), *path, word)
        may_be = [rule.code for rule in rules if rule.may_be_ignored or not _is_less(name, rule)]
        if not may_be:
            raise ChoiceError(_fixed(rules[0], "made less serious"), *path, word)
        found.update(dict.fromkeys(may_be, name))
    return found


def _is_less(severity: Severity, rule: Rule) -> bool:
    return SEVERITIES.index(severity) > SEVERITIES.index(rule.severity)


def _options(words: Mapping[str, Mapping[str, object]], path: Path) -> dict[tuple[str, str], Value]:
    found: dict[tuple[str, str], Value] = {}
    for word, values in words.items():
        try:
            rule = rule_named(word)
        except TocError as error:
            raise ChoiceError(error, *path, word) from None
        for name, value in values.items():
            try:
                found[rule.code, name] = option_value(rule, name, value)
            except TocError as error:
                raise ChoiceError(error, *path, word, name) from None
    return found


def _rules(word: str, path: Path) -> tuple[Rule, ...]:
    try:
        return rules_named(word)
    except TocError as error:
        raise ChoiceError(error, *path, word) from None


def _fixed(rule: Rule, what: str) -> TocError:
    return TocError(f"{rule.code} {rule.name} cannot be {what}. {rule.why}", hint="Mend what it finds.")
