"""`Text`: words that people read, in one language or several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from toc.model.read_only import ReadOnly

__all__ = ["Text"]


_ONE: Mapping[str, str] = ReadOnly()
_FORMS = core_schema.union_schema(
    [
        core_schema.str_schema(),
        core_schema.dict_schema(core_schema.str_schema(), core_schema.str_schema(), min_length=1),
    ]
)
"""How it is written: words, or words for each language."""


class Text(str):
    """A label or description: a plain string that may carry the same words in other languages.

    As a string it is the English text where there is one, else the first language given. `languages` maps a
    language code to its text and is empty for text in one unnamed language.
    """

    __slots__ = ("_languages",)

    _languages: Mapping[str, str]

    def __new__(cls, value: str | Mapping[str, str]) -> Self:
        """Make a text from words, or from a mapping of language codes to words (at least one)."""
        if isinstance(value, str):
            return super().__new__(cls, value)
        text = super().__new__(cls, value.get("en") or next(iter(value.values())))
        text._languages = ReadOnly(value)
        return text

    @property
    def languages(self) -> Mapping[str, str]:
        """The words by language code; empty for text in one unnamed language."""
        return getattr(self, "_languages", _ONE)

    def in_language(self, code: str) -> str:
        """Return the words in the language `code` ("cy"), or the default words where there are none."""
        return self.languages.get(code, str(self))

    def __eq__(self, other: object) -> bool:
        same = str.__eq__(self, other) if isinstance(other, str) else False
        return same and (not isinstance(other, Text) or self.languages == other.languages)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def __reduce__(self) -> tuple[type[Text], tuple[str | dict[str, str]]]:
        return type(self), (dict(self.languages) or str(self),)

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _checked,
            serialization=core_schema.plain_serializer_function_ser_schema(_written),
            json_schema_input_schema=_FORMS,
        )


_in_one_language: Callable[[str], Text] = partial(str.__new__, Text)
"""What `Text` makes of words, without a step through Python: a model has thousands."""


def _checked(value: object) -> Text:
    if type(value) is str:
        return _in_one_language(value)
    if isinstance(value, str):
        return value if isinstance(value, Text) else Text(value)
    if isinstance(value, dict) and value and all(isinstance(words, str) for words in value.values()):
        return Text(value)
    raise PydanticCustomError("text_type", "must be text, or text for each language")


def _written(text: Text) -> str | dict[str, str]:
    return dict(text.languages) or str(text)
