"""`score`: a theory of change and data in, scores of its outcomes and indicators out."""

from __future__ import annotations

from toc.data import Counts, Data, PrePost, Source, read_data, told
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring.coverage import coverage_of
from toc.scoring.pair_scores import pair_scores
from toc.scoring.pre_post_scores import pre_post_scores
from toc.scoring.score_notes import notes_of, other_sites_words, site_note
from toc.scoring.scores import DataKind, Scores

__all__ = ["score"]


def score(theory: TheoryOfChange, data: Source | Data, *, strict: bool = False) -> Scores:
    """Score every outcome and indicator of a theory from counts, percentages or readings.

    `data` is the path of a CSV file, a list of dictionaries, or what `read_data` returned. Rows that cannot be
    used are left out and counted; with `strict` they are refused. Raises `TocError` where the data cannot be
    read, their columns are not recognised, a model of one site among several is given data without sites, or not
    one row can be used.
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.score wants a theory of change.", hint="Load one first: toc.load(path).")
    read = read_data(data, theory)
    _check_rows(theory, read, strict=strict)
    results = pre_post_scores(theory, read) if isinstance(read, PrePost) else pair_scores(theory, read)
    return Scores(
        title=str(theory.title),
        source=read.name,
        data=_kind(read),
        outcomes=results.outcomes,
        indicators=results.indicators,
        total=results.total,
        coverage=coverage_of(theory, read),
        rows_left_out=read.rows_left_out,
        synthetic=read.synthetic,
        notes=notes_of(theory, read),
        site_note=site_note(theory, read),
        rule=None if isinstance(read, PrePost) else "pairs",
        unit="percentage points" if isinstance(read, PrePost) else "pairs",
    )


def _kind(data: Data) -> DataKind:
    if isinstance(data, PrePost):
        return "pre_post"
    return "counts" if isinstance(data, Counts) else "readings"


def _check_rows(theory: TheoryOfChange, data: Data, *, strict: bool) -> None:
    lines = "; ".join(told(data.faults))
    if not data.rows:
        why = f" {lines[0].upper()}{lines[1:]}." if lines else ""
        hint = "Mend the rows, or give other data."
        if theory.site and data.other_sites:
            why = f" {other_sites_words(data)}.{why}"
            hint = f"Give data of {theory.site.name}, or score these with the base model."
        raise TocError(f"There is no row that can be used in {data.name}.{why}", hint=hint)
    if strict and data.faults:
        raise TocError(f"{data.name} has rows that cannot be used as they are: {lines}.", hint="Mend these rows.")
