"""Studies and their effects: what the evidence for and against a link refers to."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

from toc.model.entry import Entry, Ids, Number, Strict
from toc.model.text import Text

__all__ = ["Effect", "Evidence", "Measure", "Study"]

Measure = Literal[
    "odds_ratio",
    "risk_ratio",
    "hazard_ratio",
    "correlation",
    "mean_difference",
    "standardised_mean_difference",
    "percentage",
    "percentage_points",
]


_BOTH_ENDS: dict[str, JsonValue] = {
    "required": ["low", "high"],
    "properties": {"low": {"type": "number"}, "high": {"type": "number"}},
}
_NO_ENDS: dict[str, JsonValue] = {"properties": {"low": {"type": "null"}, "high": {"type": "null"}}}


class Effect(Strict):
    """A published effect: its size, and the ends of its interval where they were published.

    `level` is the level of the interval in per cent; `low` and `high` stand together or not at all.
    """

    model_config = ConfigDict(json_schema_extra={"anyOf": [_BOTH_ENDS, _NO_ENDS]})

    measure: Measure
    value: Number
    low: Number | None = None
    high: Number | None = None
    level: Annotated[Number, Field(gt=0, lt=100)] = 95

    @model_validator(mode="after")
    def _check_interval(self) -> Effect:
        if (self.low is None) != (self.high is None):
            raise PydanticCustomError("half_interval", "`low` and `high` must stand together")
        if self.low is not None and self.high is not None and not self.low <= self.value <= self.high:
            raise PydanticCustomError("interval_order", "`value` must lie between `low` and `high`")
        return self


class Study(Entry):
    """A study that speaks for or against links; `n` is how many people or cases it had, None where not said."""

    design: Text | None = None
    n: Annotated[int, Field(ge=0)] | None = None
    finding: Text | None = None
    effect: Effect | None = None


class Evidence(Strict):
    """The studies that speak for a link (`for`) and those that speak against it."""

    model_config = ConfigDict(serialize_by_alias=True)

    for_: Ids = Field(default=(), alias="for")
    against: Ids = ()
