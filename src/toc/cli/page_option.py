"""The option that says on what a figure is drawn, and whether a kind of file has a page at all."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from toc.errors import TocError

__all__ = ["advice_for", "check_page", "page_option"]

_WITHOUT_PAGE = (".mmd",)
_NOT_SEEN = (".mmd", ".txt", ".json", ".dot")
"""What is read as words, or by programs."""

page_option = click.option(
    "--page",
    default="A4",
    show_default=True,
    metavar="PAGE",
    help="A5 to A0, 'A4 portrait', 16:9 or '300x200 mm'.",
)


def check_page(output: str) -> None:
    """Refuse a `--page` that was given for a file that has none; the usual one is never in the way."""
    given = click.get_current_context().get_parameter_source("page") is ParameterSource.COMMANDLINE
    ending = Path(output).suffix.lower()
    if given and ending in _WITHOUT_PAGE:
        message = f"--page is for figures that are laid out here; what draws {ending} lays them out itself."
        raise TocError(message, hint="Leave it out.")


def advice_for(output: str, advice: str) -> str:
    """Return the advice on the size of words, "" for a file that nobody looks at as a figure."""
    return "" if Path(output).suffix.lower() in _NOT_SEEN else advice
