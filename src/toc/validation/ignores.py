"""`Ignores`: what a theory asks to leave out of its findings, where it says so, and whether that still holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from toc.errors import Edit, Fault
from toc.loading.ignored_words import IgnoredWord
from toc.loading.nearest import shown
from toc.model import OUTCOME_STAGES, Ignore, TheoryOfChange
from toc.validation.catalogue import RULES
from toc.validation.fix import Mending
from toc.validation.hit import Hit
from toc.validation.named_rules import code_meant, code_named, hint_for
from toc.validation.own_ignore import has_expired

__all__ = ["Ignores", "StandingIgnore", "unknown_rules"]

Path = tuple[str | int, ...]


class StandingIgnore(NamedTuple):
    """An ignore of the id or link (`from -> to`) `subject`; `path` leads to it in the file.

    `subject` is "" for one of the whole model, which leaves the findings of its rule out wherever they are. `code`
    is that of the rule, be it written by its code or its name; of a rule that there is not, what is written.
    """

    subject: str
    path: Path
    ignore: Ignore
    code: str

    def covers(self, hit: Hit) -> bool:
        """Say whether the hit is one of those that this leaves out while it holds."""
        return self.code == hit.code and self.subject in ("", hit.subject)

    def has_expired(self, today: date) -> bool:
        """Say whether the month or day up to which it holds has passed."""
        return has_expired(self.ignore, today)


class Ignores:
    """The ignores of a theory on a day."""

    __slots__ = ("_asked", "_by_code", "_inherited", "_standing", "_theory", "_today")

    def __init__(self, theory: TheoryOfChange, asked: frozenset[str], today: date) -> None:
        self._theory = theory
        self._asked = asked
        self._today = today
        self._standing = tuple(_standing(theory))
        base = theory.derivation.base if theory.derivation else None
        self._inherited = frozenset(_standing(base)) if base and self._standing else frozenset()
        self._by_code: dict[str, list[StandingIgnore]] = {}
        # Those of an id or link come before those of the whole model: their reason is the nearer one.
        for one in sorted(self._standing, key=lambda one: not one.subject):
            self._by_code.setdefault(one.code, []).append(one)

    def covering(self, hit: Hit) -> Ignore | None:
        """Return the ignore that leaves a hit out, or None."""
        if not RULES[hit.code].may_be_ignored:
            return None
        found = (one for one in self._by_code.get(hit.code, ()) if one.covers(hit))
        return next((one.ignore for one in found if not one.has_expired(self._today)), None)

    def hits(self, found: Iterable[Hit], *, with_data: bool) -> Iterator[Hit]:
        """TOC013, TOC015: ignores that leave nothing out of `found`, and those of rules that there are not.

        A rule that was not asked, for want of data or of a base, has nothing to leave out; and what a site has
        from its base is told there.
        """
        used = {one for hit in found for one in self._by_code.get(hit.code, ()) if one.covers(hit)}
        for one in self._standing:
            told = self._told(one, is_used=one in used, with_data=with_data)
            if told is not None:
                code, words, hint = told
                message = {
                    "message": words.format(code=shown(one.code), at=_at(one.subject), until=one.ignore.until)
                }
                subject, mending = one.subject or self._theory.id, _mending(code, one, hint)
                path, origin = (*one.path, "code"), self._theory.origin
                place = origin.value_place(path) if origin is not None and code == "TOC015" else None
                yield Hit(code, subject, message, path, place, hint=hint, mending=mending)

    def _told(self, one: StandingIgnore, *, is_used: bool, with_data: bool) -> tuple[str, str, str] | None:
        """Return the code, the words and the way out for an ignore that is not in order."""
        code = one.code
        if code not in RULES:
            return "TOC015", _NO_RULE, hint_for(code)
        if not RULES[code].may_be_ignored:
            return "TOC013", "`{code}` is ignored {at}, but what it finds cannot be left out.", _TAKE_AWAY
        if one.has_expired(self._today):
            return "TOC013", "The ignore of `{code}` {at} has expired: it held until {until}.", _RENEW
        if is_used or one in self._inherited or not self._is_asked(code, with_data=with_data):
            return None
        return "TOC013", "The ignore of `{code}` {at} leaves nothing out.", ""

    def _is_asked(self, code: str, *, with_data: bool) -> bool:
        family = code[3]
        if code not in self._asked:
            return False
        return (family != "7" or with_data) and (family != "6" or self._theory.derivation is not None)


def unknown_rules(ignored: Iterable[IgnoredWord]) -> Iterator[Fault]:
    """TOC015: yield the fault of each ignore of a rule that there is not, where there is no theory to be asked."""
    for word, subject, place in ignored:
        if code_named(word) is None:
            message = _NO_RULE.format(code=shown(word.strip()), at=_at(subject))
            meant = code_meant(word)
            edit = Edit("replace", place, word.strip(), meant) if meant and place is not None else None
            yield Fault("unknown-rule-in-ignore", message, place, hint_for(word), subject, edit=edit)


def _at(subject: str) -> str:
    return f"at `{subject}`" if subject else "in the whole model"


_NO_RULE = "There is no rule `{code}`, which is ignored {at}."
_TAKE_AWAY = "Mend what the rule finds, and take the `ignore` away."
_RENEW = "Mend what it left out and take it away, or give it a later `until` if its reason still holds."


def _mending(code: str, one: StandingIgnore, hint: str) -> Mending | None:
    """Return how an ignore can be mended; one that has expired may only need another day."""
    if code == "TOC013":
        return None if hint == _RENEW else Mending("remove", path=one.path)
    meant = code_meant(one.code)
    return Mending("replace", one.code, meant) if meant else None


def _standing(theory: TheoryOfChange) -> Iterator[StandingIgnore]:
    for subject, path, ignores in chain((("", (), theory.ignore),), _held(theory)):
        for number, ignore in enumerate(ignores):
            code = code_named(ignore.code) or ignore.code.strip()
            yield StandingIgnore(subject, (*path, "ignore", number), ignore, code)


def _held(theory: TheoryOfChange) -> Iterator[tuple[str, Path, tuple[Ignore, ...]]]:
    """Yield the ignores of every entry, link and section, with its id or name and where it stands."""
    for section in type(theory).model_fields:
        held: Any = getattr(theory, section)
        if isinstance(held, dict):
            yield from _of_entries(held, (section,))
    for stage in OUTCOME_STAGES:
        yield from _of_entries(theory.boxes_of(stage), ("outcomes", stage))
    for key, framework in theory.frameworks.items():
        yield from _of_entries(framework.items, ("frameworks", key, "items"))
    for link in (*theory.links, *theory.factor_links):
        if link.ignore:
            yield link.name, (*theory.path_of(link.owner), *link.path), link.ignore
    if theory.coverage is not None:
        yield "coverage", ("coverage",), theory.coverage.ignore


def _of_entries(held: Mapping[str, Any], path: Path) -> Iterator[tuple[str, Path, tuple[Ignore, ...]]]:
    for key, entry in held.items():
        ignores = getattr(entry, "ignore", ())
        if ignores:
            yield key, (*path, key), ignores
