"""The verbs to begin with: a model to begin from, what helps editors to write one, and a run of everything."""

from __future__ import annotations

from pathlib import Path

import click

from toc.cli.output import say, say_wrote

__all__ = ["demo", "new", "schema"]


@click.command()
@click.argument("file", metavar="FILE")
@click.option(
    "--kind",
    type=click.Choice(["blank", "logic-model"]),
    help="What to begin from; logic-model also has inputs, outputs and units.  [default: blank]",
)
@click.option("--site-of", "base", metavar="BASE", help="Make a site of this model.")
@click.option("--id", "new_id", metavar="ID", help="The id of the model or site.  [default: from FILE]")
@click.option("--title", metavar="TITLE", help="Its title; of a site, the name.  [default: from FILE]")
def new(file: str, kind: str | None, base: str | None, new_id: str | None, title: str | None) -> int:
    """Write a model file to begin from, with notes in it."""
    from toc.reports.new_model import new_model, new_site

    if kind and base:
        raise click.UsageError("`--kind` is for a model and `--site-of` for a site: give one of them.")
    if base:
        lines = new_site(file, base, site_id=new_id, name=title)
    else:
        lines = new_model(file, kind=kind or "blank", model_id=new_id, title=title)
    for line in lines:
        say(line)
    return 0


@click.command()
@click.option("-o", "--output", metavar="FILE", help="Where to write it.  [default: the screen]")
def schema(output: str | None) -> int:
    """Write the JSON Schema with which editors help to write models."""
    from toc.files import write_bytes
    from toc.interchange import write_schema

    text = write_schema()
    if output:
        say_wrote(write_bytes(output, text.encode()))
    else:
        say(text)
    return 0


@click.command()
@click.option(
    "-o", "--output", default="build", show_default=True, metavar="FOLDER", help="Where to put the files."
)
def demo(output: str) -> int:
    """Check, score and draw the model that comes with this program."""
    from toc.reports.demo import run_demo

    for line in run_demo(Path(output)):
        say(line)
    return 0
