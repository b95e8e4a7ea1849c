"""The verb on two models: what changed from one to the other."""

from __future__ import annotations

from typing import Any

import click
from click.core import ParameterSource

from toc.cli.draw_options import part_options
from toc.cli.file_order import check_model
from toc.cli.output import say, say_wrote, warn
from toc.cli.page_option import advice_for, check_page, page_option

__all__ = ["diff"]


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "kind", type=click.Choice(["text", "markdown", "json"]), help="[default: text]")
@click.option("-o", "--output", metavar="FILE", help="Draw it: diff.svg, .pdf, .png, .html, .txt, .json, .mmd")
@page_option
@part_options
@click.option("--exit-code", is_flag=True, help="Leave with exit code 1 where anything changed.")
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def diff(
    old: str, new: str, kind: str | None, output: str | None, root: str | None, *, exit_code: bool, **wishes: Any
) -> int:
    """Tell what changed from one model to another, box by box and link by link."""
    from toc.comparison import diff as changes_between
    from toc.loading import load
    from toc.reports.compared import written_changes

    if kind and output:
        raise click.UsageError("`--format` is for the words, and `--output` draws: give one of them.")
    for model in (old, new):
        check_model(model, "Name two models (.yaml).")
    if output is None:
        _check_no_figure(wishes)
    changes = changes_between(load(old, root=root), load(new, root=root))
    if output is None:
        say(written_changes(changes, kind or "text"))
    else:
        from toc.reports.compared_drawing import draw_changes

        check_page(output)
        drawing = draw_changes(changes, **wishes)
        say_wrote(drawing.save(output))
        if advice := advice_for(output, drawing.picture.advice):
            warn(advice)
    return 1 if exit_code and changes else 0


def _check_no_figure(wishes: dict[str, Any]) -> None:
    """Refuse what is said of a figure where none is drawn."""
    context = click.get_current_context()
    given = [name for name in wishes if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    if given:
        raise click.UsageError(f"`--{given[0]}` is for a figure: say with `--output` where to draw it.")
