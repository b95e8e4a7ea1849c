"""The options of `toc score` that put the scores into a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from click.core import ParameterSource

__all__ = ["saving_options"]

_OUTPUT = click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="scorecard.html or .md for a scorecard, or .json, .csv, .txt.  [default: the screen]",
)


def saving_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the option `--output`, whose ending says what is written; `--format` cannot go with it."""

    @wraps(verb)
    def with_one_form(*, output: str | None, **rest: Any) -> Any:
        chosen = click.get_current_context().get_parameter_source("kind")
        if output is not None and chosen != ParameterSource.DEFAULT:
            raise click.UsageError("`--format` is for the screen; the ending of `--output` says what is written.")
        return verb(output=output, **rest)

    return _OUTPUT(with_one_form)
