"""`CheckPlan`: what a run of checks asks, from when on it fails, and what it takes as known."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc import validation
from toc.errors import TocError
from toc.validation import Settings, Severity, Words, choice_of
from toc.validation.configuration import Configuration, configuration_above, read_configuration

if TYPE_CHECKING:
    from toc.places import Place
    from toc.validation import Baseline

__all__ = ["CheckPlan", "check_plan"]


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """`known` is the baseline to leave out of what is told; None is an empty one.

    `baseline` is its file (None: there is none); `writes` says whether it is written anew from what is found.
    `pages` is where the pages of the rules are, as in `page_of`.
    """

    settings: Settings = field(default_factory=Settings)
    fail_on: Severity = "error"
    known: Baseline | None = None
    baseline: Path | None = None
    writes: bool = False
    pages: str = ""


def check_plan(
    file: str,
    *,
    profile: str | None = None,
    select: Words = (),
    also: Words = (),
    ignore: Words = (),
    severity: Mapping[str, str] = MappingProxyType({}),
    config: str | None = None,
    no_config: bool = False,
    fail_on: Severity | None = None,
    baseline: str | None = None,
    write_baseline: bool = False,
) -> CheckPlan:
    """Return the plan for a run whose first model is `file`.

    `profile`, `select`, `also`, `ignore` and `severity` are words as in a `Choice`. What is given here goes on top
    of the configuration: the file `config`, or that of the project in which `file` is, or with `no_config` none. A
    baseline that is to be written need not be there yet. Raises `TocError` for a configuration or a baseline that
    cannot be used, and for a word that means nothing.
    """
    if config is not None and no_config:
        raise TocError("`--config` and `--no-config` exclude each other.", hint="Give one of them.")
    configuration = _configuration(file, config, no_config=no_config)
    path = Path(baseline) if baseline is not None else configuration.baseline
    if write_baseline and path is None:
        hint = 'Give one with --baseline FILE, or write baseline = "baseline.json" in toc.toml.'
        raise TocError("There is no file for the baseline.", hint=hint)
    is_read = path is not None and (os.path.lexists(path) or not write_baseline)
    return CheckPlan(
        configuration.settings(choice_of(profile, select, also, ignore, severity)),
        fail_on or configuration.fail_on or "error",
        _known(path, configuration.baseline_place if baseline is None else None) if path and is_read else None,
        path,
        write_baseline,
        configuration.pages,
    )


def _known(path: Path, place: Place | None) -> Baseline:
    """Return the baseline; one that cannot be read is told at `place`, where the configuration names it."""
    try:
        return validation.read_baseline(path)
    except TocError as error:
        raise TocError(error.message, place=error.place or place, hint=error.hint) from None


def _configuration(file: str, config: str | None, *, no_config: bool) -> Configuration:
    if no_config:
        return Configuration()
    return read_configuration(config) if config is not None else configuration_above(file)
