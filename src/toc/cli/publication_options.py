"""The options that say what is hidden of scores before they are shown to others."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce, wraps
from typing import Any

import click

from toc.cli.option_types import whole_number

__all__ = ["publication_options"]

_OPTIONS = (
    click.option("--publication", is_flag=True, help="Hide small numbers and what gives them away; needs scipy."),
    click.option("--threshold", type=whole_number, metavar="N", help="Counts below N are small.  [default: 5]"),
    click.option("--show-zeros", is_flag=True, help="A count of 0 need not be hidden."),
)


def publication_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb these options; they become one argument `publication`.

    That is None, or the named arguments of `toc.for_publication`.
    """

    @wraps(verb)
    def with_one(*, publication: bool, threshold: int | None, show_zeros: bool, **rest: Any) -> Any:
        if not publication and (threshold is not None or show_zeros):
            raise click.UsageError("`--threshold` and `--show-zeros` go with `--publication`.")
        chosen = {"show_zeros": show_zeros, **({} if threshold is None else {"threshold": threshold})}
        return verb(publication=chosen if publication else None, **rest)

    return reduce(lambda decorated, option: option(decorated), reversed(_OPTIONS), with_one)
