"""`Scores`: what was measured of every outcome and indicator of a theory of change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from toc.data import made_tables
from toc.scoring.change_rule import USUAL, ChangeRule
from toc.scoring.coverage import PeopleCoverage
from toc.scoring.group_scores import GroupScore
from toc.scoring.informant_agreement import Agreement
from toc.scoring.outcome_scores import IndicatorScore, OutcomeScore, Score
from toc.scoring.provenance import Provenance
from toc.scoring.publication import HIDDEN, Publication
from toc.scoring.roll_up import RollUp, Unit
from toc.scoring.rows_besides import rows_of_agreement, rows_of_comparison, rows_of_targets
from toc.scoring.score_columns import SCORE_COLUMNS
from toc.scoring.score_html import score_html
from toc.scoring.score_notes import DIRECTION_ASSUMED
from toc.scoring.score_tests import ScoreTests
from toc.scoring.site_comparison import SiteComparison
from toc.scoring.target_check import TargetCheck

__all__ = ["DataKind", "Scores"]

DataKind = Literal["counts", "pre_post", "readings"]

_COVERAGE = ("coverage_people", "coverage_with_two")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Scores of a theory of change from one set of data.

    `outcomes` stand stage by stage, `indicators` in the order of the model; `total` counts every indicator once,
    whatever it measures. `groups` are the scores of every stage, strand, population and site, and of the parts of
    people where they were split; `by` says which of these somebody asked to see. `agreements` are those of every
    two informants; `informant` is the only one who was listened to, None for all. `rule` is how indicators become
    an outcome or a group ("pairs": their pairs are added; None for percentages before and after, which cannot be
    added) and `unit` what those scores count; indicators count pairs. `source` is the name of the data; `notes`
    are lines that belong under every table; `row_notes` are those of them that tell what is wrong with single
    rows, none for publication, where `rows_left_out` is None for few, and `other_sites_note` the one on rows of
    other sites, which does not count them for publication. `site_note` is the one that says that the
    data name no site, "" where none has to. `change` says which readings were compared and what counted as a
    change; `comparison` is that of sites, `targets` are those of the model and `tests` those of the indicators,
    None where none were asked for. `publication` says what was hidden by `for_publication`, None for scores that
    are not for publication. `provenance` says of which model and data they are, and takes no part in `==`.
    """

    title: str
    source: str
    data: DataKind
    outcomes: tuple[OutcomeScore, ...]
    indicators: tuple[IndicatorScore, ...]
    total: Score
    groups: tuple[GroupScore, ...] = ()
    by: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    informant: str | None = None
    coverage: PeopleCoverage | None
    rows_left_out: int | None
    synthetic: bool
    notes: tuple[str, ...]
    row_notes: tuple[str, ...] = ()
    other_sites_note: str = ""
    site_note: str = ""
    rule: RollUp | None = "pairs"
    unit: Unit | Literal["percentage points"] = "pairs"
    change: ChangeRule = USUAL
    tests: ScoreTests | None = None
    comparison: SiteComparison | None = None
    targets: tuple[TargetCheck, ...] | None = None
    publication: Publication | None = None
    provenance: Provenance | None = field(default=None, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values for JSON, format version 1."""
        coverage = self.coverage
        return {
            "version": 1,
            "data": self.data,
            "rule": self.rule,
            "unit": self.unit,
            "change": self.change.to_dict() if self.data == "readings" else None,
            "outcomes": [self._row(outcome) for outcome in self.outcomes],
            "indicators": [self._indicator(indicator) for indicator in self.indicators],
            "total": self._row(self.total),
            "groups": [self._row(group) for group in self.groups],
            "by": list(self.by),
            "agreement": [agreement.to_dict() for agreement in self.agreements],
            "informant": self.informant,
            "coverage": coverage
            and {
                "people": coverage.people,
                "with_two": coverage.with_two,
                "share": coverage.share,
                "one_reading": coverage.one_reading,
            },
            "rows_left_out": self.rows_left_out,
            "synthetic": self.synthetic,
            "source": self.source,
            "notes": list(self.notes),
            "targets": None if self.targets is None else [check.to_dict() for check in self.targets],
            "comparison": self.comparison and self.comparison.to_dict(),
            "tests": self.tests and self.tests.to_dict(),
            "publication": self.publication and self.publication.to_dict(),
        }

    def _repr_html_(self) -> str:
        notes = (self.coverage_line, *self.notes)
        return score_html(f"{self.title}: {self.source}", self.outcomes, notes, self.shown_groups)

    @property
    def direction_assumed(self) -> bool:
        """Whether the good end of any scale used here is only the reader's own reading."""
        return any(DIRECTION_ASSUMED in (score.note or "") for score in (*self.outcomes, *self.indicators))

    @property
    def coverage_line(self) -> str:
        """Say in one line of how many people a change could be seen."""
        coverage = self.coverage
        if self.publication is not None and self.publication.coverage_hidden:
            return f"Coverage: {HIDDEN}."
        if coverage is None or coverage.share is None:
            return "Coverage: not known."
        rest = "1 has" if coverage.one_reading == 1 else f"{coverage.one_reading} have"
        what = "an initial and a final assessment" if self.change.final_only else "two assessments"
        return (
            f"Coverage: {coverage.with_two} of {coverage.people} people have {what} "
            f"({100 * coverage.share:.1f} %); {rest} not."
        )

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one flat row per outcome and per indicator, for a data frame; `level` tells which it is.

        Groups that were asked for follow, with `level` "stage", "strand", "population", "site" or the column that
        people were split by, and the outcome in `outcomes` ("all": all indicators); then what else was asked for,
        with `level` "site compared", "odds ratio", "agreement", "baseline" or "target". `unit` says what a row
        counts.
        """
        return list(self._rows())

    def to_frame(self, library: str = "pandas") -> Any:
        """Return the rows of `to_dicts`, each with `shared`, as a data frame of pandas, polars or pyarrow.

        Its columns and their types are always the same, whatever was asked for; what is missing is null, and
        `hidden` names what was hidden for publication. Raises `TocError` for another library, or where it or
        narwhals is not installed.
        """
        return made_tables.made_frame(self.records, SCORE_COLUMNS, library)

    @property
    def records(self) -> list[dict[str, Any]]:
        """The rows of `to_dicts`, each with `shared`; `hidden` names also what is hidden of these."""
        rows = [{**row, **self.shared} for row in self.to_dicts()]
        if self.publication is None:
            return rows
        of_all = _COVERAGE if self.publication.coverage_hidden else ()
        few_rows = ("rows_left_out",) if self.rows_left_out is None else ()
        return [{**row, "hidden": " ".join((row["hidden"], *few_rows, *of_all)).strip()} for row in rows]

    @property
    def shared(self) -> dict[str, Any]:
        """What holds for all rows, so that each can be read alone."""
        coverage = self.coverage
        return {
            "source": self.source,
            "data": self.data,
            "rule": self.rule,
            "rows_left_out": self.rows_left_out,
            "coverage_people": coverage.people if coverage else None,
            "coverage_with_two": coverage.with_two if coverage else None,
            "synthetic": self.synthetic,
            "change": self.change.told if self.data == "readings" else None,
            **({} if self.publication is None else {"publication": self.publication.line}),
        }

    @property
    def shown_groups(self) -> tuple[GroupScore, ...]:
        """The groups that somebody asked to see."""
        return tuple(group for group in self.groups if group.by in self.by)

    @property
    def indicator_unit(self) -> Literal["pairs", "percentage points"]:
        """What the rows of indicators count, whatever the rule for outcomes."""
        return "percentage points" if self.data == "pre_post" else "pairs"

    def _rows(self) -> Iterator[dict[str, Any]]:
        for outcome in self.outcomes:
            row = self._flat(self._row(outcome))
            yield {"level": "outcome", **row, "outcomes": outcome.id, "unit": self.unit}
        for indicator in self.indicators:
            row = self._flat(self._indicator(indicator))
            tested = self.tests.row(indicator.id) if self.tests else {}
            of = {"outcomes": " ".join(indicator.outcomes), "unit": self.indicator_unit}
            yield {"level": "indicator", **row, **of, **tested}
        for group in self.shown_groups:
            row = self._flat(self._row(group))
            row.pop("indicators")
            yield {"level": row.pop("by"), "outcomes": row.pop("of"), **row, "unit": self.unit}
        for row in self._besides():
            yield row if self.publication is None else {"hidden": "", **row}

    def _besides(self) -> Iterator[dict[str, Any]]:
        if self.comparison is not None:
            yield from rows_of_comparison(self.comparison, self.unit)
        yield from rows_of_agreement(self.agreements)
        yield from rows_of_targets(self.targets or ())

    def _flat(self, row: dict[str, Any]) -> dict[str, Any]:
        return row if self.publication is None else {**row, "hidden": " ".join(row["hidden"])}

    def _row(self, score: Score) -> dict[str, Any]:
        told = {} if self.publication is None else {"hidden": list(score.hidden_keys)}
        return {**score.to_dict(), **told}

    def _indicator(self, indicator: IndicatorScore) -> dict[str, Any]:
        row = {**self._row(indicator), "outcomes": list(indicator.outcomes)}
        if self.data == "pre_post":
            row["pre_percent"] = indicator.pre_percent
            row["post_percent"] = indicator.post_percent
            row["change_points"] = indicator.change_points
        return row

    def __repr__(self) -> str:
        return f"Scores(source={self.source!r}, data={self.data!r}, rows_left_out={self.rows_left_out})"
