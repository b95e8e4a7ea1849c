"""The verb that says which readings are due. It imports what it needs when it runs."""

from __future__ import annotations

import datetime as dt

import click

from toc.cli.output import say

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
@click.option("--format", "kind", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def schedule(
    model: str, data: str, every: int, grace: int, today: dt.datetime | None, kind: str, root: str | None
) -> int:
    """Count which readings are due, late or overdue, by site."""
    from toc.loading import load
    from toc.reports.schedule_table import schedule_json, schedule_table
    from toc.scoring.reading_schedule import schedule as scheduled

    found = scheduled(load(model, root=root), data, every=every, grace=grace, today=today and today.date())
    say(schedule_json(found) if kind == "json" else schedule_table(found))
    return 0
