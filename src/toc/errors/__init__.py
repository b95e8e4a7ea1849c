"""What this library raises: `TocError` and its kinds, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from toc.places import Place

__all__ = ["Edit", "EditKind", "Fault", "LoadError", "TocError"]

EditKind = Literal["replace", "remove", "quote", "number", "erase"]


class TocError(Exception):
    """A call, a file or an installation that cannot be used as it is.

    `message` says what is wrong, `place` where (absent where there is no file), `hint` the way out (may be
    empty). `str()` of the error is one line.
    """

    def __init__(self, message: str, *, place: Place | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message}" + (f" {self.hint}" if self.hint else "")


class Edit(NamedTuple):
    """How a text could be mended at a place.

    "replace" puts `new` for `old` in the key that stands there, or in the value where the key does not hold it;
    "remove" takes out the entry or list item that begins there; "quote" puts the word there into quotes,
    "number" puts the number `new` in place of the word `old` there, and "erase" takes out the characters that the
    place covers.
    """

    kind: EditKind
    place: Place
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file.

    `kind` is the name of the fault ("unknown-field"), `subject` the id or `from -> to` that it is about (empty
    for a whole file), `place` where it stands (absent for a theory made without a file), `other` a second
    place that belongs to it, as the first of two duplicates does. `named` is, of a name that names nothing, the
    key under which it stands and the name; `edit` is the way to mend it where there is one that is all but
    certain. Both follow from the rest, and take no part in `==`.
    """

    kind: str
    message: str
    place: Place | None = None
    hint: str = ""
    subject: str = ""
    other: Place | None = None
    edit: Edit | None = field(default=None, compare=False)
    named: tuple[str, str] | None = field(default=None, compare=False)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        also = f" (see also {self.other})" if self.other else ""
        return f"{where}{self.message}{also}" + (f" {self.hint}" if self.hint else "")


class LoadError(TocError):
    """A model that can be read but is wrong: every fault at once, in the order of the file.

    `faults` is never empty; `str()` gives one line per fault.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(first.message, place=first.place, hint=first.hint)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)
