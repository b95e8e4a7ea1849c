"""The command itself: its verbs, and what happens when one of them cannot do its work."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import traceback
from pathlib import Path
from typing import NoReturn

import click

from toc.cli.compare_verbs import diff
from toc.cli.output import open_streams, warn
from toc.cli.schedule_verbs import schedule
from toc.cli.starting_verbs import demo, new, schema
from toc.cli.table_verbs import funnel, tabulate
from toc.cli.verbs import checklist, draw, explain, score, show, validate
from toc.errors import LoadError, TocError

__all__ = ["command", "main"]

_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""A command lives for a moment and keeps most of what it makes: looking for rubbish is rarely worth it."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="Begin with: toc demo",
    no_args_is_help=False,
)
@click.version_option(package_name="theory-of-change", prog_name="toc")
def command() -> None:
    """Check, score and draw a theory of change that is written in YAML."""


for _verb in (
    validate,
    score,
    schedule,
    tabulate,
    funnel,
    draw,
    diff,
    show,
    new,
    schema,
    explain,
    checklist,
    demo,
):
    command.add_command(_verb)


def main() -> NoReturn:
    """Run the command and leave with its exit code: 0 well, 1 findings, 2 it could not be done."""
    open_streams()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(_leave_rubbish)
    # Looking for plugins of pydantic reads the record of every installed package; none is for a command.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = command.main(standalone_mode=False, prog_name="toc")
    except LoadError as error:
        code = _failed(*map(str, error.faults))
    except TocError as error:
        code = _failed(str(error))
    except click.UsageError as error:
        verb = error.ctx.command_path if error.ctx else _verb_asked()
        code = _failed(f"{error.format_message()} ({verb} --help shows what there is.)")
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except Exception as error:  # noqa: BLE001  # python would leave with 1, which says that something was found
        code = _failed(_mistake(error))
    sys.exit(code)


def _verb_asked() -> str:
    """Return the verb of a call that could not be taken apart, as one whose last option has no value."""
    return " ".join(("toc", *(word for word in sys.argv[1:2] if word in command.commands)))


def _mistake(error: Exception) -> str:
    """Return one line on a mistake of the program: its kind and where, never its words, which may be data."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}, line {last.lineno}"
    kind = type(error).__name__
    return f"A mistake in toc itself: {kind} ({where}). Nothing of this run counts; please report it."


def _leave_rubbish() -> None:
    """Let the end of the process free everything: nothing is looked through for it once more.

    DuckDB would print a page about what it then finds left over.
    """
    if "duckdb" not in sys.modules:
        gc.freeze()


def _failed(*lines: str) -> int:
    for line in lines:
        warn(line)
    return 2
