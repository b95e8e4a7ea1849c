"""`score`: a theory of change and data in, scores of its outcomes and indicators out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from toc.data import Counts, Data, PrePost, Readings, ReadingsTable, Source, read_data
from toc.errors import TocError
from toc.model import TheoryOfChange
from toc.scoring import table_cells
from toc.scoring.breakdown import Breakdown, breakdown
from toc.scoring.change_rule import ChangeRule
from toc.scoring.chosen_roll_up import chosen_roll_up
from toc.scoring.chosen_rule import check_rule, chosen_rule
from toc.scoring.comparable_data import comparable_data
from toc.scoring.counted_pairs import counted_pairs
from toc.scoring.coverage import coverage_of
from toc.scoring.indicator_groups import Group, indicator_groups
from toc.scoring.informant_agreement import agreements_of
from toc.scoring.left_out import left_out_of_indicators
from toc.scoring.one_informant import ask_for_informant, informant_of, only_informant
from toc.scoring.outcome_scores import IndicatorScore
from toc.scoring.pair_cells import PairCells
from toc.scoring.pair_scores import PairScores, pair_scores
from toc.scoring.pre_post_scores import pre_post_scores
from toc.scoring.provenance import provenance_of
from toc.scoring.roll_up import UNITS, RollUp
from toc.scoring.score_notes import (
    indicators_in,
    notes_of,
    other_sites_note,
    other_sites_words,
    row_notes,
    site_note,
)
from toc.scoring.score_tests import ScoreTests, score_tests
from toc.scoring.scores import DataKind, Scores
from toc.scoring.site_comparison import site_comparison
from toc.scoring.splits import INFORMANT, asks_for_columns, chosen_by
from toc.scoring.steps import steps_of
from toc.scoring.tallies import Tally, tallies_of_counts, tallies_of_readings
from toc.scoring.target_check import target_checks

__all__ = ["score"]


def score(
    theory: TheoryOfChange,
    data: Source | Data,
    *,
    strict: bool = False,
    tests: bool = False,
    compare_sites: bool = False,
    targets: bool = False,
    rule: RollUp = "pairs",
    by: str | Iterable[str] = (),
    informant: str | None = None,
    window: tuple[int, int] | None = None,
    min_step: float | None = None,
    final_only: bool = False,
    reliable_change: Mapping[str, tuple[float, float]] | None = None,
) -> Scores:
    """Score every outcome and indicator of a theory from counts, percentages or readings.

    `data` is the path of a CSV file, a list of dictionaries, or what `read_data` returned. Rows that cannot be
    used are left out and counted; with `strict` they are refused. Indicators that cannot be compared between
    sites are left out of data of several, which a note says. With `tests` every indicator is tested, with
    `compare_sites` sites are held against all of them together (both need scipy); with `targets` the baselines
    and targets of the model stand beside what was observed. `rule` says how the indicators of an outcome become
    one score: "pairs", "mean_of_shares", "person_any", "person_all" or "person_net". `by` names what scores are
    also shown apart by: "stage", "strand", "population", "site", "informant" or a column of the readings. From
    readings, `informant` leaves those of all others aside; `window` compares only readings of so many days after
    the initial one; `min_step` is the least step in points of the scale that counts as a change, `final_only`
    leaves follow-ups aside, and `reliable_change` holds the standard deviation and the reliability of each scale
    by its id, for the rule of Jacobson and Truax 1991.

    Raises `TocError` where the data cannot be read, their columns are not recognised, a model of one site among
    several is given data without sites, not one row can be used, or the data cannot carry what is asked.
    """
    if not isinstance(theory, TheoryOfChange):
        raise TocError("toc.score wants a theory of change.", hint="Load one first: toc.load(path).")
    change = chosen_rule(min_step, reliable_change, final_only=final_only, window=window)
    heard, by = informant_of(informant), (by,) if isinstance(by, str) else tuple(by)
    read = only_informant(read_data(data, theory), heard)
    _check_rows(theory, read, strict=strict)
    read, apart = comparable_data(theory, _in_rows_where_needed(read, by))
    check_rule(change, theory, read)
    of = Breakdown(theory, read, _cells(theory, read, change), change, chosen_roll_up(rule, read))
    scores = _scored(of, chosen_by(by, read), heard, apart)
    return replace(
        scores,
        targets=target_checks(theory, scores.indicators, of.cells) if targets else None,
        comparison=site_comparison(of, scores.by) if compare_sites else None,
        tests=_tests(of, scores.indicators) if tests else None,
    )


def _in_rows_where_needed(data: Data, by: str | Iterable[str]) -> Data:
    """Read a large table row by row for a column of its own, which no series tell."""
    if isinstance(data, ReadingsTable) and asks_for_columns(by):
        return data.in_rows()
    return data


def _scored(of: Breakdown, by: tuple[str, ...], heard: str | None, apart: tuple[str, ...]) -> Scores:
    theory, read, change, rule = of.theory, of.data, of.change, of.rule
    results = _results(of)
    return Scores(
        title=str(theory.title),
        source=read.name,
        data=_kind(read),
        outcomes=results.outcomes,
        indicators=results.indicators,
        total=results.total,
        groups=breakdown(of, by),
        by=by,
        agreements=agreements_of(theory, of.cells) if of.cells and INFORMANT in by else (),
        informant=heard,
        coverage=coverage_of(theory, read, of.cells),
        rows_left_out=read.rows_left_out,
        synthetic=read.synthetic,
        notes=(*notes_of(theory, read, change, rule, by), *_heard(heard), *apart),
        row_notes=row_notes(read),
        other_sites_note=other_sites_note(theory, read),
        site_note=site_note(theory, read),
        rule=None if isinstance(read, PrePost) else rule,
        unit="percentage points" if isinstance(read, PrePost) else UNITS[rule],
        change=change,
        provenance=provenance_of(theory, read),
    )


def _cells(theory: TheoryOfChange, data: Data, rule: ChangeRule) -> PairCells | None:
    groups = indicator_groups(theory)
    if isinstance(data, ReadingsTable):
        return table_cells.table_cells(data, theory, rule, groups)
    return counted_pairs(data, theory, rule, groups) if isinstance(data, Readings) else None


def _results(of: Breakdown) -> PairScores:
    if isinstance(of.data, PrePost):
        return pre_post_scores(of.theory, of.data)
    return pair_scores(of.theory, _tallies(of), indicators_in(of.data), of.rule, left_out_of_indicators(of.data))


def _tallies(of: Breakdown) -> Mapping[Group, Tally]:
    if of.cells is not None:
        return tallies_of_readings(of.cells, of.theory, of.change, of.groups)
    return tallies_of_counts(of.data, of.groups) if isinstance(of.data, Counts) else {}


def _tests(of: Breakdown, indicators: Sequence[IndicatorScore]) -> ScoreTests:
    if isinstance(of.data, PrePost):
        raise TocError(
            f"{of.data.name} gives percentages before and after, and no test can be made of them: McNemar's test "
            "needs to know how many people changed each way.",
            hint="Give readings of people, or counts of improved, no change and worsened.",
        )
    steps = steps_of(of.cells, of.theory, of.change) if of.cells else None
    return score_tests(indicators, steps, synthetic=of.data.synthetic)


def _heard(informant: str | None) -> tuple[str, ...]:
    return () if informant is None else (f"Only readings by one informant are used: {informant}.",)


def _kind(data: Data) -> DataKind:
    if isinstance(data, PrePost):
        return "pre_post"
    return "counts" if isinstance(data, Counts) else "readings"


def _check_rows(theory: TheoryOfChange, data: Data, *, strict: bool) -> None:
    lines = "; ".join(data.fault_lines)
    if not (data.usable_rows if isinstance(data, ReadingsTable) else data.rows):
        why = f" {lines[0].upper()}{lines[1:]}." if lines else ""
        hint = ask_for_informant(data) or "Mend the rows, or give other data."
        if theory.site and data.other_sites:
            why = f" {other_sites_words(data)}.{why}"
            hint = f"Give data of {theory.site.name}, or score these with the base model."
        raise TocError(f"There is no row that can be used in {data.name}.{why}", hint=hint)
    if strict and lines:
        raise TocError(f"{data.name} has rows that cannot be used as they are: {lines}.", hint="Mend these rows.")
