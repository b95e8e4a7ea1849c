"""The options of `toc draw` that say what of a model is shown, and how."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import click

from toc.cli.option_types import whole_number

__all__ = ["draw_options", "part_options"]

_PART = (
    click.option("--strand", metavar="ID", help="Show one strand only."),
    click.option("--chain", metavar="ID", help="Show only what leads to this box."),
    click.option("--who", metavar="ID", help="Show only what is for this population."),
)
_WHAT = (
    click.option("--highlight", metavar="ID", help="Set off what leads to this box, and where it leads."),
    click.option("--evidence", is_flag=True, help="Show by its line what studies say of each link."),
    click.option("--assumptions", is_flag=True, help="Number what is assumed of a link, and name it below."),
    click.option("--indicators", is_flag=True, help="Show at each outcome what measures it."),
    click.option("--factors", is_flag=True, help="Show what surrounds the theory, and what it acts on."),
    click.option("--split", metavar="WAY", help="Several pages: by strand, outcome or detail; auto if need be."),
    click.option("--blank", is_flag=True, help="Leave the boxes empty, to write in."),
    click.option("--boxes", type=whole_number, metavar="NUMBER", help="How many empty boxes in each column."),
)
_LOOK = (
    click.option("--language", metavar="CODE", help="Show the model's words in this language (cy)."),
    click.option(
        "--theme",
        default="default",
        metavar="NAME|FILE",
        help="grey, contrast, or a file with colours of your own (.toml).",
    ),
)


def draw_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the options of a figure, by the names that `toc.draw` has for them."""
    return reduce(lambda made, option: option(made), reversed((*_PART, *_WHAT, *_LOOK)), verb)


def part_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb the options that say which part is shown, and in which language and colours."""
    return reduce(lambda made, option: option(made), reversed((*_PART, *_LOOK)), verb)
