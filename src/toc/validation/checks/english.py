"""The English words of a text, for rules that know English only."""

from __future__ import annotations

from toc.model import Text
from toc.validation.wording.english import english_words

__all__ = ["english_of"]


def english_of(text: Text | None, language: str) -> str:
    """Return the English words of a text in a model of a language, on one line; "" where there are none."""
    return " ".join(english_words(text, language).split()) if text is not None else ""
