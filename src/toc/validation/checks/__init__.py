"""The checks: each finds where one rule, or a few that belong together, are broken, and words nothing."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from toc.validation.check import Check
from toc.validation.checks.measuring_checks import MEASURING
from toc.validation.checks.people_checks import PEOPLE
from toc.validation.checks.reason_checks import REASONS
from toc.validation.checks.shape_checks import SHAPE
from toc.validation.checks.wording_checks import WORDING
from toc.validation.context import Context
from toc.validation.hit import Hit

if TYPE_CHECKING:
    from toc.validation.checks.claims import claim_hits
    from toc.validation.checks.data import data_hits
    from toc.validation.checks.site_checks import SITES

__all__ = ["SITES", "claim_hits", "data_hits", "every_check", "hits_of"]

_OF_EVERY_MODEL: tuple[Check, ...] = (*SHAPE, *WORDING, *MEASURING, *REASONS, *PEOPLE)


def hits_of(context: Context, codes: frozenset[str], known: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Yield what the checks of these codes find in a theory; a check of several codes yields them all.

    `known` are codes that were asked for before: what their checks found is not told again.
    """
    is_site = context.theory.derivation is not None or context.theory.site is not None
    for check in every_check() if is_site else _OF_EVERY_MODEL:
        if not check.codes.isdisjoint(codes) and check.codes.isdisjoint(known):
            yield from check.find(context)


def every_check() -> tuple[Check, ...]:
    """Return all checks in the order in which they are run; those of sites come last."""
    return (*_OF_EVERY_MODEL, *__getattr__("SITES"))


_HOME = {"SITES": "site_checks", "claim_hits": "claims", "data_hits": "data"}


def __getattr__(name: str) -> Any:
    """Give the checks of sites, and those that need scoring, when they are first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
