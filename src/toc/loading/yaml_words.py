"""Words and numbers as they stand in a YAML text, so that they are read back as exactly what they were."""

from __future__ import annotations

import re

from toc.errors import TocError
from toc.loading.limits import MAX_NUMBER, MAX_SCALAR
from toc.loading.scalars import scalar_value

__all__ = ["is_foldable", "is_literal", "yaml_word"]

_UNSEEN = "[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""What is escaped: control characters, line ends of any kind, the byte order mark, and what is no character.

Compiled when it is needed: so many letters take longer than importing a whole module.
"""

_NOT_PLAIN = re.compile(r"""\A[-?:,\[\]{}#&*!|>'"%@`=<~\s]|[\s:]\Z|:\s|\s#| -> """)
"""What YAML would take for more than a text; the name of a link is in quotes as everywhere on our pages."""
_NOT_IN_A_LIST = re.compile(r"[\[\]{},:?#]")
_READ_AS_OTHER = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|[-+]?\.(?:inf|nan)|[-+.]*[0-9][-+.:0-9a-fxotz_ ]*)\Z", re.IGNORECASE
)
"""Words that this or another reader of YAML takes for a truth value, a number, a time or a date."""

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_ESCAPED = rf'["\\]|{_UNSEEN}'


def yaml_word(value: str | float, *, listed: bool = False) -> str:
    """Return a text, number or truth value on one line: plain where that says the same, else in quotes.

    `listed` is for a place between `[` and `]`. Raises `TocError` for what no model file can hold: a number of
    more than 30 digits, a text of more than 100,000 letters, half a character.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value, listed=listed)
    number = repr(value)
    if len(number) > MAX_NUMBER:
        raise TocError(f"A model file cannot hold a number of more than {MAX_NUMBER} digits.", hint="Round it.")
    if "e" in number and "." not in number:
        # Readers of YAML 1.1 take 1e+20 for a text, and 1.0e+20 for the number.
        number = number.replace("e", ".0e")
    return number


def _text(text: str, *, listed: bool) -> str:
    if len(text) > MAX_SCALAR:
        hint = "A label or description is far shorter."
        raise TocError(f"A model file cannot hold a text of more than {MAX_SCALAR:,} letters.", hint=hint)
    if _is_plain(text) and not (listed and _NOT_IN_A_LIST.search(text)):
        return text
    return f'"{re.sub(_ESCAPED, _escape, text)}"'


def _is_plain(text: str) -> bool:
    if not text or re.search(_UNSEEN, text) or _NOT_PLAIN.search(text) or _READ_AS_OTHER.match(text):
        return False
    return isinstance(scalar_value(text), str)


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    if "\ud800" <= sign <= "\udfff":
        hint = "Read the file that it came from as UTF-8."
        raise TocError("There is a character in this theory that a model file cannot hold.", hint=hint)
    return _ESCAPES.get(sign) or (f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}")


def is_foldable(text: str) -> bool:
    """Whether a text may be broken at its blanks (`>-`) and read back as it was."""
    return " " in text and "  " not in text and text.strip() == text and not re.search(_UNSEEN, text)


def is_literal(text: str) -> bool:
    """Whether a text of several lines may stand line by line (`|`) and be read back as it was."""
    lines = text.removesuffix("\n").split("\n")
    if len(text) > MAX_SCALAR or "\n" not in text or not lines[-1] or lines[0] != lines[0].strip() or not lines[0]:
        return False
    return not any(re.search(_UNSEEN, line) or line != line.rstrip() for line in lines)
