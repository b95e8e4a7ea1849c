"""Files looked at again whenever somebody saves one of them: for a workshop with the model on the wall."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from textwrap import fill

from toc.errors import LoadError, TocError
from toc.files import stamps_of
from toc.reports.check import Checked
from toc.reports.printable import printable

__all__ = ["watched"]

_SECONDS = 0.3
_NAMED = 3


def watched(check: Callable[[], Checked], files: Iterable[str], *, colour: bool = False) -> Iterator[str]:
    """Yield what `check` finds as text, now and after each change of `files` or of a file that they extend.

    Before it looks for the first time it yields what it is about to do. Below each text stands when it looked, by
    the clock of this place, at what, and how to stop. It never ends by itself. A file that cannot be read, as
    while it is being saved, is told and looked at again.
    """
    seen: dict[str, object] = {}
    known = tuple(files)
    yield _folded(f"Watching {_named(known)}: looking for the first time. Ctrl+C stops.")
    while True:
        now: dict[str, object] = dict(stamps_of(known))
        if now != seen:
            text, also = _looked_at(check, colour=colour)
            known = tuple(dict.fromkeys((*known, *also)))
            # What was saved while it was being read shows in a stamp from before, and is read again.
            seen = {**dict(stamps_of(known)), **now}
            clock = datetime.now(tz=UTC).astimezone()
            yield f"{text}\n{_folded(f'Looked at {clock:%H:%M:%S}. Watching {_named(known)}. Ctrl+C stops.')}"
        time.sleep(_SECONDS)


def _looked_at(check: Callable[[], Checked], *, colour: bool) -> tuple[str, tuple[str, ...]]:
    try:
        checked = check()
    except LoadError as error:
        return "".join(f"{fault}\n" for fault in error.faults), ()
    except TocError as error:
        return f"{error}\n", ()
    return checked.text(colour=colour), tuple(checked.texts)


def _named(files: Sequence[str]) -> str:
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return ", ".join(printable(file) for file in files[:_NAMED]) + more


def _folded(text: str) -> str:
    return fill(text, 80, break_long_words=False, break_on_hyphens=False) + "\n"
