"""A funnel as a person or a program reads it: a table, JSON or CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.reports.spreadsheet_csv import spreadsheet_csv
from toc.scoring import Funnel
from toc.scoring.publication import HIDDEN

__all__ = ["written_funnel"]


def written_funnel(funnel: Funnel, kind: str, *, width: int = 80) -> str:
    """Return a funnel as "table" (lines no wider than `width`), "json" or "csv"; shares there are fractions.

    In CSV what is hidden is the word "hidden"; the unit and the source stand on every row.
    """
    if kind == "json":
        return json.dumps(funnel.to_dict(), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    return _csv(funnel) if kind == "csv" else "\n".join(line.rstrip() for line in _text(funnel, width)) + "\n"


def _text(funnel: Funnel, width: int) -> Iterator[str]:
    yield from ["SYNTHETIC DATA", ""] if funnel.synthetic else []
    yield from wrapped(f"{funnel.title} ({funnel.source})", width)
    yield ""
    rows = ((step.label, (*step.cells, step.caution or "")) for step in funnel.steps)
    yield from laid_out("Step", Cells((*funnel.headings, "")), rows, width)
    yield ""
    for line in funnel.lines:
        yield from wrapped(line, width, indent="  ")


def _csv(funnel: Funnel) -> str:
    shared = {"unit": funnel.unit, "source": funnel.source, "synthetic": funnel.synthetic}
    if funnel.publication is not None:
        shared["publication"] = funnel.publication.line
    return spreadsheet_csv(
        [{**step.to_dict(), **dict.fromkeys(step.hidden, HIDDEN), **shared} for step in funnel.steps]
    )
