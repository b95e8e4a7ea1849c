"""Indicators: how a change is measured, and the scales on which it is scored."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from toc.model.entry import Basis, Entry, Ids, Number, Strict

__all__ = ["Better", "Indicator", "Scale"]


class Better(Strict):
    """Which end of a scale is the good one, and whether a source says so."""

    value: Literal["higher", "lower"]
    basis: Basis | None = None
    cite: str | None = None


def _spelt_out(value: object) -> object:
    return {"value": value} if isinstance(value, str) else value


class Scale(Strict):
    """The numbers that a score may take, both ends included.

    `better` is None where nobody has said which end is good: then no change can be called an improvement.
    """

    lowest: Number
    highest: Number
    better: Annotated[Better, BeforeValidator(_spelt_out)] | None = None
    label: str | None = None

    @model_validator(mode="after")
    def _check_order(self) -> Scale:
        if self.lowest >= self.highest:
            raise PydanticCustomError("scale_order", "`lowest` must be below `highest`")
        return self


class Indicator(Entry):
    """What is measured to see whether an outcome comes about.

    `measures` are the outcomes, `scale` the scale of its scores, or `percent` where it is a share of people.
    `aliases` are other names under which data may give it.
    """

    measures: Ids = ()
    scale: str | None = None
    percent: bool = False
    who: Ids = ()
    aliases: Annotated[tuple[str, ...], Field()] = ()
