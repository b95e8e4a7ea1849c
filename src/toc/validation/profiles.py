"""`Profile`: a named choice of rules, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from toc.validation.catalogue import RULES
from toc.validation.rule import Rule

__all__ = ["DEFAULT_PROFILE", "PROFILES", "Profile"]

DEFAULT_PROFILE = "site"


class Profile(NamedTuple):
    """The codes of the rules that are asked, and for whom."""

    name: str
    summary: str
    codes: frozenset[str]


def _profile(name: str, summary: str, asks: Callable[[Rule], bool]) -> Profile:
    return Profile(name, summary, frozenset(rule.code for rule in RULES.values() if asks(rule)))


def _is_for_every_merge(rule: Rule) -> bool:
    # What rests on few people is told wherever numbers are: it keeps people unidentifiable.
    return rule.severity != "info" or rule.code in ("TOC013", "TOC718")


PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        _profile(
            "draft",
            "A sketch in a workshop: only what makes the file or the shape of the theory unusable.",
            lambda rule: rule.severity == "error" and rule.code[3] in "01",
        ),
        _profile(
            "site",
            "Every merge of a base or a site: all errors and warnings, unused ignores, results from few people.",
            _is_for_every_merge,
        ),
        _profile(
            "publication",
            "Before it is printed: everything but the rules of style.",
            lambda rule: not rule.style or rule.severity != "info",
        ),
        _profile("strict", "Everything.", lambda _: True),
    )
}
"""The profiles that come with the program; a team may add its own in its configuration."""
