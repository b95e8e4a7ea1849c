"""The verbs on published numbers: counts by category, and funnels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from toc.cli.file_order import check_order
from toc.cli.option_types import quoted, whole_number
from toc.cli.output import one_reader, say, say_wrote, warn
from toc.cli.publication_options import publication_options
from toc.cli.saving_options import check_form
from toc.cli.sign_of_life import at_work, called

__all__ = ["funnel", "tabulate"]

_MODELS = {".yaml", ".yml"}
_format = click.option(
    "--format", "kind", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)


def _numbers(_: click.Context, option: click.Parameter, value: tuple[str, ...]) -> dict[str, int]:
    """Read `bristol=85` as the number 85 for `bristol`."""
    numbers = {}
    for part in value:
        name, _sign, number = part.rpartition("=")
        if not name.strip() or not number.strip().isdecimal():
            message = f"{quoted(part)} is not like bristol=85: a category, a column or total, and a number."
            raise click.BadParameter(message, param=option)
        numbers[name.strip()] = whole_number(number)
    return numbers


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--unit", default="", metavar="WORDS", help="What is counted, where the file does not say.")
@click.option(
    "--against",
    multiple=True,
    callback=_numbers,
    metavar="NAME=N",
    help="Hold a category, a column or total against a number printed elsewhere.",
)
@click.option("--not-recorded", multiple=True, metavar="NAME", help="A category or column of those not known.")
@_format
@click.option("--strict", is_flag=True, help="Leave with exit code 1 where a printed total is wrong.")
@publication_options
def tabulate(
    file: str,
    unit: str,
    against: dict[str, int],
    not_recorded: tuple[str, ...],
    kind: str,
    *,
    strict: bool,
    publication: dict[str, Any] | None,
) -> int:
    """Add up counts by category, and check the totals that are printed."""
    from toc.reports.tabulated import written_tabulation
    from toc.scoring import for_publication
    from toc.scoring import tabulate as tabulated

    with at_work(f"Counting {called(file)}"):
        table = tabulated(file, unit=unit, against=against, not_recorded=not_recorded or None)
    with at_work("Hiding small numbers"):
        shown = table if publication is None else for_publication(table, **publication)
    if kind != "table" or not one_reader():
        for line in (*shown.faults, *([shown.publication.line] if shown.publication else [])):
            warn(line)
    say(written_tabulation(shown, kind))
    return 1 if strict and shown.faults else 0


@click.command()
@click.argument("file", metavar="FILE")
@click.argument("data", metavar="[DATA]", required=False)
@click.option("--apart", multiple=True, metavar="OUTPUT", help="Show the count of an output beside it.")
@_format
@publication_options
@click.option("-o", "--output", metavar="FILE", help="Draw it, as funnel.svg or .png.")
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def funnel(
    file: str,
    data: str | None,
    apart: tuple[str, ...],
    kind: str,
    root: str | None,
    *,
    output: str | None,
    publication: dict[str, Any] | None,
) -> int:
    """Show how many people went how far: from a model, readings or a table.

    FILE is a model, or a table with the columns step, count and unit. DATA are readings for a model.
    """
    from toc.loading import load
    from toc.reports.funnelled import written_funnel
    from toc.reports.plots.plot import check_plot_format, plot
    from toc.scoring import for_publication
    from toc.scoring import funnel as funnelled

    check_form(output)
    check_order("funnel", file, data or "")
    if output is not None:
        check_plot_format(Path(output).suffix.lower().lstrip("."))
    source = load(file, root=root) if Path(file).suffix.casefold() in _MODELS else file
    with at_work(f"Counting {called(data or file)}"):
        steps = funnelled(source, data, apart=apart)
    if publication is not None:
        with at_work("Hiding small numbers"):
            steps = for_publication(steps, **publication)
        if kind != "table" or output is not None or not one_reader():
            warn(str(steps.publication and steps.publication.line))
    if output is None:
        say(written_funnel(steps, kind))
    else:
        say_wrote(plot(steps).save(output))
    return 0
