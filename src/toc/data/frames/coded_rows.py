"""Rows of readings as numbers: where each belongs, what it says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from toc.data.cell_codes import CellCodes
from toc.data.frames.lookups import Cells, Lookup, lookup, text_of
from toc.data.frames.native_frames import KeptFrames, Narwhal
from toc.data.frames.trimmed_text import SPACES, trimmed

__all__ = ["CodedRows", "coded_rows"]


@dataclass(frozen=True, slots=True, repr=False)
class CodedRows:
    """How the rows of a table become codes.

    `frame` is the table, its columns under their plain names, `lookups` what is joined to it. `scores_off` has
    the faults of scores by indicator and score; None where every score is on every scale.
    """

    frame: Narwhal
    codes: CellCodes
    lookups: tuple[Lookup, ...]
    scores_off: Narwhal | None
    spaced: bool = False

    def rows(self, *numbers: str) -> Any:
        """Return what `codes` say of each row, its `person`, and its `fault`, 0 where it has none.

        `numbers` are columns of the frame that are kept. Nothing is worked out yet.
        """
        schema = self.frame.collect_schema()
        person = person_of(schema["person"], spaced=self.spaced)
        keys = [key for each in self.lookups for key in each.keys]
        area = [text_of("area", schema["area"]).alias("area")] if "area" in schema else []
        rows: Any = self.frame.select(person.alias("person"), *keys, *area, *map(nw.col, numbers))
        for each in self.lookups:
            rows = each.joined(rows)
        codes = [each.code.alias(each.name) for each in self.lookups]
        absent = {"site", "informant"} - {each.name for each in self.lookups}
        codes += [nw.lit(0, nw.Int64).alias(name) for name in sorted(absent)]
        rows = rows.select("person", *codes, *(["area"] if area else []), *numbers)
        if self.scores_off is not None:
            rows = rows.join(self.scores_off, on=["indicator", "score"], how="left")
        is_text = not schema["person"].is_numeric()
        fault = self._fault(person_is_text=is_text, has_area=bool(area))
        return rows.with_columns(fault.alias("fault"))

    def _fault(self, *, person_is_text: bool, has_area: bool) -> nw.Expr:
        """Return the first fault of a row as the reader of rows finds it: so the last to look at is put first."""
        fault = nw.lit(0, nw.Int64) if self.scores_off is None else nw.col("off").fill_null(0).cast(nw.Int64)
        fault = self._unless(fault, "kind", "day")
        person = nw.col("person")
        absent = person.is_null() | (person == "") if person_is_text else person.is_null()
        fault = nw.when(absent).then(nw.lit(self.codes.person(""), nw.Int64)).otherwise(fault)
        fault = self._unless(fault, "indicator")
        if has_area:
            filled = nw.col("area").str.contains(f"[^{SPACES}]").fill_null(value=False)
            nameless = (nw.col("indicator") == self.codes.no_name) & filled
            fault = nw.when(nameless).then(nw.lit(self.codes.area, nw.Int64)).otherwise(fault)
        return self._unless(fault, "site")

    def _unless(self, fault: nw.Expr, *names: str) -> nw.Expr:
        """Put the faults of these columns before another."""
        for each in self.lookups:
            if each.name in names and each.least < 0:
                fault = nw.when(nw.col(each.name) < 0).then(nw.col(each.name)).otherwise(fault)
        return fault


def coded_rows(frame: Narwhal, codes: CellCodes, kept: KeptFrames) -> CodedRows:
    """Read every different cell of the columns of readings.

    Raises `TocError` where a column holds too many of them.
    """
    columns = frame.collect_schema().names()
    read: dict[str, Callable[..., int]] = {
        "site": codes.site,
        "indicator": codes.indicator,
        "informant": codes.informant,
        "kind": codes.kind,
        "date": codes.day,
    }
    lookups = [
        lookup(
            "day" if column == "date" else column,
            frame,
            ["indicator", "who"] if column == "indicator" and "who" in columns else [column],
            _one_by_one(code),
            kept,
        )
        for column, code in read.items()
        if column in columns
    ]
    lookups.append(lookup("score", frame, ["score"], codes.of_scores, kept))
    return CodedRows(frame, codes, tuple(lookups), _scores_off(codes, kept))


def _one_by_one(code: Callable[..., int]) -> Callable[[Sequence[Cells]], dict[Cells, int]]:
    return lambda found: {cells: code(*cells) for cells in found}


def _scores_off(codes: CellCodes, kept: KeptFrames) -> Narwhal | None:
    off = list(codes.refused_scores())
    if not off:
        return None
    names = ("indicator", "score", "off")
    return kept.table({name: [each[at] for each in off] for at, name in enumerate(names)}, [int, int, int])


def person_of(kind: Any, *, spaced: bool) -> nw.Expr:
    """Return the ids of people, of which whole numbers stay numbers; where `spaced`, without spaces around."""
    if isinstance(kind, nw.Float32 | nw.Float64):
        number = nw.col("person").cast(nw.Float64) + 0.0  # pyarrow takes -0.0 for another number than 0.0
        return nw.when(~number.is_nan()).then(number)
    if kind.is_signed_integer():
        return nw.col("person").cast(nw.Int64)
    text = text_of("person", kind)
    return trimmed(text) if spaced else text
