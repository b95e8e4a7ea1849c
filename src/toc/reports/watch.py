"""Files looked at again whenever somebody saves one of them: for a workshop with the model on the wall."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from toc.errors import LoadError, TocError
from toc.files import stamps_of
from toc.reports.check import Checked

__all__ = ["watched"]

_SECONDS = 0.3


def watched(check: Callable[[], Checked], files: Iterable[str], *, colour: bool = False) -> Iterator[str]:
    """Yield what `check` finds as text, now and after each change of `files` or of a file that they extend.

    It never ends by itself. A file that cannot be read, as while it is being saved, is told and looked at again.
    """
    seen: dict[str, object] = {}
    known = tuple(files)
    while True:
        now: dict[str, object] = dict(stamps_of(known))
        if now != seen:
            text, also = _looked_at(check, colour=colour)
            known = tuple(dict.fromkeys((*known, *also)))
            # What was saved while it was being read shows in a stamp from before, and is read again.
            seen = {**dict(stamps_of(known)), **now}
            yield text
        time.sleep(_SECONDS)


def _looked_at(check: Callable[[], Checked], *, colour: bool) -> tuple[str, tuple[str, ...]]:
    try:
        checked = check()
    except LoadError as error:
        return "".join(f"{fault}\n" for fault in error.faults), ()
    except TocError as error:
        return f"{error}\n", ()
    return checked.text(colour=colour), tuple(checked.texts)
