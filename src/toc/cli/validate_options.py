"""The options of `toc validate` that choose rules, name the configuration, hold to a baseline and mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any

import click

__all__ = ["choosing_options", "mending_options"]

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_RULES = "RULE,..."


def _words(_: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Take lists with commas apart; an option that is given must name something."""
    words = tuple(word.strip() for part in value for word in part.split(",") if word.strip())
    if value and not words:
        raise click.BadParameter("it names no rule.", param=option)
    return words


def _pairs(_: click.Context, option: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for part in _words(_, option, value):
        rule, sign, severity = part.partition("=")
        if not sign:
            raise click.BadParameter(f'"{part}" is not like TOC301=info.', param=option)
        pairs[rule.strip()] = severity.strip()
    return pairs


_OPTIONS = (
    click.option(
        "--profile", metavar="NAME", help="draft, site, publication, strict or your own.  [default: site]"
    ),
    click.option(
        "--select", multiple=True, callback=_words, metavar=_RULES, help="Ask only these: TOC301, TOC3 or a name."
    ),
    click.option("--also", multiple=True, callback=_words, metavar=_RULES, help="Ask these too."),
    click.option("--ignore", multiple=True, callback=_words, metavar=_RULES, help="Do not ask these."),
    click.option(
        "--severity", multiple=True, callback=_pairs, metavar="RULE=SEVERITY", help="How serious a rule is here."
    ),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info"]),
        help="From which severity on the exit code is 1.  [default: error]",
    ),
    click.option("--config", metavar="FILE", help="Settings.  [default: toc.toml of the project]"),
    click.option("--no-config", is_flag=True, help="Leave the settings of the project alone."),
    click.option("--baseline", metavar="FILE", help="Tell only what this list of known findings lacks."),
    click.option("--write-baseline", is_flag=True, help="Write that list from what is found now."),
)


_MENDING = (
    click.option("--fix", is_flag=True, help="Mend in the files what can be mended with certainty."),
    click.option("--unsafe-fixes", is_flag=True, help="Mend also what you should look at afterwards."),
    click.option("--diff", is_flag=True, help="Show what would be mended, and write nothing."),
)


def choosing_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb these options, in this order; their values are the named arguments of `check_plan`."""
    return _with(_OPTIONS, verb)


def mending_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the options `fix`, `unsafe_fixes` and `diff`."""
    return _with(_MENDING, verb)


def _with(options: Iterable[_Decorator], verb: Callable[..., Any]) -> Callable[..., Any]:
    return reduce(lambda decorated, option: option(decorated), reversed(tuple(options)), verb)
