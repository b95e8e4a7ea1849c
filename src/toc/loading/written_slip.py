"""The mistake in writing that a reader of YAML stumbled over, often some lines further down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toc.loading.closed_too_soon import closed_too_soon
from toc.loading.missing_blank import missing_blank
from toc.loading.nearest import shown
from toc.loading.slip import Slip

__all__ = ["written_slip"]

_QUOTED = re.compile(
    r"""(?P<indent> *)(?:- +)*(?:[^\s"'#:\[{][^"'#:]*:[ \t]+)?(?:- +)*(?P<quote>["'])(?P<rest>.*)"""
)
_CLOSED = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}
_KEY = re.compile(
    r"(?P<indent> *)(?:- +)?(?P<key>[^\s\"'#:,\[\]{}-][^\"'#:]*):(?:[ \t]+(?P<value>[^\s#].*))?[ \t]*$"
)
_TWO_COLONS = re.compile(
    r"(?P<key> *(?:- +)?[^\s\"'#:\[{][^\"'#:]*:)[ \t]+(?P<text>[^\s\"'#\[{|>&*!].*:(?: .*)?)$"
)
_BRACKET = "did not find expected ',' or"
_COLON = "mapping values are not allowed in this context"
_NO_COLON = "could not find expected ':'"


def written_slip(
    lines: Sequence[str], at: tuple[int, int], problem: str, opened: tuple[int, int] | None
) -> Slip | None:
    """Return the slip that explains what a reader complains of at a line and column, or None where none is known.

    `problem` is what it says, `opened` where what it was reading began: a list, a mapping or a key. Lines and
    columns are from 0.
    """
    line, column = at
    if not 0 <= line < len(lines):
        return None
    slip = _open_quote(lines, line) or (_unfinished(lines, line, problem, opened) if opened else None)
    if slip is not None:
        return slip
    above = next((number for number in range(line - 1, -1, -1) if _says_something(lines[number])), None)
    if problem == _COLON:
        return (None if above is None else _of_line_above(lines, above, line)) or _second_colon(lines[line], line)
    if problem.startswith("did not find expected"):
        between = None if above is None else _between_levels(lines, above, at)
        return between or closed_too_soon(lines[line], line, column)
    return None


def _unfinished(lines: Sequence[str], line: int, problem: str, opened: tuple[int, int]) -> Slip | None:
    """Return a bracket that its line does not close, or a key without a colon."""
    if problem.startswith(_BRACKET) and opened[0] < line:
        end = problem.rpartition("'")[0][-1:]
        message, hint = "the bracket that begins here is not closed", "and put a comma between two entries."
        return Slip(message, f"Close it with `{end}`, {hint}", *opened)
    return _without_colon(lines, opened[0]) if problem == _NO_COLON else None


def _open_quote(lines: Sequence[str], last: int) -> Slip | None:
    """Return a quote that its line does not close, although a key that is no deeper begins right below."""
    for number in range(min(last + 1, len(lines) - 1)):
        found = _QUOTED.match(lines[number])
        if found is None or _CLOSED[found["quote"]].match(found["rest"]):
            continue
        below = _KEY.match(lines[number + 1])
        if below is not None and len(below["indent"]) <= len(found["indent"]):
            hint = f"Close it with {found['quote']} where the text ends."
            return Slip("the quote that begins here is not closed", hint, number, found.start("quote"))
        return None
    return None


def _of_line_above(lines: Sequence[str], above: int, line: int) -> Slip | None:
    """Return what is wrong where two lines do not go together: no colon above, or too many blanks below."""
    before, here = lines[above], lines[line]
    blank = missing_blank(before, above)
    if blank is not None:
        return blank
    start, depth = _depth(before), _depth(here)
    key = _KEY.match(before)
    word = before.strip()
    if key is None and ":" not in word and not word.startswith("- "):
        return Slip("there is a line here without a colon", "Write `key: value`.", above, start, max(len(word), 1))
    if key is not None and key["value"] and depth > start:
        hint = (
            f"Begin it right below `{shown(key['key'])}`; or, where it belongs under that, take away what follows "
            "the colon there."
        )
        return Slip("this line is further in than the one above, which has its value already", hint, line, depth)
    return None


def _without_colon(lines: Sequence[str], line: int) -> Slip | None:
    """Return what a line lacks that is no key: a blank, a dash as the one above it has, or a colon."""
    blank = missing_blank(lines[line], line)
    if blank is not None:
        return blank
    word, start = lines[line].strip(), _depth(lines[line])
    above = next((one for one in reversed(lines[:line]) if _says_something(one)), "")
    if above.startswith(f"{' ' * start}- "):
        hint = f"Write `- {shown(word)}`."
        return Slip("there is a line here without the dash that the one above has", hint, line, start, len(word))
    return Slip("there is a line here without a colon", "Write `key: value`.", line, start, max(len(word), 1))


def _between_levels(lines: Sequence[str], above: int, at: tuple[int, int]) -> Slip | None:
    """Return a key that is less far in than the one above, but as far as none further up."""
    line, column = at
    depth = _depth(lines[line])
    levels = {_depth(lines[number]) for number in range(above + 1) if _says_something(lines[number])}
    is_less = column <= depth < _depth(lines[above])
    if not is_less or _KEY.match(lines[line]) is None or depth in levels:
        return None
    message = f"this line has {depth} blanks before it, where the one above has {_depth(lines[above])}"
    return Slip(message, "Give it as many blanks as the keys have that it stands beside.", line, depth)


def _second_colon(here: str, line: int) -> Slip | None:
    """Return the text of a line that has a colon of its own, and so ought to be in quotes."""
    found = _TWO_COLONS.match(here)
    if found is None:
        return None
    text = found["text"].strip()
    hint = f'Put the text into quotes: `{shown(found["key"].strip())} "{shown(text)}"`.'
    message = "the text that begins here has a colon of its own"
    return Slip(message, hint, line, found.start("text"), max(len(text), 1))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _says_something(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")
