"""`Funnel`: how many people went how far, each step a part of the one before, all in one unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

from toc.data import made_tables
from toc.data.made_tables.column_kinds import ColumnKinds
from toc.errors import TocError
from toc.graph.html_table import html_table
from toc.model import Quantity
from toc.scoring.figures import caution_of
from toc.scoring.outcome_scores import Caution
from toc.scoring.publication import HIDDEN, Publication

__all__ = ["Funnel", "FunnelStep", "Stride", "funnel_steps"]

_KINDS: ColumnKinds = {
    "label": "text",
    "count": "count",
    "lost": "count",
    "share_of_first": "number",
    "share_of_previous": "number",
    "caution": "text",
    "hidden": "text",
    "unit": "text",
    "source": "text",
    "synthetic": "flag",
}


@dataclass(frozen=True, slots=True)
class Stride:
    """A step before it is held against the others: who are counted, and how many of which unit."""

    label: str
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelStep:
    """Those who came as far as this step, `count` of them.

    `lost` is how many fewer they are than in the step before (None in the first), `share_of_first` and
    `share_of_previous` are fractions (None where nobody was there, and of the step before also in the first).
    `caution` marks few. `hidden` names the fields that are None because they were hidden for publication.
    """

    label: str
    count: int | None
    lost: int | None
    share_of_first: float | None
    share_of_previous: float | None
    caution: Caution | None = None
    hidden: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the step as plain values; shares are fractions."""
        return {
            "label": self.label,
            "count": self.count,
            "lost": self.lost,
            "share_of_first": self.share_of_first,
            "share_of_previous": self.share_of_previous,
            "caution": self.caution,
        }

    @property
    def cells(self) -> tuple[str, ...]:
        """The figures of the step in text: the count, those lost, and both shares in per cent."""
        shown = {
            "count": str(self.count),
            "lost": "" if self.lost is None else str(self.lost),
            "share_of_first": _percent(self.share_of_first),
            "share_of_previous": _percent(self.share_of_previous),
        }
        return tuple(HIDDEN if field in self.hidden else text for field, text in shown.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """Steps that people went, in order, in one `unit` (in words).

    `apart` holds counts of other units that belong beside it and are no step of it: their words and numbers.
    `source` names the model or the data, and `workings` say which numbers were worked out. `row_note` counts the
    rows that could not be used, "" where there are none and always for publication. `of_readings` says that
    people were counted in readings, from which scores can be made too. `publication` says what was hidden by
    `for_publication`, None for a funnel that is not for publication.
    """

    title: str
    source: str
    unit: str
    steps: tuple[FunnelStep, ...]
    apart: tuple[Stride, ...] = ()
    synthetic: bool = False
    notes: tuple[str, ...] = ()
    row_note: str = ""
    workings: tuple[str, ...] = ()
    of_readings: bool = False
    publication: Publication | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the figures of a step."""
        return (self.unit, "lost", "of first", "of previous")

    @property
    def apart_line(self) -> str:
        """Say what is counted in other units; "" where nothing is."""
        listed = "; ".join(f"{each.label}: {each.quantity}" for each in self.apart)
        return f"Shown apart, no step of it: {listed}." if listed else ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What belongs under the steps."""
        return tuple(filter(None, (*self.notes, self.row_note, *self.workings, self.apart_line)))

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values for JSON, format version 1."""
        return {
            "version": 1,
            "title": self.title,
            "source": self.source,
            "unit": self.unit,
            "steps": self.to_dicts(),
            "apart": [
                {"label": each.label, "count": each.quantity.count, "unit": each.quantity.unit_words}
                for each in self.apart
            ],
            "synthetic": self.synthetic,
            "publication": self.publication and self.publication.to_dict(),
            "notes": [*filter(None, (*self.notes, self.row_note)), *self.workings],
        }

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return one flat row per step, for a data frame."""
        told = self.publication is not None
        return [{**step.to_dict(), **({"hidden": list(step.hidden)} if told else {})} for step in self.steps]

    def to_frame(self, library: str = "pandas") -> Any:
        """Return a row per step as a data frame of pandas, polars or pyarrow; `hidden` names what is hidden.

        Raises `TocError` for another library, or where it or narwhals is not installed.
        """
        told = self.publication is not None
        rows = [{**step.to_dict(), "hidden": " ".join(step.hidden) if told else None} for step in self.steps]
        stamp = {"unit": self.unit, "source": self.source, "synthetic": self.synthetic}
        return made_tables.made_frame([{**row, **stamp} for row in rows], _KINDS, library)

    def _repr_html_(self) -> str:
        rows = ((step.label, *step.cells, step.caution or "") for step in self.steps)
        items = "".join(f"<li>{escape(line)}</li>" for line in self.lines)
        caption = f"{self.title}: {self.unit}"
        return f"{html_table(('step', *self.headings, ''), rows, caption=caption)}<ul>{items}</ul>"

    def __repr__(self) -> str:
        return f"Funnel(source={self.source!r}, unit={self.unit!r}, steps={len(self.steps)})"


def funnel_steps(strides: Sequence[Stride]) -> tuple[FunnelStep, ...]:
    """Hold each step against the first and the one before it.

    Raises `TocError` where there are fewer than two, where they count different units, or where a step is larger
    than the one before, of which it ought to be a part.
    """
    if len(strides) < 2:
        raise TocError("A funnel has two steps or more.", hint="Give a first step and one that is a part of it.")
    _check_units(strides)
    for before, after in pairwise(strides):
        if after.quantity.count > before.quantity.count:
            raise TocError(
                f'"{after.label}" counts {after.quantity}, more than "{before.label}": {before.quantity}.',
                hint="Each step must be a part of the one before.",
            )
    first = strides[0]
    return tuple(
        _step(stride, first, before) for before, stride in zip([None, *strides[:-1]], strides, strict=True)
    )


def _check_units(strides: Iterable[Stride]) -> None:
    units = list(dict.fromkeys(stride.quantity.unit_words for stride in strides))
    if "" in units:
        raise TocError("A step of the funnel has no unit: nobody knows what it counts.", hint="Give its unit.")
    if len(units) > 1:
        raise TocError(
            f"{units[0].capitalize()} and {units[1]} are different units: a funnel counts one.",
            hint="Make a funnel for each unit, and show what has only one number apart.",
        )


def _step(stride: Stride, first: Stride, before: Stride | None) -> FunnelStep:
    count = int(stride.quantity.count)
    return FunnelStep(
        label=stride.label,
        count=count,
        lost=None if before is None else int(before.quantity.count) - count,
        share_of_first=_share(count, first),
        share_of_previous=None if before is None else _share(count, before),
        caution=caution_of(count),
    )


def _share(count: int, of: Stride) -> float | None:
    return count / of.quantity.count if of.quantity.count else None


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f} %"
