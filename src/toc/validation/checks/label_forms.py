"""Labels as they are written: empty, with characters that no figure can show, or too long for a box."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from toc.model import Entry, Text, TheoryOfChange
from toc.validation.context import Context
from toc.validation.hit import Hit

__all__ = ["long_labels", "unreadable_labels"]

_SEEN = re.compile(
    "[^\\s\0-\x1f\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""A character that leaves a mark on paper."""

_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Unicode's control characters but the tab and the ends of lines, which are read as blanks."""

_SECTIONS = (
    *("strands", "populations", "units", "contributors", "assumptions", "factors", "studies", "indicators"),
    *("frameworks", "claims"),
)

Path = tuple[str, ...]


def unreadable_labels(context: Context) -> Iterator[Hit]:
    """TOC212, TOC213: labels, and the title, that show nothing or hold a control character, in any language."""
    theory = context.theory
    if not _is_plain(theory.title):
        yield from _of_text(theory.id, ("title",), theory.title)
    for path, entries in _sections(theory):
        for key, entry in entries.items():
            label = entry.label
            if not _is_plain(label):
                yield from _of_text(key, (*path, key) if path else (), label)


def _is_plain(text: Text) -> bool:
    """Whether nothing can be wrong: by far the most labels are, and are not looked at closely."""
    return text.isascii() and text.isprintable() and not text.isspace() and bool(text) and not text.languages


def _of_text(subject: str, path: Path, text: Text) -> Iterator[Hit]:
    empty, control = "", ""
    for language, words in _forms(text):
        where = f" in `{language}`" if language else ""
        found = _CONTROL.search(words)
        if found and not control:
            control = f"U+{ord(found[0]):04X}{where}"
        if not empty and not _SEEN.search(words):
            empty = f"empty{where}"
    if empty:
        yield Hit("TOC212", subject, {"id": subject, "empty": empty}, path)
    if control:
        yield Hit("TOC213", subject, {"id": subject, "character": control}, path)


def _sections(theory: TheoryOfChange) -> Iterator[tuple[Path, Mapping[str, Entry]]]:
    """Yield all that has labels, with the keys that lead to a section; () for the boxes, which are found by id."""
    yield (), theory.boxes
    for section in _SECTIONS:
        entries: Mapping[str, Entry] = getattr(theory, section)
        yield (section,), entries
    for name, framework in theory.frameworks.items():
        yield ("frameworks", name, "items"), framework.items


def long_labels(context: Context) -> Iterator[Hit]:
    """TOC210: labels of boxes, factors and indicators with more letters than fit a box, in any language."""
    theory, most = context.theory, int(context.number("TOC210", "letters"))
    entries: Iterator[Entry] = chain(theory.boxes.values(), theory.factors.values(), theory.indicators.values())
    for entry in entries:
        label = entry.label
        if len(label) <= most and not label.languages:
            continue
        longest = max((" ".join(words.split()) for _, words in _forms(label)), key=len)
        if len(longest) > most:
            words = {"id": entry.id, "label": longest, "letters": len(longest), "most": most}
            yield Hit("TOC210", entry.id, words)


def _forms(text: Text) -> tuple[tuple[str, str], ...]:
    """Return the words of a text in each language, with its code."""
    return tuple(text.languages.items()) or (("", text),)
