"""The option that says on what a figure is drawn."""

from __future__ import annotations

import click

__all__ = ["page_option"]

page_option = click.option(
    "--page",
    default="A4",
    show_default=True,
    metavar="PAGE",
    help="A5 to A0, 'A4 portrait', 16:9 or '300x200 mm'.",
)
