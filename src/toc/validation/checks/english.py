"""The English words of a text, for rules that know English only."""

from __future__ import annotations

from toc.model import Text

__all__ = ["english_of"]


def english_of(text: Text | None, language: str) -> str:
    """Return the English words of a text in a model of a language, on one line; "" where there are none."""
    if text is None:
        return ""
    words = text.languages.get("en", "") if text.languages else text if language[:2].casefold() == "en" else ""
    return " ".join(words.split())
