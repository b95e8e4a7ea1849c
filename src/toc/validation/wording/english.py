"""Whether a label is in English, and which words of it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from toc.model import Text, TheoryOfChange
from toc.validation.wording.statement import bases, statement_of
from toc.validation.wording.word_lists import all_words

__all__ = ["english_words", "is_in_english"]

_OTHER_LETTERS = re.compile(r"[^\W\d_\u0000-\u024f]")
_LABELS_READ = 200
_SHARE = 0.3
"""Of the words of a model in English, more than half are in the lists; of one in Welsh or German, a tenth."""


def english_words(text: Text, language: str) -> str:
    """Return the English of a text of a theory in `language`, or "" where it has none."""
    if text.languages:
        return next((words for code, words in text.languages.items() if _is_english(code)), "")
    if not _is_english(language) or (not text.isascii() and _OTHER_LETTERS.search(text)):
        return ""
    return str(text)


def is_in_english(theory: TheoryOfChange) -> bool:
    """Say whether labels without a language are English: by what the theory says, else by its first labels.

    A theory that names no language is asked: it may have been written in any.
    """
    if "language" in theory.model_fields_set:
        return _is_english(theory.language)
    labels = (box.label for box in theory.boxes.values() if not box.label.languages)
    read = statement_of("\n".join(islice(labels, _LABELS_READ)))
    words = [word for word in read.words if len(word) > 1]
    return sum(map(_is_known, words)) >= _SHARE * len(words)


@lru_cache(maxsize=20_000)
def _is_known(word: str) -> bool:
    return not all_words().isdisjoint(bases(word))


@lru_cache(maxsize=64)
def _is_english(code: str) -> bool:
    return code.lower().partition("-")[0] == "en"
