"""What is wrong with the rows of data, and what too few of them can say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from toc.data import Counts, Data, FaultKind, Readings, ReadingsTable, Source, read_data
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.places import Place
from toc.scoring import Scores, score
from toc.validation.catalogue import rule_of_fault
from toc.validation.checks.claims import claim_hits
from toc.validation.checks.identifying_columns import identifying_column_hits
from toc.validation.checks.score_patterns import score_pattern_hits
from toc.validation.hit import Hit
from toc.validation.settings import Settings

__all__ = ["data_hits"]

_UNSELECTED: FaultKind = "area-of-work-recorded-but-no-outcome-selected"
_ROWS_NAMED = 5


def data_hits(theory: TheoryOfChange, data: Source | Data, settings: Settings, today: dt.date) -> Iterator[Hit]:
    """TOC701 to TOC722: bad rows by their number, coverage, indicators that rest on few changes, scores that do
    not vary or lie far apart, columns that identify people, and claims that the data contradict.

    Days after `today` are in the future. Rows of a file are placed in it. Raises `TocError` where the data
    cannot be read at all.
    """
    read = read_data(data, theory, today=today)
    # The address of a database may hold a password, and its rows are no lines.
    file = str(data) if isinstance(data, str | Path) and read.origin.kind != "database" else ""
    unselected = [fault.row for fault in read.faults if fault.kind == _UNSELECTED]
    for fault in read.faults:
        if fault.kind != _UNSELECTED:
            which = f"Row {fault.row}, {fault.column}" if fault.column else f"Row {fault.row}"
            subject = fault.subject if fault.subject in theory.indicators else ""
            yield _row_hit(fault.kind, f"{which}: {fault.message}.", subject, _row(file, fault.row))
    if unselected:
        yield _row_hit(_UNSELECTED, _without_outcome(unselected), "", _row(file, unselected[0]))
    if isinstance(read, ReadingsTable):
        yield from _further_rows(read, theory, file)
    if isinstance(read, Readings | ReadingsTable):
        for hit in identifying_column_hits(read, settings):
            yield hit._replace(place=_row(file, 1))
    in_rows = _in_rows(read, settings)
    if in_rows is not None:
        for row, hit in score_pattern_hits(theory, in_rows, settings):
            yield hit._replace(place=_row(file, row))
    scores = score(theory, read) if _has_rows(read) else None
    if scores is not None:
        yield from _coverage(theory, read, scores, _row(file, 1))
        yield from _few_changes(theory, scores, settings)
    yield from claim_hits(theory, scores)


def _in_rows(data: Data, settings: Settings) -> Readings | None:
    """Return the rows of readings where a rule needs them one by one; None where they are too many for that."""
    if not isinstance(data, ReadingsTable):
        return data if isinstance(data, Readings) else None
    if settings.needed.isdisjoint({"TOC713", "TOC714"}):
        return None
    try:
        return data.in_rows()
    except TocError:
        return None


def _has_rows(data: Data) -> bool:
    return data.usable_rows > 0 if isinstance(data, ReadingsTable) else bool(data.rows)


def _further_rows(table: ReadingsTable, theory: TheoryOfChange, file: str) -> Iterator[Hit]:
    """Tell of a large table how many rows have a fault beyond those that are told one by one."""
    for each in table.fault_counts:
        more = each.rows - len(each.first)
        if more:
            which = f"{more:,} more {'row' if more == 1 else 'rows'}"
            subject = each.subject if each.subject in theory.indicators else ""
            place = _row(file, each.first[-1]) if each.first else None
            yield _row_hit(each.kind, f"{which}: {each.message}.", subject, place)


def _row(file: str, number: int) -> Place | None:
    return Place(file, number, 1) if file else None


def _row_hit(kind: FaultKind, message: str, subject: str, place: Place | None) -> Hit:
    return Hit(rule_of_fault(kind).code, subject, {"message": message}, path=None, place=place)


def _without_outcome(rows: Sequence[int]) -> str:
    """Tell rows with an area of work and no indicator: how many, and the first few by number."""
    if len(rows) == 1:
        return f"Row {rows[0]} records an area of work, and no indicator for it."
    named = ", ".join(map(str, rows[:_ROWS_NAMED]))
    more = f" and {len(rows) - _ROWS_NAMED} more" if len(rows) > _ROWS_NAMED else ""
    return f"{len(rows)} rows record an area of work, and no indicator for it: rows {named}{more}."


def _coverage(theory: TheoryOfChange, data: Data, scores: Scores, place: Place | None) -> Iterator[Hit]:
    """TOC705; for published counts the place is the model's own `coverage`."""
    coverage = scores.coverage
    if coverage is None or not coverage.one_reading or coverage.share is None:
        return
    published = isinstance(data, Counts) and theory.coverage is not None
    unit = theory.units.get(theory.coverage.unit or "") if published and theory.coverage else None
    words = {
        "at": f"At site `{theory.site.id}`, " if theory.site and not published else "",
        "without": coverage.one_reading,
        "people": coverage.people,
        "with_two": coverage.with_two,
        "share": f"{coverage.share:.1%}",
        "unit": str(unit.label) if unit else "people",
    }
    yield Hit(
        "TOC705", "coverage", words, path=("coverage",) if published else None, place=None if published else place
    )


def _few_changes(theory: TheoryOfChange, scores: Scores, settings: Settings) -> Iterator[Hit]:
    """TOC706, TOC718; an indicator without a single change has nothing that could rest on it."""
    indicator = f"At site `{theory.site.id}`, indicator" if theory.site else "Indicator"
    limits = [(code, settings.number(code, "fewer_than")) for code in ("TOC706", "TOC718")]
    for one in scores.indicators:
        below = next((found for found in limits if one.n and one.n < found[1]), None)
        if below is not None:
            code, limit = below
            words = {"indicator": indicator, "id": one.id, "label": one.label, "n": one.n, "limit": f"{limit:g}"}
            yield Hit(code, one.id, words)
