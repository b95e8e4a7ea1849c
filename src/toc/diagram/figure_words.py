"""Every word that a figure prints of its own accord, by language."""

from __future__ import annotations

from collections.abc import Mapping

from toc.diagram.english_words import ENGLISH
from toc.diagram.welsh_words import WELSH

__all__ = ["WORDS", "figure_words"]

WORDS: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "cy": WELSH}


def figure_words(language: str) -> Mapping[str, str]:
    """The words by use; English where a language ("cy", "cy-GB") has none yet."""
    return WORDS.get(language) or WORDS.get(language.partition("-")[0]) or WORDS["en"]
