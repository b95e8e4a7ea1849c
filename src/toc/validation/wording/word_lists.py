"""`word_list`: the words of one of the text files beside this module."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path

from toc.files import read_bytes

__all__ = ["NAMES", "all_words", "word_list"]

_FOLDER = Path(__file__).parent
_LIMIT = 100_000

NAMES = (
    *("absolutes", "acronyms", "change_words", "compound_heads", "delivery_words", "done_words"),
    *("function_words", "knowledge", "lasting", "means", "noun_verbs", "own_change", "pairs", "people", "places"),
    *("products", "states", "things", "times", "vague_verbs", "verbs", "work_nouns", "work_verbs"),
)
"""Every list there is."""


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words and phrases of a list; lines that begin with `#` say what it is."""
    lines = read_bytes(_FOLDER / f"{name}.txt", limit=_LIMIT).decode().splitlines()
    return frozenset([line.strip() for line in lines if not line.startswith("#")]) - {""}


@cache
def all_words() -> frozenset[str]:
    """Return every single word of the lists, acronyms aside: what a text in English shares with them."""
    phrases = chain.from_iterable(word_list(name) for name in NAMES if name != "acronyms")
    return frozenset(" ".join(phrases).split())
