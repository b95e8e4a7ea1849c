"""The funnel of engagement, from what a model declares, from readings, or from a table of steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toc.data import Data, Readings, ReadingsTable, Source, read_data
from toc.data.funnel_steps import read_funnel_steps
from toc.errors import TocError
from toc.model import Coverage, Quantity, TheoryOfChange
from toc.scoring import table_cells
from toc.scoring.coverage import published_coverage
from toc.scoring.people_followed import PeopleFollowed, followed
from toc.scoring.people_funnel import Funnel, Stride, funnel_steps
from toc.scoring.synthetic_stamp import SYNTHETIC

__all__ = ["funnel"]

_TITLE = "Engagement"


def funnel(
    source: TheoryOfChange | Source, data: Source | Data | None = None, *, apart: Iterable[str] = ()
) -> Funnel:
    """Return how many people went how far, each step a part of the one before.

    From a theory alone the steps are those of its `coverage`: the people, those not closed before a second
    assessment (where `closed_before_second` says so), and those with two. With readings as `data` they are
    counted: people named, with an initial reading, with two readings of one indicator by one informant to compare,
    and with a final reading among these. A table of steps (columns `step`, `count`, `unit`) needs no theory.
    `apart` names outputs of the theory whose counts are shown beside the funnel: they are no step of it.

    Raises `TocError` where the theory has no coverage of its own, the data are no readings, steps count different
    units, or a step is larger than the one before.
    """
    if not isinstance(source, TheoryOfChange):
        return _of_table(source, data, apart)
    beside = tuple(_output(source, key) for key in apart)
    if data is None:
        return _declared(source, beside)
    read = read_data(data, source)
    if isinstance(read, ReadingsTable):
        return _counted(read, table_cells.table_followed(read), beside)
    if isinstance(read, Readings):
        return _counted(read, followed(read), beside)
    raise TocError(
        f"{read.name} tells nothing of single people, so nobody can be followed through it.",
        hint="Give readings, or leave the data out for what the model's `coverage` says.",
    )


def _of_table(source: Source, data: Source | Data | None, apart: Iterable[str]) -> Funnel:
    if data is not None or tuple(apart):
        raise TocError(
            "Readings and outputs need a theory of change to be looked up in.",
            hint="Give the model first, then the readings; a table of steps stands alone.",
        )
    table = read_funnel_steps(source)
    strides = [Stride(row.label, Quantity(row.count, row.unit)) for row in table.rows]
    return Funnel(
        title=_TITLE,
        source=table.name,
        unit=strides[0].quantity.unit_words if strides else "",
        steps=funnel_steps(strides),
        synthetic=table.synthetic,
        notes=(SYNTHETIC,) if table.synthetic else (),
    )


def _output(theory: TheoryOfChange, key: str) -> Stride:
    output = theory.outputs.get(key)
    if output is None or output.quantity is None:
        what = "is no output of this model" if output is None else "has no count in this model"
        raise TocError(f"`{key}` {what}.", hint="`toc show MODEL` lists the outputs and their counts.")
    return Stride(str(output.label), output.quantity)


def _declared(theory: TheoryOfChange, apart: tuple[Stride, ...]) -> Funnel:
    coverage = theory.coverage
    if coverage is None or published_coverage(theory) is None:
        raise TocError(
            "This model says of no people of its own how far they went.",
            hint="Give it a `coverage`, or give readings.",
        )
    unit = _unit(theory, coverage)
    strides = [Stride(label, Quantity(count, unit)) for label, count in _steps(coverage, unit)]
    return Funnel(
        title=_TITLE,
        source=f"{theory.id}: coverage",
        unit=unit,
        steps=funnel_steps(strides),
        apart=apart,
        workings=tuple(_worked_out(coverage)),
    )


def _unit(theory: TheoryOfChange, coverage: Coverage) -> str:
    unit = theory.units.get(coverage.unit or "")
    return str(unit.label) if unit else coverage.unit or "people"


def _steps(coverage: Coverage, unit: str) -> Iterator[tuple[str, int]]:
    yield f"All {unit}", coverage.people
    if coverage.closed_before_second is not None:
        yield "Not closed before a second assessment", coverage.people - coverage.closed_before_second
    yield "With two assessments", coverage.with_two


def _worked_out(coverage: Coverage) -> Iterator[str]:
    closed = coverage.closed_before_second
    if closed is None:
        return
    kept = coverage.people - closed
    yield f"Worked out, not declared: {kept} = {coverage.people} - {closed} closed before a second assessment."
    if rest := kept - coverage.with_two:
        yield f"Of the {rest} more without two assessments ({kept} - {coverage.with_two}) nothing else is said."


def _counted(readings: Readings | ReadingsTable, people: PeopleFollowed, apart: tuple[Stride, ...]) -> Funnel:
    steps = {
        "Named in the data": people.named,
        "With an initial reading": people.begun,
        "With two readings to compare": people.with_two,
        "With a final reading among these": people.with_final,
    }
    rows = readings.rows_left_out
    return Funnel(
        title=_TITLE,
        source=readings.name,
        unit="people",
        steps=funnel_steps([Stride(label, Quantity(count, "people")) for label, count in steps.items()]),
        apart=apart,
        synthetic=readings.synthetic,
        notes=(SYNTHETIC,) if readings.synthetic else (),
        of_readings=True,
        row_note=f"Rows left out, and so no step of anybody: {rows}." if rows else "",
    )
