"""The verb on two models: what changed from one to the other."""

from __future__ import annotations

import click

from toc.cli.output import say

__all__ = ["diff"]


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format", "kind", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True
)
@click.option("--exit-code", is_flag=True, help="Leave with exit code 1 where anything changed.")
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def diff(old: str, new: str, kind: str, root: str | None, *, exit_code: bool) -> int:
    """Tell what changed from one model to another, box by box and link by link."""
    from toc.comparison import diff as changes_between
    from toc.loading import load
    from toc.reports.compared import written_changes

    changes = changes_between(load(old, root=root), load(new, root=root))
    say(written_changes(changes, kind))
    return 1 if exit_code and changes else 0
