"""Indicators: how a change is measured, and the scales on which it is scored."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, model_validator
from pydantic_core import PydanticCustomError

from toc.model.citations import Citations
from toc.model.entry import Basis, Entry, Ids, Ignores, Month, Number, Strict
from toc.model.read_only import ReadOnly
from toc.model.text import Text

__all__ = ["DEFERRED", "Better", "Indicator", "Scale", "Target"]

DEFERRED = "deferred"
"""The word for a baseline or target that is still to be set, which is not the same as a missing one."""


Direction = Literal["higher", "lower"]


class Better(Strict):
    """Which end of a scale is the good one, and whether a source says so."""

    value: Direction
    basis: Basis | None = None
    cite: Citations = Field(default=())


def _spelt_out(value: object) -> object:
    return {"value": value} if isinstance(value, str) else value


class Scale(Strict):
    """The numbers that a score may take, both ends included.

    `better` is None where nobody has said which end is good: then no change can be called an improvement.
    `points` puts words to numbers of the scale ({"1": "never", "5": "always"}); it may name only some of them.
    """

    lowest: Number
    highest: Number
    better: Annotated[Better, BeforeValidator(_spelt_out, json_schema_input_type=Direction | Better)] | None = None
    label: Text | None = None
    points: Annotated[dict[str, Text], AfterValidator(ReadOnly)] = Field(default_factory=ReadOnly)
    ignore: Ignores = ()

    @model_validator(mode="after")
    def _check_order(self) -> Scale:
        if self.lowest >= self.highest:
            raise PydanticCustomError("scale_order", "`lowest` must be below `highest`")
        if not all(_is_between(point, self.lowest, self.highest) for point in self.points):
            message = "`points` must be numbers from `lowest` to `highest`, in quotes"
            raise PydanticCustomError("scale_points", message)
        return self


def _is_between(point: str, lowest: float, highest: float) -> bool:
    try:
        return lowest <= float(point) <= highest
    except ValueError:
        return False


class Target(Strict):
    """What is to be reached, and by when ("YYYY-MM" or "YYYY-MM-DD"; None: not said)."""

    value: Number | Text
    by: Month | None = None


def _target_spelt_out(value: object) -> object:
    return value if isinstance(value, dict) else {"value": value}


def _target_as_written(target: Target | None) -> object:
    if target is None or (target.by is None and not getattr(target.value, "languages", None)):
        return target and target.value
    return target.model_dump(mode="json", exclude_none=True)


class Indicator(Entry):
    """What is measured to see whether an outcome comes about.

    `measures` are the outcomes, `scale` the scale of its scores, or `percent` where it is a share of people.
    `aliases` are other names under which data may give it. `comparable` is false where sites measure it in ways
    that cannot be compared. `baseline` and `target` are a number, words, or "deferred" where they are still to be
    set (None: nobody has said). `source` is where its data come from, `frequency` how often, `owner` who answers
    for it, `disaggregate` by what it is to be split.
    """

    measures: Ids = ()
    scale: str | None = None
    percent: bool = False
    who: Ids = ()
    aliases: Ids = ()
    comparable: bool = True
    baseline: Number | Text | None = None
    target: (
        Annotated[
            Target,
            BeforeValidator(_target_spelt_out, json_schema_input_type=Number | str | Target),
            PlainSerializer(_target_as_written),
        ]
        | None
    ) = None
    source: Text | None = None
    frequency: Text | None = None
    owner: Text | None = None
    disaggregate: Ids = ()
