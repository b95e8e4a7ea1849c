"""The command itself: its verbs, and what happens when one of them cannot do its work."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from toc.cli.verbs import demo, draw, explain, score, validate
from toc.errors import LoadError, TocError

__all__ = ["command", "main"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog="Begin with: toc demo",
)
@click.version_option(package_name="theory-of-change", prog_name="toc")
def command() -> None:
    """Check, score and draw a theory of change that is written in YAML."""


for _verb in (validate, score, draw, explain, demo):
    command.add_command(_verb)


def main() -> NoReturn:
    """Run the command and leave with its exit code: 0 well, 1 findings, 2 it could not be done."""
    try:
        code = command.main(standalone_mode=False, prog_name="toc")
    except LoadError as error:
        code = _failed([str(fault) for fault in error.faults])
    except TocError as error:
        code = _failed([str(error)])
    except click.ClickException as error:
        code = _failed([f"{error.format_message()} (toc --help shows what there is.)"])
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        # The reader of our output has gone; writing the rest, even at exit, would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _failed(lines: list[str]) -> int:
    for line in lines:
        click.echo(f"toc: {line}", err=True)
    return 2
