"""The options that put what is found into a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from click.core import ParameterSource

__all__ = ["check_form", "saving_options"]

_OUTPUT = click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="scorecard.html or .md for a scorecard, or .json, .csv, .parquet, .txt.  [default: the screen]",
)
_PLOT = click.option(
    "--plot",
    type=click.Choice(["changes", "coverage", "funnel"]),
    help="Write this plot to `--output`, .svg or .png; needs matplotlib.",
)


def saving_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the options `--output` and `--plot`; the ending of the file says what is written."""

    @wraps(verb)
    def with_one_form(*, output: str | None, plot: str | None, **rest: Any) -> Any:
        check_form(output)
        if output is None and plot is not None:
            raise click.UsageError(f"`--plot` needs a file: -o {plot}.svg or -o {plot}.png.")
        return verb(output=output, plot=plot, **rest)

    return _OUTPUT(_PLOT(with_one_form))


def check_form(output: str | None) -> None:
    """Refuse `--format` beside a file to write, in the verb that runs."""
    chosen = click.get_current_context().get_parameter_source("kind")
    if output is not None and chosen != ParameterSource.DEFAULT:
        raise click.UsageError("`--format` is for the screen; the ending of `--output` says what is written.")
