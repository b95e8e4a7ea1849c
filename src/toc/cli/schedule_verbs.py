"""The verb that says which readings are due. It imports what it needs when it runs."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from toc.cli.file_order import check_order
from toc.cli.option_types import day, whole_number
from toc.cli.output import one_reader, say, say_wrote, warn
from toc.cli.publication_options import publication_options
from toc.cli.saving_options import check_form
from toc.cli.sign_of_life import at_work, called

__all__ = ["schedule"]


@click.command()
@click.argument("model", metavar="MODEL")
@click.argument("data", metavar="DATA")
@click.option(
    "--every", type=whole_number, default=91, show_default=True, metavar="DAYS", help="When the next is due."
)
@click.option(
    "--grace", type=whole_number, default=30, show_default=True, metavar="DAYS", help="Late so long, not overdue."
)
@click.option(
    "--today",
    type=day,
    metavar="DAY",
    help="The day to look at, as 2014-03-31.  [default: this day]",
)
@click.option("--format", "kind", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@publication_options
@click.option("-o", "--output", metavar="FILE", help="schedule.csv, .json or .txt.  [default: the screen]")
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def schedule(
    model: str,
    data: str,
    every: int,
    grace: int,
    today: dt.date | None,
    kind: str,
    root: str | None,
    *,
    output: str | None,
    publication: dict[str, Any] | None,
) -> int:
    """Count which readings are due, late or overdue, by site."""
    from toc.loading import load
    from toc.reports.saved_schedule import check_schedule_name, save_schedule
    from toc.reports.schedule_table import schedule_csv, schedule_json, schedule_table
    from toc.scoring import for_publication
    from toc.scoring.reading_schedule import schedule as scheduled

    check_form(output)
    check_order("schedule", model, data)
    if output is not None:
        check_schedule_name(output)
    theory = load(model, root=root)
    with at_work(f"Counting {called(data)}"):
        found = scheduled(theory, data, every=every, grace=grace, today=today)
    if publication is not None:
        with at_work("Hiding small numbers"):
            found = for_publication(found, **publication)
        if kind != "table" or output is not None or not one_reader():
            warn(str(found.publication and found.publication.line))
    if output is None:
        written = {"json": schedule_json, "csv": schedule_csv}.get(kind)
        say(written(found) if written else schedule_table(found, asks_for_day=today is None))
    else:
        say_wrote(save_schedule(found, output))
    return 0
