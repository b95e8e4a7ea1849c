"""The verb that says which readings are due. It imports what it needs when it runs."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from toc.cli.output import one_reader, say, warn
from toc.cli.publication_options import publication_options

__all__ = ["schedule"]


@click.command()
@click.argument("model", metavar="MODEL")
@click.argument("data", metavar="DATA")
@click.option("--every", type=int, default=91, show_default=True, metavar="DAYS", help="When the next is due.")
@click.option(
    "--grace", type=int, default=30, show_default=True, metavar="DAYS", help="Late so long, not overdue."
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day to look at, as 2014-03-31.  [default: this day]",
)
@click.option("--format", "kind", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@publication_options
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def schedule(
    model: str,
    data: str,
    every: int,
    grace: int,
    today: dt.datetime | None,
    kind: str,
    root: str | None,
    *,
    publication: dict[str, Any] | None,
) -> int:
    """Count which readings are due, late or overdue, by site."""
    from toc.loading import load
    from toc.reports.schedule_table import schedule_csv, schedule_json, schedule_table
    from toc.scoring import for_publication
    from toc.scoring.reading_schedule import schedule as scheduled

    found = scheduled(load(model, root=root), data, every=every, grace=grace, today=today and today.date())
    if publication is not None:
        found = for_publication(found, **publication)
        if kind != "table" or not one_reader():
            warn(str(found.publication and found.publication.line))
    say({"json": schedule_json, "csv": schedule_csv, "table": schedule_table}[kind](found))
    return 0
