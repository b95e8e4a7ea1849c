"""Files looked at again whenever somebody saves one of them: for a workshop with the model on the wall."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from textwrap import fill

from toc.errors import LoadError, TocError
from toc.files import stamps_of
from toc.reports.check import Checked
from toc.reports.model_files import model_files, present_files
from toc.reports.printable import printable

__all__ = ["watched"]

_SECONDS = 0.3
_NAMED = 3


def watched(
    check: Callable[[Sequence[str]], Checked],
    words: Sequence[str],
    data: str | None = None,
    *,
    colour: bool = False,
) -> Iterator[str]:
    """Yield what `check` finds as text, now and after each change of the models that `words` name.

    The words are those of `model_files`: what is new in a folder is seen. A file that a model extends, and `data`,
    are watched too.

    Before it looks for the first time it yields what it is about to do. Below each text stands when it looked, by
    the clock of this place, at what, and how to stop. It never ends by itself. A file that cannot be read, as
    while it is being saved, is told and looked at again.
    """
    seen: dict[str, object] = {}
    data_too: tuple[str, ...] = (data,) if data else ()
    also, known = data_too, (*model_files(words).files, *data_too)
    yield _folded(f"Watching {_named(known)}: looking for the first time. Ctrl+C stops.")
    while True:
        now: dict[str, object] = dict(stamps_of((*_present(words), *also)))
        if now != seen:
            text, read = _looked_at(check, words, colour=colour)
            known, also = (*read, *data_too) if read else known, tuple(dict.fromkeys((*also, *read)))
            # What was saved while it was being read shows in a stamp from before, and is read again.
            seen = {**dict(stamps_of(also)), **now}
            clock = datetime.now(tz=UTC).astimezone()
            yield f"{text}\n{_folded(f'Looked at {clock:%H:%M:%S}. Watching {_named(known)}. Ctrl+C stops.')}"
        time.sleep(_SECONDS)


def _looked_at(
    check: Callable[[Sequence[str]], Checked], words: Sequence[str], *, colour: bool
) -> tuple[str, tuple[str, ...]]:
    try:
        checked = check(model_files(words).files)
    except LoadError as error:
        return "".join(f"{fault}\n" for fault in error.faults), ()
    except TocError as error:
        return f"{error}\n", ()
    return checked.text(colour=colour), tuple(dict.fromkeys((*checked.files, *checked.texts)))


def _present(words: Sequence[str]) -> tuple[str, ...]:
    """Return what is there; a folder that cannot be read is told by the check."""
    try:
        return present_files(words)
    except TocError:
        return ()


def _named(files: Sequence[str]) -> str:
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return ", ".join(printable(file) for file in files[:_NAMED]) + more


def _folded(text: str) -> str:
    return fill(text, 80, break_long_words=False, break_on_hyphens=False) + "\n"
