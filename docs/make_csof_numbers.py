"""Write `csof_numbers.md`, the numbers of the report beside those of `toc`: `python docs/make_csof_numbers.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import fill

from toc.loading import load
from toc.model import PERCENT, TheoryOfChange
from toc.scoring import (
    CheckedClaim,
    Funnel,
    IndicatorScore,
    Score,
    Scores,
    Tabulation,
    checked_claims,
    decimals_of,
    funnel,
    score,
    tabulate,
)

CSOF = Path(__file__).parents[1] / "models" / "csof"
DATA = CSOF / "data"
PAGE = Path(__file__).parent / "csof_numbers.md"

_PAIRS = ("improved", "no_change", "worsened", "n")
_OPEN, _CLOSED = "open cases", "closed cases"
_APPENDIX_2: Mapping[str, int] = {"bristol": 85, "isle_of_wight": 32, "wales": 17, "total": 134}
"""Individuals by site as Appendix 2 of the report gives them, in words."""

_TABLES = (
    ("table1.csv", "Section 4.1.1, Table 1", None),
    ("table2.csv", "Section 4.1.1, Table 2", None),
    ("appendix3_table1.csv", "Appendix 3, Table 1", None),
    ("appendix3_table2.csv", "Appendix 3, Table 2", None),
    ("appendix3_table3.csv", "Appendix 3, Table 3, held against Appendix 2", _APPENDIX_2),
    ("appendix3_table4.csv", "Appendix 3, Table 4", None),
    ("appendix3_table5.csv", "Appendix 3, Table 5", None),
)

_OPENING = """
*The evaluation of the Community Support for Offenders' Families service*, Barnardo's, 2015. "Printed" is what
the report prints; everything else is worked out by `toc` from [the published
tables](../models/csof/data/README.md) and [the claims](../models/csof/claims.yaml). How the report was read
stands [on a page of its own](csof.md). Small numbers are not hidden here, as the report prints them itself;
`--publication` [hides them](tables.md).
"""
_OF_TABLE_4 = """
Section 4.2.1. Improved / no change / worsened of all pairs of a person and an indicator. The report prints
the rows of the table and no sums; the sums are ours. The synthetic readings are **invented** so that they
give the table; that they do shows that the way from readings to scores works, and nothing else.
"""
_OF_TABLE_5 = """
Section 4.2.3: per cent of training participants who were confident. The change is in percentage points and is
ours; of how many people each item is, the report does not say.
"""
_OF_FUNNEL = """
In individuals. The report says that 134 were supported and that 85 of them have two assessments (section
4.2.1, quantitative assessment), and that 20 cases were closed before a follow-up (section 4.2.1, families who
did not engage); a case is one individual (Appendix 3).
"""
_OF_PERCENTAGES = """
{all} are quoted, in the report or in two short texts on it; {wrong} do not come out. "Inferred": the numbers
behind it are not printed, or are our reading, so that it proves nothing. Two more, 91 and 31 per cent of
those trained (section 4.2.3), stand in the report without any numbers behind them, and cannot be worked out.
"""


def numbers_page() -> str:
    """Return the page with today's numbers."""
    theory = load(CSOF / "claims.yaml")
    counted = score(theory, DATA / "table4.csv")
    made_up = score(theory, DATA / "readings_synthetic.csv")
    claims = checked_claims(theory, counted)
    people = funnel(theory, apart=["families_supported"])
    parts = (
        "# The numbers of the report beside ours",
        "<!-- Written by `python docs/make_csof_numbers.py` from `models/csof`. -->",
        _prose(_OPENING),
        *_outcomes(counted, made_up),
        *_indicators(counted, made_up),
        *_training(score(theory, DATA / "table5.csv")),
        "## Tables 1 and 2, and Appendix 3",
        *(part for name, where, against in _TABLES for part in _disaggregation(name, where, against)),
        *_engagement(people, tabulate(DATA / "appendix3_table1.csv")),
        *_percentages(theory, claims),
        *_totals(theory, claims),
    )
    return "\n\n".join(parts) + "\n"


def _prose(text: str) -> str:
    return fill(" ".join(text.split()), 115, break_long_words=False, break_on_hyphens=False)


def _outcomes(counted: Scores, made_up: Scores) -> Iterator[str]:
    rows = [
        (
            row.label,
            _counts(row),
            _share(row),
            "" if row.interval is None else f"{100 * row.interval.low:.1f} to {100 * row.interval.high:.1f}",
            _counts(other),
            _equal(row, other),
        )
        for row, other in _beside((*counted.outcomes, counted.total), (*made_up.outcomes, made_up.total))
    ]
    yield "## Table 4, by outcome"
    yield _prose(_OF_TABLE_4)
    headings = ("outcome", "Table 4", "improved", "95 % interval", "SYNTHETIC readings", "equal")
    yield _table(headings, rows)
    most = counted.coverage.with_two if counted.coverage else "?"
    independent = "An interval here takes the pairs of one person as independent, so it is too narrow"
    yield _prose(f"{counted.coverage_line} {independent}: these pairs belong to at most {most} people.")


