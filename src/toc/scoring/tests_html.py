"""Tests of indicators as a plain table for a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from toc.scoring.indicator_test import AdjustedP, IndicatorTest

__all__ = ["tests_html"]

_HEADINGS = ("Indicator", "Better", "Worse", "Dominance", "Sign test", "Holm", "BH")
_RANKED = ("Wilcoxon T", "p", "Holm", "BH", "p is", "Rank-biserial")


def tests_html(tests: Iterable[IndicatorTest], notes: Iterable[str], *, ranked: bool) -> str:
    """Return an HTML table of tests with notes under it; every word is escaped."""
    headings = (*_HEADINGS, *(_RANKED if ranked else ()))
    heads = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    rows = "".join(_row(test, ranked=ranked) for test in tests)
    lines = "".join(f"<li>{escape(note)}</li>" for note in notes)
    return (
        f"<table><caption>Tests of indicators</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table><ul>{lines}</ul>"
    )


def _row(test: IndicatorTest, *, ranked: bool) -> str:
    indicator = test.indicator
    cells = [str(indicator.improved), str(indicator.worsened), f"{test.dominance:.2f}", *_shown(test.sign)]
    if ranked:
        cells += _rank_cells(test)
    label = f'<th scope="row">{escape(indicator.shown_label)}</th>'
    return f"<tr>{label}{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _rank_cells(test: IndicatorTest) -> tuple[str, ...]:
    ranks = test.ranks
    if ranks is None:
        return ("", *_shown(None), "", "")
    return (f"{ranks.statistic:g}", *_shown(test.rank_p), ranks.method, f"{ranks.rank_biserial:.2f}")


def _shown(found: AdjustedP | None) -> tuple[str, str, str]:
    if found is None:
        return "refused", "", ""
    return f"{found.p:.2g}", f"{found.holm:.2g}", f"{found.benjamini_hochberg:.2g}"
