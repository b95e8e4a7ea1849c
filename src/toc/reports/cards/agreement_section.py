"""How far informants agree about the same people."""

from __future__ import annotations

from collections.abc import Iterator

from toc.reports.cards.card import Row, Section, Table
from toc.reports.cards.score_cells import percent
from toc.scoring import Scores
from toc.scoring.informant_agreement import Agreement

__all__ = ["agreement_section"]

_COLUMNS = ("Indicator", "Informants", "Said the same", "n (people)", "Kappa")
_MEANS = (
    "Said the same: of the people about whom both gave two readings, how many both put into the same of improved, "
    "no change and worsened. Kappa (Cohen 1960): how far they agree beyond what would by chance, 1 always, 0 no "
    "further; not known where both put everybody into one class."
)


def agreement_section(scores: Scores) -> Iterator[Section]:
    """Yield one section with every two informants on every indicator; none where there are no two."""
    if scores.agreements:
        table = Table(
            caption="Agreement of informants",
            columns=_COLUMNS,
            rows=tuple(map(_row, scores.agreements)),
            numbers=frozenset(_COLUMNS[2:]),
        )
        yield Section(title="Agreement of informants", tables=(table,), points=(_MEANS,))


def _row(found: Agreement) -> Row:
    kappa = "not known" if found.kappa is None else f"{found.kappa:.2f}"
    same = f"{found.same} ({percent(found.share)})"
    return Row(found.label, (f"{found.one} and {found.other}", same, str(found.n), kappa))