def _indicators(counted: Scores, made_up: Scores) -> Iterator[str]:
    rows = [
        (row.shown_label, _counts(row), _share(row), row.caution or "", _counts(other), _equal(row, other))
        for row, other in _beside(counted.indicators, made_up.indicators)
        if isinstance(row, IndicatorScore)
    ]
    yield "## Table 4, row by row"
    yield _table(("indicator", "Table 4", "improved", "few", "SYNTHETIC readings", "equal"), rows)


def _training(scores: Scores) -> Iterator[str]:
    yield "## Table 5"
    yield _prose(_OF_TABLE_5)
    rows = [
        (row.label, f"{row.pre_percent:g} %", f"{row.post_percent:g} %", f"{row.change_points:+g}")
        for row in scores.indicators
        if row.measured
    ]
    yield _table(("learning outcome", "before, printed", "after, printed", "points"), rows)


def _disaggregation(name: str, where: str, against: Mapping[str, int] | None) -> Iterator[str]:
    table = tabulate(DATA / name, against=against)
    yield f"### {table.title}\n{where}."
    yield _table(table.grid.headings, table.grid.rows)
    yield "\n".join(f"- {line}" for line in table.lines)


def _engagement(people: Funnel, cases: Tabulation) -> Iterator[str]:
    yield "## How far people went"
    yield _prose(_OF_FUNNEL)
    yield _table(("step", *people.headings), [(step.label, *step.cells) for step in people.steps])
    yield people.apart_line
    kept, two = people.steps[1], people.steps[2]
    counts = {column.name: column.count or 0 for column in cases.columns}
    others = counts[_CLOSED] - (kept.lost or 0)
    least = (two.count or 0) - others
    yield _prose(
        f"""
        **{kept.count} and {two.lost} are worked out and stand nowhere in the report.** Of the {two.lost}
        it says neither that their cases were open nor that they had a first assessment, only that there
        were gaps in the data (section 4.3). Table 1 of Appendix 3 counts {counts[_OPEN]} open and
        {counts[_CLOSED]} closed cases: even if all {others} others that were closed had two assessments,
        at least {least} of those with two were open, so at most {counts[_OPEN] - least} open cases lack
        a second one. That the {two.lost} were the open ones is possible; it does not follow.
        """
    )


def _percentages(theory: TheoryOfChange, claims: Iterable[CheckedClaim]) -> Iterator[str]:
    ratios = [found for found in claims if found.denominator is not None]
    wrong = sum(not found.agrees for found in ratios)
    yield "## Percentages of the text"
    yield _prose(_OF_PERCENTAGES.format(all=len(ratios), wrong=wrong))
    rows = [(*_told(theory, found), _worked_out(found), _verdict(found)) for found in ratios]
    yield _table(("what", "where", "printed", "worked out", "verdict"), rows)


def _totals(theory: TheoryOfChange, claims: Iterable[CheckedClaim]) -> Iterator[str]:
    sums = [found for found in claims if found.denominator is None]
    wrong = [found for found in sums if not found.agrees]
    right = len(sums) - len(wrong)
    yield "## Totals and counts"
    yield f"{len(sums)} are printed, in tables and in the text; {right} come out, and these do not:"
    rows = [(*_told(theory, found), f"{found.computed:,}", _verdict(found)) for found in wrong]
    yield _table(("what", "where", "printed", "worked out", "verdict"), rows)


def _told(theory: TheoryOfChange, found: CheckedClaim) -> tuple[str, str, str]:
    claim = found.claim
    cites = "; ".join(_where(theory, str(cite)) for cite in claim.cite)
    least = {"at_least": "at least ", "more_than": "more than "}.get(claim.qualifier or "", "")
    # A number in words, such as "a quarter", is printed without the decimals of the number that stands for it.
    about = "about " if claim.tolerance else ""
    number = f"{claim.printed:,.{decimals_of(claim.printed)}f}"
    return str(claim.label), cites, f"{least or about}{number}{' %' if claim.unit == PERCENT else ''}"


def _where(theory: TheoryOfChange, cite: str) -> str:
    """Return a citation without the id of the report, and another source by its publisher."""
    source, _, place = cite.partition(" ")
    entry = theory.sources[source]
    return place or f"{entry.publisher or ''}, {entry.title}".removeprefix(", ")


def _worked_out(found: CheckedClaim) -> str:
    share = found.computed or 0
    shown = f"{share:.1f} %" if found.claim.unit == PERCENT else f"{share:.3f}"
    return f"{found.numerator} / {found.denominator} = {shown}"


def _verdict(found: CheckedClaim) -> str:
    if found.units_differ:
        return "**differs**: another unit"
    if not found.agrees:
        return "**differs**"
    return "agrees (inferred)" if found.claim.basis == "inferred" else "agrees"


def _beside(rows: Iterable[Score], others: Iterable[Score]) -> Iterator[tuple[Score, Score]]:
    """Yield what is measured in the counts with the same of the readings."""
    by_id = {other.id: other for other in others}
    return ((row, by_id[row.id]) for row in rows if row.measured)


def _counts(row: Score) -> str:
    return f"{row.improved} / {row.no_change} / {row.worsened} of {row.n}"


def _share(row: Score) -> str:
    return "" if row.share_improved is None else f"{100 * row.share_improved:.1f} %"


def _equal(row: Score, other: Score) -> str:
    return "yes" if all(getattr(row, field) == getattr(other, field) for field in _PAIRS) else "**no**"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(numbers_page(), encoding="utf-8")
