"""The options of `toc score` that say what counts as a change, how it is put together, split and tested."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce, wraps
from typing import Any

import click

from toc.cli.option_types import number, quoted

__all__ = ["explain_option", "scoring_options"]

_NOT_EXPLAINED = ("by", "tests", "targets", "compare_sites")


def _reliabilities(
    _: click.Context, option: click.Parameter, value: tuple[str, ...]
) -> dict[str, tuple[float, float]] | None:
    """Read `five_point=1,0.8` as the scale `five_point` with s = 1 and r = 0.8."""
    scales = {}
    for part in value:
        name, _sign, numbers = part.partition("=")
        try:
            s, r = map(number, numbers.split(","))
        except (ValueError, click.BadParameter):
            message = f"{quoted(part)} is not like five_point=1,0.8: a scale, its s and its r."
            raise click.BadParameter(message, param=option) from None
        if name.strip() in scales:
            raise click.BadParameter(f"{quoted(name.strip())} is given twice.", param=option)
        scales[name.strip()] = (s, r)
    return scales or None


def _window(_: click.Context, option: click.Parameter, value: str | None) -> tuple[int, int] | None:
    """Read `60-150` as from day 60 to day 150."""
    if value is None:
        return None
    found = re.fullmatch(r" *([0-9]{1,6}) *[-:] *([0-9]{1,6}) *", value)
    if found is None:
        raise click.BadParameter(f"{quoted(value)} is not like 60-150: from and to how many days.", param=option)
    return int(found[1]), int(found[2])


_OPTIONS = (
    click.option(
        "--by",
        multiple=True,
        metavar="NAME",
        help="Also show stage, strand, population, site, informant or a column of the readings apart.",
    ),
    click.option(
        "--rule",
        default="pairs",
        metavar="RULE",
        help="pairs, mean_of_shares, person_any, person_all or person_net.  [default: pairs]",
    ),
    click.option("--informant", metavar="NAME", help="Use the scores that one informant gave only."),
    click.option("--compare-sites", is_flag=True, help="Also hold sites against all together; this needs scipy."),
    click.option("--targets", is_flag=True, help="Also show baselines and targets beside what was observed."),
    click.option("--tests", is_flag=True, help="Also test each indicator; this needs scipy."),
    click.option("--min-step", type=number, metavar="N", help="The least step on the scale that is a change."),
    click.option("--final-only", is_flag=True, help="Compare the first reading with the final one only."),
    click.option(
        "--window",
        callback=_window,
        metavar="DAYS-DAYS",
        help="Compare readings of so many days after the initial one only, as 60-150.",
    ),
    click.option(
        "--reliable-change",
        multiple=True,
        callback=_reliabilities,
        metavar="SCALE=S,R",
        help="Only steps above the scale's error are a change; S its standard deviation, R its reliability.",
    ),
)


def explain_option(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb that shows scores the option to show the steps to one instead, as `explain`."""

    @wraps(verb)
    def checked(*, explain: str | None, kind: str, output: str | None, publication: bool, **rest: Any) -> Any:
        if explain is not None and (kind == "csv" or output is not None or publication):
            message = "`--explain` shows text or JSON of its own on the screen, which is not for publication."
            raise click.UsageError(message)
        if explain is not None and (beside := [name for name in _NOT_EXPLAINED if rest.get(name)]):
            listed = ", ".join(f"`--{name.replace('_', '-')}`" for name in beside)
            message = f"`--explain` shows the steps to one score of everybody: {listed} would change nothing."
            raise click.UsageError(message)
        return verb(explain=explain, kind=kind, output=output, publication=publication, **rest)

    return click.option("--explain", metavar="OUTCOME", help="Show every step to the score of an outcome.")(
        checked
    )


def scoring_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb these options, in this order; their values are the named arguments of `toc.score`."""
    return reduce(lambda decorated, option: option(decorated), reversed(_OPTIONS), verb)
