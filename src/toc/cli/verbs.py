"""The verbs of the command. Each imports what it needs when it runs, so that checking stays quick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from toc.cli.draw_options import draw_options
from toc.cli.file_order import check_model, check_order
from toc.cli.option_types import whole_number
from toc.cli.output import in_colour, say, say_wrote, warn
from toc.cli.page_option import advice_for, check_page, page_option
from toc.cli.publication_options import publication_options
from toc.cli.saving_options import saving_options
from toc.cli.score_options import explain_option, scoring_options
from toc.cli.sign_of_life import at_work, called
from toc.cli.validate_options import choosing_options, mending_options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from toc.reports.check import Checked
    from toc.reports.mending import Mending

__all__ = ["checklist", "draw", "explain", "score", "show", "validate"]


_FORMATS = ["text", "json", "sarif", "github", "junit", "gitlab"]


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--data", metavar="DATA", help="Also check this file of readings or counts.")
@click.option("--format", "kind", type=click.Choice(_FORMATS), default="text", help="[default: text]")
@choosing_options
@mending_options
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl+C.")
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def validate(
    files: tuple[str, ...],
    data: str | None,
    kind: str,
    root: str | None,
    *,
    watch: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    **wishes: Any,
) -> int:
    """Check models: what is wrong, where, and how to mend it.

    FILE is a model, a pattern such as "models/*.yaml", or a folder: all models below it.
    """
    from toc.reports.check import check_files
    from toc.reports.check_plan import check_plan
    from toc.reports.model_files import model_files

    mends, says_all = fix or unsafe_fixes or diff, kind == "text" and not wishes["write_baseline"]
    if watch and (mends or not says_all):
        raise click.UsageError("`--watch` is for people: it shows text, writes no baseline and mends nothing.")
    if diff and not says_all:
        raise click.UsageError("`--diff` shows a text of its own, and writes no baseline.")
    models, notes = model_files(files)
    plan = check_plan(models[0], **wishes)
    doing = f"Checking {called(data) if data else 'models'}"
    check = at_work(doing)(partial(check_files, data=data, root=root, plan=plan))
    if watch:
        return _watch(check, files, data)
    for line in notes:
        warn(line)
    if mends:
        from toc.reports.mended_files import mended_files

        with at_work(doing):
            mending = mended_files(models, data=data, root=root, plan=plan, unsafe=unsafe_fixes)
        if diff:
            return _show_diff(mending)
        mending.save()
        for line in mending.lines:
            warn(line)
    return _show(check(models), kind)


def _show(checked: Checked, kind: str) -> int:
    if kind == "text":
        say(checked.text(colour=in_colour()))
    else:
        from toc.reports.machine_format import machine_format

        say(machine_format(checked, kind))
    for line in checked.notes:
        warn(line)
    return 1 if checked.fails else 0


def _show_diff(mending: Mending) -> int:
    if mending.diff:
        say(mending.diff)
    for line in mending.lines_before:
        warn(line)
    return 1 if mending.left.fails else 0


def _watch(check: Callable[[Sequence[str]], Checked], words: tuple[str, ...], data: str | None) -> int:
    from toc.reports.watch import watched

    try:
        for text in watched(check, words, data, colour=in_colour()):
            click.clear()
            say(text)
    except KeyboardInterrupt:
        pass  # how a person ends it
    return 0


@click.command()
@click.argument("model", metavar="MODEL")
@click.argument("data", metavar="DATA")
@click.option("--format", "kind", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--strict", is_flag=True, help="Leave with exit code 1 where a row cannot be used.")
@explain_option
@scoring_options
@publication_options
@saving_options
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def score(
    model: str,
    data: str,
    kind: str,
    root: str | None,
    *,
    output: str | None,
    plot: str | None,
    strict: bool,
    explain: str | None,
    publication: dict[str, Any] | None,
    **wishes: Any,
) -> int:
    """Score a model's outcomes from readings, counts or percentages."""
    from toc.data import read_data, told
    from toc.loading import load
    from toc.reports.saved_scores import check_scores_name, save_scores
    from toc.reports.score_explained import score_explained, score_explained_json
    from toc.reports.scored import warnings_of, written_scores
    from toc.scoring import for_publication
    from toc.scoring import score as scored

    check_order("score", model, data)
    check_scores_name(output, plot)
    theory = load(model, root=root)
    with at_work(f"Reading {called(data)}"):
        read = read_data(data, theory)
    with at_work(f"Counting {called(data)}"):
        scores = scored(theory, read, **wishes)
    if strict and read.faults:
        for line in told(read.faults):
            warn(f"{read.name}: {line}.")
        return 1
    if publication is not None:
        with at_work("Hiding small numbers"):
            scores = for_publication(scores, **publication)
    for line in warnings_of(scores, model, data):
        warn(line)
    if explain is not None:
        explained = score_explained_json if kind == "json" else score_explained
        say(explained(scores, read, explain))
    elif output is None:
        say(written_scores(scores, kind))
    else:
        path, advice = save_scores(scores, output, plot)
        if advice:
            warn(advice)
        say_wrote(path)
    return 0


