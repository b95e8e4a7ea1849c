"""`RunScope`: what a run of checks has looked at, so that silence about the rest means nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from toc.validation import RULES

if TYPE_CHECKING:
    from toc.validation import Entry

__all__ = ["RunScope"]


class RunScope(NamedTuple):
    """The files that were named, as `file_below` names them, the codes that were asked and the project's folder.

    `with_data` says whether data were checked, `whole` whether the rules were asked of every theory.
    """

    files: frozenset[str]
    codes: frozenset[str]
    root: Path
    with_data: bool
    whole: bool

    def holds(self, entry: Entry) -> bool:
        """Whether a known finding would have been found again if it were still there.

        A base counts where it was named itself: as the base of a site it may show less. What is known of a file
        that is no longer there, or of a rule that is not, is gone.
        """
        if entry.code not in RULES:
            return True
        is_about_data = entry.code[3] == "7"
        if not self.whole or entry.code not in self.codes or (is_about_data and not self.with_data):
            return False
        if entry.file in self.files or not entry.file:
            return True
        return not is_about_data and not os.path.lexists(self.root / entry.file)
