"""Whether a label is in English, and which words of it."""

from __future__ import annotations

import re
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
    return "" if not _is_english(language) or _OTHER_LETTERS.search(text) else str(text)


def is_in_english(theory: TheoryOfChange) -> bool:
    """Say whether labels without a language are English: by what the theory says, else by its first labels.

    A theory that names no language is asked: it may have been written in any.
    """
    if "language" in theory.model_fields_set:
        return _is_english(theory.language)
    labels = (box.label for box in theory.boxes.values() if not box.label.languages)
    words = [word for label in islice(labels, _LABELS_READ) for word in statement_of(label).words if len(word) > 1]
    known = all_words()
    return sum(any(base in known for base in bases(word)) for word in words) >= _SHARE * len(words)


def _is_english(code: str) -> bool:
    return code.lower().partition("-")[0] == "en"