@click.command()
@click.argument("model", metavar="MODEL")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    help="figure.svg, .pdf, .png, .html, .txt, .json, .mmd or .dot",
)
@page_option
@click.option("--scores", "data", metavar="DATA", help="Put a score under every outcome.")
@publication_options
@draw_options
@click.option("--dpi", type=whole_number, metavar="NUMBER", help="Dots per inch of a PNG.  [default: 150]")
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def draw(
    model: str,
    output: str,
    page: str,
    data: str | None,
    dpi: int | None,
    root: str | None,
    publication: dict[str, Any] | None,
    **wishes: Any,
) -> int:
    """Draw a model as a figure, on one page or on several."""
    from toc.loading import load
    from toc.reports.scored import warnings_of
    from toc.reports.theory_drawing import draw as drawn
    from toc.scoring import for_publication
    from toc.scoring import score as scored

    check_model(model, f"Write toc draw MODEL --scores {model} -o {output}.")
    check_page(output)
    if publication is not None and not data:
        raise click.UsageError("`--publication` hides small numbers of `--scores`, and there are none.")
    theory = load(model, root=root)
    with at_work(f"Counting {called(data or '')}"):
        scores = scored(theory, data) if data else None
        if scores is not None and publication is not None:
            scores = for_publication(scores, **publication)
    drawing = drawn(theory, page=page, scores=scores, **wishes)
    drawing.save(output, dpi=dpi)
    advice = advice_for(output, drawing.advice)
    for line in (*(warnings_of(scores, model, data or "") if scores else ()), advice):
        if line:
            warn(line)
    for path in drawing.files(output):
        say_wrote(path)
    if older := drawing.older_pages(output):
        warn(older)
    return 0


@click.command()
@click.argument("model", metavar="FILE")
@click.argument("subject", metavar="[ID]", required=False)
@click.option("--boxes", is_flag=True, help="List every box and factor with its id.")
@click.option("--format", "kind", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--root", metavar="FOLDER", help="The folder that `extends` may not leave.")
def show(model: str, subject: str | None, kind: str, root: str | None, *, boxes: bool) -> int:
    """Show a model or one entry of it, and where it was written."""
    from toc.loading import load
    from toc.reports.shown_boxes import shown_boxes
    from toc.reports.shown_entry import shown_entry
    from toc.reports.shown_theory import shown_theory

    if boxes and subject is not None:
        raise click.UsageError("`--boxes` lists them all, and an id names one: give one of them.")
    check_model(model, "Name a model (.yaml).")
    theory = load(model, root=root)
    if boxes:
        say(shown_boxes(theory).written(kind))
    else:
        shown = shown_theory(theory, root=root) if subject is None else shown_entry(theory, subject)
        say(shown.written(kind))
    return 0


@click.command()
@click.argument("code", metavar="[CODE]", required=False)
@click.option("--all", "every", is_flag=True, help="Explain every rule.")
def explain(code: str | None, every: bool) -> int:  # noqa: FBT001  # click passes it
    """Say what a rule, such as TOC301, looks for and why."""
    from toc.reports.explanation import every_explanation, explanation

    if (code is None) is not every:
        raise click.UsageError("Name one rule, such as TOC301, or give `--all`.")
    say(explanation(code) if code else every_explanation())
    return 0


@click.command()
def checklist() -> int:
    """Print questions that only people can answer."""
    from toc.reports.checklist import checklist as questions

    say(questions())
    return 0
