"""What is wrong with the rows of data, and what too few of them can say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toc.data import Counts, Data, Source, read_data
from toc.model import TheoryOfChange
from toc.places import Place
from toc.scoring import Scores, score
from toc.validation.catalogue import rule_of_fault
from toc.validation.checks.claims import claim_hits
from toc.validation.hit import Hit

__all__ = ["data_hits"]

_SMALL = {"n<5": "TOC706", "n<10": "TOC718"}


def data_hits(theory: TheoryOfChange, data: Source | Data) -> Iterator[Hit]:
    """TOC701 to TOC722: bad rows by their number, coverage, indicators that rest on few changes,
    and claims that the data contradict.

    Rows of a file are placed in it. Raises `TocError` where the data cannot be read at all.
    """
    file = str(data) if isinstance(data, str | Path) else ""
    read = read_data(data, theory)
    for fault in read.faults:
        place = Place(file, fault.row, 1) if file else None
        which = f"Row {fault.row}, {fault.column}" if fault.column else f"Row {fault.row}"
        subject = fault.subject if fault.subject in theory.indicators else ""
        words = {"message": f"{which}: {fault.message}."}
        yield Hit(rule_of_fault(fault.kind).code, subject, words, path=None, place=place)
    scores = score(theory, read) if read.rows else None
    if scores is not None:
        yield from _coverage(theory, read, scores, Place(file, 1, 1) if file else None)
        yield from _few_changes(scores)
    yield from claim_hits(theory, scores)


def _coverage(theory: TheoryOfChange, data: Data, scores: Scores, place: Place | None) -> Iterator[Hit]:
    """TOC705; for published counts the place is the model's own `coverage`."""
    coverage = scores.coverage
    if coverage is None or not coverage.one_reading or coverage.share is None:
        return
    published = isinstance(data, Counts) and theory.coverage is not None
    unit = theory.units.get(theory.coverage.unit or "") if published and theory.coverage else None
    words = {
        "without": coverage.one_reading,
        "people": coverage.people,
        "with_two": coverage.with_two,
        "share": f"{coverage.share:.1%}",
        "unit": str(unit.label) if unit else "people",
    }
    yield Hit(
        "TOC705", "coverage", words, path=("coverage",) if published else None, place=None if published else place
    )


def _few_changes(scores: Scores) -> Iterator[Hit]:
    """TOC706, TOC718; an indicator without a single change has nothing that could rest on it."""
    for one in scores.indicators:
        if one.caution is not None and one.n:
            yield Hit(_SMALL[one.caution], one.id, {"id": one.id, "label": one.label, "n": one.n})
