"""Claims: numbers that a source prints, and what each of them is about, so that they can be worked out again."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from toc.model.entry import Basis, Entry, Number, Strict

__all__ = ["PERCENT", "About", "Claim", "ClaimedChange"]

PERCENT = "percent"
"""The unit of a share that is printed in per cent."""

ClaimedChange = Literal["improved", "no_change", "worsened", "not_improved"]
"""What became of the pairs that a claim counts; `not_improved` is no change or worsened."""

_FORMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "share": (("of",), ()),
    "count": (("of",), ()),
    "number": (("out_of",), ("unit", "out_of_unit")),
    "coverage": ((), ()),
    "output": ((), ("total",)),
    "sum": ((), ()),
    "same_as": ((), ()),
}
"""By the key that tells what kind of number it is: the keys that it needs, and those that it may have."""

_KEYS = tuple(dict.fromkeys(key for form, (needed, more) in _FORMS.items() for key in (form, *needed, *more)))
_TEXT = {"type": "string"}
_NUMBER = {"type": "number"}
_KINDS = {"number": _NUMBER, "out_of": _NUMBER, "coverage": {"const": True}, "sum": {"type": "array"}}

_ONE_FORM = "say one thing: {}".format(
    ", ".join(" and ".join(f"`{key}`" for key in (form, *needed)) for form, (needed, _) in _FORMS.items())
)


def _schema_of(form: str) -> dict[str, Any]:
    needed, optional = _FORMS[form]
    given = (form, *needed)
    keys = [key for key in _KEYS if key not in optional]
    forms = {key: _KINDS.get(key, _TEXT) if key in given else {"type": "null"} for key in keys}
    return {"required": list(given), "properties": forms}


class About(Strict):
    """What a printed number is about: exactly one of seven forms; every other key is None.

    `share` and `count` speak of the pairs of an outcome or indicator (`of`), `number` and `out_of` of two
    numbers that the source gives, each perhaps with its unit, `coverage` of the people with two assessments,
    `output` of the count of an output, or of its total over the sites, `sum` of the parts of a total, and
    `same_as` of another claim that ought to give the same number.
    """

    model_config = ConfigDict(json_schema_extra={"anyOf": [_schema_of(form) for form in _FORMS]})

    share: ClaimedChange | None = None
    count: ClaimedChange | None = None
    of: str | None = None
    number: Number | None = None
    out_of: Annotated[Number, Field(gt=0)] | None = None
    unit: str | None = None
    out_of_unit: str | None = None
    coverage: bool | None = None
    output: str | None = None
    total: Literal["sites"] | None = None
    sum: tuple[Number, ...] | None = None
    same_as: str | None = None

    @model_validator(mode="after")
    def _check_form(self) -> About:
        given = {key for key in _KEYS if getattr(self, key) is not None}
        is_one = any({form, *needed} <= given <= {form, *needed, *more} for form, (needed, more) in _FORMS.items())
        if not is_one or self.coverage is False:
            raise PydanticCustomError("about_form", _ONE_FORM)
        return self


class Claim(Entry):
    """A number that a source prints.

    `printed` is the number, in `unit` (`percent` or an id of `units`; None: a number without a unit, so that a
    share is a fraction). `qualifier` says that it is meant as a bound. `tolerance`, in the same unit, allows for
    words such as "a quarter", besides the rounding that its decimals show. `basis` "inferred" marks a number
    whose parts were worked out from it, so that recomputing it proves nothing.
    """

    printed: Number
    unit: str | None = None
    qualifier: Literal["at_least", "more_than"] | None = None
    tolerance: Annotated[Number, Field(ge=0)] = 0
    basis: Basis | None = None
    about: About
