"""How informants agree, as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from toc.reports.score_lines import Cells, laid_out, wrapped
from toc.scoring import Agreement, Scores

__all__ = ["agreement_table"]

_COLUMNS = Cells(("n", "same", "share", "kappa"))
_MEANS = (
    "same: people whom both put into one class (improved, no change, worsened); kappa: Cohen's (1960), agreement "
    "beyond chance, from -1 to 1; - where it cannot be told."
)


def agreement_table(scores: Scores, *, width: int = 80) -> Iterator[str]:
    """Yield the agreement of informants on each indicator, no wider than `width`; nothing where there is none."""
    if scores.agreements:
        yield from laid_out("Agreement of informants", _COLUMNS, map(_row, scores.agreements), width)
        yield from wrapped(_MEANS, width)
        yield ""


def _row(each: Agreement) -> tuple[str, tuple[str, ...]]:
    kappa = "-" if each.kappa is None else f"{each.kappa:.2f}"
    label = f"{each.label}: {each.one}, {each.other}"
    return label, (str(each.n), str(each.same), f"{100 * each.share:.1f} %", kappa)
