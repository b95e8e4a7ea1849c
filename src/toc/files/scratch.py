"""A private folder for what does not fit into memory, gone when nobody needs it any more."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path

from toc.errors import TocError

__all__ = ["ScratchFolder"]


class ScratchFolder:
    """A new folder that only its owner may open; `remove` takes it away, at the latest when Python ends.

    Raises `TocError` where none can be made.
    """

    def __init__(self) -> None:
        try:
            self.path = Path(tempfile.mkdtemp(prefix="toc-"))
        except OSError as error:
            why = error.strerror or "unknown reason"
            hint = "Set TMPDIR to a folder with room in it."
            raise TocError(f"No folder for passing files can be made: {why}.", hint=hint) from None
        self.remove = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)

    def __repr__(self) -> str:
        return "ScratchFolder()"
