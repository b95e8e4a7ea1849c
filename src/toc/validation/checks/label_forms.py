"""Labels as they are written: empty, with characters that no figure can show, or too long for a box."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from toc.model import Entry, Text
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["control_characters", "empty_labels", "long_labels"]

_SEEN = re.compile(
    "[^\\s\0-\x1f\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""A character that leaves a mark on paper."""

_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Unicode's control characters but the tab and the ends of lines, which are read as blanks."""

_SECTIONS = (
    *("strands", "populations", "units", "contributors", "assumptions", "factors", "studies", "indicators"),
    *("frameworks", "claims"),
)

Labelled = tuple[str, tuple[str, ...], Text]


def empty_labels(context: Context) -> Iterator[Hit]:
    """TOC212: labels, and the title, of which nothing can be seen, in one of their languages or at all."""
    for subject, path, text in _labels(context):
        for language, words in _forms(text):
            if not _SEEN.search(words):
                yield Hit("TOC212", subject, {"id": subject, "in_language": language}, path)
                break


def control_characters(context: Context) -> Iterator[Hit]:
    """TOC213: labels, and the title, with a control character, named by its number."""
    for subject, path, text in _labels(context):
        for language, words in _forms(text):
            found = _CONTROL.search(words)
            if found:
                number = f"U+{ord(found[0]):04X}"
                yield Hit("TOC213", subject, {"id": subject, "in_language": language, "character": number}, path)
                break


def long_labels(context: Context) -> Iterator[Hit]:
    """TOC210: labels of boxes, factors and indicators with more letters than fit a box, in any language."""
    theory, most = context.theory, int(context.number("TOC210", "letters"))
    entries: Iterator[Entry] = chain(theory.boxes.values(), theory.factors.values(), theory.indicators.values())
    for entry in entries:
        longest = max((" ".join(words.split()) for _, words in _forms(entry.label)), key=len)
        if len(longest) > most:
            words = {"id": entry.id, "label": longest, "letters": len(longest), "most": most}
            yield Hit("TOC210", entry.id, words)


def _labels(context: Context) -> Iterator[Labelled]:
    """Yield every label and the title, with whose it is and the keys that lead there."""
    theory = context.theory
    yield theory.id, ("title",), theory.title
    for key, box in theory.boxes.items():
        yield key, (), box.label
    for section in _SECTIONS:
        entries: Mapping[str, Entry] = getattr(theory, section)
        for key, entry in entries.items():
            yield key, (section, key), entry.label
    for name, framework in theory.frameworks.items():
        for key, item in framework.items.items():
            yield key, ("frameworks", name, "items", key), item.label


def _forms(text: Text) -> tuple[tuple[str, str], ...]:
    """Return the words of a text in each language, with how a message names the language."""
    languages = text.languages
    return tuple((f" in `{code}`", words) for code, words in languages.items()) if languages else (("", text),)
